'use server'

import { redirect } from 'next/navigation'
import { kostenbesluitSchema } from '@/lib/annulering/schema'
import { KOSTENBESLUIT_REDEN } from '@/lib/annulering/texts'
import { beslisKostenmelding } from '@/lib/annulering/use-cases/beslis-kostenmelding'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

export const kostenbesluitAction = formAction(kostenbesluitSchema, async (input) => {
  const outcome = await beslisKostenmelding(await requireMedewerker('uwv.besluiten'), input)
  if (outcome.ok) redirect('/uwv/kosten')
  return outcome
}, KOSTENBESLUIT_REDEN)
