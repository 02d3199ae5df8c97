'use server'

import { redirect } from 'next/navigation'
import { IDLE, type FormState } from '@/lib/base/form-state'
import { done } from '@/lib/base/outcome'
import { toBesluitinhoud } from '@/lib/beschikking/rules/besluitinhoud'
import type { OpgemaakteBrief } from '@/lib/beschikking/rules/brief-opmaak'
import { besluitSchema, neemSchema, voorbeeldSchema } from '@/lib/beschikking/schema'
import { DOSSIER_REDEN } from '@/lib/beschikking/texts'
import { beslisAanvraag } from '@/lib/beschikking/use-cases/beslis-aanvraag'
import { neemInBehandeling } from '@/lib/beschikking/use-cases/neem-in-behandeling'
import { getBriefVoorbeeld } from '@/lib/beschikking/views'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

/** The form beside its letter: the preview comes back with the form, so that it works without JavaScript. */
export type BesluitState = { form: FormState; brief: OpgemaakteBrief | null }

const beslis = formAction(besluitSchema, async (input) => {
  const outcome = await beslisAanvraag(await requireMedewerker('uwv.besluiten'), input)
  return outcome.ok ? redirect(`/uwv/aanvragen/${input.kenmerk}`) : outcome
}, DOSSIER_REDEN)

/** Decides, or with the button "Brief bekijken" only shows the letter as it would be sent. */
export async function besluitAction({ brief }: BesluitState, formData: FormData): Promise<BesluitState> {
  const medewerker = await requireMedewerker('uwv.besluiten')
  if (formData.get('voorbeeld') === null) return { form: await beslis(IDLE, formData), brief }
  let nieuw: OpgemaakteBrief | undefined
  const form = await formAction(voorbeeldSchema, async ({ kenmerk, voorbeeld, ...rest }) => {
    nieuw = await getBriefVoorbeeld(medewerker, kenmerk, toBesluitinhoud({ besluit: voorbeeld, ...rest }))
    return done
  })(IDLE, formData)
  const waarden = { gronden: typed(formData, 'gronden'), motivering: typed(formData, 'motivering') }
  return { form: form.status === 'invalid' ? form : { status: 'refused', redenen: [], waarden }, brief: nieuw ?? brief }
}

const typed = (formData: FormData, naam: string) => formData.getAll(naam).filter((waarde) => typeof waarde === 'string')

/** Takes the case. */
export const neemAction = formAction(neemSchema, async ({ kenmerk }) => {
  const outcome = await neemInBehandeling(await requireMedewerker('uwv.besluiten'), kenmerk)
  return outcome.ok ? redirect(`/uwv/aanvragen/${kenmerk}`) : outcome
}, DOSSIER_REDEN)
