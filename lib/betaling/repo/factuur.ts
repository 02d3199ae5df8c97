import 'server-only'
import { cent, type Cent } from '@/lib/base/money'
import type { PlainDate } from '@/lib/base/date'
import type { Iban } from '@/lib/base/iban'
import { toFactuurStatus, type FactuurFout, type FactuurKanaal, type FactuurSoort, type FactuurStatus } from '@/lib/betaling/model'
import type { Betaalstand } from '@/lib/betaling/rules/creditnota'
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
 * the last one that was refused. Locked with its payment until the transaction ends; undefined when there is none.
 */
export async function lockVerwezen(tx: Tx, opleiderId: string, factuurnummer: string): Promise<VerwezenFactuur | undefined> {
  const rijen = await tx.factuur.findMany({ where: { opleiderId, factuurnummer, soort: { not: 'creditnota' } }, select: { id: true } })
  const facturen = await lockMetBetaling(tx, rijen.map(({ id }) => id))
  return facturen.find(({ status }) => status !== 'afgekeurd') ?? facturen[0]
}

/**
 * Invoices with where their payment is, which stays there until the transaction ends. The batch first, then the payment, then the
 * invoice: in that order they are locked by who makes the file and by who books what the bank says.
 */
export async function lockMetBetaling(tx: Tx, ids: readonly string[]) {
  await tx.$executeRaw`select 1 from betaalbatch p where p.document_id is null and p.id in (select b.batch_id from betaling b where b.factuur_id = any (${ids}::uuid[]) and b.status = 'onderweg') order by p.id for update`
  await tx.$executeRaw`select 1 from betaling b where b.factuur_id = any (${ids}::uuid[]) and b.status in ('onderweg', 'uitgevoerd') order by b.id for update`
  await tx.$executeRaw`select 1 from factuur where id = any (${ids}::uuid[]) order by id for update`
  const rijen = await tx.factuur.findMany({
    where: { id: { in: [...ids] } }, orderBy: [{ ontvangenOp: 'desc' }, { id: 'asc' }],
    include: {
      verplichting: { select: { ordernummer: true, aanvraagId: true } },
      betalingen: { where: { renteId: null, status: { in: ['onderweg', 'uitgevoerd'] } }, select: { status: true, batchId: true } },
      verwezenDoor: { where: { status: 'wacht-op-bank' }, select: { id: true, bedragCent: true } },
    },
  })
  return Promise.all(rijen.map(async (rij) => ({ ...rij, betaalstand: await readBetaalstand(tx, rij.status, rij.betalingen[0]) })))
}

export type VerwezenFactuur = Awaited<ReturnType<typeof lockMetBetaling>>[number]

async function readBetaalstand(tx: Tx, status: string, betaling: { status: string; batchId: string } | undefined): Promise<Betaalstand> {
  if (status !== 'in-batch' && status !== 'betaald') return 'geen'
  if (betaling?.status !== 'onderweg') return 'uitgevoerd'
  // It may have come into the batch while we waited for the invoice: then the batch is locked only now. One that has its file is not waited for.
  const zonderBestand = await tx.$executeRaw`select 1 from betaalbatch where id = ${betaling.batchId}::uuid and document_id is null for update`
  return zonderBestand === 0 ? 'bij-de-bank' : 'in-batch'
}

/** The order of an invoice, as lockVerplichting gives it, by its id. */
export async function findOrdernummerVan(tx: Tx, verplichtingId: string): Promise<string> {
  return (await tx.verplichting.findUniqueOrThrow({ where: { id: verplichtingId }, select: { ordernummer: true } })).ordernummer
}

/** A part or all of an invoice is credited before it was paid. */
export async function saveGecrediteerd(tx: Tx, { id, bedragCent, gecrediteerdCent }: Pick<VerwezenFactuur, 'id' | 'bedragCent' | 'gecrediteerdCent'>, erbijCent: number): Promise<void> {
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

/** An invoice of this opleider with its file and the credit notes that wait to take back of it; null when it is not there or another's. */
export function findEigenFactuur(tx: Tx, id: string, opleiderId: string) {
  return tx.factuur.findFirst({ where: { id, opleiderId }, include: { document: { select: { inhoud: true } }, verwezenDoor: { where: { status: 'wacht-op-bank' }, select: { bedragCent: true } } } })
}

/** A credit note that waits for the bank, with the invoice that it takes back of; undefined when it does not wait any more. */
export async function findWachtendeCreditnota(tx: Tx, id: string) {
  const rij = await tx.factuur.findFirst({
    where: { id, status: 'wacht-op-bank' }, select: { id: true, opleiderId: true, bedragCent: true, verwijstNaarFactuur: { select: { id: true, factuurnummer: true, verplichting: { select: { ordernummer: true, aanvraagId: true } } } } },
  })
  return rij ?? undefined
}
