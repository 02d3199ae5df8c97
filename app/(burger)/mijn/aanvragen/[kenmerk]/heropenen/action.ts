'use server'

import { revalidatePath } from 'next/cache'
import { kenmerkSchema } from '@/lib/aanvraag/schema'
import { WIJZIG_TEKST } from '@/lib/aanvraag/texts'
import { heropen } from '@/lib/aanvraag/use-cases/heropen'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'

export const heropenAction = formAction(kenmerkSchema, async (input) => {
  const burger = await requireBurger('aanvraag.wijzigen')
  const outcome = await heropen(burger, input)
  revalidatePath(`/mijn/aanvragen/${input.kenmerk}`)
  return outcome
}, WIJZIG_TEKST)
