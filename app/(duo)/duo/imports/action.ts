'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { bestandVoorOpleiderSchema } from '@/lib/register/schema'
import { BESTAND_TEKST } from '@/lib/aanlevering/texts'
import { ontvangBestand } from '@/lib/aanlevering/use-cases/ontvang-bestand'

export const leverAanVoorOpleiderAction = formAction(bestandVoorOpleiderSchema, async ({ bestand, opleiderId }) => {
  const medewerker = await requireMedewerker('register.importeren')
  const outcome = await ontvangBestand(medewerker, { naam: bestand.name, mediatype: bestand.type, inhoud: Buffer.from(await bestand.arrayBuffer()) }, opleiderId)
  if (outcome.ok) redirect(`/duo/imports/${outcome.value.importId}`)
  return outcome
}, BESTAND_TEKST)
