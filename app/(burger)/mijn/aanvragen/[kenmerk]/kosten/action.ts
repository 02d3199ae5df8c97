'use server'

import { redirect } from 'next/navigation'
import { kostenmeldingSchema } from '@/lib/annulering/schema'
import { MELDING_REDEN } from '@/lib/annulering/texts'
import { meldKostenAlsBurger } from '@/lib/annulering/use-cases/meld-kosten-als-burger'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'

export const kostenmeldingAction = formAction(kostenmeldingSchema, async (input) => {
  const outcome = await meldKostenAlsBurger(await requireBurger('aanvraag.intrekken'), input)
  if (outcome.ok) redirect(`/mijn/aanvragen/${encodeURIComponent(input.kenmerk)}/kosten`)
  return outcome
}, MELDING_REDEN)
