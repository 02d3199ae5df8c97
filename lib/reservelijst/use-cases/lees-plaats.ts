import type { Tx } from '@/lib/platform/db'
import type { Plaats } from '@/lib/reservelijst/model'
import { findPlaats } from '@/lib/reservelijst/repo'

/** The place of an aanvraag on the reserve list, with how many wait before it; undefined when it never was on it. */
export function leesPlaats(tx: Tx, aanvraagId: string): Promise<Plaats | undefined> {
  return findPlaats(tx, aanvraagId)
}
