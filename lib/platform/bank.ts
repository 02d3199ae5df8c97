import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import path from 'node:path'
import { config } from '@/lib/platform/config'
import { listInvoer, markGelezen, readExisting, readInvoerTot, type Invoer } from '@/lib/platform/invoermap'
import { faultpoint } from '@/lib/platform/faultpoint'

/** How payment files go to the bank and how its messages come to us. Whoever connects another way (EBICS, SFTP, an API) makes one of these. */
export type BankTransport = {
  /**
   * Hands a payment file to the bank. When it gives back, the bank has it or will take it; the same file again is left as it is, so after a
   * crash it is simply said again.
   * @throws Error when there is another file with this name: two different orders never share one identification.
   */
  readonly send: (naam: string, inhoud: Buffer) => Promise<void>
  /** The names of the messages that are complete and were not marked as read, in the order in which they are to be taken in. */
  readonly list: () => Promise<readonly string[]>
  /** One of those; undefined when it is no longer there. Of more than `max` bytes only what it is known by. */
  readonly read: (naam: string, max: number) => Promise<Invoer | undefined>
  /** It was taken in: it is not offered again, and not thrown away. */
  readonly markRead: (naam: string) => Promise<void>
}

// What is packed cannot be read: it is taken in to say so, for in the folder nobody would see it.
const ENDINGS = ['.xml', '.zip', '.gz']

/**
 * STAP_DATA_DIR/bank, where another program takes and brings: payment files in uit/<naam>.xml, messages (.xml, complete) in in/, moved to
 * gelezen/ afterwards; a second one with the same name gets a name of its own.
 */
const FOLDER: BankTransport = {
  send: sendToFolder,
  list: () => listInvoer('bank', ENDINGS),
  read: (naam, max) => readInvoerTot('bank', naam, max),
  markRead: (naam) => markGelezen('bank', naam),
}

const TRANSPORTS: Readonly<Record<typeof config.bankTransport, BankTransport>> = { map: FOLDER }

/** The transport that the configuration chose (STAP_BANK). */
export const bankTransport: BankTransport = TRANSPORTS[config.bankTransport]

/** Hands a payment file to the bank by the transport in use. */
export function sendToBank(naam: string, inhoud: Buffer): Promise<void> {
  return bankTransport.send(naam, inhoud)
}

/** Written beside, forced to disk and renamed, so that nobody ever reads half a file. */
async function sendToFolder(naam: string, inhoud: Buffer): Promise<void> {
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

function hash(inhoud: Buffer): string {
  return createHash('sha256').update(inhoud).digest('hex')
}
