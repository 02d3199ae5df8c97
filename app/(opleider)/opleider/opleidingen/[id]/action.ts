'use server'

import { revalidatePath } from 'next/cache'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { wijzigOpleidingSchema } from '@/lib/register/schema'
import { REGISTER_TEKST } from '@/lib/register/texts'
import { wijzigOpleiding } from '@/lib/register/use-cases/wijzig-opleiding'

export const wijzigOpleidingAction = formAction(wijzigOpleidingSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await wijzigOpleiding(opleider, input)
  revalidatePath(`/opleider/opleidingen/${input.opleidingId}`)
  return outcome
}, REGISTER_TEKST)
