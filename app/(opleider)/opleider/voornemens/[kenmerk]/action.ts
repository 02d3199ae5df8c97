'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { zienswijzeSchema } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { OPLEIDER_ZIENSWIJZE_REDEN } from '@/lib/verantwoording/rules/vaststelling-teksten'
import { geefZienswijze } from '@/lib/verantwoording/use-cases/geef-zienswijze'

export const zienswijzeAction = formAction(zienswijzeSchema, async (input) => {
  const outcome = await geefZienswijze(await requireOpleider('voornemen.reageren'), input)
  return outcome.ok ? redirect(`/opleider/voornemens/${encodeURIComponent(input.kenmerk)}?verstuurd=ja`) : outcome
}, OPLEIDER_ZIENSWIJZE_REDEN)
