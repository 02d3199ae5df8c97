import type { Controle } from './controle'
import { DOSSIER } from './dossier'
import { GELD } from './geld'
import { MACHINE } from './machine'
import { withClient, type PoolClient } from '@/lib/platform/db'

/** Every check there is. A new one needs a test that plants its fault (tests/scripts/controle.test.ts). */
export const CONTROLES: readonly Controle[] = [...GELD, ...DOSSIER, ...MACHINE]
  .sort((one, other) => Number(one.id.slice(1)) - Number(other.id.slice(1)))

export type Uitslag = { controle: Controle; fouten: string[] }

/** Runs the checks one by one on one snapshot of the database, which goes on being used meanwhile. */
export async function runControles(onDone: (uitslag: Uitslag) => void): Promise<Uitslag[]> {
  return withClient(async (client) => {
    await client.query('begin isolation level repeatable read read only')
    try {
      return await inOrder(client, onDone)
    } finally {
      await client.query('rollback')
    }
  })
}

async function inOrder(client: PoolClient, onDone: (uitslag: Uitslag) => void): Promise<Uitslag[]> {
  const uitslagen: Uitslag[] = []
  for (const controle of CONTROLES) {
    const uitslag = { controle, fouten: await controle.run(client) }
    uitslagen.push(uitslag)
    onDone(uitslag)
  }
  return uitslagen
}

/** What the last line of the command says: per invariant whether it holds, and how many rows offend. */
export function summarise(uitslagen: readonly Uitslag[]): { invarianten: { id: string; ok: boolean; aantal: number }[] } {
  const ids = [...new Set(uitslagen.map(({ controle }) => controle.id))]
  return {
    invarianten: ids.map((id) => {
      const aantal = uitslagen.filter(({ controle }) => controle.id === id).reduce((sum, { fouten }) => sum + fouten.length, 0)
      return { id, ok: aantal === 0, aantal }
    }),
  }
}
