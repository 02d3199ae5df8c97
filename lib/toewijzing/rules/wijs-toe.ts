import { grensSleutel, type CompartimentStand, type Stand, type TeBeslissen, type Toewijzing, type ToewijsRegels, type Uitkomst } from '@/lib/toewijzing/model'
import { firstFree } from '@/lib/toewijzing/rules/plek'

export type Toedeling<Over extends TeBeslissen> = {
  readonly toewijzingen: readonly Toewijzing<Over>[]
  readonly compartimenten: ReadonlyMap<string, CompartimentStand>
}

/**
 * Decides about indieningen in the order in which they are given: that of receipt (art. 10, "op volgorde van binnenkomst").
 *
 * - Nobody gets more grants in a kalenderjaar than the regeling allows (invariant I4), and no scholing more than its
 *   verleningsgrens when that bites within the tijdvak (art. 12a).
 * - The compartimenten that an indiening may use are tried in its order: the first in which the whole amount fits pays it.
 * - Fits it in none of them, then the last one decides: refused, granted for what is left there, or closed: Awb 4:25 lid 2
 *   leaves the choice to the regeling (parameter past-niet-regel).
 * - What was refused to one is not given to a later one who asks as much or more, in none of the compartimenten that it could
 *   use, also when a reservation fell free in between (invariant I3). In the others nothing was refused.
 * - With a reserve list who finds no budget joins the line, and as long as somebody waits for a compartiment nobody who comes
 *   later gets budget from it (docs/adr/0017).
 *
 * Throws a RangeError when an indiening may use a compartiment that is not in the stand, or none.
 */
export function wijsToe<Over extends TeBeslissen>(stand: Stand, indieningen: readonly Over[], regels: ToewijsRegels): Toedeling<Over> {
  const compartimenten = new Map(stand.compartimenten)
  const gegeven = new Map(stand.gegeven)
  const plekken = new Map<string, Set<number>>()
  for (const { plek, ...wie } of stand.bezettePlekken) placesOf(plekken, wie).add(plek)

  const toewijzingen = indieningen.map((indiening) => {
    // A million are decided in a draw: what most do not have is not made for each.
    const bezet = plekken.size === 0 ? NONE : (plekken.get(placeKey(indiening)) ?? NONE)
    const geteld = regels.verleningsgrens === null ? 0 : (gegeven.get(grensSleutel(indiening)) ?? 0)
    const standen = standenOf(compartimenten, indiening)
    const toewijzing = decide({ indiening, standen, bezet, geteld }, regels)
    if (toewijzing.plek !== null) {
      placesOf(plekken, indiening).add(toewijzing.plek)
      if (regels.verleningsgrens !== null) gegeven.set(grensSleutel(indiening), geteld + 1)
    }
    for (const [id, nieuw] of nextStanden(standen, toewijzing, regels)) compartimenten.set(id, nieuw)
    return toewijzing
  })
  return { toewijzingen, compartimenten }
}

const NONE: ReadonlySet<number> = new Set()

type Keuze = { readonly id: string; readonly stand: CompartimentStand }
type Geval<Over extends TeBeslissen> = { readonly indiening: Over; readonly standen: Standen; readonly bezet: ReadonlySet<number>; readonly geteld: number }
type Standen = readonly [Keuze, ...Keuze[]]

function decide<Over extends TeBeslissen>({ indiening, standen, bezet, geteld }: Geval<Over>, regels: ToewijsRegels): Toewijzing<Over> {
  const { isIngetrokken, isFormeel } = indiening
  const plek = firstFree(bezet, regels.verleningenPerJaar)
  const isGrensBereikt = regels.verleningsgrens !== null && geteld >= regels.verleningsgrens
  const laatste = standen.at(-1) ?? standen[0]
  const vrijCent = standen.map(({ stand }) => stand.vrijCent)
  const grensGeteld = regels.verleningsgrens === null ? null : geteld
  const nothing = (uitkomst: Uitkomst): Toewijzing<Over> => ({
    indiening, uitkomst, bedragCent: 0, compartimentId: laatste.id, beschikbaarCent: laatste.stand.vrijCent, vrijCent, verleningen: bezet.size, grensGeteld, plek: null,
  })
  if (isIngetrokken) return nothing('ingetrokken')
  if (plek === null) return nothing('al-toegekend')
  if (isGrensBereikt) return nothing('verleningsgrens-bereikt')
  if (isFormeel) return nothing('plafond-bereikt')

  const keuze = findRuimte(standen, indiening.bedragCent, regels)
  if (keuze === undefined) return nothing(regels.heeftReservelijst ? 'reserve' : 'plafond-bereikt')
  const { id, stand, bedragCent } = keuze
  return { indiening, uitkomst: 'gereserveerd', bedragCent, compartimentId: id, beschikbaarCent: stand.vrijCent, vrijCent, verleningen: bezet.size, grensGeteld, plek }
}

/** Where the amount can be reserved, and how much of it in cents; undefined when there is nothing to give. */
function findRuimte(standen: Standen, gevraagdCent: number, { pastNietRegel }: ToewijsRegels): (Keuze & { bedragCent: number }) | undefined {
  for (const { id, stand } of standen) if (isOpenFor(stand, gevraagdCent) && gevraagdCent <= stand.vrijCent) return { id, stand, bedragCent: gevraagdCent }
  const { id, stand } = standen.at(-1) ?? standen[0]
  return pastNietRegel === 'deels' && isOpenFor(stand, gevraagdCent) ? { id, stand, bedragCent: stand.vrijCent } : undefined
}

function isOpenFor({ vrijCent, gesloten, geweigerdVanafCent, heeftWachtenden }: CompartimentStand, gevraagdCent: number): boolean {
  const isRefusedBefore = geweigerdVanafCent !== null && gevraagdCent >= geweigerdVanafCent
  return vrijCent > 0 && !gesloten && !heeftWachtenden && !isRefusedBefore
}

/** The compartimenten that a decision changed, as they are after it. */
function nextStanden(standen: Standen, toewijzing: Toewijzing<TeBeslissen>, regels: ToewijsRegels): readonly (readonly [string, CompartimentStand])[] {
  const { indiening, uitkomst, compartimentId, bedragCent } = toewijzing
  if (uitkomst === 'reserve') return standen.map(({ id, stand }) => [id, { ...stand, heeftWachtenden: true }])
  const isRefused = uitkomst === 'plafond-bereikt' && !indiening.isFormeel
  // Who got a part was refused the rest.
  const isDeels = uitkomst === 'gereserveerd' && bedragCent < indiening.bedragCent
  if (!isRefused && uitkomst !== 'gereserveerd') return []
  return standen.map(({ id, stand }) => [id, {
    ...stand,
    vrijCent: stand.vrijCent - (id === compartimentId ? bedragCent : 0),
    gesloten: stand.gesloten || (isRefused && id === compartimentId && regels.pastNietRegel === 'sluit'),
    geweigerdVanafCent: isRefused || isDeels ? Math.min(stand.geweigerdVanafCent ?? indiening.bedragCent, indiening.bedragCent) : stand.geweigerdVanafCent,
  }])
}

function standenOf(compartimenten: ReadonlyMap<string, CompartimentStand>, { compartimentIds }: TeBeslissen): Standen {
  const [first, ...rest] = compartimentIds.map((id) => {
    const stand = compartimenten.get(id)
    if (stand === undefined) throw new RangeError(`compartiment ${id} is not in the stand`)
    return { id, stand }
  })
  if (first === undefined) throw new RangeError('an indiening must be able to use a compartiment')
  return [first, ...rest]
}

function placesOf(plekken: Map<string, Set<number>>, wie: Pick<TeBeslissen, 'burgerId' | 'kalenderjaar'>): Set<number> {
  const key = placeKey(wie)
  const places = plekken.get(key) ?? new Set<number>()
  plekken.set(key, places)
  return places
}

function placeKey({ burgerId, kalenderjaar }: Pick<TeBeslissen, 'burgerId' | 'kalenderjaar'>): string {
  return `${burgerId} ${String(kalenderjaar)}`
}
