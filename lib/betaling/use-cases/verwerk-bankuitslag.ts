import { SYSTEEM } from '@/lib/base/actor'
import type { BetalingStatus } from '@/lib/betaling/model'
import { confirmBetalingen, lockTerugTeBoeken, saveTeruggeboekt, type TerugTeBoeken } from '@/lib/betaling/repo/bank'
import type { PoolClient } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boekAlle } from '@/lib/tijdvak/use-cases/boek'

/** The bank carried these payments out. Those that were confirmed before stay as they are. */
export function bevestigBetalingen(client: PoolClient, betalingIds: readonly string[]): Promise<void> {
  return confirmBetalingen(client, betalingIds)
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
  await boekAlle(client, rijen.map((rij) => ({ soort: 'boek-betaling-terug', oorzaak: 'betaling', oorzaakId: rij.betalingId, actor: SYSTEEM, regels: toPost(rij) })))
}

function toPost({ bedragCent, compartimentId, aanvraagId, opleiderId }: TerugTeBoeken) {
  return makePost('boek-betaling-terug', bedragCent, { compartimentId, aanvraagId, opleiderId })
}
