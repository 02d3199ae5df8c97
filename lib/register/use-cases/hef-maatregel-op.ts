import type { Medewerker } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { endMaatregel } from '@/lib/register/repo'

export type HefMaatregelOpReden = 'onbekende-maatregel' | 'al-opgeheven'

/**
 * Lifts a maatregel: it counts as if it had never been there. Takes the transaction of the caller (lib/toezicht),
 * who also restores what the maatregel touched.
 */
export async function hefMaatregelOp(
  tx: Tx, actor: Medewerker, { maatregelId, reden }: { maatregelId: string; reden: string },
): Promise<Outcome<HefMaatregelOpReden, { maatregelId: string; opleiderId: string; opleidingId: string | null }>> {
  const maatregel = await endMaatregel(tx, maatregelId, { doorId: actor.id, reden })
  if (typeof maatregel === 'string') return refused(maatregel)
  const { opleiderId, opleidingId, soort } = maatregel
  await enqueue(tx, 'ververs-zoekindex', opleidingId === null ? { opleiderId } : { opleidingId })
  await saveGebeurtenis(tx, { onderwerp: 'maatregel', onderwerpId: maatregelId, soort: 'hef-maatregel-op', van: soort, actor, reden, gegevens: { opleiderId, opleidingId } })
  return success({ maatregelId, opleiderId, opleidingId })
}
