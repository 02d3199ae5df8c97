'use server'

import { redirect } from 'next/navigation'
import { trekKoppelingInSchema } from '@/lib/koppeling/schema'
import { INTREK_TEKST } from '@/lib/koppeling/texts'
import { trekKoppelingIn } from '@/lib/koppeling/use-cases/trek-koppeling-in'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'

export const trekKoppelingInAction = formAction(trekKoppelingInSchema, async (input) => {
  const opleider = await requireOpleider('koppeling.beheren')
  const outcome = await trekKoppelingIn(opleider, input)
  if (outcome.ok) redirect('/opleider/koppelingen')
  return outcome
}, INTREK_TEKST)
