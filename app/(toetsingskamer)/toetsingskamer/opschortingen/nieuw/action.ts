'use server'

import { redirect } from 'next/navigation'
import { IDLE, type FormState } from '@/lib/base/form-state'
import { refused, success } from '@/lib/base/outcome'
import type { OpgemaakteBrief } from '@/lib/beschikking/rules/brief-opmaak'
import { schortOpSchema } from '@/lib/opschorting/schema'
import { OPSCHORT_REDEN } from '@/lib/opschorting/texts'
import { schortOp } from '@/lib/opschorting/use-cases/schort-op'
import { getVoorbeeld } from '@/lib/opschorting/views'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'

/** First the letter is shown; the second time, with the same answers, it is sent and the suspension begins. */
export type OpschortState = { form: FormState; brief: OpgemaakteBrief | null }

const doe = formAction(schortOpSchema, async (input) => {
  const outcome = await schortOp(await requireMedewerker('opschorting.opleggen'), input)
  return outcome.ok ? redirect(`/toetsingskamer/opschortingen/${outcome.value.opschortingId}`) : outcome
}, OPSCHORT_REDEN)

export async function opschortAction(_previous: OpschortState, formData: FormData): Promise<OpschortState> {
  const medewerker = await requireMedewerker('opschorting.opleggen')
  if (formData.get('bevestig') === 'ja') return { form: await doe(IDLE, formData), brief: null }
  let brief: OpgemaakteBrief | null = null
  const form = await formAction(schortOpSchema, async (input) => {
    const voorbeeld = await getVoorbeeld(medewerker, input)
    if ('redenen' in voorbeeld) return refused(...voorbeeld.redenen)
    brief = voorbeeld.brief
    return success({})
  }, OPSCHORT_REDEN)(IDLE, formData)
  if (form.status !== 'done') return { form, brief }
  const waarden = Object.fromEntries(['grond', 'zaak', 'vermoeden', 'aanvraagKenmerk'].map((naam) => [naam, formData.getAll(naam).filter((waarde) => typeof waarde === 'string')]))
  return { form: { status: 'refused', redenen: [], waarden }, brief }
}
