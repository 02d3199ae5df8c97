'use server'

import { redirect } from 'next/navigation'
import { berichtOpnieuwSchema } from '@/lib/bank/schema'
import { BANK_REDEN } from '@/lib/bank/texts'
import { leesBerichtOpnieuw } from '@/lib/bank/use-cases/lees-bericht-opnieuw'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

export const leesOpnieuwAction = formAction(berichtOpnieuwSchema, async (input) => {
  const outcome = await leesBerichtOpnieuw(await requireMedewerker('bank.verwerken'), input)
  if (outcome.ok) redirect(`/uwv/bank/${input.berichtId}`)
  return outcome
}, BANK_REDEN)
