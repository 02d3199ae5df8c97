import { randomBytes } from 'node:crypto'
import type { OpleiderActor } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import type { PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenissen } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { leesRegisteroordeel } from '@/lib/register/use-cases/lees-registeroordeel'
import type { Herkomst } from '@/lib/vooraanmelding/model'
import { findEigenActiviteiten, findUitstaande, insertAanmeldbewijzen, lockUitgifte, type EigenActiviteit, type NieuwAanmeldbewijs } from '@/lib/vooraanmelding/repo'
import { CODE_BYTES, makeCode } from '@/lib/vooraanmelding/rules/code'
import { checkUitgifte, type UitgeefReden } from '@/lib/vooraanmelding/rules/uitgifte'
import type { RijInput, UitgeefInput } from '@/lib/vooraanmelding/schema'
import { tekenBewijs } from '@/lib/vooraanmelding/use-cases/teken'

export type Uitgegeven = { readonly id: string; readonly code: string }

/** One aanmeldbewijs that is asked for: by the id of the activity (portal) or its cohortcode (file, API). */
export type Uitgifte = Omit<UitgeefInput, 'scholingsactiviteitId'> & {
  readonly welke: { readonly id: string } | Pick<RijInput, 'cohortcode' | 'opleidingscode'>
}

/** Issues one from the portal. */
export function geefAanmeldbewijsUit(opleider: OpleiderActor, { scholingsactiviteitId, ...input }: UitgeefInput): Promise<Outcome<UitgeefReden, Uitgegeven>> {
  return inTransaction(async (tx) => {
    const [uitkomst] = await geefUitIn(tx, opleider, [{ ...input, welke: { id: scholingsactiviteitId } }], { bron: 'portaal' })
    return uitkomst ?? refused('activiteit-niet-gevonden')
  })
}

/**
 * Issues aanmeldbewijzen for people who enrolled with this opleider, each judged by itself: the answers come in the order of the
 * question. Costs come from the register as it is now; place and dates too, unless the opleider says otherwise. Each is signed. It
 * reserves no budget and gives no priority. Who has one for this activity that was not used gets no second one.
 */
export async function geefUitIn(tx: Tx, opleider: OpleiderActor, gevraagd: readonly Uitgifte[], herkomst: { bron: Herkomst; burgerId?: string }): Promise<Outcome<UitgeefReden, Uitgegeven>[]> {
  await lockUitgifte(tx, opleider.opleiderId)
  const nu = await nowIn(tx)
  const wereld = await readWereld(tx, opleider, gevraagd, amsterdamDate(nu))
  const nieuw: NieuwAanmeldbewijs[] = []
  const oordelen = gevraagd.map((uitgifte): Outcome<UitgeefReden, string> => {
    const { activiteit, redenen } = judge(uitgifte, wereld)
    if (activiteit === undefined || redenen.length > 0) return refused(...redenen)
    const bewijs = compose(uitgifte, activiteit, { opleider, nu, ...herkomst })
    wereld.uitstaand.add(`${activiteit.id} ${uitgifte.studentnummer}`)
    nieuw.push(bewijs)
    return success(bewijs.code)
  })
  const ids = await insertAanmeldbewijzen(tx, nieuw)
  await saveGebeurtenissen(tx, nieuw.map(({ code, scholingsactiviteitId, gevraagdCent, bron }) => ({
    onderwerp: 'aanmeldbewijs', onderwerpId: ids.get(code) ?? '', soort: 'geef-uit', naar: 'uitgegeven', actor: opleider, gegevens: { scholingsactiviteitId, gevraagdCent, bron },
  })))
  return oordelen.map((oordeel) => (oordeel.ok ? success({ id: ids.get(oordeel.value) ?? '', code: oordeel.value }) : oordeel))
}

type Wereld = {
  readonly activiteiten: readonly EigenActiviteit[]
  readonly nietAanvraagbaar: ReadonlyMap<string, Parameters<typeof checkUitgifte>[0]['nietAanvraagbaar']>
  readonly maximumCent: Cent
  readonly uitstaand: Set<string>
}

async function readWereld(tx: Tx, opleider: OpleiderActor, gevraagd: readonly Uitgifte[], dag: PlainDate): Promise<Wereld> {
  const activiteiten = await findEigenActiviteiten(tx, opleider.opleiderId, {
    ids: gevraagd.flatMap(({ welke }) => ('id' in welke ? [welke.id] : [])),
    cohortcodes: gevraagd.flatMap(({ welke }) => ('id' in welke ? [] : [welke.cohortcode])),
  })
  const nietAanvraagbaar = new Map<string, Parameters<typeof checkUitgifte>[0]['nietAanvraagbaar']>()
  for (const { id } of activiteiten) nietAanvraagbaar.set(id, (await leesRegisteroordeel(tx, id, { dag, registratiestopOp: null }))?.nietAanvraagbaar ?? [])
  const uitstaande = await findUitstaande(tx, opleider.opleiderId, gevraagd.map(({ studentnummer }) => studentnummer))
  return { activiteiten, nietAanvraagbaar, uitstaand: new Set(uitstaande.keys()), maximumCent: (await leesRegeling(tx, dag)).get('maximumbedrag') }
}

function judge(uitgifte: Uitgifte, { activiteiten, nietAanvraagbaar, maximumCent, uitstaand }: Wereld): { activiteit: EigenActiviteit | undefined; redenen: readonly UitgeefReden[] } {
  const { welke } = uitgifte
  const activiteit = activiteiten.find(({ id, cohortcode }) => ('id' in welke ? id === welke.id : cohortcode === welke.cohortcode))
  if (activiteit === undefined) return { activiteit, redenen: ['activiteit-niet-gevonden'] }
  // "Deze keuze van scholing moet 1-op-1 overeenkomen": a cohortcode of another opleiding is a mistake and not another opleiding.
  if (!('id' in welke) && welke.opleidingscode !== undefined && ![activiteit.programmaId, activiteit.opleidingId].includes(welke.opleidingscode)) return { activiteit, redenen: ['opleiding-past-niet'] }
  const redenen = checkUitgifte({
    gevraagdCent: uitgifte.gevraagd, subsidiabelCent: activiteit.subsidiabelCent, maximumCent,
    nietAanvraagbaar: nietAanvraagbaar.get(activiteit.id) ?? [],
    startdatum: uitgifte.startdatum ?? activiteit.startdatum, einddatum: uitgifte.einddatum ?? activiteit.einddatum,
  })
  return { activiteit, redenen: uitstaand.has(`${activiteit.id} ${uitgifte.studentnummer}`) ? [...redenen, 'al-uitgegeven'] : redenen }
}

function compose(uitgifte: Uitgifte, activiteit: EigenActiviteit, { opleider, nu, bron, burgerId }: { opleider: OpleiderActor; nu: Date; bron: Herkomst; burgerId?: string }): NieuwAanmeldbewijs {
  const { welke: _, gevraagd, plaats, startdatum, einddatum, tussenvoegsel, straat, huisnummer, huisnummertoevoeging, postcode, woonplaats, land, ...persoon } = uitgifte
  const inhoud = {
    ...persoon,
    tussenvoegsel: tussenvoegsel ?? null, straat: straat ?? null, huisnummer: huisnummer ?? null, huisnummertoevoeging: huisnummertoevoeging ?? null,
    postcode: postcode ?? null, woonplaats: woonplaats ?? null, land: land ?? 'NL',
    code: makeCode(randomBytes(CODE_BYTES)), versie: 1,
    opleiderId: opleider.opleiderId, opleidingId: activiteit.opleidingId, scholingsactiviteitId: activiteit.id,
    kostenCent: cent(activiteit.catalogusprijsCent), subsidiabelCent: cent(activiteit.subsidiabelCent), gevraagdCent: gevraagd,
    startdatum: startdatum ?? activiteit.startdatum, einddatum: einddatum ?? activiteit.einddatum, plaats: plaats ?? activiteit.plaats,
    // Kept in whole milliseconds, and signed as it is kept.
    uitgegevenOp: nu,
  }
  return { ...inhoud, handtekening: tekenBewijs(inhoud), opleidingVersie: activiteit.opleidingVersie, bron, burgerId: burgerId ?? null, uitgegevenDoor: opleider.id }
}
