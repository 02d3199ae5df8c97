'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'
import { VERZOEK_ANTWOORD_TEKST } from '@/lib/vooraanmelding/texts'
import { trekVerzoekIn } from '@/lib/vooraanmelding/use-cases/vraag-aanmeldbewijs'

export const trekVerzoekInAction = formAction(z.object({ verzoekId: z.guid() }), async (input) => {
  const burger = await requireBurger('aanvraag.voorbereiden')
  const outcome = await trekVerzoekIn(burger, input)
  if (outcome.ok) redirect('/mijn')
  return outcome
}, VERZOEK_ANTWOORD_TEKST)
