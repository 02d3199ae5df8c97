'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { aanleveringVoorOpleiderSchema } from '@/lib/aanlevering/schema'
import { ontvangAanlevering } from '@/lib/aanlevering/use-cases/ontvang-aanlevering'

export const leverAanVoorOpleiderAction = formAction(aanleveringVoorOpleiderSchema, async ({ bestand, opleiderId, omvang }) => {
  const medewerker = await requireMedewerker('register.importeren')
  const outcome = await ontvangAanlevering(medewerker, { naam: bestand.name, mediatype: bestand.type, inhoud: Buffer.from(await bestand.arrayBuffer()) }, { opleiderId, omvang })
  if (outcome.ok) redirect(`/duo/imports/${outcome.value.importId}`)
  return outcome
})
