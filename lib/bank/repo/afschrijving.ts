import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** Whether a debit of this payment, or of the sum of its batch, was seen that cannot be right and that nobody looked into yet. */
export async function heeftVreemdeAfschrijving(tx: Tx, { betalingId, batchId }: { betalingId: string | null; batchId: string | null }): Promise<boolean> {
  const [rij] = await tx.$queryRaw<{ ja: boolean }[]>`
    select exists (select from bankvraag v left join bankmutatie m on m.id = v.mutatie_id
      where v.toestand = 'open' and v.soort in ('dubbel-afgeschreven', 'afgewezen-na-uitvoering')
        and (v.betaling_id = ${betalingId}::uuid or m.betaling_id is null and m.batch_id = coalesce(${batchId}::uuid, (select b.batch_id from betaling b where b.id = ${betalingId}::uuid)))) as ja`
  return rij?.ja === true
}
