import { SYSTEEM } from '@/lib/base/actor'
import type { PoolClient } from '@/lib/platform/db'
import type { Boekingsregel } from '@/lib/tijdvak/model'
import { POSTEN } from '@/lib/tijdvak/rules/journaalpost'
import { boekAlle } from '@/lib/tijdvak/use-cases/boek'
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

  const perCompartiment = new Map<string, number>()
  for (const { compartimentId, bedragCent } of toegewezen) perCompartiment.set(compartimentId, (perCompartiment.get(compartimentId) ?? 0) + bedragCent)
  const { van, naar } = POSTEN.reserveer
  const regels: Boekingsregel[] = [
    ...toegewezen.map(({ compartimentId, indiening: { aanvraagId }, bedragCent }) => ({ rekening: naar, compartimentId, aanvraagId, bedragCent })),
    ...[...perCompartiment].map(([compartimentId, totaal]) => ({ rekening: van, compartimentId, bedragCent: -totaal })),
  ]
  const oorzaakId = String(first.indiening.volgnummer)
  const booked = await boekAlle(client, [{ soort: 'reserveer', oorzaak: 'toewijzing', oorzaakId, actor: SYSTEEM, regels }])
  if (booked !== 1) throw new Error(`the round that begins with indiening ${oorzaakId} was booked before`)
}
