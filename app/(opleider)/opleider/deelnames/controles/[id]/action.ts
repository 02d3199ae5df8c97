'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { inleverSchema, stukSchema } from '@/lib/verantwoording/schema'
import { INLEVER_REDEN } from '@/lib/verantwoording/texts'
import { leverStukIn, meldIngeleverd } from '@/lib/verantwoording/use-cases/lever-stukken-in'

export const leverStukInAction = formAction(stukSchema, async (input) => {
  const outcome = await leverStukIn(await requireOpleider('deelname.melden'), input)
  if (outcome.ok) redirect(`/opleider/deelnames/controles/${input.gevalId}`)
  return outcome
}, INLEVER_REDEN)

export const meldIngeleverdAction = formAction(inleverSchema, async ({ gevalId }) => {
  const outcome = await meldIngeleverd(await requireOpleider('deelname.melden'), gevalId)
  if (outcome.ok) redirect(`/opleider/deelnames/controles/${gevalId}`)
  return outcome
}, INLEVER_REDEN)
