import { SYSTEEM } from '@/lib/base/actor'
import { amsterdamDate, amsterdamInstant } from '@/lib/base/amsterdam'
import { hasNachtbatch } from '@/lib/betaling/repo/batch'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'

const VAN = '02:00'
const TOT = '03:00'

/** Composes the batch of the night: once between two and three o'clock, when there is something to pay. */
export async function stelNachtbatchSamen(): Promise<void> {
  const isTijd = await inTransaction(async (tx) => {
    const nu = await nowIn(tx)
    const dag = amsterdamDate(nu)
    return nu >= amsterdamInstant(dag, VAN) && nu < amsterdamInstant(dag, TOT) && !(await hasNachtbatch(tx, dag))
  })
  // Two workers at once cannot pay twice: each invoice is locked into one batch, and the second finds nothing left.
  if (isTijd) await stelBatchSamen(SYSTEEM)
}
