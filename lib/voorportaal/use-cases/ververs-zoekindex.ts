import { inPgTransaction } from '@/lib/platform/db'
import { findImportOpleider, writeZoekdocumenten } from '@/lib/voorportaal/repo'

type Wat = { importId?: string | undefined; opleidingId?: string | undefined; opleiderId?: string | undefined }

/**
 * Writes again what search knows of one opleiding, of all of an opleider, of what an import touched, or (nothing named) of the whole
 * register. Doing it twice changes nothing; a search never waits for it. Gives how many opleidingen changed.
 */
export function verversZoekindex({ importId, opleidingId, opleiderId }: Wat): Promise<number> {
  return inPgTransaction(async (client) => {
    if (opleidingId !== undefined) return writeZoekdocumenten(client, { opleidingIds: [opleidingId] })
    if (importId === undefined) return writeZoekdocumenten(client, { opleiderId })
    // An import can also take away and be taken back: everything of its opleider is looked at, and only what changed is written.
    const vanImport = await findImportOpleider(client, importId)
    return vanImport === undefined ? 0 : writeZoekdocumenten(client, { opleiderId: vanImport })
  })
}
