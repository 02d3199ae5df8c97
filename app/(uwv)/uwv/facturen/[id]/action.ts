'use server'

import { redirect } from 'next/navigation'
import { beantwoordFactuurSchema } from '@/lib/betaling/schema'
import { ANTWOORD_REDEN } from '@/lib/betaling/texts'
import { beantwoordFactuur } from '@/lib/betaling/use-cases/beantwoord-factuur'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

export const beantwoordFactuurAction = formAction(beantwoordFactuurSchema, async (input) => {
  const outcome = await beantwoordFactuur(await requireMedewerker('factuur.beantwoorden'), input)
  if (outcome.ok) redirect('/uwv/facturen/werklijst')
  return outcome
}, ANTWOORD_REDEN)
