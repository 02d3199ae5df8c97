'use server'

import { redirect } from 'next/navigation'
import { maakBewerkingSchema } from '@/lib/kwaliteit/schema'
import { KWALITEIT_TEKST } from '@/lib/kwaliteit/texts'
import { maakBewerking } from '@/lib/kwaliteit/use-cases/maak-bewerking'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'

export const maakBewerkingAction = formAction(maakBewerkingSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await maakBewerking(opleider, input)
  if (outcome.ok) redirect(`/opleider/opleidingen/bewerken/${outcome.value.bewerkingId}`)
  return outcome
}, KWALITEIT_TEKST)
