'use server'

import { redirect } from 'next/navigation'
import { maakFactuurSchema } from '@/lib/betaling/schema'
import { MAAK_FACTUUR_REDEN } from '@/lib/betaling/texts'
import { maakFactuur } from '@/lib/betaling/use-cases/maak-factuur'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'

export const maakFactuurAction = formAction(maakFactuurSchema, async (input) => {
  const opleider = await requireOpleider('factuur.indienen')
  const outcome = await maakFactuur(opleider, input)
  if (outcome.ok) redirect(`/opleider/facturen/${outcome.value.factuurId}`)
  return outcome
}, MAAK_FACTUUR_REDEN)
