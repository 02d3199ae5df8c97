'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { pauzeerSchema } from '@/lib/tijdvak/schema'
import { STURING_REDEN } from '@/lib/tijdvak/texts'
import { pauzeerTijdvak } from '@/lib/tijdvak/use-cases/pauzeer-tijdvak'

export const pauzeerAction = formAction(pauzeerSchema, async (input) => {
  const outcome = await pauzeerTijdvak(await requireMedewerker('tijdvak.sturen'), input)
  if (outcome.ok) redirect(`/regie/${input.code}`)
  return outcome
}, STURING_REDEN)
