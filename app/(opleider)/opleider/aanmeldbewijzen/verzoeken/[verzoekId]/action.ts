'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { weigerVerzoekSchema, willigInSchema } from '@/lib/vooraanmelding/schema'
import { UITGEEF_TEKST, VERZOEK_ANTWOORD_TEKST } from '@/lib/vooraanmelding/texts'
import { weigerVerzoek, willigVerzoekIn } from '@/lib/vooraanmelding/use-cases/beantwoord-verzoek'

export const willigInAction = formAction(willigInSchema, async (input) => {
  const opleider = await requireOpleider('aanmeldbewijs.uitgeven')
  const outcome = await willigVerzoekIn(opleider, input)
  if (outcome.ok) redirect(`/opleider/aanmeldbewijzen/${outcome.value.id}`)
  return outcome
}, { ...UITGEEF_TEKST, ...VERZOEK_ANTWOORD_TEKST })

export const weigerAction = formAction(weigerVerzoekSchema, async (input) => {
  const opleider = await requireOpleider('aanmeldbewijs.uitgeven')
  const outcome = await weigerVerzoek(opleider, input)
  if (outcome.ok) redirect('/opleider/aanmeldbewijzen/verzoeken')
  return outcome
}, VERZOEK_ANTWOORD_TEKST)
