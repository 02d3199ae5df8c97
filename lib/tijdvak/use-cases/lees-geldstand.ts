import type { PoolClient, Tx } from '@/lib/platform/db'
import type { Rekening } from '@/lib/tijdvak/model'
import { sumPerRekening } from '@/lib/tijdvak/repo'

/** Where the money of an aanvraag stands now by the ledger, in cents; a rekening on which nothing was booked is not in it. */
export function leesGeldVanAanvraag(db: Tx | PoolClient, aanvraagId: string): Promise<ReadonlyMap<Rekening, number>> {
  return sumPerRekening(db, aanvraagId)
}
