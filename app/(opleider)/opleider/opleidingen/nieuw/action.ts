'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { registreerOpleidingSchema } from '@/lib/register/schema'
import { REGISTER_TEKST } from '@/lib/register/texts'
import { registreerOpleiding } from '@/lib/register/use-cases/registreer-opleiding'

export const registreerOpleidingAction = formAction(registreerOpleidingSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await registreerOpleiding(opleider, input)
  if (outcome.ok) redirect(`/opleider/opleidingen/${outcome.value.opleidingId}`)
  return outcome
}, REGISTER_TEKST)
