'use server'

import { revalidatePath } from 'next/cache'
import { emailSchema } from '@/lib/aanvraag/schema'
import { wijzigEmail } from '@/lib/aanvraag/use-cases/wijzig-email'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'

export const wijzigEmailAction = formAction(emailSchema, async (input) => {
  const burger = await requireBurger('gegevens.wijzigen')
  const outcome = await wijzigEmail(burger, input)
  revalidatePath('/mijn/gegevens')
  return outcome
})
