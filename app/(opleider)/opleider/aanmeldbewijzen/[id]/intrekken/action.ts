'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { trekInSchema } from '@/lib/vooraanmelding/schema'
import { TREK_IN_TEKST } from '@/lib/vooraanmelding/texts'
import { trekAanmeldbewijsIn } from '@/lib/vooraanmelding/use-cases/trek-aanmeldbewijs-in'

export const trekInAction = formAction(trekInSchema, async (input) => {
  const opleider = await requireOpleider('aanmeldbewijs.intrekken')
  const outcome = await trekAanmeldbewijsIn(opleider, input)
  if (outcome.ok) redirect(`/opleider/aanmeldbewijzen/${input.aanmeldbewijsId}`)
  return outcome
}, TREK_IN_TEKST)
