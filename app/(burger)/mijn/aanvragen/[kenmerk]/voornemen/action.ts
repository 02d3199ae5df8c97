'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'
import { zienswijzeSchema } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { ZIENSWIJZE_REDEN } from '@/lib/verantwoording/rules/vaststelling-teksten'
import { geefZienswijze } from '@/lib/verantwoording/use-cases/geef-zienswijze'

export const zienswijzeAction = formAction(zienswijzeSchema, async (input) => {
  const outcome = await geefZienswijze(await requireBurger('aanvraag.wijzigen'), input)
  return outcome.ok ? redirect(`/mijn/aanvragen/${encodeURIComponent(input.kenmerk)}/voornemen`) : outcome
}, ZIENSWIJZE_REDEN)
