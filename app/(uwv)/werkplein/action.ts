'use server'

import { redirect } from 'next/navigation'
import { hulpSchema } from '@/lib/hulp/schema'
import { HULP_TEKST } from '@/lib/hulp/texts'
import { beginHulp } from '@/lib/hulp/use-cases/begin-hulp'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

export const beginAction = formAction(hulpSchema, async ({ bsn, reden }) => {
  const outcome = await beginHulp(await requireMedewerker('werkplein.helpen'), { bsn, reden })
  if (outcome.ok) redirect(`/werkplein/${outcome.value.hulpId}`)
  return outcome
}, HULP_TEKST)
