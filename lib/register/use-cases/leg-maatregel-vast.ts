import type { Medewerker } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { toDbDate, type Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { insertMaatregel, opleidingBelongsTo } from '@/lib/register/repo'
import type { LegMaatregelVastInput } from '@/lib/register/schema'

export type LegMaatregelVastReden = 'onbekende-opleider-of-opleiding' | 'zelfde-maatregel-loopt-al'

/**
 * Puts a maatregel on an opleider or on one opleiding; from then on the register and search show it.
 * Regeling art. 19 (opleider) and 19a (scholing). Takes the transaction of the caller (lib/toezicht), who also plans the consequences.
 */
export async function legMaatregelVast(tx: Tx, actor: Medewerker, input: LegMaatregelVastInput): Promise<Outcome<LegMaatregelVastReden, { maatregelId: string }>> {
  const { opleiderId, opleidingId, soort, reden, ingangsdatum, einddatum } = input
  if (!(await opleidingBelongsTo(tx, opleiderId, opleidingId))) return refused('onbekende-opleider-of-opleiding')
  const maatregelId = await insertMaatregel(tx, {
    opleiderId, opleidingId, soort, reden, opgelegdDoor: actor.id, ingangsdatum: toDbDate(ingangsdatum), einddatum: einddatum === null ? null : toDbDate(einddatum),
  })
  if (maatregelId === undefined) return refused('zelfde-maatregel-loopt-al')
  await enqueue(tx, 'ververs-zoekindex', opleidingId === null ? { opleiderId } : { opleidingId })
  await saveGebeurtenis(tx, { onderwerp: 'maatregel', onderwerpId: maatregelId, soort: 'leg-maatregel-vast', naar: soort, actor, reden, gegevens: { opleiderId, opleidingId, ingangsdatum, einddatum } })
  return success({ maatregelId })
}
