import type { PoolClient } from '@/lib/platform/db'
import { boekVoorAanvragen } from '@/lib/tijdvak/use-cases/boek'
import type { Toewijzing } from '@/lib/toewijzing/model'
import { saveToewijzingen } from '@/lib/toewijzing/repo'

/** Writes decisions with their status, log, jobs and postings. The rows of the aanvragen must be locked. */
export async function legToewijzingenVast(client: PoolClient, tijdvakId: string, toewijzingen: readonly Toewijzing[]): Promise<void> {
  await saveToewijzingen(client, tijdvakId, toewijzingen)
  await boekReserveringen(client, toewijzingen)
}

/**
 * One boeking for the whole round: what each grant reserves, and per compartiment what that takes from what was vrij.
 * The first number of the round is its cause, so that it cannot be booked twice.
 */
async function boekReserveringen(client: PoolClient, toewijzingen: readonly Toewijzing[]): Promise<void> {
  const toegewezen = toewijzingen.filter(({ uitkomst }) => uitkomst === 'gereserveerd')
  const [first] = toegewezen
  if (first === undefined) return

  const oorzaakId = String(first.indiening.volgnummer)
  const bij = toegewezen.map(({ compartimentId, indiening: { aanvraagId }, bedragCent }) => ({ compartimentId, aanvraagId, bedragCent }))
  const isNieuw = await boekVoorAanvragen(client, { soort: 'reserveer', oorzaak: 'toewijzing', oorzaakId, bij })
  if (!isNieuw) throw new Error(`the round that begins with indiening ${oorzaakId} was booked before`)
}
