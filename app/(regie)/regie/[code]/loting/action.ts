'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { bijdrageSchema, lijstSchema } from '@/lib/loting/schema'
import { LOTING_REDEN } from '@/lib/loting/texts'
import { legBijdrageVast } from '@/lib/loting/use-cases/leg-bijdrage-vast'
import { sluitInschrijving } from '@/lib/loting/use-cases/sluit-inschrijving'

export const sluitInschrijvingAction = formAction(lijstSchema, async ({ baken, ...input }) => {
  const outcome = await sluitInschrijving(await requireMedewerker('loting.leiden'), { ...input, baken })
  if (outcome.ok) redirect(`/regie/${input.code}/loting?melding=lijst`)
  return outcome
}, LOTING_REDEN)

export const legBijdrageVastAction = formAction(bijdrageSchema, async (input) => {
  const outcome = await legBijdrageVast(await requireMedewerker('loting.leiden'), input)
  if (outcome.ok) redirect(`/regie/${input.code}/loting?melding=deel`)
  return outcome
}, LOTING_REDEN)
