import { inTransaction, prisma } from '@/lib/platform/db'
import { listGeraakteOpleidingen, refreshZoektekst } from '@/lib/register/repo'

const BATCH = 500

/** Brings the text that search reads up to date for what an import, an opleiding or an opleider changed. Doing it twice changes nothing. */
export async function verversZoektekst(wat: { importId?: string | undefined; opleidingId?: string | undefined; opleiderId?: string | undefined }): Promise<void> {
  const ids = await listGeraakteOpleidingen(prisma, wat)
  for (let at = 0; at < ids.length; at += BATCH) await inTransaction((tx) => refreshZoektekst(tx, ...ids.slice(at, at + BATCH)))
}
