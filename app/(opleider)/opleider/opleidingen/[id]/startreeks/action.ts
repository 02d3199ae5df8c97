'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { startreeksSchema } from '@/lib/register/rules/startreeks-invoer'
import { REGISTER_TEKST } from '@/lib/register/texts'
import { registreerStartreeks } from '@/lib/register/use-cases/registreer-startreeks'

export const registreerStartreeksAction = formAction(startreeksSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await registreerStartreeks(opleider, input)
  if (outcome.ok) redirect(`/opleider/opleidingen/${input.opleidingId}#startdata`)
  return outcome
}, REGISTER_TEKST)
