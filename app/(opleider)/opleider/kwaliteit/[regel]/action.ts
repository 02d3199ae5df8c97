'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { herstelVeldenSchema, maakBewerkingSchema } from '@/lib/kwaliteit/schema'
import { KWALITEIT_TEKST } from '@/lib/kwaliteit/texts'
import { herstelVelden } from '@/lib/kwaliteit/use-cases/herstel-velden'
import { maakBewerking } from '@/lib/kwaliteit/use-cases/maak-bewerking'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'

export const herstelVeldenAction = formAction(herstelVeldenSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await herstelVelden(opleider, input)
  revalidatePath('/opleider/kwaliteit/[regel]', 'page')
  return outcome
}, KWALITEIT_TEKST)

export const herstelAllesAction = formAction(maakBewerkingSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await maakBewerking(opleider, input)
  if (outcome.ok) redirect(`/opleider/opleidingen/bewerken/${outcome.value.bewerkingId}`)
  return outcome
}, KWALITEIT_TEKST)
