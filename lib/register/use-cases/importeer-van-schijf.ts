import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { prisma } from '@/lib/platform/db'
import { insertImport } from '@/lib/register/repo'
import { formaatOf } from '@/lib/register/rules/bestand'
import { importeerBestand, type ImportUitslag } from '@/lib/register/use-cases/importeer-bestand'

type Opties = { opleiderId?: string; meld?: (rijen: number) => void }

/**
 * Takes in a file for an operator of the system: of one opleider (`opleiderId`), or of several. The file is streamed and not kept;
 * `meld` hears how many rows have been read. Undefined when the name has no extension that the import knows.
 */
export async function importeerVanSchijf(bestand: string, { opleiderId, meld }: Opties = {}): Promise<(ImportUitslag & { importId: string }) | undefined> {
  const formaat = formaatOf(bestand)
  if (formaat === undefined) return undefined
  const hash = createHash('sha256')
  const stukken: AsyncIterable<Buffer> = createReadStream(bestand)
  for await (const stuk of stukken) hash.update(stuk)
  const importId = await insertImport(prisma, {
    opleiderId: opleiderId ?? null, doorId: null, formaat: `edudex-${formaat}`, bestandsnaam: path.basename(bestand).slice(0, 200), sha256: hash.digest('hex'), documentId: null,
  })
  const uitslag = await importeerBestand(importId, createReadStream(bestand, { highWaterMark: 1024 * 1024 }), meld)
  return uitslag === undefined ? undefined : { ...uitslag, importId }
}
