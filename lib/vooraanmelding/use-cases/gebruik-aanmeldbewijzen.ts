import type { PoolClient } from '@/lib/platform/db'
import { markGebruikt } from '@/lib/vooraanmelding/repo'

/** Marks aanmeldbewijzen as used by an aanvraag that was received, in the transaction that receives it. */
export function gebruikAanmeldbewijzen(client: PoolClient, ids: readonly string[]): Promise<void> {
  return markGebruikt(client, ids)
}
