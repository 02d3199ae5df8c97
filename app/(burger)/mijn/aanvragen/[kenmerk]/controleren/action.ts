'use server'

import { redirect } from 'next/navigation'
import { maakGereedSchema } from '@/lib/aanvraag/schema'
import { GEREED_TEKST } from '@/lib/aanvraag/texts'
import { maakGereed } from '@/lib/aanvraag/use-cases/maak-gereed'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'

export const maakGereedAction = formAction(maakGereedSchema, async (input) => {
  const burger = await requireBurger('aanvraag.wijzigen')
  const outcome = await maakGereed(burger, input)
  if (outcome.ok) redirect(`/mijn/aanvragen/${encodeURIComponent(input.kenmerk)}/indienen`)
  return outcome
}, GEREED_TEKST)
