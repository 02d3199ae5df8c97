'use server'

import { redirect } from 'next/navigation'
import { andereOpleidingSchema } from '@/lib/aanvraag/schema'
import { KIES_TEKST } from '@/lib/aanvraag/texts'
import { kiesAndereOpleiding } from '@/lib/aanvraag/use-cases/kies-andere-opleiding'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'

export const kiesAction = formAction(andereOpleidingSchema, async (input) => {
  const burger = await requireBurger('aanvraag.wijzigen')
  const outcome = await kiesAndereOpleiding(burger, input)
  if (outcome.ok) redirect(`/mijn/aanvragen/${encodeURIComponent(input.kenmerk)}`)
  return outcome
}, KIES_TEKST)
