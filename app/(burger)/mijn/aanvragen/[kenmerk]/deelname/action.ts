'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'
import { navraagSchema, reactieSchema } from '@/lib/verantwoording/schema'
import { NAVRAAG_REDEN, REACTIE_REDEN } from '@/lib/verantwoording/texts'
import { reageerOpDeelname } from '@/lib/verantwoording/use-cases/reageer-op-deelname'
import { beantwoordNavraag } from '@/lib/verantwoording/use-cases/vraag-deelname-na'

export const reageerAction = formAction(reactieSchema, async (input) => {
  const outcome = await reageerOpDeelname(await requireBurger('deelname.bevestigen'), input)
  if (outcome.ok) redirect(`/mijn/aanvragen/${input.kenmerk}/deelname`)
  return outcome
}, REACTIE_REDEN)

export const beantwoordNavraagAction = formAction(navraagSchema, async (input) => {
  const outcome = await beantwoordNavraag(await requireBurger('deelname.bevestigen'), input)
  if (outcome.ok) redirect(`/mijn/aanvragen/${input.kenmerk}/deelname`)
  return outcome
}, NAVRAAG_REDEN)
