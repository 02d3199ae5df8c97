'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { vraagRekeningSchema, wijzigingIdSchema } from '@/lib/bankrekening/schema'
import { REKENING_REDEN } from '@/lib/bankrekening/texts'
import { bevestigRekening } from '@/lib/bankrekening/use-cases/bevestig-rekening'
import { trekRekeningIn } from '@/lib/bankrekening/use-cases/trek-rekening-in'
import { vraagRekening } from '@/lib/bankrekening/use-cases/vraag-rekening'

export const vraagRekeningAction = formAction(vraagRekeningSchema, async (input) => {
  const outcome = await vraagRekening(await requireOpleider('rekening.wijzigen'), input)
  if (outcome.ok) redirect('/opleider/rekening')
  return outcome
}, REKENING_REDEN)

export const bevestigAction = formAction(wijzigingIdSchema, async (input) => {
  const outcome = await bevestigRekening(await requireOpleider('rekening.wijzigen'), input)
  if (outcome.ok) redirect('/opleider/rekening')
  return outcome
}, REKENING_REDEN)

export const trekInAction = formAction(wijzigingIdSchema, async (input) => {
  const outcome = await trekRekeningIn(await requireOpleider('rekening.wijzigen'), input)
  if (outcome.ok) redirect('/opleider/rekening')
  return outcome
}, REKENING_REDEN)
