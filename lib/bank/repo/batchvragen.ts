import 'server-only'
import type { PoolClient } from '@/lib/platform/db'

/** The open questions about a sum that was debited for this batch and did not fit, locked. One on which a person has begun is left to people. */
export async function lockBatchvragen(client: PoolClient, batchId: string): Promise<{ id: string; bedragCent: number }[]> {
  const { rows } = await client.query<{ id: string; bedragCent: number }>(`
    select v.id, m.bedrag_cent as "bedragCent" from bankvraag v join bankmutatie m on m.id = v.mutatie_id
     where v.toestand = 'open' and v.soort = 'batchbedrag-wijkt-af' and m.batch_id = $1
       and not exists (select from bankvoorstel p where p.vraag_id = v.id and p.status = 'voorgesteld')
     order by v.id for update of v`, [batchId])
  return rows
}

/** The system closes the question: the payments that it was about are confirmed. */
export async function closeBatchvraag(client: PoolClient, id: string, toelichting: string): Promise<void> {
  await client.query(`update bankvraag set toestand = 'afgehandeld', toelichting = $2, gevolg = 'bevestigd', afgehandeld_op = nu() where id = $1`, [id, toelichting])
  await client.query(`
    insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_rol, reden) values ('bankvraag', $1, 'bevestig', 'open', 'afgehandeld', 'systeem', $2)`, [id, toelichting])
}
