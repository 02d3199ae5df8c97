import 'server-only'
import * as yauzl from 'yauzl'
import { BronFout, type Bron } from '@/lib/platform/bron'

/** What an archive may cost. A file that unpacks to more than `verhouding` times its size is a bomb, from `vrijBytes` on. */
export type ZipLimits = { maxBestanden: number; maxBytes: number }
const VERHOUDING = 200
const VRIJ_BYTES = 10 * 1024 * 1024

/** A file in an archive. `open` streams it; a size that differs from what the archive says ends the stream with a BronFout. */
export type ZipBestand = { naam: string; bytes: number; open: () => AsyncGenerator<Uint8Array> }
export type OpenZip = { bestanden: readonly ZipBestand[]; close: () => void }

/**
 * Opens an archive that somebody else made, after judging its whole table of contents: no path that leaves the archive, no link,
 * no name twice, no password, no two files in the same bytes, not too many, not too large, no bomb.
 *
 * @throws BronFout when it is refused
 */
export async function openZip(bron: Bron, limits: ZipLimits): Promise<OpenZip> {
  const zip = await orBroken(() => {
    const options = { autoClose: false, lazyEntries: true, decodeStrings: true, validateEntrySizes: true, strictFileNames: true }
    return 'pad' in bron ? yauzl.openPromise(bron.pad, options) : yauzl.fromBufferPromise(bron.inhoud, options)
  })
  try {
    if (zip.entryCount > limits.maxBestanden) throw new BronFout('zip-te-veel')
    const entries = await listEntries(zip)
    judge(entries, limits)
    return { bestanden: entries.map((entry) => toBestand(zip, entry)), close: () => { zip.close() } }
  } catch (fault) {
    zip.close()
    throw fault
  }
}

async function listEntries(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch (fault) {
    // yauzl refuses such names itself, and has only words to say so.
    throw new BronFout(fault instanceof Error && /invalid (relative path|characters)|absolute path/i.test(fault.message) ? 'zip-pad' : 'zip-kapot')
  }
  return entries.filter(({ fileName }) => !fileName.endsWith('/'))
}

function judge(entries: readonly yauzl.Entry[], { maxBytes }: ZipLimits): void {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (entries.some(isLink)) throw new BronFout('zip-koppeling')
  if (entries.some((entry) => entry.isEncrypted())) throw new BronFout('zip-versleuteld')
  if (new Set(entries.map(({ fileName }) => fileName.toLowerCase())).size < entries.length) throw new BronFout('zip-dubbel')
  if (entries.some(({ uncompressedSize, compressedSize }) => uncompressedSize > VRIJ_BYTES && uncompressedSize > compressedSize * VERHOUDING)) throw new BronFout('zip-bom')
  if (total > maxBytes) throw new BronFout('zip-te-groot')
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  const overlaps = inOrder.some((entry, index) => {
    const next = inOrder[index + 1]
    return next !== undefined && next.relativeOffsetOfLocalHeader < entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize
  })
  if (overlaps) throw new BronFout('zip-overlap')
}

/** The upper half of the attributes is the mode of Unix, when the archive was made there. */
function isLink({ externalFileAttributes }: yauzl.Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === 0o120000
}

function toBestand(zip: yauzl.ZipFile, entry: yauzl.Entry): ZipBestand {
  return {
    naam: entry.fileName,
    bytes: entry.uncompressedSize,
    async *open() {
      const stream: AsyncIterable<Buffer> = await orBroken(() => zip.openReadStreamPromise(entry))
      try {
        yield* stream
      } catch {
        // Damaged data, or more or fewer bytes than the table of contents promised.
        throw new BronFout('zip-kapot')
      }
    },
  }
}

async function orBroken<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch {
    throw new BronFout('zip-kapot')
  }
}
