'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { kolomindelingSchema } from '@/lib/aanlevering/schema'
import { BESTAND_TEKST, KOLOMINDELING_TEKST } from '@/lib/aanlevering/texts'
import { deelKolommenIn } from '@/lib/aanlevering/use-cases/deel-kolommen-in'

export const deelKolommenInAction = formAction(kolomindelingSchema, async (input) => {
  const outcome = await deelKolommenIn(await requireOpleider('opleiding.beheren'), input)
  if (outcome.ok) redirect(`/opleider/import/${input.importId}`)
  return outcome
}, { ...BESTAND_TEKST, ...KOLOMINDELING_TEKST })
