import 'server-only'
import type { Tx } from '@/lib/platform/db'

// What leaves a batch that has no file, because somebody says no. The batch is locked by who asks.

/** Every payment of a batch goes out of it: invoices, interest and what we owe back wait for a later one. */
export async function saveBatchAfgekeurd(tx: Tx, batchId: string, { doorId, reden }: { doorId: string; reden: string }): Promise<void> {
  await tx.$executeRaw`
    with los as (update betaling set status = 'vervallen' where batch_id = ${batchId}::uuid and status = 'onderweg' returning factuur_id, rente_id, terugbetaling_id, terugstorting_id),
    facturen as (update factuur set status = 'gematcht' where status = 'in-batch' and id in (select factuur_id from los where rente_id is null and factuur_id is not null)),
    gestort as (update terugstorting set status = 'open' where status = 'in-batch' and id in (select terugstorting_id from los)),
    terug as (update vordering_terugbetaling set status = 'open' where status = 'in-batch' and id in (select terugbetaling_id from los))
    update rente set status = 'te-betalen' where status = 'in-batch' and id in (select rente_id from los)`
  await tx.$executeRaw`update betaalbatch set status = 'afgekeurd', afgekeurd_door = ${doorId}::uuid, afgekeurd_op = nu(), afgekeurd_reden = ${reden} where id = ${batchId}::uuid`
}

/** A payment of this batch that would leave; null when there is none with this number. */
export function findBetaling(tx: Tx, batchId: string, endToEndId: string) {
  return tx.betaling.findFirst({
    where: { batchId, endToEndId, status: 'onderweg' }, select: { factuurId: true, renteId: true, bedragCent: true, factuur: { select: { verplichting: { select: { aanvraagId: true } } } } },
  })
}

/** The invoice is not paid until somebody lifts this. */
export async function saveBlokkade(tx: Tx, data: { factuurId: string; reden: string; doorId: string }): Promise<void> {
  await tx.betaalblokkade.create({ data, select: { id: true } })
}

/** Lifts what holds an invoice back; its aanvraag, or undefined when nothing does. */
export async function liftBlokkade(tx: Tx, factuurId: string, { doorId, reden }: { doorId: string; reden: string }): Promise<string | undefined> {
  const [rij] = await tx.$queryRaw<{ aanvraagId: string }[]>`
    update betaalblokkade k set opgeheven_op = nu(), opgeheven_door = ${doorId}::uuid, opgeheven_reden = ${reden} from factuur f join verplichting v on v.id = f.verplichting_id
     where k.factuur_id = ${factuurId}::uuid and k.opgeheven_op is null and f.id = k.factuur_id returning v.aanvraag_id as "aanvraagId"`
  return rij?.aanvraagId
}

/** Whether somebody prepared a payment of this batch: took its invoice in, took its account on, or put it ready again. */
export async function hasVoorbereid(tx: Tx, batchId: string, medewerkerId: string): Promise<boolean> {
  const [rij] = await tx.$queryRaw<{ is: boolean }[]>`select heeft_voorbereid(${batchId}::uuid, ${medewerkerId}::uuid) as is`
  return rij?.is === true
}
