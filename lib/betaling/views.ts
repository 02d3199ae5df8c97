import 'server-only'
import { z } from 'zod'
import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { cent, sum, type Cent } from '@/lib/base/money'
import { toFactuurKanaal, toFactuurSoort, toFactuurStatus, toRenteStatus, type FactuurFout, type FactuurKanaal, type FactuurSoort, type FactuurStatus, type RenteStatus } from '@/lib/betaling/model'
import { listRenteVan } from '@/lib/betaling/repo/rente'
import { toBetaalbeletsel, whyNietBetaalbaar, type Wachtreden } from '@/lib/betaling/rules/betaalbaar'
import { describeRente } from '@/lib/betaling/rules/rente'
import { isDocumentId, rentedelenSchema } from '@/lib/betaling/schema'
import { today } from '@/lib/platform/clock'
import { fromDbDate, pool, prisma } from '@/lib/platform/db'
import { readDocument, type OpgeslagenDocument } from '@/lib/platform/documents'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

// What both sides see of an invoice. What only an opleider sees of its money stands in views/opleider.ts, what only UWV sees in views/uwv.ts.

export const PAGINA = 50

export const foutenSchema: z.ZodType<readonly FactuurFout[]> = z.array(z.object({
  code: z.string(), plaats: z.string(), gevonden: z.string().exactOptional(), verwacht: z.string().exactOptional(), isOpmerking: z.literal(true).exactOptional(),
}))

export type FactuurRij = {
  id: string
  factuurnummer: string
  opleider: string
  ordernummer: string | null
  bedrag: Cent | null
  status: FactuurStatus
  ontvangenOp: Date
  soort: FactuurSoort
  kanaal: FactuurKanaal
  /** What keeps us from paying it, and what the norm only advises. */
  fouten: readonly FactuurFout[]
  opmerkingen: readonly FactuurFout[]
  /** What was credited of it, before or after it was paid. */
  teruggenomen: Cent
  /** What credit notes take back that wait for the bank. */
  wachtend: Cent
  /** Why it is not paid now: an approver refused its payment. */
  blokkade: { reden: string; op: Date; door: string } | null
  /** The invoice that it takes back of or replaces. */
  verwijstNaar: { id: string; factuurnummer: string } | null
  /** What we wrote about it when it was refused; null when nobody did. `tekst` is null when no answer was needed. */
  antwoord: { tekst: string | null; op: Date } | null
}

const FACTUUR = {
  opleider: { select: { naam: true } }, verwijstNaarFactuur: { select: { id: true, factuurnummer: true } }, antwoord: { select: { tekst: true, gegevenOp: true } },
  verwezenDoor: { where: { status: 'wacht-op-bank' }, select: { bedragCent: true } },
  blokkades: { where: { opgehevenOp: null }, select: { reden: true, gelegdOp: true, door: { select: { medewerkerNaam: true } } } },
} as const

export type FactuurFilter = { pagina: number; status?: FactuurStatus | undefined }

/** Invoices, newest first: of one opleider, or of all. */
export async function listFacturen(van: { opleiderId?: string }, { pagina, status }: FactuurFilter): Promise<{ rijen: readonly FactuurRij[]; totaal: number }> {
  const where = status === undefined ? van : { ...van, status }
  const [rijen, totaal] = await Promise.all([
    prisma.factuur.findMany({
      where, include: FACTUUR, orderBy: [{ ontvangenOp: 'desc' }, { id: 'asc' }], skip: (pagina - 1) * PAGINA, take: PAGINA,
    }),
    prisma.factuur.count({ where }),
  ])
  return { rijen: rijen.map(toFactuurRij), totaal }
}

/** One invoice; an opleider sees only their own. Undefined when it is not there or not theirs. */
export async function getFactuur(actor: OpleiderActor | Medewerker, id: string): Promise<FactuurRij | undefined> {
  const rij = await findFactuur(actor, id)
  return rij === undefined ? undefined : toFactuurRij(rij)
}

/** The e-invoice as it came in. */
export async function getFactuurBestand(actor: OpleiderActor | Medewerker, id: string): Promise<OpgeslagenDocument | undefined> {
  const rij = await findFactuur(actor, id)
  return rij === undefined ? undefined : readDocument(rij.documentId)
}

async function findFactuur(actor: OpleiderActor | Medewerker, id: string) {
  if (!isDocumentId(id)) return undefined
  const where = actor.soort === 'opleider' ? { id, opleiderId: actor.opleiderId } : { id }
  return (await prisma.factuur.findFirst({ where, include: FACTUUR })) ?? undefined
}

type FactuurBron = {
  id: string; factuurnummer: string; ordernummer: string | null; bedragCent: number | null; status: string; ontvangenOp: Date; fouten: unknown
  soort: string; kanaal: string; gecrediteerdCent: number; teruggevorderdCent: number
  opleider: { naam: string }; verwijstNaarFactuur: { id: string; factuurnummer: string } | null; antwoord: { tekst: string | null; gegevenOp: Date } | null
  verwezenDoor: readonly { bedragCent: number | null }[]; blokkades: readonly { reden: string; gelegdOp: Date; door: { medewerkerNaam: string | null } }[]
}

function toBlokkade([rij]: FactuurBron['blokkades']): FactuurRij['blokkade'] {
  return rij === undefined ? null : { reden: rij.reden, op: rij.gelegdOp, door: rij.door.medewerkerNaam ?? 'Medewerker' }
}

function toFactuurRij({ id, factuurnummer, ordernummer, bedragCent, status, ontvangenOp, fouten, soort, kanaal, ...rij }: FactuurBron): FactuurRij {
  const alle = foutenSchema.parse(fouten)
  return {
    id, factuurnummer, ordernummer, ontvangenOp, opleider: rij.opleider.naam, bedrag: bedragCent === null ? null : cent(bedragCent),
    status: toFactuurStatus(status), soort: toFactuurSoort(soort), kanaal: toFactuurKanaal(kanaal),
    fouten: alle.filter(({ isOpmerking }) => isOpmerking !== true), opmerkingen: alle.filter(({ isOpmerking }) => isOpmerking === true),
    teruggenomen: cent(rij.gecrediteerdCent + rij.teruggevorderdCent), wachtend: sum(rij.verwezenDoor.map((creditnota) => cent(creditnota.bedragCent ?? 0))),
    verwijstNaar: rij.verwijstNaarFactuur, blokkade: toBlokkade(rij.blokkades),
    antwoord: rij.antwoord === null ? null : { tekst: rij.antwoord.tekst, op: rij.antwoord.gegevenOp },
  }
}

export type RenteRij = { id: string; bedrag: Cent; van: PlainDate; totEnMet: PlainDate; status: RenteStatus; delen: readonly string[] }

/** What we owe, or paid, because we were late with an invoice. */
export async function listRente(actor: OpleiderActor | Medewerker, factuurId: string): Promise<readonly RenteRij[]> {
  if (!isDocumentId(factuurId)) return []
  const rijen = await listRenteVan(factuurId, actor.soort === 'opleider' ? actor.opleiderId : null)
  return rijen.map(({ id, bedragCent, van, totEnMet, status, delen }) => ({
    id, bedrag: cent(bedragCent), van: fromDbDate(van), totEnMet: fromDbDate(totEnMet), status: toRenteStatus(status), delen: describeRente(rentedelenSchema.parse(delen)),
  }))
}

/** Why a matched invoice is not paid tonight, apart from a suspension and a blockade, which have more to say. The opleider asks of its own. */
export async function listWachtredenen(actor: OpleiderActor | Medewerker, factuurId: string): Promise<readonly Wachtreden[]> {
  if (!isDocumentId(factuurId)) return []
  const { rows: [rij] } = await pool.query<{ startdatum: string; redenen: string[] }>(`
    select b.startdatum::text as startdatum, array(select w.reden from betaalbeletsel w where w.factuur_id = f.id order by 1) as redenen
      from factuur f join verplichting v on v.id = f.verplichting_id join aanvraag a on a.id = v.aanvraag_id join aanmeldbewijs b on b.id = a.aanmeldbewijs_id
     where f.id = $1 and f.status = 'gematcht' and ($2::uuid is null or f.opleider_id = $2)`, [factuurId, actor.soort === 'opleider' ? actor.opleiderId : null])
  if (rij === undefined) return []
  const regeling = await leesRegeling(prisma, await today())
  const redenen = whyNietBetaalbaar({ beletsels: rij.redenen.map(toBetaalbeletsel), startdatum: plainDate(rij.startdatum), dagenVoorStart: regeling.get('factuur-vanaf').dagenVoorStart, vandaag: regeling.opDatum })
  return redenen.filter((reden): reden is Wachtreden => reden !== 'opgeschort' && reden !== 'tegengehouden')
}
