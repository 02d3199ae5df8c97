import type { PoolClient } from '@/lib/platform/db'
import { enqueueVoorAanvragen } from '@/lib/platform/outbox'
import { readNieuw, saveStand } from '@/lib/toewijzing/repo'

// No bound in practice: a round that met its limit would read the same again, because nothing is decided that takes it away.
const MAX_PER_RONDE = 10_000_000

/**
 * What arrived in a tijdvak that is divided by lot waits for the draw; until then it is checked, so that nobody takes a place in
 * the draw who can never be granted. Read as the allocator does, so that nobody is passed over. Answers how many were taken in.
 */
export async function neemDeelAanLoting(client: PoolClient, tijdvakId: string): Promise<number> {
  await client.query('begin')
  try {
    const nieuw = await readNieuw(client, tijdvakId, MAX_PER_RONDE)
    if (nieuw.ontvangsten.length > 0) {
      await enqueueVoorAanvragen(client, 'toets-vooraf', nieuw.ontvangsten.map(({ aanvraagId }) => aanvraagId))
      await saveStand(client, { tijdvakId, gelezenTot: nieuw.gelezenTot, gewijzigd: [] })
    }
    await client.query('commit')
    return nieuw.ontvangsten.length
  } catch (fault) {
    await client.query('rollback').catch(() => undefined)
    throw fault
  }
}
