'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { voorstelSchema } from '@/lib/vordering/schema'
import { VORDERING_REDEN } from '@/lib/vordering/texts'
import { vraagRegeling } from '@/lib/vordering/use-cases/vraag-regeling'

export const vraagRegelingAction = formAction(voorstelSchema, async (input) => {
  const outcome = await vraagRegeling(await requireOpleider('vordering.opleider'), { ...input, beslagvrij: 'nvt' })
  if (outcome.ok) redirect(`/opleider/vorderingen/${encodeURIComponent(input.kenmerk)}`)
  return outcome
}, VORDERING_REDEN)
