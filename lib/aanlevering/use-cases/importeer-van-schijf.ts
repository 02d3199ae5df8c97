import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { headOf } from '@/lib/platform/bron'
import { prisma } from '@/lib/platform/db'
import type { ImportUitslag, Omvang } from '@/lib/aanlevering/model'
import { insertImport } from '@/lib/aanlevering/repo'
import { herkenFormaat, KIJK_BYTES, type FormaatOordeel } from '@/lib/aanlevering/rules/formaat'
import { neemIn } from '@/lib/aanlevering/use-cases/neem-in'

type Opties = { opleiderId?: string; omvang?: Omvang; eerstBekijken?: boolean; akkoord?: boolean; meld?: (rijen: number) => void }

/** Which format a file on disk is, by its name and content, or why it is none. */
export async function beoordeelVanSchijf(bestand: string): Promise<FormaatOordeel> {
  return herkenFormaat(bestand, await headOf({ pad: bestand }, KIJK_BYTES))
}

/** The opleider with this KvK number or onderwijsaanbiedercode; a table does not say itself whose it is. */
export async function findOpleiderVoorImport(sleutel: string): Promise<string | undefined> {
  return (await prisma.opleider.findFirst({ where: { OR: [{ kvk: sleutel }, { code: sleutel }] }, select: { id: true } }))?.id
}

/**
 * Takes in a file for an operator of the system: of one opleider (`opleiderId`), or of several. The file is streamed and not kept;
 * `akkoord` says beforehand that what disappears may. `meld` hears how many rows have been read. Undefined when it is no
 * file that the import knows (`beoordeelVanSchijf` says why).
 */
export async function importeerVanSchijf(
  bestand: string, { opleiderId, omvang = 'aanvulling', eerstBekijken = false, akkoord = false, meld }: Opties = {},
): Promise<(ImportUitslag & { importId: string }) | undefined> {
  const oordeel = await beoordeelVanSchijf(bestand)
  if (!oordeel.ok) return undefined
  const hash = createHash('sha256')
  const stukken: AsyncIterable<Buffer> = createReadStream(bestand, { highWaterMark: 1024 * 1024 })
  for await (const stuk of stukken) hash.update(stuk)
  const importId = await insertImport(prisma, {
    opleiderId: opleiderId ?? null, doorId: null, formaat: oordeel.formaat, bestandsnaam: path.basename(bestand).slice(0, 200), sha256: hash.digest('hex'), documentId: null,
    omvang, eerstBekijken: eerstBekijken && !akkoord, ...(akkoord ? { heeftAkkoord: true } : {}),
  })
  const uitslag = await neemIn(importId, { pad: bestand }, meld)
  return uitslag === undefined ? undefined : { ...uitslag, importId }
}
