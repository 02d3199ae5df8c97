import { SYSTEEM } from '@/lib/base/actor'
import type { BetalingStatus } from '@/lib/betaling/model'
import { confirmBetalingen, lockTerugTeBoeken, saveTeruggeboekt, type TerugTeBoeken } from '@/lib/betaling/repo/bank'
import { listIngetrokken, listWachtendeCreditnotas } from '@/lib/betaling/repo/buiten-bestand'
import { lockStanden, type AanvraagStand } from '@/lib/betaling/repo/retour'
import { lockTerugbetalingenVan, lockTerugstortingenVan, saveBetalingStatus } from '@/lib/betaling/repo/terugbetaling'
import type { PoolClient } from '@/lib/platform/db'
import { enqueueAll } from '@/lib/platform/outbox'
import { makePost, type BoekingSoort } from '@/lib/tijdvak/rules/journaalpost'
import { verdeelRetour } from '@/lib/tijdvak/rules/retour'
import { boekAlle, type Boeking } from '@/lib/tijdvak/use-cases/boek'
import { boekTerugbetalingTerug } from '@/lib/vordering/use-cases/betaal-terug'
import { boekTerugstortingenTerug } from '@/lib/vordering/use-cases/stort-terug'

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
 * The bank refused these payments or sent them back: we owe the amounts again, the invoice waits until somebody has looked at the
 * account, and nothing is paid again by itself. Once per payment, however often the bank says it. What was settled meanwhile comes from
 * there; what was claimed back or withdrawn meanwhile is booked with its consequences, by a job.
 */
export async function boekBetalingenTerug(client: PoolClient, terugboekingen: readonly Terugboeking[]): Promise<void> {
  if (terugboekingen.length === 0) return
  const per = new Map(terugboekingen.map((terugboeking) => [terugboeking.betalingId, terugboeking]))
  await boekTeruggekomen(client, per)
  const standen = await lockStanden(client, [...per.keys()])
  const rijen = (await lockTerugTeBoeken(client, [...per.keys()])).flatMap((rij) => {
    const terugboeking = per.get(rij.betalingId)
    return terugboeking === undefined ? [] : [{ ...rij, naar: terugboeking.naar, code: terugboeking.code }]
  })
  await saveTeruggeboekt(client, rijen)
  const boekingen = rijen.map((rij) => toBoekingen(rij, standen))
  await boekAlle(client, boekingen.flatMap((gevonden) => gevonden ?? []))
  const apart = rijen.filter((_, index) => boekingen[index] === undefined).map(({ aanvraagId }) => aanvraagId)
  await enqueueAll(client, 'boek-retouren', [...new Set(apart)].map((aanvraagId) => ({ aanvraagId })))
  await rondAf(client, rijen.map(({ betalingId }) => betalingId))
}

/** The same for what we owed back on a claim, and for money without one. */
async function boekTeruggekomen(client: PoolClient, per: ReadonlyMap<string, Terugboeking>): Promise<void> {
  const terug = await lockTerugbetalingenVan(client, [...per.keys()])
  for (const { betalingId } of terug) await saveBetalingStatus(client, betalingId, per.get(betalingId)?.naar ?? 'teruggekomen')
  await boekTerugbetalingTerug(client, terug.map((een) => ({ ...een, code: per.get(een.betalingId)?.code ?? null })))
  const zonderVordering = await lockTerugstortingenVan(client, [...per.keys()])
  for (const { betalingId } of zonderVordering) await saveBetalingStatus(client, betalingId, per.get(betalingId)?.naar ?? 'teruggekomen')
  await boekTerugstortingenTerug(client, zonderVordering.map(({ betalingId, terugstortingId }) => ({ terugstortingId, code: per.get(betalingId)?.code ?? null })))
}

/** The boekingen of one payment, and what they leave of the stand of its aanvraag for the next; undefined when it is booked apart. */
function toBoekingen({ betalingId, renteId, bedragCent, compartimentId, aanvraagId, opleiderId }: TerugTeBoeken, standen: Map<string, AanvraagStand>): Boeking[] | undefined {
  const post = (soort: BoekingSoort, bedrag: number): Boeking[] => (bedrag === 0 ? [] : [
    { soort, oorzaak: 'betaling', oorzaakId: betalingId, actor: SYSTEEM, regels: makePost(soort, bedrag, { compartimentId, aanvraagId, opleiderId }) }])
  if (renteId !== null) return post('keer-rente-terug', bedragCent)
  const stand = standen.get(aanvraagId)
  const uit = stand === undefined || stand.isApart ? undefined : verdeelRetour(bedragCent, stand)
  if (stand === undefined || uit === undefined) return undefined
  standen.set(aanvraagId, { ...stand, betaald: stand.betaald - uit.betaald, vastgesteld: stand.vastgesteld - uit.vastgesteld })
  return [...post('boek-betaling-terug', uit.betaald), ...post('boek-afgerekend-terug', uit.vastgesteld)]
}
