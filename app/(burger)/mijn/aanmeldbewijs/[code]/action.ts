'use server'

import { redirect } from 'next/navigation'
import { beantwoordBewijsvoorstel } from '@/lib/aanvraag/use-cases/beantwoord-bewijsvoorstel'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'
import { antwoordSchema, codeSchema } from '@/lib/vooraanmelding/schema'
import { ANTWOORD_TEKST, BEWAAR_TEKST } from '@/lib/vooraanmelding/texts'
import { bewaarAanmeldbewijs } from '@/lib/vooraanmelding/use-cases/bewaar-aanmeldbewijs'

export const bewaarAction = formAction(codeSchema, async (input) => {
  const burger = await requireBurger('aanvraag.voorbereiden')
  const outcome = await bewaarAanmeldbewijs(burger, input)
  if (outcome.ok) redirect(`/mijn/aanmeldbewijs/${encodeURIComponent(input.code)}`)
  return outcome
}, BEWAAR_TEKST)

export const antwoordAction = formAction(antwoordSchema, async (input) => {
  const burger = await requireBurger('aanvraag.voorbereiden')
  const outcome = await beantwoordBewijsvoorstel(burger, input)
  if (outcome.ok) redirect('/mijn')
  return outcome
}, ANTWOORD_TEKST)
