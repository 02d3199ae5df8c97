'use server'

import { redirect } from 'next/navigation'
import { GEREED_TEKST, INDIEN_TEKST, START_TEKST } from '@/lib/aanvraag/texts'
import { hulpIndienSchema, hulpStapSchema, hulpStartSchema, hulpVerklaarSchema } from '@/lib/hulp/schema'
import { HULP_TEKST } from '@/lib/hulp/texts'
import { bereidVoor } from '@/lib/hulp/use-cases/bereid-voor'
import { dienInNamens } from '@/lib/hulp/use-cases/dien-in-namens'
import { neemPlaatsNamens } from '@/lib/hulp/use-cases/neem-plaats-namens'
import { verklaarNamens } from '@/lib/hulp/use-cases/verklaar-namens'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

export const bereidVoorAction = formAction(hulpStartSchema, async (input) => {
  const outcome = await bereidVoor(await requireMedewerker('werkplein.helpen'), input)
  if (outcome.ok) redirect(`/werkplein/${input.hulpId}`)
  return outcome
}, { ...START_TEKST, ...HULP_TEKST })

export const verklaarAction = formAction(hulpVerklaarSchema, async (input) => {
  const outcome = await verklaarNamens(await requireMedewerker('werkplein.helpen'), input)
  if (outcome.ok) redirect(`/werkplein/${input.hulpId}`)
  return outcome
}, { ...GEREED_TEKST, ...HULP_TEKST })

export const plaatsAction = formAction(hulpStapSchema, async (input) => {
  const outcome = await neemPlaatsNamens(await requireMedewerker('werkplein.helpen'), input)
  if (outcome.ok) redirect(`/werkplein/${input.hulpId}`)
  return outcome
}, HULP_TEKST)

export const indienAction = formAction(hulpIndienSchema, async ({ hulpId, formeel }) => {
  const outcome = await dienInNamens(await requireMedewerker('werkplein.helpen'), { hulpId, isFormeel: formeel === 'ja' })
  if (outcome.ok) redirect(`/werkplein/${hulpId}/ontvangst`)
  return outcome
}, { ...INDIEN_TEKST, ...HULP_TEKST })
