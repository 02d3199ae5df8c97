'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { aanleveringSchema } from '@/lib/aanlevering/schema'
import { ontvangAanlevering } from '@/lib/aanlevering/use-cases/ontvang-aanlevering'

export const leverBestandAanAction = formAction(aanleveringSchema, async ({ bestand, omvang }) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await ontvangAanlevering(opleider, { naam: bestand.name, mediatype: bestand.type, inhoud: Buffer.from(await bestand.arrayBuffer()) }, { opleiderId: null, omvang })
  if (outcome.ok) redirect(`/opleider/import/${outcome.value.importId}`)
  return outcome
})
