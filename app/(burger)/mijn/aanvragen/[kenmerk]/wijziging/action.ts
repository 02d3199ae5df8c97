'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'
import { antwoordSchema, wisselSchema } from '@/lib/wijziging/schema'
import { ANTWOORD_TEKST, WISSEL_TEKST } from '@/lib/wijziging/texts'
import { beantwoordWijziging } from '@/lib/wijziging/use-cases/beantwoord-wijziging'
import { wissel } from '@/lib/wijziging/use-cases/wissel'

export const antwoordAction = formAction(antwoordSchema, async (input) => {
  const burger = await requireBurger('aanvraag.wijzigen')
  const outcome = await beantwoordWijziging(burger, input)
  if (outcome.ok) redirect('/mijn')
  return outcome
}, ANTWOORD_TEKST)

export const wisselAction = formAction(wisselSchema, async (input) => {
  const burger = await requireBurger('aanvraag.wijzigen')
  const outcome = await wissel(burger, input)
  if (outcome.ok) redirect('/mijn')
  return outcome
}, WISSEL_TEKST)
