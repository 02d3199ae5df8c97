'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { stopSchema } from '@/lib/tijdvak/schema'
import { STURING_REDEN } from '@/lib/tijdvak/texts'
import { stopTijdvak } from '@/lib/tijdvak/use-cases/stop-tijdvak'

export const stopAction = formAction(stopSchema, async (input) => {
  const outcome = await stopTijdvak(await requireMedewerker('tijdvak.sturen'), input)
  if (outcome.ok) redirect(`/regie/${input.code}`)
  return outcome
}, STURING_REDEN)
