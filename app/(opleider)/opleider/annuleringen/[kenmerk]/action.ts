'use server'

import { revalidatePath } from 'next/cache'
import { kostenSchema } from '@/lib/annulering/schema'
import { KOSTEN_REDEN } from '@/lib/annulering/texts'
import { meldAnnuleringskosten } from '@/lib/annulering/use-cases/meld-annuleringskosten'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { annuleerSchema } from '@/lib/wijziging/schema'
import { ANNULEER_TEKST } from '@/lib/wijziging/texts'
import { annuleerVoorDeelnemer } from '@/lib/wijziging/use-cases/annuleer-voor-deelnemer'

const PAGINA = '/opleider/annuleringen/[kenmerk]'

export const kostenAction = formAction(kostenSchema, async (input) => {
  const outcome = await meldAnnuleringskosten(await requireOpleider('annulering.melden'), input)
  revalidatePath(PAGINA, 'page')
  return outcome
}, KOSTEN_REDEN)

export const afzegAction = formAction(annuleerSchema, async (input) => {
  const outcome = await annuleerVoorDeelnemer(await requireOpleider('annulering.melden'), input)
  revalidatePath(PAGINA, 'page')
  return outcome
}, ANNULEER_TEKST)
