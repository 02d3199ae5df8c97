'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { oordeelSchema, opleiderIdSchema } from '@/lib/bankrekening/schema'
import { REKENING_REDEN } from '@/lib/bankrekening/texts'
import { beoordeelRekening } from '@/lib/bankrekening/use-cases/beoordeel-rekening'
import { controleerRekening } from '@/lib/bankrekening/use-cases/controleer-rekening'

export const oordeelAction = formAction(oordeelSchema, async (input) => {
  const outcome = await beoordeelRekening(await requireMedewerker('rekening.beoordelen'), input)
  if (outcome.ok) redirect(`/uwv/betalingen/rekeningen/${input.opleiderId}`)
  return outcome
}, REKENING_REDEN)

export const controleerAction = formAction(opleiderIdSchema, async (input) => {
  const outcome = await controleerRekening(await requireMedewerker('rekening.beoordelen'), input)
  if (outcome.ok) redirect(`/uwv/betalingen/rekeningen/${input.opleiderId}`)
  return outcome
}, REKENING_REDEN)
