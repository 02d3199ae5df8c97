import type { Medewerker } from '@/lib/base/actor'
import { startOfDay } from '@/lib/base/amsterdam'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import type { LegMaatregelVastInput } from '@/lib/register/schema'
import { legMaatregelVast } from '@/lib/register/use-cases/leg-maatregel-vast'
import { calculateBezwaartermijn } from '@/lib/regeling/rules/bezwaartermijn'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { readMaatregel } from '@/lib/toezicht/repo'
import { mayOpleggen } from '@/lib/toezicht/rules/bevoegd'
import { makeMaatregelbrief } from '@/lib/toezicht/rules/maatregelbrief'
import type { ToezichtReden } from '@/lib/toezicht/texts'

/**
 * Takes a maatregel on an opleider or one opleiding (art. 19, 19a, 23): the register and search show it at once, the opleider gets its letter,
 * and the aanvragen that wait are put aside by a job. Blocking and removing are besluiten of the minister: only a beslisser takes them. A maatregel that begins later, or ends by itself, gets its job at that moment.
 */
export function legMaatregelOp(actor: Medewerker, input: LegMaatregelVastInput): Promise<Outcome<ToezichtReden, { maatregelId: string }>> {
  if (!mayOpleggen(actor.rollen, input.soort)) return Promise.resolve(refused('alleen-beslisser'))
  return inTransaction(async (tx) => {
    const outcome = await legMaatregelVast(tx, actor, input)
    if (!outcome.ok) return outcome
    const { maatregelId } = outcome.value
    await informOpleider(tx, maatregelId)
    const vandaag = await todayIn(tx)
    await enqueue(tx, 'pas-maatregel-toe', { maatregelId }, input.ingangsdatum > vandaag ? { nietVoor: startOfDay(input.ingangsdatum) } : {})
    if (input.einddatum !== null) await enqueue(tx, 'rol-maatregel-terug', { maatregelId }, { nietVoor: startOfDay(input.einddatum) })
    return success({ maatregelId })
  })
}

async function informOpleider(tx: Tx, maatregelId: string): Promise<void> {
  const { opleiderId, feiten } = await readMaatregel(tx, maatregelId, { share: false })
  const vandaag = await todayIn(tx)
  const bezwaar = feiten.soort === 'in-onderzoek' ? null : calculateBezwaartermijn(vandaag, await leesRegeling(tx, vandaag))
  await stuurBrief(tx, { soort: 'maatregel', opleiderId, ...makeMaatregelbrief(feiten, bezwaar) })
}
