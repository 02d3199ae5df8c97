'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { beslisKeurmerkSchema } from '@/lib/toelating/schema'
import { KEURMERK_TEKST } from '@/lib/toelating/texts'
import { beslisKeurmerk } from '@/lib/toelating/use-cases/beslis-keurmerk'

export const beslisAction = formAction(beslisKeurmerkSchema, async (input) => {
  const medewerker = await requireMedewerker('keurmerk.beslissen')
  const outcome = await beslisKeurmerk(medewerker, input)
  if (outcome.ok) redirect(`/duo/keurmerken/${input.keurmerkId}`)
  return outcome
}, KEURMERK_TEKST)
