'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { keurmerkSchema } from '@/lib/toelating/schema'
import { KEURMERK_TEKST } from '@/lib/toelating/texts'
import { voerKeurmerkIn } from '@/lib/toelating/use-cases/beslis-keurmerk'

export const voerInAction = formAction(keurmerkSchema, async (input) => {
  const medewerker = await requireMedewerker('keurmerk.invoeren')
  const outcome = await voerKeurmerkIn(medewerker, input)
  if (outcome.ok) redirect(`/duo/keurmerken/${outcome.value.keurmerkId}`)
  return outcome
}, KEURMERK_TEKST)
