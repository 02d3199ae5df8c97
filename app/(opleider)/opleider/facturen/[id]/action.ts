'use server'

import { redirect } from 'next/navigation'
import { maakCreditnotaSchema } from '@/lib/betaling/schema'
import { MAAK_CREDITNOTA_REDEN } from '@/lib/betaling/texts'
import { maakCreditnota } from '@/lib/betaling/use-cases/maak-creditnota'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'

export const maakCreditnotaAction = formAction(maakCreditnotaSchema, async (input) => {
  const opleider = await requireOpleider('factuur.indienen')
  const outcome = await maakCreditnota(opleider, input)
  if (outcome.ok) redirect(`/opleider/facturen/${outcome.value.factuurId}`)
  return outcome
}, MAAK_CREDITNOTA_REDEN)
