'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'
import { burgervoorstelSchema } from '@/lib/vordering/schema'
import { VORDERING_REDEN } from '@/lib/vordering/texts'
import { vraagRegeling } from '@/lib/vordering/use-cases/vraag-regeling'

export const vraagRegelingAction = formAction(burgervoorstelSchema, async (input) => {
  const outcome = await vraagRegeling(await requireBurger('vordering.eigen'), input)
  if (outcome.ok) redirect(`/mijn/vorderingen/${encodeURIComponent(input.kenmerk)}`)
  return outcome
}, VORDERING_REDEN)
