'use server'

import { revalidatePath } from 'next/cache'
import { startdatumBewarenSchema } from '@/lib/kwaliteit/schema'
import { prijsVoorStart } from '@/lib/kwaliteit/views'
import { formAction, terugMet, type FormState } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { annuleerActiviteitSchema } from '@/lib/register/schema'
import { REGISTER_TEKST } from '@/lib/register/texts'
import { annuleerScholingsactiviteit } from '@/lib/register/use-cases/annuleer-scholingsactiviteit'
import { wijzigScholingsactiviteit } from '@/lib/register/use-cases/wijzig-scholingsactiviteit'

const PAGINA = '/opleider/opleidingen/[id]/scholingsactiviteiten/[activiteitId]'

const bewaar = formAction(startdatumBewarenSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await wijzigScholingsactiviteit(opleider, { ...input, ...await prijsVoorStart(opleider, input) })
  revalidatePath(PAGINA, 'page')
  return outcome
}, REGISTER_TEKST)

/** The buttons that only count bring back what was typed; the form shows the prices that follow from it. */
export async function wijzigActiviteitAction(previous: FormState, formData: FormData): Promise<FormState> {
  return formData.has('knop') ? terugMet(formData) : bewaar(previous, formData)
}

export const annuleerActiviteitAction = formAction(annuleerActiviteitSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await annuleerScholingsactiviteit(opleider, input)
  revalidatePath(PAGINA, 'page')
  return outcome
}, REGISTER_TEKST)
