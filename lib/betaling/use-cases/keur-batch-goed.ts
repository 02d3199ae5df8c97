import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { lockBatchMet, saveBatchGoedgekeurd, saveGoedkeuring } from '@/lib/betaling/repo/batch'
import type { BatchInput } from '@/lib/betaling/schema'
import type { BatchReden } from '@/lib/betaling/texts'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'

const VIER_OGEN = 2

/**
 * One person approves a batch. After the second, another person, it is approved and the payment file is made. The database
 * refuses a second approval by the same person and an approval by somebody who is not financieel medewerker.
 */
export function keurBatchGoed(medewerker: Medewerker, { msgId }: BatchInput): Promise<Outcome<BatchReden>> {
  return inTransaction(async (tx) => {
    const batch = await lockBatchMet(tx, msgId)
    if (batch === undefined) return refused('batch-niet-gevonden')
    if (batch.status !== 'opgesteld') return refused('niet-meer-goed-te-keuren')
    if (batch.goedkeuringen.some(({ medewerkerId }) => medewerkerId === medewerker.id)) return refused('al-goedgekeurd-door-u')

    await saveGoedkeuring(tx, batch.id, medewerker.id)
    const isCompleet = batch.goedkeuringen.length + 1 >= VIER_OGEN
    await saveGebeurtenis(tx, {
      onderwerp: 'batch', onderwerpId: batch.id, soort: 'keur-goed', van: 'opgesteld', naar: isCompleet ? 'goedgekeurd' : 'opgesteld',
      actor: medewerker, rol: 'financieel', gegevens: { msgId, totaalCent: Number(batch.totaalCent) },
    })
    if (isCompleet) {
      await saveBatchGoedgekeurd(tx, batch.id)
      await enqueue(tx, 'maak-betaalbestand', { batchId: batch.id })
    }
    return done
  })
}
