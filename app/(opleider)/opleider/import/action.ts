'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { bestandSchema } from '@/lib/register/schema'
import { BESTAND_TEKST } from '@/lib/aanlevering/texts'
import { ontvangBestand } from '@/lib/aanlevering/use-cases/ontvang-bestand'

export const leverBestandAanAction = formAction(bestandSchema, async ({ bestand }) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await ontvangBestand(opleider, { naam: bestand.name, mediatype: bestand.type, inhoud: Buffer.from(await bestand.arrayBuffer()) }, null)
  if (outcome.ok) redirect(`/opleider/import/${outcome.value.importId}`)
  return outcome
}, BESTAND_TEKST)
