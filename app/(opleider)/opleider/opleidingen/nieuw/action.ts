'use server'

import { redirect } from 'next/navigation'
import { formAction, terugMet, type FormState } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { opleidingToevoegenSchema } from '@/lib/kwaliteit/schema'
import { REGISTER_TEKST } from '@/lib/register/texts'
import { registreerOpleiding } from '@/lib/register/use-cases/registreer-opleiding'

const bewaar = formAction(opleidingToevoegenSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await registreerOpleiding(opleider, input)
  if (outcome.ok) redirect(`/opleider/opleidingen/${outcome.value.opleidingId}`)
  return outcome
}, REGISTER_TEKST)

/** The buttons that only count bring back what was typed; the form shows the prices that follow from it. */
export async function registreerOpleidingAction(previous: FormState, formData: FormData): Promise<FormState> {
  return formData.has('knop') ? terugMet(formData) : bewaar(previous, formData)
}
