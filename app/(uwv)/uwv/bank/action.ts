'use server'

import { redirect } from 'next/navigation'
import { bankberichtSchema } from '@/lib/bank/schema'
import { BANK_REDEN } from '@/lib/bank/texts'
import { ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

export const leverBankberichtAction = formAction(bankberichtSchema, async ({ bestand }) => {
  const medewerker = await requireMedewerker('bank.verwerken')
  const outcome = await ontvangBankbericht(medewerker, { naam: bestand.name, inhoud: Buffer.from(await bestand.arrayBuffer()) })
  if (outcome.ok) redirect(`/uwv/bank/${outcome.value.berichtId}`)
  return outcome
}, BANK_REDEN)
