'use server'

import { redirect } from 'next/navigation'
import { handelPostAfSchema } from '@/lib/betaling/schema'
import { POST_REDEN } from '@/lib/betaling/texts'
import { handelPostAf } from '@/lib/betaling/use-cases/handel-post-af'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

export const handelPostAfAction = formAction(handelPostAfSchema, async (input) => {
  const outcome = await handelPostAf(await requireMedewerker('factuur.beantwoorden'), input)
  if (outcome.ok) redirect(outcome.value.factuurId === null ? '/uwv/facturen/werklijst' : `/uwv/facturen/${outcome.value.factuurId}`)
  return outcome
}, POST_REDEN)
