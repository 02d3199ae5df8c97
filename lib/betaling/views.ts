import 'server-only'
import { z } from 'zod'
import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { addDays, type PlainDate } from '@/lib/base/date'
import { formatIban, parseIban } from '@/lib/base/iban'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { cent, type Cent } from '@/lib/base/money'
import {
  BATCH_PREFIX, ORDER_PREFIX, toBatchStatus, toBetalingStatus, toFactuurStatus, toVerplichtingStatus,
  type BetaalbatchStatus, type BetalingStatus, type FactuurFout, type FactuurStatus, type VerplichtingStatus,
} from '@/lib/betaling/model'
import { formatOnderwijsvorm } from '@/lib/betaling/rules/onderwijsvorm'
import { isDocumentId } from '@/lib/betaling/schema'
import { today } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { fromDbDate, pool, prisma, toDbDate } from '@/lib/platform/db'
import { readDocument, type OpgeslagenDocument } from '@/lib/platform/documents'
import { OPLEIDINGSVORMEN } from '@/lib/register/model'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

export const PAGINA = 50

const foutenSchema: z.ZodType<readonly FactuurFout[]> = z.array(z.object({
  code: z.string(), plaats: z.string(), gevonden: z.string().exactOptional(), verwacht: z.string().exactOptional(),
}))

// ── Opleider ───────────────────────────────────────────────────────────────

export type OpdrachtRij = {
  ordernummer: string
  deelnemer: string
  opleiding: string
  startdatum: PlainDate
  /** Of the aanvraag, with whether its grant stands: only then can a change be reported. */
  kenmerk: string
  isVerleend: boolean
  bedrag: Cent
  status: VerplichtingStatus
  /** First day on which an invoice can be sent. */
  vanaf: PlainDate
  isTeVroeg: boolean
}

const OPDRACHT = {
  aanvraag: { include: { opleiding: { select: { titel: true } }, scholingsactiviteit: true, aanmeldbewijs: true } },
} as const

/** The orders of this opleider, what still asks for an invoice first. */
export async function listOpdrachten(actor: OpleiderActor, pagina: number): Promise<{ rijen: readonly OpdrachtRij[]; totaal: number }> {
  const where = { opleiderId: actor.opleiderId }
  const [rijen, totaal, venster] = await Promise.all([
    // 'betaald' < 'gefactureerd' < 'open' < 'vervallen': open ones belong on top, so by status from the end and then the earliest start.
    prisma.verplichting.findMany({
      where, include: OPDRACHT, skip: (pagina - 1) * PAGINA, take: PAGINA,
      orderBy: [{ status: 'desc' }, { aanvraag: { aanmeldbewijs: { startdatum: 'asc' } } }, { ordernummer: 'asc' }],
    }),
    prisma.verplichting.count({ where }),
    factuurVenster(),
  ])
  return { rijen: rijen.map((rij) => toOpdrachtRij(rij, venster)), totaal }
}

/** What this opleider can do now about its money: orders that may be invoiced today, and orders of which the last invoice was refused. */
export async function getFactuurWerk({ opleiderId }: OpleiderActor): Promise<{ teFactureren: number; afgekeurd: number }> {
  const { vandaag, dagenVoorStart } = await factuurVenster()
  const open = { opleiderId, status: 'open', aanvraag: { aanmeldbewijs: { startdatum: { lte: toDbDate(addDays(vandaag, dagenVoorStart)) } } } }
  const [teFactureren, afgekeurd] = await Promise.all([
    prisma.verplichting.count({ where: open }),
    // A refused invoice is not tied to the order it names; it needs work for as long as that order waits for a good one.
    pool.query<{ aantal: number }>(`
      select count(distinct v.id) as aantal from factuur f join verplichting v on v.ordernummer = f.ordernummer and v.opleider_id = f.opleider_id
      where f.opleider_id = $1 and f.status = 'afgekeurd' and v.status = 'open'`, [opleiderId]),
  ])
  return { teFactureren, afgekeurd: afgekeurd.rows[0]?.aantal ?? 0 }
}

export type OpdrachtDetail = OpdrachtRij & { onderwijsvorm: string; kvkUwv: string; iban: string | null; regel: string }

/** One order of this opleider with everything that an invoice needs; undefined when it is not theirs. */
export async function getOpdracht(actor: OpleiderActor, tekst: string): Promise<OpdrachtDetail | undefined> {
  const ordernummer = parseKenmerk(ORDER_PREFIX, tekst)
  if (ordernummer === undefined) return undefined
  const rij = await prisma.verplichting.findFirst({ where: { ordernummer, opleiderId: actor.opleiderId }, include: { ...OPDRACHT, opleider: true } })
  if (rij === null) return undefined
  const vorm = OPLEIDINGSVORMEN.find((kandidaat) => kandidaat === rij.aanvraag.scholingsactiviteit.opleidingsvorm)
  const onderwijsvorm = vorm === undefined ? '' : formatOnderwijsvorm(vorm)
  const iban = parseIban(rij.opleider.iban ?? '')
  return {
    ...toOpdrachtRij(rij, await factuurVenster()),
    onderwijsvorm, kvkUwv: config.uwv.kvk, iban: iban === undefined ? null : formatIban(iban),
    regel: `${rij.aanvraag.opleiding.titel} (${onderwijsvorm})`,
  }
}

type OpdrachtBron = {
  ordernummer: string; bedragCent: number; status: string
  aanvraag: { kenmerk: string; status: string; opleiding: { titel: string }; aanmeldbewijs: { startdatum: Date; voornaam: string; tussenvoegsel: string | null; achternaam: string } }
}

function toOpdrachtRij({ aanvraag, ...rij }: OpdrachtBron, { vandaag, dagenVoorStart }: Venster): OpdrachtRij {
  const startdatum = fromDbDate(aanvraag.aanmeldbewijs.startdatum)
  const vanaf = addDays(startdatum, -dagenVoorStart)
  const { voornaam, tussenvoegsel, achternaam } = aanvraag.aanmeldbewijs
  return {
    ordernummer: rij.ordernummer, bedrag: cent(rij.bedragCent), status: toVerplichtingStatus(rij.status),
    deelnemer: [voornaam, tussenvoegsel, achternaam].filter(Boolean).join(' '), opleiding: aanvraag.opleiding.titel,
    startdatum, vanaf, isTeVroeg: vandaag < vanaf, kenmerk: aanvraag.kenmerk, isVerleend: aanvraag.status === 'verleend',
  }
}

type Venster = { vandaag: PlainDate; dagenVoorStart: number }

async function factuurVenster(): Promise<Venster> {
  const vandaag = await today()
  return { vandaag, dagenVoorStart: (await leesRegeling(prisma, vandaag)).get('factuur-vanaf').dagenVoorStart }
}

// ── Facturen ───────────────────────────────────────────────────────────────

export type FactuurRij = {
  id: string
  factuurnummer: string
  opleider: string
  ordernummer: string | null
  bedrag: Cent | null
  status: FactuurStatus
  ontvangenOp: Date
  fouten: readonly FactuurFout[]
}

export type FactuurFilter = { pagina: number; status?: FactuurStatus | undefined }

/** The invoices that this opleider sent, newest first. */
export function listEigenFacturen(actor: OpleiderActor, filter: FactuurFilter) {
  return listFacturen({ opleiderId: actor.opleiderId }, filter)
}

/** The invoices of every opleider, newest first. For who has betaling.lezen. */
export function listOntvangenFacturen(_actor: Medewerker, filter: FactuurFilter) {
  return listFacturen({}, filter)
}

async function listFacturen(van: { opleiderId?: string }, { pagina, status }: FactuurFilter): Promise<{ rijen: readonly FactuurRij[]; totaal: number }> {
  const where = status === undefined ? van : { ...van, status }
  const [rijen, totaal] = await Promise.all([
    prisma.factuur.findMany({
      where, include: { opleider: { select: { naam: true } } }, orderBy: [{ ontvangenOp: 'desc' }, { id: 'asc' }], skip: (pagina - 1) * PAGINA, take: PAGINA,
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
  return (await prisma.factuur.findFirst({ where, include: { opleider: { select: { naam: true } } } })) ?? undefined
}

type FactuurBron = {
  id: string; factuurnummer: string; ordernummer: string | null; bedragCent: number | null; status: string; ontvangenOp: Date; fouten: unknown
  opleider: { naam: string }
}

function toFactuurRij({ id, factuurnummer, ordernummer, bedragCent, status, ontvangenOp, fouten, opleider }: FactuurBron): FactuurRij {
  return {
    id, factuurnummer, ordernummer, ontvangenOp, opleider: opleider.naam, bedrag: bedragCent === null ? null : cent(bedragCent),
    status: toFactuurStatus(status), fouten: foutenSchema.parse(fouten),
  }
}

// ── Betalingen ─────────────────────────────────────────────────────────────

export type BatchRij = {
  msgId: string; status: BetaalbatchStatus; aantal: number; totaal: Cent; opgesteldOp: Date; opgesteldDoor: string
  goedgekeurdDoor: readonly string[]; vrijgegevenOp: Date | null
}

const BATCH = {
  opgesteldDoorGebruiker: { select: { medewerkerNaam: true } },
  goedkeuringen: { orderBy: { goedgekeurdOp: 'asc' }, include: { medewerker: { select: { medewerkerNaam: true } } } },
} as const

/** Every batch, newest first, and how many approved invoices still wait for one. For who has betaling.lezen. */
export async function listBatches(_actor: Medewerker, pagina: number): Promise<{ rijen: readonly BatchRij[]; totaal: number; wachtend: { aantal: number; bedrag: Cent } }> {
  const [rijen, totaal, wachtend] = await Promise.all([
    prisma.betaalbatch.findMany({ include: BATCH, orderBy: { opgesteldOp: 'desc' }, skip: (pagina - 1) * PAGINA, take: PAGINA }),
    prisma.betaalbatch.count(),
    prisma.factuur.aggregate({ where: { status: 'gematcht' }, _count: true, _sum: { bedragCent: true } }),
  ])
  return { rijen: rijen.map(toBatchRij), totaal, wachtend: { aantal: wachtend._count, bedrag: cent(wachtend._sum.bedragCent ?? 0) } }
}

export type BatchDetail = BatchRij & {
  sha256: string | null
  /** When each person of goedgekeurdDoor approved. */
  goedkeuringen: readonly { naam: string; op: Date }[]
  isDoorMijGoedgekeurd: boolean
  betalingen: readonly { endToEndId: string; opleider: string; rekening: string; factuurnummer: string; bedrag: Cent; status: BetalingStatus }[]
}

/** A batch with every line. Undefined when there is none with this number. */
export async function getBatch(actor: Medewerker, tekst: string): Promise<BatchDetail | undefined> {
  const rij = await prisma.betaalbatch.findUnique({
    where: { msgId: parseKenmerk(BATCH_PREFIX, tekst) ?? '' },
    include: { ...BATCH, document: { select: { sha256: true } }, betalingen: { orderBy: { endToEndId: 'asc' }, include: { factuur: { select: { factuurnummer: true } } } } },
  })
  if (rij === null) return undefined
  return {
    ...toBatchRij(rij),
    sha256: rij.document?.sha256 ?? null,
    goedkeuringen: rij.goedkeuringen.map(({ medewerker, goedgekeurdOp }) => ({ naam: medewerker.medewerkerNaam ?? 'Medewerker', op: goedgekeurdOp })),
    isDoorMijGoedgekeurd: rij.goedkeuringen.some(({ medewerkerId }) => medewerkerId === actor.id),
    betalingen: rij.betalingen.map(({ endToEndId, tenaamstelling, iban, factuur, bedragCent, status }) => ({
      endToEndId, status: toBetalingStatus(status), opleider: tenaamstelling, rekening: toRekening(iban), factuurnummer: factuur.factuurnummer, bedrag: cent(bedragCent),
    })),
  }
}

/** The payment file of a batch that was handed to the bank; undefined before that. */
export async function getBetaalbestand(_actor: Medewerker, tekst: string): Promise<OpgeslagenDocument | undefined> {
  const rij = await prisma.betaalbatch.findUnique({ where: { msgId: parseKenmerk(BATCH_PREFIX, tekst) ?? '' }, select: { documentId: true, vrijgegevenOp: true } })
  return rij === null || rij.documentId === null || rij.vrijgegevenOp === null ? undefined : readDocument(rij.documentId)
}

type BatchBron = {
  msgId: string; status: string; aantal: number; totaalCent: bigint; opgesteldOp: Date; vrijgegevenOp: Date | null
  opgesteldDoorGebruiker: { medewerkerNaam: string | null } | null; goedkeuringen: readonly { medewerker: { medewerkerNaam: string | null } }[]
}

function toBatchRij({ msgId, status, aantal, totaalCent, opgesteldOp, vrijgegevenOp, opgesteldDoorGebruiker, goedkeuringen }: BatchBron): BatchRij {
  return {
    msgId, aantal, opgesteldOp, vrijgegevenOp, status: toBatchStatus(status), totaal: cent(Number(totaalCent)),
    opgesteldDoor: opgesteldDoorGebruiker === null ? 'Automatisch' : (opgesteldDoorGebruiker.medewerkerNaam ?? 'Medewerker'),
    goedgekeurdDoor: goedkeuringen.map(({ medewerker }) => medewerker.medewerkerNaam ?? 'Medewerker'),
  }
}

function toRekening(iban: string): string {
  const gelezen = parseIban(iban)
  return gelezen === undefined ? iban : formatIban(gelezen)
}
