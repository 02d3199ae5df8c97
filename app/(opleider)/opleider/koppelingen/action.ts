'use server'

import { revalidatePath } from 'next/cache'
import { success } from '@/lib/base/outcome'
import { maakKoppelingSchema, toNieuweKoppeling } from '@/lib/koppeling/schema'
import { MAAK_TEKST } from '@/lib/koppeling/texts'
import { maakKoppeling } from '@/lib/koppeling/use-cases/maak-koppeling'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'

/** The token stands in the answer to this form and nowhere else. */
export const maakKoppelingAction = formAction(maakKoppelingSchema, async (input) => {
  const opleider = await requireOpleider('koppeling.beheren')
  const outcome = await maakKoppeling(opleider, toNieuweKoppeling(input))
  if (outcome.ok) revalidatePath('/opleider/koppelingen')
  return outcome.ok ? success({ melding: outcome.value.token }) : outcome
}, MAAK_TEKST)
