'use server'

import { redirect } from 'next/navigation'
import { prijsVoorStart } from '@/lib/kwaliteit/views'
import { startdatumToevoegenSchema } from '@/lib/kwaliteit/schema'
import { formAction, terugMet, type FormState } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { REGISTER_TEKST } from '@/lib/register/texts'
import { registreerScholingsactiviteit } from '@/lib/register/use-cases/registreer-scholingsactiviteit'

const bewaar = formAction(startdatumToevoegenSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await registreerScholingsactiviteit(opleider, { ...input, ...await prijsVoorStart(opleider, input) })
  if (outcome.ok) redirect(`/opleider/opleidingen/${input.opleidingId}`)
  return outcome
}, REGISTER_TEKST)

/** The buttons that only count bring back what was typed; the form shows the prices that follow from it. */
export async function registreerActiviteitAction(previous: FormState, formData: FormData): Promise<FormState> {
  return formData.has('knop') ? terugMet(formData) : bewaar(previous, formData)
}
