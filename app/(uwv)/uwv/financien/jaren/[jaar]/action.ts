'use server'

import { redirect } from 'next/navigation'
import { sluitingSchema } from '@/lib/financien/schema'
import { SLUITING_REDEN } from '@/lib/financien/texts'
import { sluitBoekjaar, stelSluitingVoor } from '@/lib/financien/use-cases/sluit-boekjaar'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

export const stelVoorAction = formAction(sluitingSchema, async ({ jaar }) => {
  const outcome = await stelSluitingVoor(await requireMedewerker('boekjaar.sluiten'), jaar)
  if (outcome.ok) redirect(`/uwv/financien/jaren/${String(jaar)}`)
  return outcome
}, SLUITING_REDEN)

export const sluitAction = formAction(sluitingSchema, async ({ jaar }) => {
  const outcome = await sluitBoekjaar(await requireMedewerker('boekjaar.sluiten'), jaar)
  if (outcome.ok) redirect(`/uwv/financien/jaren/${String(jaar)}`)
  return outcome
}, SLUITING_REDEN)
