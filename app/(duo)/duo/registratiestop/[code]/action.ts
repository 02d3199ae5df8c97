'use server'

import { revalidatePath } from 'next/cache'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { bevrorenSchema } from '@/lib/toelating/schema'
import { BEVROREN_TEKST } from '@/lib/toelating/texts'
import { beoordeelBevroren } from '@/lib/toelating/use-cases/beoordeel-bevroren'

export const beoordeelBevrorenAction = formAction(bevrorenSchema, async (input) => {
  const medewerker = await requireMedewerker('register.beoordelen')
  const outcome = await beoordeelBevroren(medewerker, input)
  if (outcome.ok) revalidatePath(`/duo/registratiestop/${input.code}`)
  return outcome
}, BEVROREN_TEKST)
