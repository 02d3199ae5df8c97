'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'
import { antwoordSchema } from '@/lib/reservelijst/schema'
import { RESERVE_TEKST } from '@/lib/reservelijst/texts'
import { aanvaardAanbod } from '@/lib/reservelijst/use-cases/aanvaard-aanbod'
import { slaAanbodAf } from '@/lib/reservelijst/use-cases/sla-aanbod-af'
import { vraagBesluit } from '@/lib/reservelijst/use-cases/vraag-besluit'

const ANTWOORDEN = { aanvaard: aanvaardAanbod, 'sla-af': slaAanbodAf, 'vraag-besluit': vraagBesluit } as const

export const antwoordAction = formAction(antwoordSchema, async ({ kenmerk, keuze }) => {
  const burger = await requireBurger('aanvraag.wijzigen')
  const outcome = await ANTWOORDEN[keuze](burger, { kenmerk })
  if (outcome.ok) redirect(`/mijn/aanvragen/${encodeURIComponent(kenmerk)}`)
  return outcome
}, RESERVE_TEKST)
