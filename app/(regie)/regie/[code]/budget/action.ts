'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { plafondSchema } from '@/lib/tijdvak/schema'
import { PLAFOND_REDEN } from '@/lib/tijdvak/texts'
import { wijzigPlafond } from '@/lib/tijdvak/use-cases/wijzig-plafond'

export const plafondAction = formAction(plafondSchema, async (input) => {
  const outcome = await wijzigPlafond(await requireMedewerker('plafond.wijzigen'), input)
  if (outcome.ok) redirect(`/regie/${input.code}`)
  return outcome
}, PLAFOND_REDEN)
