'use server'

import { revalidatePath } from 'next/cache'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { annuleerActiviteitSchema, wijzigActiviteitSchema } from '@/lib/register/schema'
import { REGISTER_TEKST } from '@/lib/register/texts'
import { annuleerScholingsactiviteit } from '@/lib/register/use-cases/annuleer-scholingsactiviteit'
import { wijzigScholingsactiviteit } from '@/lib/register/use-cases/wijzig-scholingsactiviteit'

const PAGINA = '/opleider/opleidingen/[id]/scholingsactiviteiten/[activiteitId]'

export const wijzigActiviteitAction = formAction(wijzigActiviteitSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await wijzigScholingsactiviteit(opleider, input)
  revalidatePath(PAGINA, 'page')
  return outcome
}, REGISTER_TEKST)

export const annuleerActiviteitAction = formAction(annuleerActiviteitSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await annuleerScholingsactiviteit(opleider, input)
  revalidatePath(PAGINA, 'page')
  return outcome
}, REGISTER_TEKST)
