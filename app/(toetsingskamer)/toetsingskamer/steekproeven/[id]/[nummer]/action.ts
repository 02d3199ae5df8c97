'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { deelnameOordeelSchema } from '@/lib/verantwoording/schema'
import { OORDEEL_REDEN } from '@/lib/verantwoording/texts'
import { beoordeelDeelname } from '@/lib/verantwoording/use-cases/beoordeel-deelname'

export const beoordeelDeelnameAction = formAction(deelnameOordeelSchema, async ({ controleId, nummer, ...input }) => {
  const outcome = await beoordeelDeelname(await requireMedewerker('deelname.controleren'), input)
  if (outcome.ok) redirect(`/toetsingskamer/steekproeven/${controleId}/${String(nummer)}`)
  return outcome
}, OORDEEL_REDEN)
