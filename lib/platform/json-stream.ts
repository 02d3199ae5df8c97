import 'server-only'
import { createHash } from 'node:crypto'
import { isSpace, Scanner, type Afgekeurd, type BestandReden, type JsonStreamOptions } from '@/lib/platform/json-scan'

export type { BestandReden, JsonStreamOptions } from '@/lib/platform/json-scan'

/**
 * What comes out, one at a time. `regel` is the line of the file on which the row begins, counted from 1.
 * After 'afgekeurd' nothing follows: what came before must be undone by the caller.
 */
export type JsonRij =
  | { soort: 'rij'; regel: number; waarde: unknown; hash?: string }
  | { soort: 'onleesbaar'; regel: number }
  | { soort: 'afgekeurd'; regel: number; reden: BestandReden }

/** With hashes: a row whose bytes are known already is passed by unread. */
export type HashedJsonRij = Exclude<JsonRij, { soort: 'rij' }> | { soort: 'rij'; regel: number; waarde: unknown; hash: string } | { soort: 'bekend'; regel: number; hash: string }

/**
 * Reads the rows of a JSON file of any size with memory for one row: only the brackets and quotes are followed here, JSON.parse
 * judges each row. So a row that is not JSON costs that row, and every row knows its line. A nested bomb, a zip, XML, another
 * encoding or a file above the limit is refused as soon as it is seen.
 */
export function readJsonRows(source: AsyncIterable<Uint8Array>, options: JsonStreamOptions): AsyncGenerator<JsonRij> {
  return scanAll<JsonRij>(source, new Scanner(options, parseRow), options)
}

/** The same, where every row has the SHA-256 of its bytes; one for which `isBekend` says true is known already and is not parsed. */
export function readHashedJsonRows(source: AsyncIterable<Uint8Array>, options: JsonStreamOptions & { isBekend: (hash: string) => boolean }): AsyncGenerator<HashedJsonRij> {
  return scanAll<HashedJsonRij>(source, new Scanner<HashedJsonRij>(options, (bytes, regel) => {
    const hash = createHash('sha256').update(bytes).digest('base64url')
    if (options.isBekend(hash)) return { soort: 'bekend', regel, hash }
    const row = parseRow(bytes, regel)
    return row.soort === 'rij' ? { ...row, hash } : row
  }), options)
}

async function* scanAll<Row extends { soort: string }>(source: AsyncIterable<Uint8Array>, scanner: Scanner<Row>, options: JsonStreamOptions): AsyncGenerator<Row | Afgekeurd> {
  let bytes = 0
  for await (const chunk of source) {
    if (chunk.length === 0) continue
    const first = bytes === 0
    bytes += chunk.length
    const refusal = bytes > options.maxBytes ? 'te-groot' : first ? sniff(chunk) : undefined
    if (refusal !== undefined) {
      yield scanner.reject(refusal)
      return
    }
    for (const row of scanner.scan(first ? withoutBom(chunk) : chunk)) {
      yield row
      if (row.soort === 'afgekeurd') return
    }
  }
  yield* scanner.end()
}

/** What the first bytes give away. */
function sniff(chunk: Uint8Array): BestandReden | undefined {
  const [a = 0, b = 0] = chunk
  if ((a === 0x50 && b === 0x4b) || (a === 0x1f && b === 0x8b)) return 'zip'
  if ((a === 0xfe && b === 0xff) || (a === 0xff && b === 0xfe) || a === 0 || (chunk.length > 1 && b === 0)) return 'geen-utf8'
  return withoutBom(chunk).find((byte) => !isSpace(byte)) === 0x3c ? 'xml' : undefined
}

function withoutBom(chunk: Uint8Array): Uint8Array {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk
}


const decoder = new TextDecoder('utf-8', { fatal: true })

function parseRow(bytes: Uint8Array, regel: number): Exclude<JsonRij, { soort: 'afgekeurd' }> {
  try {
    const waarde: unknown = JSON.parse(decoder.decode(bytes))
    return { soort: 'rij', regel, waarde }
  } catch {
    // Both throw only for "this is no JSON in UTF-8", and here that is an answer.
    return { soort: 'onleesbaar', regel }
  }
}
