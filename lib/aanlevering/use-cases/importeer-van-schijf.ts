import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { prisma } from '@/lib/platform/db'
import type { ImportUitslag, Omvang } from '@/lib/aanlevering/model'
import { insertImport } from '@/lib/aanlevering/repo'
import { formaatOf } from '@/lib/aanlevering/rules/bestand'
import { neemIn } from '@/lib/aanlevering/use-cases/neem-in'

type Opties = { opleiderId?: string; omvang?: Omvang; eerstBekijken?: boolean; akkoord?: boolean; meld?: (rijen: number) => void }

/**
 * Takes in a file for an operator of the system: of one opleider (`opleiderId`), or of several. The file is streamed and not kept;
 * `akkoord` says beforehand that what disappears may. `meld` hears how many rows have been read. Undefined when the name has no
 * extension that the import knows.
 */
export async function importeerVanSchijf(
  bestand: string, { opleiderId, omvang = 'aanvulling', eerstBekijken = false, akkoord = false, meld }: Opties = {},
): Promise<(ImportUitslag & { importId: string }) | undefined> {
  const formaat = formaatOf(bestand)
  if (formaat === undefined) return undefined
  const hash = createHash('sha256')
  const stukken: AsyncIterable<Buffer> = createReadStream(bestand, { highWaterMark: 1024 * 1024 })
  for await (const stuk of stukken) hash.update(stuk)
  const importId = await insertImport(prisma, {
    opleiderId: opleiderId ?? null, doorId: null, formaat: `edudex-${formaat}`, bestandsnaam: path.basename(bestand).slice(0, 200), sha256: hash.digest('hex'), documentId: null,
    omvang, eerstBekijken: eerstBekijken && !akkoord, ...(akkoord ? { heeftAkkoord: true } : {}),
  })
  const uitslag = await neemIn(importId, { pad: bestand }, meld)
  return uitslag === undefined ? undefined : { ...uitslag, importId }
}
