import 'server-only'
import type { PoolClient } from '@/lib/platform/db'

/** Marks aanmeldbewijzen as used; one that was withdrawn in the meantime stays withdrawn. */
export async function markGebruikt(client: PoolClient, ids: readonly string[]): Promise<void> {
  await client.query("update aanmeldbewijs set status = 'gebruikt' where id = any ($1) and status = 'uitgegeven'", [ids])
}
