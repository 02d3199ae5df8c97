'use server'

import { revalidatePath } from 'next/cache'
import { voerBewerkingUitSchema } from '@/lib/kwaliteit/schema'
import { KWALITEIT_TEKST } from '@/lib/kwaliteit/texts'
import { voerBewerkingUit } from '@/lib/kwaliteit/use-cases/voer-bewerking-uit'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'

export const voerBewerkingUitAction = formAction(voerBewerkingUitSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await voerBewerkingUit(opleider, input)
  revalidatePath(`/opleider/opleidingen/bewerken/${input.bewerkingId}`)
  return outcome
}, KWALITEIT_TEKST)
