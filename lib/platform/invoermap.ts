import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { machineNow } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'

// Folders in which another system puts files for us: STAP_DATA_DIR/<naam>/in, moved to <naam>/gelezen when they were taken in. A file
// that is still being written has another ending. Who copies one by hand does not think of that: half an XML file is left for a minute.

/** So long after the last byte a file that does not end as XML does is as whole as it will be. */
const ONAF_MS = 60_000
/** White space after the end of a document is a few bytes. */
const STAART = 64

const mapOf = (naam: string, deel: 'in' | 'gelezen') => path.resolve(config.dataDir, naam, deel)

/** The names of the files that are ready, in order. */
export async function listInvoer(map: string, endings: readonly string[]): Promise<string[]> {
  const dir = mapOf(map, 'in')
  await mkdir(dir, { recursive: true, mode: 0o700 })
  return (await readdir(dir, { withFileTypes: true })).filter((entry) => entry.isFile() && endings.some((einde) => entry.name.toLowerCase().endsWith(einde))).map(({ name }) => name).toSorted()
}

/** The content of one of those files; undefined when it is no longer there. */
export function readInvoer(map: string, naam: string): Promise<Buffer | undefined> {
  return readExisting(path.join(mapOf(map, 'in'), naam))
}

/** A file with its content, or when it is larger than is read, only what it is known by. */
export type Invoer = { readonly inhoud: Buffer } | { readonly inhoud: null; readonly sha256: string }

/** As readInvoer, with memory for `max` bytes whatever the size of the file; undefined too while it is still being written. */
export async function readInvoerTot(map: string, naam: string, max: number): Promise<Invoer | undefined> {
  let bestand: FileHandle
  try {
    bestand = await open(path.join(mapOf(map, 'in'), naam))
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw fault
  }
  try {
    const { size, mtimeMs } = await bestand.stat()
    if (machineNow().getTime() - mtimeMs < ONAF_MS && !await endsAsXml(bestand, size)) return undefined
    if (size <= max) return { inhoud: await bestand.readFile() }
    const hash = createHash('sha256')
    const stukken: AsyncIterable<Buffer> = bestand.createReadStream({ autoClose: false })
    for await (const stuk of stukken) hash.update(stuk)
    return { inhoud: null, sha256: hash.digest('hex') }
  } finally {
    await bestand.close()
  }
}

async function endsAsXml(bestand: FileHandle, size: number): Promise<boolean> {
  const staart = Buffer.alloc(Math.min(STAART, size))
  await bestand.read(staart, 0, staart.length, size - staart.length)
  return staart.toString('latin1').trimEnd().endsWith('>')
}

/** Moves a file that was taken in; a second one with the same name gets a name of its own. */
export async function markGelezen(map: string, naam: string): Promise<void> {
  const dir = mapOf(map, 'gelezen')
  await mkdir(dir, { recursive: true, mode: 0o700 })
  try {
    await rename(path.join(mapOf(map, 'in'), naam), path.join(dir, `${naam}.${randomUUID()}`))
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')) throw fault // ENOENT: another process moved it.
  }
}

/** The content of a file, or undefined when it is not there. */
export async function readExisting(bestand: string): Promise<Buffer | undefined> {
  try {
    return await readFile(bestand)
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw fault
  }
}
