'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { uitgeefSchema } from '@/lib/vooraanmelding/schema'
import { UITGEEF_TEKST } from '@/lib/vooraanmelding/texts'
import { geefAanmeldbewijsUit } from '@/lib/vooraanmelding/use-cases/geef-aanmeldbewijs-uit'

export const uitgeefAction = formAction(uitgeefSchema, async (input) => {
  const opleider = await requireOpleider('aanmeldbewijs.uitgeven')
  const outcome = await geefAanmeldbewijsUit(opleider, input)
  if (outcome.ok) redirect(`/opleider/aanmeldbewijzen/${outcome.value.id}`)
  return outcome
}, UITGEEF_TEKST)
