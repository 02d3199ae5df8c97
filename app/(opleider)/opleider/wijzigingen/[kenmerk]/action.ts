'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { meldSchema } from '@/lib/wijziging/schema'
import { MELD_TEKST } from '@/lib/wijziging/texts'
import { meldWijziging } from '@/lib/wijziging/use-cases/meld-wijziging'

export const meldAction = formAction(meldSchema, async (input) => {
  const opleider = await requireOpleider('wijziging.melden')
  const outcome = await meldWijziging(opleider, input)
  if (outcome.ok) redirect(`/opleider/wijzigingen/${encodeURIComponent(input.kenmerk)}`)
  return outcome
}, MELD_TEKST)
