import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import path from 'node:path'
import { config } from '@/lib/platform/config'
import { listInvoer, markGelezen, readExisting, readInvoer } from '@/lib/platform/invoermap'
import { faultpoint } from '@/lib/platform/faultpoint'

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
  await faultpoint('bank.deel-geschreven')
  await rename(deel, doel)
}

/** The names of the files that the bank's transport has put in STAP_DATA_DIR/bank/in and has finished (.xml), in order. */
export function listFromBank(): Promise<string[]> {
  return listInvoer('bank', ['.xml'])
}

/** The content of one of those files; undefined when it is no longer there. */
export function readFromBank(naam: string): Promise<Buffer | undefined> {
  return readInvoer('bank', naam)
}

/** Moves a file that was taken in to STAP_DATA_DIR/bank/gelezen; a second one with the same name gets a name of its own. */
export function markRead(naam: string): Promise<void> {
  return markGelezen('bank', naam)
}

function hash(inhoud: Buffer): string {
  return createHash('sha256').update(inhoud).digest('hex')
}
