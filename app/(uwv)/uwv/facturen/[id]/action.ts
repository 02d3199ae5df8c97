'use server'

import { redirect } from 'next/navigation'
import { beantwoordFactuurSchema, hefBlokkadeOpSchema } from '@/lib/betaling/schema'
import { ANTWOORD_REDEN, BLOKKADE_REDEN } from '@/lib/betaling/texts'
import { beantwoordFactuur } from '@/lib/betaling/use-cases/beantwoord-factuur'
import { hefBlokkadeOp } from '@/lib/betaling/use-cases/keur-batch-af'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

export const beantwoordFactuurAction = formAction(beantwoordFactuurSchema, async (input) => {
  const outcome = await beantwoordFactuur(await requireMedewerker('factuur.beantwoorden'), input)
  if (outcome.ok) redirect('/uwv/facturen/werklijst')
  return outcome
}, ANTWOORD_REDEN)

export const hefBlokkadeOpAction = formAction(hefBlokkadeOpSchema, async (input) => {
  const outcome = await hefBlokkadeOp(await requireMedewerker('betaling.batch.opstellen'), input)
  if (outcome.ok) redirect(`/uwv/facturen/${input.factuurId}`)
  return outcome
}, BLOKKADE_REDEN)
