import type { PoolClient } from '@/lib/platform/db'
import { shareInname } from '@/lib/tijdvak/repo'

/**
 * Enters intake with this transaction: the first thing it does, before it reads the tijdvak. A pause waits until it has
 * committed; after a pause it sees the pause. Answers the legal moment of what is received in this transaction.
 */
export function betreedInname(client: PoolClient): Promise<Date> {
  return shareInname(client)
}
