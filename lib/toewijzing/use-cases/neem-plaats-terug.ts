import type { Tx } from '@/lib/platform/db'
import { markBezet, readBezetting } from '@/lib/toewijzing/repo/plaats'

/** Why a place in the kalenderjaar cannot be taken back. */
export type PlaatsReden = 'al-een-verlening' | 'andere-aanvraag-loopt'

/**
 * What keeps somebody from getting back the place in the kalenderjaar that an intrekking took: budget of another aanvraag since (invariant I4), or
 * a new aanvraag in the same tijdvak. The database refuses it too, when one of these comes at the same moment.
 */
export async function whyGeenPlaats(tx: Tx, aanvraagId: string): Promise<readonly PlaatsReden[]> {
  const { isBezet, isLopend } = await readBezetting(tx, aanvraagId)
  return [...(isBezet ? ['al-een-verlening' as const] : []), ...(isLopend && !isBezet ? ['andere-aanvraag-loopt' as const] : [])]
}

/** Takes it back. Held still, because the job that frees it did not run yet: nothing happens. */
export function neemPlaatsTerug(tx: Tx, aanvraagId: string): Promise<void> {
  return markBezet(tx, aanvraagId)
}
