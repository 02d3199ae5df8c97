import type { Medewerker } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { hefMaatregelOp as hefOpInRegister } from '@/lib/register/use-cases/hef-maatregel-op'
import { findSoort, readMaatregel } from '@/lib/toezicht/repo'
import { mayOpleggen } from '@/lib/toezicht/rules/bevoegd'
import { makeOpheffingsbrief } from '@/lib/toezicht/rules/maatregelbrief'
import type { HefOpInput } from '@/lib/toezicht/schema'
import type { ToezichtReden } from '@/lib/toezicht/texts'

/** Lifts a maatregel, also after a judge suspended it: the register is as it was at once, and a job takes every aanvraag back to where it was. */
export function hefMaatregelOp(actor: Medewerker, { maatregelId, reden }: HefOpInput): Promise<Outcome<ToezichtReden, { maatregelId: string }>> {
  return inTransaction(async (tx) => {
    const soort = await findSoort(tx, maatregelId)
    if (soort !== undefined && !mayOpleggen(actor.rollen, soort)) return refused('alleen-beslisser')
    const outcome = await hefOpInRegister(tx, actor, { maatregelId, reden })
    if (!outcome.ok) return outcome
    const { opleiderId, feiten } = await readMaatregel(tx, maatregelId, { share: false })
    await stuurBrief(tx, { soort: 'opheffing', opleiderId, ...makeOpheffingsbrief(feiten, reden) })
    await enqueue(tx, 'rol-maatregel-terug', { maatregelId })
    return success({ maatregelId })
  })
}
