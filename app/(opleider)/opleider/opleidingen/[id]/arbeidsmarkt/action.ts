'use server'

import { revalidatePath } from 'next/cache'
import { beantwoordSchema } from '@/lib/kwaliteit/schema'
import { beantwoordArbeidsmarkt } from '@/lib/kwaliteit/use-cases/beantwoord-arbeidsmarkt'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { REGISTER_TEKST } from '@/lib/register/texts'

export const beantwoordArbeidsmarktAction = formAction(beantwoordSchema, async (input) => {
  const opleider = await requireOpleider('opleiding.beheren')
  const outcome = await beantwoordArbeidsmarkt(opleider, input)
  revalidatePath(`/opleider/opleidingen/${input.opleidingId}`)
  return outcome
}, REGISTER_TEKST)
