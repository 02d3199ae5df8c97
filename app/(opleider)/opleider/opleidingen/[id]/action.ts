'use server'

import { revalidatePath } from 'next/cache'
import { formAction, terugMet, type FormState } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { opleidingBewarenSchema } from '@/lib/kwaliteit/schema'
import { REGISTER_TEKST } from '@/lib/register/texts'
import { wijzigOpleiding } from '@/lib/register/use-cases/wijzig-opleiding'

const bewaar = formAction(opleidingBewarenSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await wijzigOpleiding(opleider, input)
  revalidatePath(`/opleider/opleidingen/${input.opleidingId}`)
  return outcome
}, REGISTER_TEKST)

/** The buttons that only count bring back what was typed; the form shows the prices that follow from it. */
export async function wijzigOpleidingAction(previous: FormState, formData: FormData): Promise<FormState> {
  return formData.has('knop') ? terugMet(formData) : bewaar(previous, formData)
}
