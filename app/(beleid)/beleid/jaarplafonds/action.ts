'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { jaarplafondSchema } from '@/lib/tijdvak/schema'
import { JAARPLAFOND_REDEN } from '@/lib/tijdvak/texts'
import { wijzigJaarplafond } from '@/lib/tijdvak/use-cases/wijzig-jaarplafond'

export const jaarplafondAction = formAction(jaarplafondSchema, async (input) => {
  const outcome = await wijzigJaarplafond(await requireMedewerker('jaarplafond.wijzigen'), input)
  if (outcome.ok) redirect('/beleid/jaarplafonds')
  return outcome
}, JAARPLAFOND_REDEN)
