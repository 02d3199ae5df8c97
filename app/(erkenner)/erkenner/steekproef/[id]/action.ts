'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { beoordeelSchema } from '@/lib/toelating/schema'
import { BEOORDEEL_TEKST } from '@/lib/toelating/texts'
import { beoordeelSteekproef } from '@/lib/toelating/use-cases/beoordeel-steekproef'

export const beoordeelAction = formAction(beoordeelSchema, async (input) => {
  const medewerker = await requireMedewerker('toelating.beheren')
  const outcome = await beoordeelSteekproef(medewerker, input)
  if (outcome.ok) redirect(`/erkenner/steekproef/${input.steekproefId}#opleiding-${String(input.nummer + 1)}`)
  return outcome
}, BEOORDEEL_TEKST)
