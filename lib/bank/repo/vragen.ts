import 'server-only'
import type { PoolClient, Tx } from '@/lib/platform/db'

/** An open question, locked, with the invoice it may be about. Undefined when there is none. */
export async function lockVraag(tx: Tx, id: string) {
  await tx.$executeRaw`select 1 from bankvraag where id = ${id}::uuid for update`
  return await tx.bankvraag.findUnique({ where: { id }, include: { betaling: { select: { factuurId: true, renteId: true, terugbetalingId: true, terugstortingId: true } } } }) ?? undefined
}

/** What follows from it: all payments of the question are made again. */
export type Gevolg = 'opnieuw'

export async function closeVraag(tx: Tx, id: string, { doorId, toelichting, gevolg = null }: { doorId: string; toelichting: string; gevolg?: Gevolg | null }): Promise<void> {
  await tx.$executeRaw`update bankvraag set toestand = 'afgehandeld', toelichting = ${toelichting}, gevolg = ${gevolg}, afgehandeld_door = ${doorId}::uuid, afgehandeld_op = nu() where id = ${id}::uuid`
}

/** The same question over the same receipt once more: what was decided about it is taken back. Gives its id. */
export async function reopenVraag(client: PoolClient, vraagId: string): Promise<string> {
  const { rows: [rij] } = await client.query<{ id: string }>(`
    insert into bankvraag (bericht_id, mutatie_id, betaling_id, soort, gegevens) select bericht_id, mutatie_id, betaling_id, soort, gegevens from bankvraag where id = $1 returning id`, [vraagId])
  if (rij === undefined) throw new Error(`bankvraag ${vraagId} is not there`)
  return rij.id
}

/** Whether somebody proposed an act on this question that nobody decided on yet. */
export async function heeftVoorstel(tx: Tx, vraagId: string): Promise<boolean> {
  return await tx.bankvoorstel.count({ where: { vraagId, status: 'voorgesteld' } }) > 0
}
