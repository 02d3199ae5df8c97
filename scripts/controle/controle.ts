import type { PoolClient } from '@/lib/platform/db'

/** One check of an invariant of the running system. Its answer names what is wrong; an empty list is good. */
export type Controle = {
  /** The invariant it belongs to: I1 … I12. Several checks may belong to one. */
  id: string
  titel: string
  run: (client: PoolClient) => Promise<string[]>
}

/** A check that is one query; each row that it gives is wrong, and its column `wat` says why. */
export function sqlControle(id: string, titel: string, sql: string): Controle {
  return {
    id,
    titel,
    run: async (client) => (await client.query<{ wat: string }>(sql)).rows.map(({ wat }) => wat),
  }
}
