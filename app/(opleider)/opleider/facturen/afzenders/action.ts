'use server'

import { redirect } from 'next/navigation'
import { afzenderSchema, afzenderWegSchema } from '@/lib/betaling/schema'
import { AFZENDER_REDEN } from '@/lib/betaling/texts'
import { haalAfzenderWeg, voegAfzenderToe } from '@/lib/betaling/use-cases/beheer-afzenders'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'

const PAGINA = '/opleider/facturen/afzenders'

export const voegAfzenderToeAction = formAction(afzenderSchema, async (input) => {
  const outcome = await voegAfzenderToe(await requireOpleider('factuur.indienen'), input)
  if (outcome.ok) redirect(PAGINA)
  return outcome
}, AFZENDER_REDEN)

export const haalAfzenderWegAction = formAction(afzenderWegSchema, async (input) => {
  const outcome = await haalAfzenderWeg(await requireOpleider('factuur.indienen'), input)
  if (outcome.ok) redirect(PAGINA)
  return outcome
}, AFZENDER_REDEN)
