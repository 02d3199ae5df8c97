import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { config } from '@/lib/platform/config'

/**
 * Hands a payment file to the bank: STAP_DATA_DIR/bank/uit/<naam>.xml, where the bank's transport takes it. Written beside,
 * forced to disk and renamed, so that nobody ever reads half a file. The same file again is left as it is.
 * @throws Error when there is another file with this name: two different orders never share one identification.
 */
export async function sendToBank(naam: string, inhoud: Buffer): Promise<void> {
  if (!/^[A-Z0-9-]{1,35}$/.test(naam)) throw new Error(`${JSON.stringify(naam)} is no name for a payment file`)
  const map = path.resolve(config.dataDir, 'bank', 'uit')
  await mkdir(map, { recursive: true, mode: 0o700 })
  const doel = path.join(map, `${naam}.xml`)
  const present = await readExisting(doel)
  if (present !== undefined) {
    if (hash(present) !== hash(inhoud)) throw new Error(`${naam}.xml is already there with other content`)
    return
  }
  // A name of its own: two processes that write the same file at once must not take each other's part away.
  const deel = `${doel}.${randomUUID()}.deel`
  const bestand = await open(deel, 'wx', 0o600)
  try {
    await bestand.writeFile(inhoud)
    await bestand.sync()
  } finally {
    await bestand.close()
  }
  await rename(deel, doel)
}

/** The names of the files that the bank's transport has put in STAP_DATA_DIR/bank/in and has finished (.xml), in order. */
export async function listFromBank(): Promise<string[]> {
  const map = path.resolve(config.dataDir, 'bank', 'in')
  await mkdir(map, { recursive: true, mode: 0o700 })
  return (await readdir(map, { withFileTypes: true })).filter((entry) => entry.isFile() && entry.name.endsWith('.xml')).map(({ name }) => name).toSorted()
}

/** The content of one of those files; undefined when it is no longer there. */
export function readFromBank(naam: string): Promise<Buffer | undefined> {
  return readExisting(path.join(path.resolve(config.dataDir, 'bank', 'in'), naam))
}

/** Moves a file that was taken in to STAP_DATA_DIR/bank/gelezen; a second one with the same name gets a name of its own. */
export async function markRead(naam: string): Promise<void> {
  const map = path.resolve(config.dataDir, 'bank', 'gelezen')
  await mkdir(map, { recursive: true, mode: 0o700 })
  try {
    await rename(path.join(path.resolve(config.dataDir, 'bank', 'in'), naam), path.join(map, `${naam}.${randomUUID()}`))
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')) throw fault // ENOENT: another process moved it.
  }
}

async function readExisting(bestand: string): Promise<Buffer | undefined> {
  try {
    return await readFile(bestand)
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw fault
  }
}

function hash(inhoud: Buffer): string {
  return createHash('sha256').update(inhoud).digest('hex')
}
