import 'server-only'
import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import yazl from 'yazl'

/** A file of an archive; its text is made while the archive is sent. */
export type ZipEntry = { readonly naam: string; readonly parts: () => AsyncIterable<string> | Iterable<string> }

/** SHA-256 of the bytes of each file that is in the archive already, by name. */
export type ZipHashes = ReadonlyMap<string, string>

/**
 * An archive that is made while it is sent, so that its size does not matter. `last` is made after everything else, and knows
 * the hashes of all other files.
 */
export function zipStream(entries: readonly ZipEntry[], last: { naam: string; make: (hashes: ZipHashes) => string }): ReadableStream<Uint8Array> {
  const zip = new yazl.ZipFile()
  const output = new PassThrough()
  zip.outputStream.pipe(output)
  // A part that cannot be made ends the archive: half a proof is none.
  const open = (parts: AsyncIterable<Buffer>): Readable => Readable.from(parts).on('error', (fault) => { output.destroy(fault) })
  const hashes = new Map<string, string>()
  for (const { naam, parts } of entries)
    zip.addReadStreamLazy(naam, {}, (done) => { done(null, open(hashed(parts(), (hash) => hashes.set(naam, hash)))) })
  zip.addReadStreamLazy(last.naam, {}, (done) => { done(null, open(hashed([last.make(hashes)], () => undefined))) })
  zip.end()
  const chunks: AsyncIterator<Buffer> = output[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await chunks.next()
      if (chunk.done === true) controller.close()
      else controller.enqueue(new Uint8Array(chunk.value))
    },
    cancel() { output.destroy() },
  })
}

async function* hashed(parts: AsyncIterable<string> | Iterable<string>, keep: (hash: string) => void): AsyncGenerator<Buffer> {
  const digest = createHash('sha256')
  for await (const part of parts) {
    const bytes = Buffer.from(part)
    digest.update(bytes)
    yield bytes
  }
  keep(digest.digest('hex'))
}
