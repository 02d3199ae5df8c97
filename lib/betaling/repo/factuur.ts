import 'server-only'
import { cent, type Cent } from '@/lib/base/money'
import type { PlainDate } from '@/lib/base/date'
import type { Iban } from '@/lib/base/iban'
import { toFactuurStatus, type FactuurFout, type FactuurKanaal, type FactuurSoort, type FactuurStatus } from '@/lib/betaling/model'
import { toDbDate, type Tx } from '@/lib/platform/db'

/** An invoice that stands, with what it stands for: its amount less what was credited before payment. */
export type StaandeFactuur = { readonly id: string; readonly status: FactuurStatus; readonly netto: Cent }

const STAANDE = ['gematcht', 'in-batch', 'betaald', 'teruggekomen']

/** The invoices of an order that stand. The order is locked by who asks. */
export async function listStaandeFacturen(tx: Tx, verplichtingId: string): Promise<readonly StaandeFactuur[]> {
  const rijen = await tx.factuur.findMany({
    where: { verplichtingId, status: { in: STAANDE } }, select: { id: true, status: true, bedragCent: true, gecrediteerdCent: true }, orderBy: [{ ontvangenOp: 'asc' }, { id: 'asc' }],
  })
  return rijen.map(({ id, status, bedragCent, gecrediteerdCent }) => ({ id, status: toFactuurStatus(status), netto: cent((bedragCent ?? 0) - gecrediteerdCent) }))
}

/**
 * The earlier invoice that a credit note or a correction names: the one of this opleider with this number that stands or stood, or else
 * the last one that was refused. Locked until the transaction ends; undefined when there is none.
 */
export async function lockVerwezen(tx: Tx, opleiderId: string, factuurnummer: string) {
  await tx.$executeRaw`select 1 from factuur where opleider_id = ${opleiderId}::uuid and factuurnummer = ${factuurnummer} order by id for update`
  const rijen = await tx.factuur.findMany({
    where: { opleiderId, factuurnummer, soort: { not: 'creditnota' } }, include: { verplichting: { select: { ordernummer: true, aanvraagId: true } } }, orderBy: [{ ontvangenOp: 'desc' }, { id: 'asc' }],
  })
  return rijen.find(({ status }) => status !== 'afgekeurd') ?? rijen[0]
}

export type VerwezenFactuur = NonNullable<Awaited<ReturnType<typeof lockVerwezen>>>

/** The order of an invoice, as lockVerplichting gives it, by its id. */
export async function findOrdernummerVan(tx: Tx, verplichtingId: string): Promise<string> {
  return (await tx.verplichting.findUniqueOrThrow({ where: { id: verplichtingId }, select: { ordernummer: true } })).ordernummer
}

/** A part or all of an invoice is credited before it was paid. */
export async function saveGecrediteerd(tx: Tx, { id, bedragCent, gecrediteerdCent }: VerwezenFactuur, erbijCent: number): Promise<void> {
  const totaal = gecrediteerdCent + erbijCent
  await tx.factuur.update({ where: { id }, data: { gecrediteerdCent: totaal, ...(totaal === bedragCent && { status: 'gecrediteerd' }) }, select: { id: true } })
}

/** A part or all of a paid invoice is credited: it must come back. */
export async function saveTeruggevorderd(tx: Tx, id: string, erbijCent: number): Promise<void> {
  await tx.factuur.update({ where: { id }, data: { teruggevorderdCent: { increment: erbijCent } }, select: { id: true } })
}

export async function hasFactuurnummer(tx: Tx, opleiderId: string, factuurnummer: string): Promise<boolean> {
  return (await tx.factuur.count({ where: { opleiderId, factuurnummer, status: { not: 'afgekeurd' } } })) > 0
}

/** Invoices of one opleider are judged one at a time, so that two with one number cannot pass side by side. */
export async function lockFacturenOf(tx: Tx, opleiderId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('factuur'), hashtext(${opleiderId}))`
}

export type NieuweFactuurRij = {
  opleiderId: string
  soort: FactuurSoort
  kanaal: FactuurKanaal
  factuurnummer: string
  factuurdatum: PlainDate | null
  ordernummer: string | null
  bedragCent: number | null
  iban: Iban | null
  documentId: string
  verplichtingId: string | null
  verwijstNaar: string | null
  status: FactuurStatus
  fouten: readonly FactuurFout[]
}

export async function saveFactuur(tx: Tx, { factuurdatum, fouten, ...rij }: NieuweFactuurRij): Promise<string> {
  const data = { ...rij, factuurdatum: factuurdatum === null ? null : toDbDate(factuurdatum), fouten: fouten.map((fout) => ({ ...fout })) }
  return (await tx.factuur.create({ data, select: { id: true } })).id
}

/** An invoice of this opleider with its file; null when it is not there or another's. */
export function findEigenFactuur(tx: Tx, id: string, opleiderId: string) {
  return tx.factuur.findFirst({ where: { id, opleiderId }, include: { document: { select: { inhoud: true } } } })
}
