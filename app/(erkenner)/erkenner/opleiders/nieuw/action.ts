'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { laatToeSchema } from '@/lib/toelating/schema'
import { TOELAAT_TEKST } from '@/lib/toelating/texts'
import { laatOpleiderToe } from '@/lib/toelating/use-cases/laat-toe'

export const laatToeAction = formAction(laatToeSchema, async (input) => {
  const medewerker = await requireMedewerker('toelating.beheren')
  const outcome = await laatOpleiderToe(medewerker, input)
  if (outcome.ok) redirect(`/erkenner/opleiders/${outcome.value.opleiderId}`)
  return outcome
}, TOELAAT_TEKST)
