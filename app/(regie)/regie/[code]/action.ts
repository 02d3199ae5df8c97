'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { hervatSchema } from '@/lib/tijdvak/schema'
import { STURING_REDEN } from '@/lib/tijdvak/texts'
import { hervatTijdvak } from '@/lib/tijdvak/use-cases/hervat-tijdvak'
import { snelheidSchema } from '@/lib/wachtkamer/schema'
import { SNELHEID_REDEN } from '@/lib/wachtkamer/texts'
import { stelSnelheidIn } from '@/lib/wachtkamer/use-cases/stel-snelheid-in'

export const snelheidAction = formAction(snelheidSchema, async ({ naar, ...input }) => {
  const outcome = await stelSnelheidIn(await requireMedewerker('tijdvak.sturen'), { ...input, perMinuut: naar ?? input.perMinuut })
  if (outcome.ok) redirect(`/regie/${input.code}`)
  return outcome
}, SNELHEID_REDEN)

export const hervatAction = formAction(hervatSchema, async ({ code, waarom }) => {
  const outcome = await hervatTijdvak(await requireMedewerker('tijdvak.sturen'), { code, reden: waarom })
  if (outcome.ok) redirect(`/regie/${code}`)
  return outcome
}, STURING_REDEN)
