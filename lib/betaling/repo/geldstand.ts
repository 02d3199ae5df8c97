import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Geldstand } from '@/lib/betaling/rules/verlaagde-opdracht'

/** Where the subsidy of an aanvraag stands, added up from the ledger. */
export async function readGeldstand(tx: Tx, aanvraagId: string): Promise<Geldstand> {
  const rijen = await tx.$queryRaw<{ rekening: string; cent: bigint }[]>`
    select rekening, sum(bedrag_cent)::bigint as cent from boekingsregel where aanvraag_id = ${aanvraagId}::uuid group by rekening`
  const van = (rekening: string) => Number(rijen.find((rij) => rij.rekening === rekening)?.cent ?? 0)
  return { gereserveerd: van('gereserveerd'), verplicht: van('verplicht'), crediteuren: van('crediteuren'), betaald: van('betaald') + van('vastgesteld') }
}

/** Keeps the invoices and the order of an aanvraag as they are until the transaction ends: who pays them changes them first. */
export async function lockFacturen(tx: Tx, aanvraagId: string): Promise<void> {
  await tx.$executeRaw`select 1 from factuur where verplichting_id = (select id from verplichting where aanvraag_id = ${aanvraagId}::uuid) order by id for update`
  await tx.$executeRaw`select 1 from verplichting where aanvraag_id = ${aanvraagId}::uuid for update`
}

/** Whether the bank has a payment of an aanvraag of which it did not say yet that it was carried out. */
export async function hasOnderweg(tx: Tx, aanvraagId: string): Promise<boolean> {
  const [rij] = await tx.$queryRaw<{ is: boolean }[]>`
    select exists (select from verplichting v join factuur f on f.verplichting_id = v.id join betaling b on b.factuur_id = f.id and b.rente_id is null and b.status = 'onderweg'
      join betaalbatch p on p.id = b.batch_id and p.document_id is not null where v.aanvraag_id = ${aanvraagId}::uuid) as is`
  return rij?.is === true
}

/**
 * The order of an aanvraag with its invoices that wait to be paid, locked; null when there is no order. Of each invoice what it still
 * stands for: what was credited of it is back with the order.
 */
export async function lockOpdracht(tx: Tx, aanvraagId: string) {
  await tx.$executeRaw`select 1 from verplichting where aanvraag_id = ${aanvraagId}::uuid for update`
  const rij = await tx.verplichting.findUnique({
    where: { aanvraagId },
    include: {
      opleider: true, aanvraag: { select: { kenmerk: true, opleiding: { select: { titel: true } }, aanmeldbewijs: { select: { startdatum: true } } } },
      facturen: { where: { status: { in: ['gematcht', 'in-batch', 'teruggekomen'] } }, select: { id: true, status: true, bedragCent: true, gecrediteerdCent: true } },
    },
  })
  return rij === null ? null : { ...rij, facturen: rij.facturen.map(({ gecrediteerdCent, bedragCent, ...factuur }) => ({ ...factuur, bedragCent: (bedragCent ?? 0) - gecrediteerdCent })) }
}

/** An order that comes back after it lapsed, under another number, or that is raised. */
export async function saveHerstel(tx: Tx, id: string, naar: { ordernummer: string; bedragCent: number; status: string }): Promise<void> {
  await tx.verplichting.update({ where: { id }, data: naar, select: { id: true } })
}

/** A lower order, once no invoice is on it. */
export async function saveBedrag(tx: Tx, id: string, bedragCent: number): Promise<void> {
  await tx.verplichting.update({ where: { id }, data: { bedragCent }, select: { id: true } })
}
