'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { registreerActiviteitSchema } from '@/lib/register/schema'
import { REGISTER_TEKST } from '@/lib/register/texts'
import { registreerScholingsactiviteit } from '@/lib/register/use-cases/registreer-scholingsactiviteit'

export const registreerActiviteitAction = formAction(registreerActiviteitSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await registreerScholingsactiviteit(opleider, input)
  if (outcome.ok) redirect(`/opleider/opleidingen/${input.opleidingId}`)
  return outcome
}, REGISTER_TEKST)
