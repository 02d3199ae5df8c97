'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { overhevelSchema } from '@/lib/tijdvak/schema'
import { PLAFOND_REDEN } from '@/lib/tijdvak/texts'
import { hevelOver } from '@/lib/tijdvak/use-cases/hevel-over'

export const overhevelAction = formAction(overhevelSchema, async (input) => {
  const outcome = await hevelOver(await requireMedewerker('jaarplafond.wijzigen'), input)
  if (outcome.ok) redirect('/beleid/jaarplafonds')
  return outcome
}, PLAFOND_REDEN)
