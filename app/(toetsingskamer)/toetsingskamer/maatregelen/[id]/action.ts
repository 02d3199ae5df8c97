'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { hefOpSchema } from '@/lib/toezicht/schema'
import { TOEZICHT_REDEN } from '@/lib/toezicht/texts'
import { hefMaatregelOp } from '@/lib/toezicht/use-cases/hef-maatregel-op'

export const hefOpAction = formAction(hefOpSchema, async (input) => {
  const outcome = await hefMaatregelOp(await requireMedewerker('toezicht.maatregel'), input)
  return outcome.ok ? redirect(`/toetsingskamer/maatregelen/${input.maatregelId}`) : outcome
}, TOEZICHT_REDEN)
