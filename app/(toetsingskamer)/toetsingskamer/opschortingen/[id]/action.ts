'use server'

import { redirect } from 'next/navigation'
import { beeindigSchema } from '@/lib/opschorting/schema'
import { OPSCHORT_REDEN } from '@/lib/opschorting/texts'
import { beeindigOpschorting } from '@/lib/opschorting/use-cases/beeindig-opschorting'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

export const beeindigAction = formAction(beeindigSchema, async (input) => {
  const outcome = await beeindigOpschorting(await requireMedewerker('opschorting.opleggen'), input)
  return outcome.ok ? redirect(`/toetsingskamer/opschortingen/${input.opschortingId}`) : outcome
}, OPSCHORT_REDEN)
