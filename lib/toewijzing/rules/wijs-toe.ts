import type { CompartimentStand, Indiening, Stand, Toewijzing, ToewijsRegels } from '@/lib/toewijzing/model'

export type Toedeling = {
  readonly toewijzingen: readonly Toewijzing[]
  readonly compartimenten: ReadonlyMap<string, CompartimentStand>
}

/**
 * Decides about indieningen in the order in which they are given: that of receipt (art. 10, "op volgorde van binnenkomst").
 *
 * - Nobody gets more grants in a kalenderjaar than the regeling allows (invariant I4).
 * - An amount that does not fit is refused, granted for what is left, or closes the compartiment: Awb 4:25 lid 2 leaves the
 *   choice to the regeling (parameter past-niet-regel).
 * - There is no waiting list: budget that falls free goes to the next tijdvak. So what was refused to one is not given to a
 *   later one who asks as much or more, also when a reservation fell free in between (invariant I3).
 *
 * Throws a RangeError when an indiening belongs to a compartiment that is not in the stand.
 */
export function wijsToe(stand: Stand, indieningen: readonly Indiening[], regels: ToewijsRegels): Toedeling {
  const compartimenten = new Map(stand.compartimenten)
  const plekken = new Map<string, Set<number>>()
  for (const { burgerId, kalenderjaar, plek } of stand.bezettePlekken) placesOf(plekken, burgerId, kalenderjaar).add(plek)

  const toewijzingen = indieningen.map((indiening) => {
    const compartiment = compartimenten.get(indiening.compartimentId)
    if (compartiment === undefined) throw new RangeError(`compartiment ${indiening.compartimentId} is not in the stand`)
    const bezet = placesOf(plekken, indiening.burgerId, indiening.kalenderjaar)
    const toewijzing = decide(compartiment, firstFree(bezet, regels.verleningenPerJaar), { indiening, regels })
    if (toewijzing.plek !== null) bezet.add(toewijzing.plek)
    compartimenten.set(indiening.compartimentId, nextStand(compartiment, toewijzing, regels))
    return toewijzing
  })
  return { toewijzingen, compartimenten }
}

function decide(compartiment: CompartimentStand, plek: number | null, { indiening, regels }: { indiening: Indiening; regels: ToewijsRegels }): Toewijzing {
  const beschikbaarCent = compartiment.vrijCent
  const nothing = { indiening, bedragCent: 0, beschikbaarCent, plek: null }
  if (indiening.isIngetrokken) return { ...nothing, uitkomst: 'ingetrokken' }
  if (plek === null) return { ...nothing, uitkomst: 'al-toegekend' }
  const bedragCent = calculateToewijsbaar(compartiment, indiening.bedragCent, regels.pastNietRegel)
  return bedragCent === 0 ? { ...nothing, uitkomst: 'plafond-bereikt' } : { indiening, uitkomst: 'gereserveerd', bedragCent, beschikbaarCent, plek }
}

/** How much of the amount asked for can be reserved, in cents; 0 is a refusal. */
function calculateToewijsbaar(compartiment: CompartimentStand, gevraagdCent: number, regel: ToewijsRegels['pastNietRegel']): number {
  const { vrijCent, gesloten, geweigerdVanafCent } = compartiment
  const isRefusedBefore = geweigerdVanafCent !== null && gevraagdCent >= geweigerdVanafCent
  if (gesloten || isRefusedBefore || vrijCent <= 0) return 0
  if (gevraagdCent <= vrijCent) return gevraagdCent
  return regel === 'deels' ? vrijCent : 0
}

function nextStand(compartiment: CompartimentStand, { indiening, uitkomst, bedragCent }: Toewijzing, regels: ToewijsRegels): CompartimentStand {
  if (uitkomst === 'gereserveerd') return { ...compartiment, vrijCent: compartiment.vrijCent - bedragCent }
  if (uitkomst !== 'plafond-bereikt') return compartiment
  return {
    vrijCent: compartiment.vrijCent,
    gesloten: compartiment.gesloten || regels.pastNietRegel === 'sluit',
    geweigerdVanafCent: Math.min(compartiment.geweigerdVanafCent ?? indiening.bedragCent, indiening.bedragCent),
  }
}

function placesOf(plekken: Map<string, Set<number>>, burgerId: string, kalenderjaar: number): Set<number> {
  const key = `${burgerId} ${String(kalenderjaar)}`
  const places = plekken.get(key) ?? new Set<number>()
  plekken.set(key, places)
  return places
}

function firstFree(bezet: ReadonlySet<number>, verleningenPerJaar: number): number | null {
  for (let plek = 1; plek <= verleningenPerJaar; plek += 1) if (!bezet.has(plek)) return plek
  return null
}
