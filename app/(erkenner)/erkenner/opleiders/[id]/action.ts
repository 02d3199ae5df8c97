'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { laatOpleidingToeSchema, trekErkenningInSchema } from '@/lib/toelating/schema'
import { TOELAAT_TEKST } from '@/lib/toelating/texts'
import { laatOpleidingToe } from '@/lib/toelating/use-cases/laat-toe'
import { trekErkenningIn } from '@/lib/toelating/use-cases/trek-erkenning-in'

export const laatOpleidingToeAction = formAction(laatOpleidingToeSchema, async (input) => {
  const medewerker = await requireMedewerker('toelating.beheren')
  const outcome = await laatOpleidingToe(medewerker, input)
  if (outcome.ok) redirect(`/erkenner/opleiders/${input.opleiderId}`)
  return outcome
}, TOELAAT_TEKST)

export const trekInAction = formAction(trekErkenningInSchema, async (input) => {
  const medewerker = await requireMedewerker('toelating.beheren')
  const outcome = await trekErkenningIn(medewerker, input)
  if (outcome.ok) redirect(`/erkenner/opleiders/${input.opleiderId}`)
  return outcome
}, TOELAAT_TEKST)
