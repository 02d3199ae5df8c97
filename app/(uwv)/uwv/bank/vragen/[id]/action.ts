'use server'

import { redirect } from 'next/navigation'
import { besluitSchema, handelAfSchema, voorstelSchema } from '@/lib/bank/schema'
import { BANK_REDEN } from '@/lib/bank/texts'
import { beslisVoorstel, beslisVraag } from '@/lib/bank/use-cases/beslis-vraag'
import { handelVraagAf } from '@/lib/bank/use-cases/handel-vraag-af'
import { BETAAL_OPNIEUW_REDEN } from '@/lib/betaling/texts'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { TERUGSTORT_REDEN, VORDERING_REDEN } from '@/lib/vordering/texts'

export const beslisVraagAction = formAction(besluitSchema, async (input) => {
  const outcome = await beslisVraag(await requireMedewerker('bank.verwerken'), input)
  if (outcome.ok) redirect(outcome.value === 'voorgesteld' ? `/uwv/bank/vragen/${input.vraagId}` : '/uwv/bank')
  return outcome
}, { ...VORDERING_REDEN, ...TERUGSTORT_REDEN, ...BANK_REDEN })

export const beslisVoorstelAction = formAction(voorstelSchema, async (input) => {
  const outcome = await beslisVoorstel(await requireMedewerker('bank.verwerken'), input)
  if (outcome.ok) redirect(input.besluit === 'wijs-af' ? `/uwv/bank/vragen/${input.vraagId}` : '/uwv/bank')
  return outcome
}, { ...VORDERING_REDEN, ...TERUGSTORT_REDEN, ...BANK_REDEN })

export const handelAfAction = formAction(handelAfSchema, async (input) => {
  const outcome = await handelVraagAf(await requireMedewerker('bank.verwerken'), input)
  if (outcome.ok) redirect('/uwv/bank')
  return outcome
}, { ...BANK_REDEN, ...BETAAL_OPNIEUW_REDEN })
