'use server'

import { redirect } from 'next/navigation'
import { leegSchema } from '@/lib/betaling/schema'
import { BATCH_REDEN } from '@/lib/betaling/texts'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

export const stelSamenAction = formAction(leegSchema, async () => {
  const outcome = await stelBatchSamen(await requireMedewerker('betaling.batch.opstellen'))
  if (outcome.ok) redirect(`/uwv/betalingen/${outcome.value.msgId}`)
  return outcome
}, BATCH_REDEN)
