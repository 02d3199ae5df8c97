import { SYSTEEM } from '@/lib/base/actor'
import type { BetalingStatus } from '@/lib/betaling/model'
import { confirmBetalingen, lockTerugTeBoeken, saveTeruggeboekt, type TerugTeBoeken } from '@/lib/betaling/repo/bank'
import { listIngetrokken, listWachtendeCreditnotas } from '@/lib/betaling/repo/buiten-bestand'
import type { PoolClient } from '@/lib/platform/db'
import { enqueueAll } from '@/lib/platform/outbox'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boekAlle, type Boeking } from '@/lib/tijdvak/use-cases/boek'

/** The bank carried these payments out. Those that were confirmed before stay as they are. What was withdrawn or credited meanwhile is claimed back, by a job. */
export async function bevestigBetalingen(client: PoolClient, betalingIds: readonly string[]): Promise<void> {
  await confirmBetalingen(client, betalingIds)
  await rondAf(client, betalingIds)
}

/** What waited for the bank goes on: withdrawn aanvragen, and credit notes. */
async function rondAf(client: PoolClient, betalingIds: readonly string[]): Promise<void> {
  if (betalingIds.length === 0) return
  await enqueueAll(client, 'laat-verplichting-vervallen', await listIngetrokken(client, { betalingIds }))
  await enqueueAll(client, 'verwerk-creditnota', await listWachtendeCreditnotas(client, betalingIds))
}

export type Terugboeking = { readonly betalingId: string; readonly naar: Extract<BetalingStatus, 'afgewezen' | 'teruggekomen'>; readonly code: string | null }

/**
 * The bank refused these payments or sent them back: we owe the amounts again (betaald → crediteuren), the invoice waits until
 * somebody has looked at the account, and nothing is paid again by itself. Once per payment, however often the bank says it.
 */
export async function boekBetalingenTerug(client: PoolClient, terugboekingen: readonly Terugboeking[]): Promise<void> {
  if (terugboekingen.length === 0) return
  const per = new Map(terugboekingen.map((terugboeking) => [terugboeking.betalingId, terugboeking]))
  const rijen = (await lockTerugTeBoeken(client, [...per.keys()])).flatMap((rij) => {
    const terugboeking = per.get(rij.betalingId)
    return terugboeking === undefined ? [] : [{ ...rij, naar: terugboeking.naar, code: terugboeking.code }]
  })
  await saveTeruggeboekt(client, rijen)
  await boekAlle(client, rijen.map(toBoeking))
  await rondAf(client, rijen.map(({ betalingId }) => betalingId))
}

function toBoeking({ betalingId, renteId, bedragCent, compartimentId, aanvraagId, opleiderId }: TerugTeBoeken): Boeking {
  const soort = renteId === null ? 'boek-betaling-terug' : 'keer-rente-terug'
  return { soort, oorzaak: 'betaling', oorzaakId: betalingId, actor: SYSTEEM, regels: makePost(soort, bedragCent, { compartimentId, aanvraagId, opleiderId }) }
}
