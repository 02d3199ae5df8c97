'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { wijzigSchema } from '@/lib/vooraanmelding/schema'
import { WIJZIG_TEKST } from '@/lib/vooraanmelding/texts'
import { wijzigAanmeldbewijs } from '@/lib/vooraanmelding/use-cases/wijzig-aanmeldbewijs'

export const wijzigAction = formAction(wijzigSchema, async (input) => {
  const opleider = await requireOpleider('aanmeldbewijs.uitgeven')
  const outcome = await wijzigAanmeldbewijs(opleider, input)
  if (outcome.ok) redirect(`/opleider/aanmeldbewijzen/${input.aanmeldbewijsId}`)
  return outcome
}, WIJZIG_TEKST)
