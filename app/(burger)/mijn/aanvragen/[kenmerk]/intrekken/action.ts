'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { stopSchema } from '@/lib/annulering/schema'
import { STOP_REDEN } from '@/lib/annulering/texts'
import { stopAanvraag } from '@/lib/annulering/use-cases/stop-aanvraag'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'

export const stopAction = formAction(stopSchema, async (input) => {
  const burger = await requireBurger('aanvraag.intrekken')
  const outcome = await stopAanvraag(burger, input)
  if (outcome.ok) redirect(`/mijn/aanvragen/${encodeURIComponent(input.kenmerk)}`)
  revalidatePath('/mijn/aanvragen/[kenmerk]/intrekken', 'page')
  return outcome
}, STOP_REDEN)
