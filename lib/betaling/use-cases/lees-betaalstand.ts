import { findBatches, findUitgevoerdVan, findVrijgegevenBatch, lockBetalingen, lockOnderwegMetBedrag, lockOnderwegVan, type BatchStand, type BetalingStand } from '@/lib/betaling/repo/bank'
import type { PoolClient } from '@/lib/platform/db'

/** The payments with these EndToEndIds that the bank has had; nobody else changes them until the transaction ends. */
export function leesBetalingen(client: PoolClient, endToEndIds: readonly string[]): Promise<Map<string, BetalingStand>> {
  return lockBetalingen(client, endToEndIds)
}

/** The batches that the bank calls by these names (MsgId or PmtInfId), with what of each is still under way. */
export function leesBatches(client: PoolClient, kenmerken: readonly string[]): Promise<Map<string, BatchStand>> {
  return findBatches(client, kenmerken)
}

/** The payments of a batch that are still under way. */
export function leesOnderweg(client: PoolClient, batchId: string): Promise<string[]> {
  return lockOnderwegVan(client, batchId)
}

/** The same with their names and amounts in cents. */
export function leesOnderwegMetBedrag(client: PoolClient, batchId: string): Promise<{ id: string; endToEndId: string; bedragCent: number }[]> {
  return lockOnderwegMetBedrag(client, batchId)
}

/** The payments of a batch that the bank carried out. */
export function leesUitgevoerd(client: PoolClient, batchId: string): Promise<string[]> {
  return findUitgevoerdVan(client, batchId)
}

/** The id of the batch with this MsgId, when it was handed to the bank. */
export function leesVrijgegevenBatch(client: PoolClient, msgId: string): Promise<string | undefined> {
  return findVrijgegevenBatch(client, msgId)
}
