'use server'

import { redirect } from 'next/navigation'
import { trekInSchema } from '@/lib/aanvraag/schema'
import { WIJZIG_TEKST } from '@/lib/aanvraag/texts'
import { trekAanvraagIn } from '@/lib/aanvraag/use-cases/trek-in'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'

export const trekInAction = formAction(trekInSchema, async (input) => {
  const burger = await requireBurger('aanvraag.intrekken')
  const outcome = await trekAanvraagIn(burger, input)
  if (outcome.ok) redirect(`/mijn/aanvragen/${encodeURIComponent(input.kenmerk)}`)
  return outcome
}, WIJZIG_TEKST)
