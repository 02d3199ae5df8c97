'use server'

import { redirect } from 'next/navigation'
import { kopieerSchema } from '@/lib/kwaliteit/schema'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { REGISTER_TEKST } from '@/lib/register/texts'
import { kopieerOpleiding } from '@/lib/register/use-cases/kopieer-opleiding'

export const kopieerOpleidingAction = formAction(kopieerSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await kopieerOpleiding(opleider, input)
  if (outcome.ok) redirect(`/opleider/opleidingen/${outcome.value.opleidingId}`)
  return outcome
}, REGISTER_TEKST)
