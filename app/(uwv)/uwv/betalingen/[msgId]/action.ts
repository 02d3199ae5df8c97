'use server'

import { redirect } from 'next/navigation'
import { batchSchema, keurAfSchema, weigerBetalingSchema } from '@/lib/betaling/schema'
import { BATCH_REDEN } from '@/lib/betaling/texts'
import { keurBatchAf, weigerBetaling } from '@/lib/betaling/use-cases/keur-batch-af'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

export const keurGoedAction = formAction(batchSchema, async (input) => {
  const outcome = await keurBatchGoed(await requireMedewerker('betaling.batch.goedkeuren'), input)
  if (outcome.ok) redirect(`/uwv/betalingen/${input.msgId}`)
  return outcome
}, BATCH_REDEN)

export const keurAfAction = formAction(keurAfSchema, async (input) => {
  const outcome = await keurBatchAf(await requireMedewerker('betaling.batch.goedkeuren'), input)
  if (outcome.ok) redirect(`/uwv/betalingen/${input.msgId}`)
  return outcome
}, BATCH_REDEN)

export const weigerBetalingAction = formAction(weigerBetalingSchema, async (input) => {
  const outcome = await weigerBetaling(await requireMedewerker('betaling.batch.goedkeuren'), input)
  if (outcome.ok) redirect(`/uwv/betalingen/${input.msgId}`)
  return outcome
}, BATCH_REDEN)
