'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireBurger } from '@/lib/platform/session'
import { bevestigRekeningSchema, rekeningSchema } from '@/lib/vordering/schema'
import { REKENING_REDEN } from '@/lib/vordering/texts'
import { bevestigRekening, geefRekening } from '@/lib/vordering/use-cases/kies-rekening'

export const bevestigRekeningAction = formAction(bevestigRekeningSchema, async (input) => {
  const outcome = await bevestigRekening(await requireBurger('vordering.eigen'), input)
  if (outcome.ok) redirect(`/mijn/vorderingen/${encodeURIComponent(input.kenmerk)}`)
  return outcome
}, REKENING_REDEN)

export const geefRekeningAction = formAction(rekeningSchema, async (input) => {
  const outcome = await geefRekening(await requireBurger('vordering.eigen'), input)
  if (outcome.ok) redirect(`/mijn/vorderingen/${encodeURIComponent(input.kenmerk)}`)
  return outcome
}, REKENING_REDEN)
