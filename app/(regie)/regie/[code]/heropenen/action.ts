'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { heropenSchema } from '@/lib/tijdvak/schema'
import { STURING_REDEN } from '@/lib/tijdvak/texts'
import { heropenTijdvak } from '@/lib/tijdvak/use-cases/heropen-tijdvak'

export const heropenAction = formAction(heropenSchema, async (input) => {
  const outcome = await heropenTijdvak(await requireMedewerker('tijdvak.sturen'), input)
  if (outcome.ok) redirect(`/regie/${input.code}`)
  return outcome
}, STURING_REDEN)
