'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { correctieSchema, meldSchema } from '@/lib/verantwoording/schema'
import { MELD_REDEN } from '@/lib/verantwoording/texts'
import { corrigeerDeelname } from '@/lib/verantwoording/use-cases/corrigeer-deelname'
import { meldDeelname } from '@/lib/verantwoording/use-cases/meld-deelname'

export const meldAction = formAction(meldSchema, async (input) => {
  const outcome = await meldDeelname(await requireOpleider('deelname.melden'), input)
  if (outcome.ok) redirect(`/opleider/deelnames/${input.kenmerk}`)
  return outcome
}, MELD_REDEN)

export const corrigeerAction = formAction(correctieSchema, async (input) => {
  const outcome = await corrigeerDeelname(await requireOpleider('deelname.melden'), input)
  if (outcome.ok) redirect(`/opleider/deelnames/${input.kenmerk}`)
  return outcome
}, MELD_REDEN)
