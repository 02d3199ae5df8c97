'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { bestandSchema } from '@/lib/vooraanmelding/schema'
import { BESTAND_TEKST } from '@/lib/vooraanmelding/texts'
import { ontvangBestand } from '@/lib/vooraanmelding/use-cases/ontvang-bestand'

export const leverAanmeldbewijzenAanAction = formAction(bestandSchema, async ({ bestand }) => {
  const opleider = await requireOpleider('aanmeldbewijs.uitgeven')
  const outcome = await ontvangBestand(opleider, { naam: bestand.name, inhoud: Buffer.from(await bestand.arrayBuffer()) })
  if (outcome.ok) redirect(`/opleider/aanmeldbewijzen/bestand/${outcome.value.bestandId}`)
  return outcome
}, BESTAND_TEKST)
