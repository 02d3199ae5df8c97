import 'server-only'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { BronFout, bytesOf, type Bron } from '@/lib/platform/bron'
import { TABEL_LIMITS, type TabelInfo, type Tabelrij } from '@/lib/platform/tabel'

const SCHEIDINGEN = [';', ',', '\t', '|'] as const
const MAX_RECORD = 1024 * 1024
const KIJKEN = 64 * 1024

type Codering = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** How a CSV is written: found out from the file itself, because nothing in it says so. */
export type CsvVorm = TabelInfo & { soort: 'csv' }

/**
 * Finds out the encoding (a mark at the beginning, else UTF-8 when every byte is, else Windows-1252) and the separator (the one that
 * cuts the first lines into the same number of pieces).
 *
 * @throws BronFout for an empty file, NULs and bytes that are text in neither
 */
export async function lookAtCsv(bron: Bron): Promise<CsvVorm> {
  const codering = await findCodering(bron)
  let begin = ''
  for await (const stuk of textOf(bron, codering)) {
    begin += stuk
    if (begin.length >= KIJKEN) break
  }
  if (begin.trim() === '') throw new BronFout('leeg')
  return { soort: 'csv', codering, scheiding: detectScheiding(begin.slice(0, KIJKEN)), werkblad: '' }
}

/** The rows of a CSV, one at a time, with the line each begins on. Empty lines are left out. @throws BronFout when it is refused */
export async function* readCsv(bron: Bron, vorm: CsvVorm): AsyncGenerator<Tabelrij> {
  const parser = parse({ delimiter: vorm.scheiding, record_delimiter: '\n', relax_column_count: true, skip_empty_lines: true, max_record_size: MAX_RECORD, info: true })
  const source = Readable.from(withoutSepLine(withOneLineEnd(textOf(bron, vorm.codering))))
  source.on('error', (fault) => parser.destroy(fault))
  const records: AsyncIterable<unknown> = source.pipe(parser)
  let line = 1
  try {
    for await (const item of records) {
      const { cellen, totLine } = toRecord(item)
      if (cellen.length > TABEL_LIMITS.kolommen) throw new BronFout('te-veel-kolommen', totLine)
      if (cellen.some((cel) => cel.trim() !== '')) yield { regel: Math.max(line, totLine - lineBreaks(cellen)), cellen }
      line = totLine
    }
  } catch (fault) {
    throw fault instanceof CsvError ? new BronFout(fault.code === 'CSV_MAX_RECORD_SIZE' ? 'rij-te-groot' : 'csv-aanhaling', lineOf(fault)) : fault
  } finally {
    source.destroy()
  }
}

/** With `info` csv-parse wraps each record, and its own types do not say so. */
function toRecord(item: unknown): { cellen: string[]; totLine: number } {
  if (typeof item !== 'object' || item === null || !('record' in item) || !('info' in item)) throw new Error('csv-parse gave no record')
  const { record, info } = item
  const totLine = typeof info === 'object' && info !== null && 'lines' in info ? Number(info.lines) : 0
  return { cellen: Array.isArray(record) ? record.map(String) : [], totLine }
}

function lineBreaks(cellen: readonly string[]): number {
  return cellen.reduce((sum, cel) => sum + (cel.match(/\n/g)?.length ?? 0), 0)
}

function lineOf(fault: CsvError): number {
  return 'lines' in fault ? Number(fault.lines) : 0
}

/** Which separator cuts the most of the first lines in the same number of pieces; a comma in a price must not win from semicolons. */
export function detectScheiding(begin: string): string {
  const [first = ''] = begin.split(/\r\n|\n|\r/, 1)
  const named = /^sep=(.)$/i.exec(first.trim())?.[1]
  if (named !== undefined) return named
  const lines = begin.replace(/"(?:[^"]|"")*"/g, '""').split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, 30)
  // The last line may be cut off in the middle.
  const whole = lines.length > 2 ? lines.slice(0, -1) : lines
  const scores = SCHEIDINGEN.map((scheiding) => {
    const counts = whole.map((line) => line.split(scheiding).length - 1)
    const common = mostCommon(counts.filter((count) => count > 0))
    return { scheiding, score: common === undefined ? 0 : counts.filter((count) => count === common).length * 100 + Math.min(common, 99) }
  })
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).scheiding
}

function mostCommon(counts: readonly number[]): number | undefined {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  return [...times].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0]
}

async function findCodering(bron: Bron): Promise<Codering> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  let is1252 = true
  let bytes = 0
  for await (const chunk of bytesOf(bron)) {
    if (bytes === 0 && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
    if (bytes === 0 && chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
    bytes += chunk.length
    if (bytes > TABEL_LIMITS.bytes) throw new BronFout('te-groot')
    if (chunk.includes(0)) throw new BronFout(looksLikeUtf16(chunk) ? 'utf16-zonder-bom' : 'nul')
    if (isUtf8) isUtf8 = decodes(utf8, chunk)
    // These five mean nothing in Windows-1252.
    if (is1252) is1252 = !chunk.some((byte) => byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d)
  }
  if (bytes === 0) throw new BronFout('leeg')
  if (isUtf8 && decodes(utf8)) return 'utf-8'
  if (is1252) return 'windows-1252'
  throw new BronFout('codering')
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false // The only throw is "this is not UTF-8", and here that is an answer.
  }
}

function looksLikeUtf16(chunk: Uint8Array): boolean {
  const some = chunk.subarray(0, 200)
  return some.filter((byte) => byte === 0).length > some.length / 3
}

async function* textOf(bron: Bron, codering: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(codering)
  for await (const chunk of bytesOf(bron)) yield checked(decoder.decode(chunk, { stream: true }))
  yield checked(decoder.decode())
}

function checked(text: string): string {
  if (text.includes('\0')) throw new BronFout('nul')
  return text
}

/** Every way to end a line becomes one, also inside a text: csv-parse would count CRLF there as two lines. */
async function* withOneLineEnd(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const part of parts) {
    const text = held + part
    // What follows decides whether this is one end or half of one.
    held = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n')
  }
  if (held !== '') yield '\n'
}

/** Excel writes "sep=;" above the header to say which separator follows. */
async function* withoutSepLine(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let first = true
  for await (const part of parts) {
    if (part === '') continue
    yield first ? part.replace(/^sep=.\n/i, '\n') : part
    first = false
  }
}
