'use server'

import { redirect } from 'next/navigation'
import { startSchema } from '@/lib/aanvraag/schema'
import { START_TEKST } from '@/lib/aanvraag/texts'
import { startAanvraag } from '@/lib/aanvraag/use-cases/start-aanvraag'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'

export const startAction = formAction(startSchema, async (input) => {
  const burger = await requireBurger('aanvraag.voorbereiden')
  const outcome = await startAanvraag(burger, input)
  if (outcome.ok) redirect(`/mijn/aanvragen/${outcome.value.kenmerk}`)
  return outcome
}, START_TEKST)
