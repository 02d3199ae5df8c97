'use server'

import { redirect } from 'next/navigation'
import { terugstortingSchema } from '@/lib/bank/schema'
import { beslisTerugstorting } from '@/lib/bank/use-cases/beslis-terugstorting'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { TERUGSTORT_REDEN } from '@/lib/vordering/texts'

export const terugstortingAction = formAction(terugstortingSchema, async (input) => {
  const outcome = await beslisTerugstorting(await requireMedewerker('bank.verwerken'), input)
  if (outcome.ok) redirect(outcome.value === undefined ? `/uwv/bank/terugstortingen/${input.kenmerk}` : `/uwv/bank/vragen/${outcome.value.vraagId}`)
  return outcome
}, TERUGSTORT_REDEN)
