import 'server-only'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

/** A file that came from outside: on disk (an operator) or in memory (a form). Archives need to jump in it, the rest is streamed. */
export type Bron = { readonly pad: string } | { readonly inhoud: Buffer }

/** Why a file as a whole cannot be read. The Dutch sentence of each stands with who reads the file. */
export const BRON_REDENEN = [
  'leeg', 'te-groot', 'nul', 'codering', 'utf16-zonder-bom',
  'zip-kapot', 'zip-te-groot', 'zip-bom', 'zip-te-veel', 'zip-pad', 'zip-koppeling', 'zip-dubbel', 'zip-overlap', 'zip-versleuteld', 'zip-genest',
  'csv-aanhaling', 'rij-te-groot', 'te-veel-kolommen', 'te-veel-rijen',
  'geen-werkblad', 'werkblad-kapot',
  'xml-doctype', 'xml-kapot', 'xml-te-diep', 'xml-te-groot-element',
] as const
export type BronReden = (typeof BRON_REDENEN)[number]

/**
 * Thrown while a file is being read, deep inside a stream, where no value can be given back; who reads the file turns it into
 * a refusal. `regel` is the line of the file, 0 when no line is to blame.
 */
export class BronFout extends Error {
  readonly reden: BronReden
  readonly regel: number

  constructor(reden: BronReden, regel = 0) {
    super(`${reden} (${String(regel)})`)
    this.reden = reden
    this.regel = regel
  }
}

const STUK = 64 * 1024

/** The bytes, in pieces of 64 kB (disk: 1 MB), from the beginning. Can be asked for more than once. */
export async function* bytesOf(bron: Bron): AsyncGenerator<Uint8Array> {
  if ('pad' in bron) {
    const stream: AsyncIterable<Buffer> = createReadStream(bron.pad, { highWaterMark: 1024 * 1024 })
    yield* stream
    return
  }
  for (let at = 0; at < bron.inhoud.length; at += STUK) yield bron.inhoud.subarray(at, at + STUK)
}

/** The first bytes, to see what kind of file it is. */
export async function headOf(bron: Bron, bytes = 4096): Promise<Uint8Array> {
  if (!('pad' in bron)) return bron.inhoud.subarray(0, bytes)
  const file = await open(bron.pad)
  try {
    const buffer = Buffer.alloc(bytes)
    const { bytesRead } = await file.read(buffer, 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
