import 'server-only'
import { z } from 'zod'
import type { Burger, Medewerker, OpleiderActor } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { cent, type Cent } from '@/lib/base/money'
import { addMonths, type PlainDate } from '@/lib/base/date'
import { AANVRAAG_PREFIX } from '@/lib/aanvraag/model'
import type { OpgemaakteBrief } from '@/lib/beschikking/rules/brief-opmaak'
import { getBriefVanOpleider } from '@/lib/beschikking/views'
import { leesGeldstand } from '@/lib/betaling/use-cases/verlaag-verplichting'
import { today } from '@/lib/platform/clock'
import { fromDbDate, prisma, toDbDate } from '@/lib/platform/db'
import { readDocument, type OpgeslagenDocument } from '@/lib/platform/documents'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import type { Zaakreden } from '@/lib/verantwoording/model'
import { toDeelname, type Deelname } from '@/lib/verantwoording/repo'
import { countTeLeveren, findControle, findGeval, listControles, listGevallenVan } from '@/lib/verantwoording/repo/deelname-controle-lezen'
import { findBestand, findBewijsVanBurger, findNavraagVan, listBestanden, listOpen, listVersies, listZonderMelding, type EerdereVersie, type Wiens } from '@/lib/verantwoording/repo/deelname-lezen'
import { countTeReageren, findOpleiderVoornemens, listVoornemensVan } from '@/lib/verantwoording/repo/voornemen-opleider'
import { findEigenVoornemens, findZaak, findZienswijzeDocument, listZaken } from '@/lib/verantwoording/repo/vaststelling-lezen'
import { listTeLateOpleiders } from '@/lib/verantwoording/repo/deelname-termijn'
import { calculateTeLaatGrens, determineMeldStand, type MeldStand } from '@/lib/verantwoording/rules/deelname-termijn'
import type { DeelnameFilter } from '@/lib/verantwoording/schema'

export const PAGINA = 50

export type DeelnemerRij = {
  kenmerk: string
  deelnemer: string
  opleiding: string
  opleider: string
  startdatum: PlainDate
  einddatum: PlainDate
  verleend: Cent
  aanvraagStatus: string
  deelname: Deelname | null
  /** Last day on which the opleider should have reported; regeling, parameter bewijs-van-deelname-termijn. */
  meldenVoor: PlainDate
  isBegonnen: boolean
  /** The day on which the burger told UWV to stop; null when that did not happen. */
  gestoptOp: PlainDate | null
  /** How it stands with the report, as long as there is none. */
  stand: MeldStand
}

const DEELNEMER = {
  deelname: true, opleiding: { select: { titel: true } }, opleider: { select: { naam: true } }, aanmeldbewijs: true, stopzetting: { select: { gestoptOp: true } },
  verplichting: { select: { bedragCent: true } }, besluiten: { where: { soort: 'verlening' }, select: { bedragCent: true } },
} as const
const MET_UITKOMST = ['verleend', 'betwist', 'vastgesteld']

/** The participants of this opleider: what still has to be reported first, by end date; and how many can be reported or are late. */
export async function listDeelnemers(actor: OpleiderActor, pagina: number, filter: DeelnameFilter = 'alle'): Promise<{ rijen: readonly DeelnemerRij[]; totaal: number; open: number; teLaat: number }> {
  const norm = await readNorm()
  const alle = { opleiderId: actor.opleiderId, status: { in: MET_UITKOMST } }
  const laat = { ...alle, status: 'verleend', deelname: null, aanmeldbewijs: { einddatum: { lt: toDbDate(calculateTeLaatGrens(norm.vandaag, norm)) } } }
  const teMelden = { ...alle, status: 'verleend', deelname: null, aanmeldbewijs: { einddatum: { lte: toDbDate(norm.vandaag) } } }
  const where = { alle, 'te-melden': teMelden, 'te-laat': laat, gemeld: { ...alle, deelname: { isNot: null } } }[filter]
  const [rijen, totaal, open, teLaat] = await Promise.all([
    prisma.aanvraag.findMany({
      where, include: DEELNEMER, skip: (pagina - 1) * PAGINA, take: PAGINA,
      // Without a report sorts first: PostgreSQL puts what is missing on top when it sorts downward.
      orderBy: [{ deelname: { gemeldOp: 'desc' } }, { aanmeldbewijs: { einddatum: 'asc' } }, { kenmerk: 'asc' }],
    }),
    prisma.aanvraag.count({ where }),
    prisma.aanvraag.count({ where: teMelden }),
    prisma.aanvraag.count({ where: laat }),
  ])
  return { rijen: rijen.map((rij) => toDeelnemer(rij, norm)), totaal, open, teLaat }
}

/** How many scholingen with STAP-budget of this opleider have ended without a report. */
export async function countTeMelden({ opleiderId }: OpleiderActor): Promise<number> {
  return prisma.aanvraag.count({ where: { opleiderId, status: 'verleend', deelname: null, aanmeldbewijs: { einddatum: { lt: toDbDate(await today()) } } } })
}

/** One participant of this opleider; undefined when it is somebody else's. */
export function getDeelnemer(actor: OpleiderActor, tekst: string): Promise<DeelnemerRij | undefined> {
  return findDeelnemer(tekst, { opleiderId: actor.opleiderId })
}

/** What the opleider reported about this burger's own aanvraag. */
export function getEigenDeelname(actor: Burger, tekst: string): Promise<DeelnemerRij | undefined> {
  return findDeelnemer(tekst, { burgerId: actor.id })
}

async function findDeelnemer(tekst: string, van: { opleiderId?: string; burgerId?: string }): Promise<DeelnemerRij | undefined> {
  const kenmerk = parseKenmerk(AANVRAAG_PREFIX, tekst)
  if (kenmerk === undefined) return undefined
  const rij = await prisma.aanvraag.findFirst({ where: { kenmerk, status: { in: MET_UITKOMST }, ...van }, include: DEELNEMER })
  return rij === null ? undefined : toDeelnemer(rij, await readNorm())
}

/** The worklist of what a person must decide after a verlening, with how many there are of each reason. For who has uwv.werkvoorraad. */
export async function listVaststellingen(_actor: Medewerker, { reden, pagina }: { reden?: Zaakreden | undefined; pagina: number }) {
  const norm = await readNorm()
  const { rijen, perReden } = await listZaken({ vandaag: norm.vandaag, eindeVoor: calculateTeLaatGrens(norm.vandaag, norm) }, { reden, offset: (pagina - 1) * PAGINA, limit: PAGINA })
  return { rijen, perReden, totaal: perReden.filter((rij) => reden === undefined || rij.reden === reden).reduce((som, { aantal }) => som + aantal, 0) }
}

/** One case of vaststelling with everything on its page. */
export type Zaak = NonNullable<Awaited<ReturnType<typeof getZaak>>>

/** One case of it with everything that is known; undefined when there is none. The caller logs the view (bekijkDossier). */
export async function getZaak(_actor: Medewerker, tekst: string) {
  const kenmerk = parseKenmerk(AANVRAAG_PREFIX, tekst)
  const zaak = kenmerk === undefined ? undefined : await findZaak(kenmerk)
  if (zaak === undefined) return undefined
  const regeling = await leesRegeling(prisma, await today())
  return { ...zaak, geld: await leesGeldstand(prisma, zaak.id), vandaag: await today(), uitsluitingsduur: regeling.get('uitsluitingsduur'), zienswijzeDagen: regeling.get('zienswijze-termijn').dagen }
}

/** The voornemens about this burger's own aanvraag. */
export function getEigenVoornemens(actor: Burger, tekst: string): ReturnType<typeof findEigenVoornemens> {
  const kenmerk = parseKenmerk(AANVRAAG_PREFIX, tekst)
  return kenmerk === undefined ? Promise.resolve(undefined) : findEigenVoornemens(actor.id, kenmerk)
}

/** What this opleider is asked to react to, and how much of it waits. */
export async function listEigenVoornemens({ opleiderId }: OpleiderActor, pagina: number) {
  const rijen = await listVoornemensVan(opleiderId, { skip: (pagina - 1) * PAGINA, take: PAGINA })
  return { rijen, totaal: rijen[0]?.totaal ?? 0 }
}
export const countEigenVoornemens = ({ opleiderId }: OpleiderActor) => countTeReageren(opleiderId)

/** The voornemens about an aanvraag to which this opleider can react; undefined when there are none. */
export async function getVoornemensVoorOpleider({ opleiderId }: OpleiderActor, tekst: string) {
  const kenmerk = parseKenmerk(AANVRAAG_PREFIX, tekst)
  const gevonden = kenmerk === undefined ? undefined : await findOpleiderVoornemens(opleiderId, kenmerk)
  return gevonden === undefined ? undefined : { ...gevonden, vandaag: await today() }
}

/** A letter about a voornemen to this opleider: what was announced, or what came of it. */
export async function getVoornemenbrief(opleider: OpleiderActor, kenmerk: string, briefId: string): Promise<OpgemaakteBrief | undefined> {
  const gevonden = await getVoornemensVoorOpleider(opleider, kenmerk)
  return gevonden?.voornemens.some((een) => een.opleiderBriefId === briefId || een.opleiderBesluitBriefId === briefId) === true ? getBriefVanOpleider(opleider, briefId) : undefined
}

/** The file that came with a reaction to a voornemen: for who has uwv.werkvoorraad, and for the opleider that sent it. */
export async function getZienswijzeBestand(actor: Medewerker | OpleiderActor, tekst: string, zienswijzeId: string): Promise<OpgeslagenDocument | undefined> {
  const kenmerk = parseKenmerk(AANVRAAG_PREFIX, tekst)
  const id = kenmerk === undefined || !z.guid().safeParse(zienswijzeId).success ? undefined : await findZienswijzeDocument(kenmerk, zienswijzeId, actor.soort === 'opleider' ? actor.opleiderId : undefined)
  return id === undefined ? undefined : readDocument(id)
}

/** The bewijs van deelname, for who may see the case. */
export async function getBewijs(actor: OpleiderActor | Burger | Medewerker, kenmerk: string): Promise<OpgeslagenDocument | undefined> {
  const van = actor.soort === 'opleider' ? { opleiderId: actor.opleiderId } : actor.soort === 'burger' ? { burgerId: actor.id } : {}
  const bewijsId = (await findDeelnemer(kenmerk, van))?.deelname?.bewijsId ?? null
  return bewijsId === null ? undefined : readDocument(bewijsId)
}

type Norm = { vandaag: PlainDate; maanden: number }

async function readNorm(): Promise<Norm> {
  const vandaag = await today()
  return { vandaag, maanden: (await leesRegeling(prisma, vandaag)).get('bewijs-van-deelname-termijn').maanden }
}

/** Attendance in percent that counts as completed today. */
export async function getAanwezigheidsnorm(): Promise<number> {
  return (await leesRegeling(prisma, await today())).get('aanwezigheidsnorm').procent
}

type Bron = {
  kenmerk: string; status: string; opleiding: { titel: string }; opleider: { naam: string }; aanmeldbewijs: { startdatum: Date; einddatum: Date; voornaam: string; tussenvoegsel: string | null; achternaam: string }; besluiten: readonly { bedragCent: number }[]; verplichting: { bedragCent: number } | null; stopzetting: { gestoptOp: Date } | null
  deelname: Parameters<typeof toDeelname>[0] | null
}

function toDeelnemer(rij: Bron, { vandaag, maanden }: Norm): DeelnemerRij {
  const { voornaam, tussenvoegsel, achternaam } = rij.aanmeldbewijs
  const startdatum = fromDbDate(rij.aanmeldbewijs.startdatum)
  const einddatum = fromDbDate(rij.aanmeldbewijs.einddatum)
  return {
    kenmerk: rij.kenmerk, deelnemer: [voornaam, tussenvoegsel, achternaam].filter(Boolean).join(' '), opleiding: rij.opleiding.titel,
    opleider: rij.opleider.naam, startdatum, einddatum, verleend: cent(rij.verplichting?.bedragCent ?? rij.besluiten[0]?.bedragCent ?? 0), aanvraagStatus: rij.status,
    deelname: rij.deelname === null ? null : toDeelname(rij.deelname), meldenVoor: addMonths(einddatum, maanden), isBegonnen: vandaag >= startdatum,
    gestoptOp: rij.stopzetting === null ? null : amsterdamDate(rij.stopzetting.gestoptOp),
    stand: determineMeldStand({ startdatum, einddatum, meldenVoor: addMonths(einddatum, maanden), vandaag }),
  }
}

// ── Deelname: files, versions, who is late, and what the Toetsingskamer looks at ──────────────────────────────

/** The deelnemers an opleider can report on now, for the example file. */
export const listOpenDeelnemers = async ({ opleiderId }: OpleiderActor) => listOpen(opleiderId, await today())
export const listDeelnameBestanden = ({ opleiderId }: OpleiderActor) => listBestanden(opleiderId)
export const getDeelnameBestand = ({ opleiderId }: OpleiderActor, id: string, bladen: { goed: number; fout: number }) => findBestand(opleiderId, id, { ...bladen, take: PAGINA })

/** Whose dossier this actor may see; undefined when the text is no kenmerk. */
function wiens(actor: OpleiderActor | Burger | Medewerker, tekst: string): Wiens | undefined {
  const kenmerk = parseKenmerk(AANVRAAG_PREFIX, tekst)
  if (kenmerk === undefined) return undefined
  return actor.soort === 'opleider' ? { kenmerk, opleiderId: actor.opleiderId } : actor.soort === 'burger' ? { kenmerk, burgerId: actor.id } : { kenmerk }
}

/** What was reported before it was corrected, for who may see the case. */
export async function listEerdereVersies(actor: OpleiderActor | Burger | Medewerker, kenmerk: string): Promise<readonly EerdereVersie[]> {
  const van = wiens(actor, kenmerk)
  return van === undefined ? [] : listVersies(van)
}

/** The question of UWV when nothing was reported, with the answer of the burger: for that burger, and for who has uwv.werkvoorraad. */
export async function getNavraag(actor: Burger | Medewerker, kenmerk: string) {
  const van = wiens(actor, kenmerk)
  return van === undefined ? undefined : findNavraagVan(van)
}

/** The evidence of the burger: for that burger, and for who has uwv.werkvoorraad. The opleider does not see it. */
export async function getBewijsVanBurger(actor: Burger | Medewerker, kenmerk: string): Promise<OpgeslagenDocument | undefined> {
  const van = wiens(actor, kenmerk)
  const id = van === undefined ? undefined : await findBewijsVanBurger(van)
  return id === undefined ? undefined : readDocument(id)
}

/** Opleiders with reports that are late, the most first. For who has uwv.werkvoorraad. */
export async function listTeLaat(_actor: Medewerker, pagina: number) {
  const norm = await readNorm()
  const rijen = await listTeLateOpleiders(calculateTeLaatGrens(norm.vandaag, norm), { skip: (pagina - 1) * PAGINA, take: PAGINA })
  return { totaal: rijen[0]?.totaal ?? 0, rijen: rijen.map(({ oudste, ...rij }) => ({ ...rij, oudste: addMonths(fromDbDate(oudste), norm.maanden) })) }
}

/** Cases without a report that UWV can settle of office (Awb 4:47): the burger was asked first. For who has uwv.werkvoorraad. */
export const listNietGemeld = async (_actor: Medewerker, pagina: number) => listZonderMelding(await today(), { skip: (pagina - 1) * PAGINA, take: PAGINA })

/** The samples of the Toetsingskamer. For who has toezicht.lezen. */
export const listDeelnamecontroles = (_actor: Medewerker) => listControles()
export const getDeelnamecontrole = (_actor: Medewerker, id: string) => findControle(id)

/** One case with its documents, by the number in its sample. For who has toezicht.lezen. */
export const getControlegeval = async (_actor: Medewerker, controleId: string, nummer: number) => ({ geval: await findGeval({ controleId, nummer }), vandaag: await today() })

/** The bewijs that came with the report of a case. For who has toezicht.lezen. */
export async function getControlebewijs(_actor: Medewerker, controleId: string, nummer: number): Promise<OpgeslagenDocument | undefined> {
  const bewijsId = (await findGeval({ controleId, nummer }))?.deelname?.bewijsId ?? null
  return bewijsId === null ? undefined : readDocument(bewijsId)
}

/** The cases of this opleider, and one of them. */
export const listEigenControles = ({ opleiderId }: OpleiderActor) => listGevallenVan(opleiderId)
export const countTeLeverenStukken = ({ opleiderId }: OpleiderActor) => countTeLeveren(opleiderId)
export const getEigenControle = ({ opleiderId }: OpleiderActor, id: string) => findGeval({ id, opleiderId })

/** A document of a case, for who may see the case. */
export async function getStuk(actor: OpleiderActor | Medewerker, van: { gevalId: string } | { controleId: string; nummer: number }, stukId: string): Promise<OpgeslagenDocument | undefined> {
  const geval = 'gevalId' in van ? (actor.soort === 'opleider' ? await findGeval({ id: van.gevalId, opleiderId: actor.opleiderId }) : undefined) : actor.soort === 'medewerker' ? await findGeval(van) : undefined
  const stuk = geval?.stukken.find(({ id }) => id === stukId)
  return stuk === undefined ? undefined : readDocument(stuk.documentId)
}
