'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'
import { verzoekSchema } from '@/lib/vooraanmelding/schema'
import { VERZOEK_TEKST } from '@/lib/vooraanmelding/texts'
import { vraagAanmeldbewijs } from '@/lib/vooraanmelding/use-cases/vraag-aanmeldbewijs'

export const vraagAction = formAction(verzoekSchema, async (input) => {
  const burger = await requireBurger('aanvraag.voorbereiden')
  const outcome = await vraagAanmeldbewijs(burger, input)
  if (outcome.ok) redirect('/mijn')
  return outcome
}, VERZOEK_TEKST)
