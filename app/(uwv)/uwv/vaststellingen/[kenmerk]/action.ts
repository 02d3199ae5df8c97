'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { vaststelSchema } from '@/lib/verantwoording/schema'
import { describeVaststelReden } from '@/lib/verantwoording/texts'
import { stelVastAlsBehandelaar } from '@/lib/verantwoording/use-cases/stel-vast'

export const vaststelAction = formAction(vaststelSchema, async (input) => {
  const outcome = await stelVastAlsBehandelaar(await requireMedewerker('uwv.besluiten'), input)
  if (outcome.ok) redirect('/uwv/vaststellingen')
  return outcome
}, describeVaststelReden)
