'use server'

import { redirect } from 'next/navigation'
import { handelAfSchema } from '@/lib/bank/schema'
import { BANK_REDEN } from '@/lib/bank/texts'
import { handelVraagAf } from '@/lib/bank/use-cases/handel-vraag-af'
import { BETAAL_OPNIEUW_REDEN } from '@/lib/betaling/texts'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

export const handelAfAction = formAction(handelAfSchema, async (input) => {
  const outcome = await handelVraagAf(await requireMedewerker('bank.verwerken'), input)
  if (outcome.ok) redirect('/uwv/bank')
  return outcome
}, { ...BANK_REDEN, ...BETAAL_OPNIEUW_REDEN })
