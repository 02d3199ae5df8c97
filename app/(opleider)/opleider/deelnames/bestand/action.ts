'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { deelnameBestandSchema } from '@/lib/verantwoording/schema'
import { ontvangDeelnames } from '@/lib/verantwoording/use-cases/ontvang-deelnames'
import { BESTAND_TEKST } from '@/lib/vooraanmelding/texts'

export const leverDeelnamesAanAction = formAction(deelnameBestandSchema, async ({ bestand }) => {
  const opleider = await requireOpleider('deelname.melden')
  const outcome = await ontvangDeelnames(opleider, { naam: bestand.name, inhoud: Buffer.from(await bestand.arrayBuffer()) })
  if (outcome.ok) redirect(`/opleider/deelnames/bestand/${outcome.value.bestandId}`)
  return outcome
}, BESTAND_TEKST)
