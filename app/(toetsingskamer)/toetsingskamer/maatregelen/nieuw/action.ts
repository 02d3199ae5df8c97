'use server'

import { redirect } from 'next/navigation'
import { IDLE, type FormState } from '@/lib/base/form-state'
import { done } from '@/lib/base/outcome'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { legMaatregelVastSchema } from '@/lib/register/schema'
import type { Gevolgen } from '@/lib/toezicht/model'
import { TOEZICHT_REDEN } from '@/lib/toezicht/texts'
import { legMaatregelOp } from '@/lib/toezicht/use-cases/leg-maatregel-op'
import { getGevolgen } from '@/lib/toezicht/views'

/** First the consequences are shown; the second time, with the same answers, it is done. */
export type MaatregelState = { form: FormState; gevolgen: Gevolgen | null }

const legOp = formAction(legMaatregelVastSchema, async (input) => {
  const outcome = await legMaatregelOp(await requireMedewerker('toezicht.maatregel'), input)
  return outcome.ok ? redirect(`/toetsingskamer/maatregelen/${outcome.value.maatregelId}`) : outcome
}, TOEZICHT_REDEN)

export async function maatregelAction(_previous: MaatregelState, formData: FormData): Promise<MaatregelState> {
  const medewerker = await requireMedewerker('toezicht.maatregel')
  if (formData.get('bevestig') === 'ja') return { form: await legOp(IDLE, formData), gevolgen: null }
  let gevolgen: Gevolgen | null = null
  const form = await formAction(legMaatregelVastSchema, async (input) => {
    gevolgen = await getGevolgen(medewerker, input, input)
    return done
  })(IDLE, formData)
  const waarden = Object.fromEntries(['soort', 'reden', 'ingangsdatum', 'einddatum'].map((naam) => [naam, formData.getAll(naam).filter((waarde) => typeof waarde === 'string')]))
  return { form: form.status === 'invalid' ? form : { status: 'refused', redenen: [], waarden }, gevolgen }
}
