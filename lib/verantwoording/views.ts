import 'server-only'
import type { Burger, Medewerker, OpleiderActor } from '@/lib/base/actor'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { cent, type Cent } from '@/lib/base/money'
import { addMonths, type PlainDate } from '@/lib/base/date'
import { AANVRAAG_PREFIX } from '@/lib/aanvraag/model'
import { today } from '@/lib/platform/clock'
import { fromDbDate, prisma, toDbDate } from '@/lib/platform/db'
import { readDocument, type OpgeslagenDocument } from '@/lib/platform/documents'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { toDeelname, type Deelname } from '@/lib/verantwoording/repo'

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
}

const DEELNEMER = {
  deelname: true, opleiding: { select: { titel: true } }, opleider: { select: { naam: true } }, aanmeldbewijs: true,
  verplichting: { select: { bedragCent: true } }, besluiten: { where: { soort: 'verlening' }, select: { bedragCent: true } },
} as const
const MET_UITKOMST = ['verleend', 'betwist', 'vastgesteld']

/** The participants of this opleider: what still has to be reported first, by end date. */
export async function listDeelnemers(actor: OpleiderActor, pagina: number): Promise<{ rijen: readonly DeelnemerRij[]; totaal: number; open: number }> {
  const where = { opleiderId: actor.opleiderId, status: { in: MET_UITKOMST } }
  const [rijen, totaal, open, norm] = await Promise.all([
    prisma.aanvraag.findMany({
      where, include: DEELNEMER, skip: (pagina - 1) * PAGINA, take: PAGINA,
      // Without a report sorts first: PostgreSQL puts what is missing on top when it sorts downward.
      orderBy: [{ deelname: { gemeldOp: 'desc' } }, { aanmeldbewijs: { einddatum: 'asc' } }, { kenmerk: 'asc' }],
    }),
    prisma.aanvraag.count({ where }),
    prisma.aanvraag.count({ where: { ...where, status: 'verleend', deelname: null } }),
    readNorm(),
  ])
  return { rijen: rijen.map((rij) => toDeelnemer(rij, norm)), totaal, open }
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

/** A case of the worklist vaststellingen. For who has uwv.werkvoorraad. */
export function getVaststelling(_actor: Medewerker, tekst: string): Promise<DeelnemerRij | undefined> {
  return findDeelnemer(tekst, {})
}

async function findDeelnemer(tekst: string, van: { opleiderId?: string; burgerId?: string }): Promise<DeelnemerRij | undefined> {
  const kenmerk = parseKenmerk(AANVRAAG_PREFIX, tekst)
  if (kenmerk === undefined) return undefined
  const rij = await prisma.aanvraag.findFirst({ where: { kenmerk, status: { in: MET_UITKOMST }, ...van }, include: DEELNEMER })
  return rij === null ? undefined : toDeelnemer(rij, await readNorm())
}

/** Reports that need a person: disputed, or not completed and answered. The oldest answer first. For who has uwv.werkvoorraad. */
export async function listVaststellingen(_actor: Medewerker, pagina: number): Promise<{ rijen: readonly DeelnemerRij[]; totaal: number }> {
  const where = {
    status: { in: ['verleend', 'betwist'] },
    deelname: { is: { OR: [{ reactie: 'betwist' }, { uitkomst: 'niet-succesvol', reactie: 'bevestigd' }] } },
  }
  const [rijen, totaal, norm] = await Promise.all([
    prisma.aanvraag.findMany({ where, include: DEELNEMER, orderBy: { deelname: { reactieOp: 'asc' } }, skip: (pagina - 1) * PAGINA, take: PAGINA }),
    prisma.aanvraag.count({ where }),
    readNorm(),
  ])
  return { rijen: rijen.map((rij) => toDeelnemer(rij, norm)), totaal }
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
  kenmerk: string; status: string; opleiding: { titel: string }; opleider: { naam: string }; aanmeldbewijs: { startdatum: Date; einddatum: Date; voornaam: string; tussenvoegsel: string | null; achternaam: string }; besluiten: readonly { bedragCent: number }[]; verplichting: { bedragCent: number } | null
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
  }
}
