'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { doorvoerSchema, vervalSchema } from '@/lib/verantwoording/schema'
import { DOORVOER_REDEN } from '@/lib/verantwoording/texts'
import { laatDeelnamesVervallen, voerDeelnamesDoor } from '@/lib/verantwoording/use-cases/voer-deelnames-door'

export const voerDoorAction = formAction(doorvoerSchema, async ({ bestandId }) => {
  const outcome = await voerDeelnamesDoor(await requireOpleider('deelname.melden'), bestandId)
  if (outcome.ok) redirect(`/opleider/deelnames/bestand/${bestandId}`)
  return outcome
}, DOORVOER_REDEN)

export const laatVervallenAction = formAction(vervalSchema, async ({ bestandId }) => {
  const outcome = await laatDeelnamesVervallen(await requireOpleider('deelname.melden'), bestandId)
  if (outcome.ok) redirect('/opleider/deelnames/bestand')
  return outcome
}, DOORVOER_REDEN)
