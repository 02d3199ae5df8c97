import { addDays } from '@/lib/base/date'
import { intersection, type Period } from '@/lib/base/period'
import { listDuurPerAanvraag } from '@/lib/opschorting/repo'
import { toPeriode } from '@/lib/opschorting/rules/duur'
import type { Tx } from '@/lib/platform/db'

/**
 * The days on which payment for these aanvragen was lawfully suspended: on those nobody was late, so no interest runs (Awb 4:97).
 * A suspension began for an aanvraag with the letter to its burger, and ended on the day of its intrekking, wijziging or vaststelling. Aanvragen
 * without one are not in the answer.
 */
export async function leesOpgeschortePerioden(tx: Tx, aanvraagIds: readonly string[]): Promise<ReadonlyMap<string, readonly Period[]>> {
  const perioden = new Map<string, Period[]>()
  for (const { aanvraagId, duur, besluitOp } of await listDuurPerAanvraag(tx, aanvraagIds)) {
    const tot = besluitOp === null ? null : addDays(besluitOp, 1)
    const periode = intersection(toPeriode(duur), { van: duur.ingangsdatum, tot })
    if (periode !== undefined) perioden.set(aanvraagId, [...(perioden.get(aanvraagId) ?? []), periode])
  }
  return perioden
}
