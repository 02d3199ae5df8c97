'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { koppelSchema } from '@/lib/aanlevering/schema'
import { BESTAND_TEKST, KOPPELING_TEKST } from '@/lib/aanlevering/texts'
import { koppelKolommen } from '@/lib/aanlevering/use-cases/koppel-kolommen'

export const koppelAction = formAction(koppelSchema, async (input) => {
  const outcome = await koppelKolommen(await requireMedewerker('register.importeren'), input)
  if (outcome.ok) redirect(`/duo/imports/${input.importId}`)
  return outcome
}, { ...BESTAND_TEKST, ...KOPPELING_TEKST })
