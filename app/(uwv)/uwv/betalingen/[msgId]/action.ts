'use server'

import { redirect } from 'next/navigation'
import { batchSchema } from '@/lib/betaling/schema'
import { BATCH_REDEN } from '@/lib/betaling/texts'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

export const keurGoedAction = formAction(batchSchema, async (input) => {
  const outcome = await keurBatchGoed(await requireMedewerker('betaling.batch.goedkeuren'), input)
  if (outcome.ok) redirect(`/uwv/betalingen/${input.msgId}`)
  return outcome
}, BATCH_REDEN)
