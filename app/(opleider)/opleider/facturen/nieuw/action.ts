'use server'

import { redirect } from 'next/navigation'
import { factuurBestandSchema } from '@/lib/betaling/schema'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'

export const stuurFactuurAction = formAction(factuurBestandSchema, async ({ bestand }) => {
  const opleider = await requireOpleider('factuur.indienen')
  const outcome = await ontvangFactuur(opleider, { naam: bestand.name, inhoud: Buffer.from(await bestand.arrayBuffer()) })
  if (outcome.ok) redirect(`/opleider/facturen/${outcome.value.factuurId}`)
  return outcome
})
