import 'server-only'

/** Why a file as a whole cannot be read. */
export type BestandReden = 'leeg' | 'te-groot' | 'zip' | 'xml' | 'geen-utf8' | 'geen-json' | 'geen-lijst' | 'te-diep' | 'rij-te-groot' | 'afgebroken'

export type JsonStreamOptions = {
  /** 'json' is one list, bare or under the key `lijst` of an object; 'jsonl' is one value a line. */
  formaat: 'json' | 'jsonl'
  lijst: string
  maxBytes: number
  maxRijBytes: number
  maxDiepte: number
}

/** The file as a whole is refused, seen on this line. */
export type Afgekeurd = { soort: 'afgekeurd'; regel: number; reden: BestandReden }

const QUOTE = 0x22, BACKSLASH = 0x5c, COMMA = 0x2c, COLON = 0x3a, NEWLINE = 0x0a
const OPEN_LIST = 0x5b, CLOSE_LIST = 0x5d, OPEN_OBJECT = 0x7b, CLOSE_OBJECT = 0x7d

/** Where in the file the scanner is: before the list, in the object around it, between rows, in a row, after the list. */
type Place = 'begin' | 'omslag' | 'lijst' | 'rij' | 'slot'

/** Finds the rows of a JSON file piece by piece; `parse` makes of the bytes of a row what is given on. */
export class Scanner<Row> {
  private place: Place
  private line = 1
  private depth = 0
  private inString = false
  private escaped = false
  // The row that is being collected.
  private parts: Uint8Array[] = []
  private size = 0
  private rowLine = 1
  private rowDepth = 0
  private afterRow = false
  private rowsSeen = 0
  // The object around the list: the last string on its own level, and whether a colon followed.
  private enveloped = false
  private key: number[] = []
  private afterKey = false
  private readonly options: JsonStreamOptions
  private readonly parse: (bytes: Uint8Array, regel: number) => Row

  constructor(options: JsonStreamOptions, parse: (bytes: Uint8Array, regel: number) => Row) {
    this.options = options
    this.parse = parse
    this.place = options.formaat === 'jsonl' ? 'lijst' : 'begin'
  }

  reject(reden: BestandReden): Afgekeurd {
    return { soort: 'afgekeurd', regel: this.line, reden }
  }

  *scan(chunk: Uint8Array): Generator<Row | Afgekeurd> {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      // Nearly all of a file is inside rows: there only quotes and brackets count.
      if (this.place === 'rij' && this.depth > this.rowDepth) at = this.skip(chunk, at, Math.min(chunk.length, from + this.options.maxRijBytes - this.size + 1))
      if (at >= chunk.length) break
      const byte = chunk[at] ?? 0
      const wasRow = this.place === 'rij'
      const found = this.options.formaat === 'jsonl' ? this.stepLine(byte) : this.step(byte)
      if (found === 'start') from = at
      else if (found === 'end') yield this.finish(chunk.subarray(wasRow ? from : at, at))
      else if (found === 'end-with') yield this.finish(chunk.subarray(from, at + 1))
      else if (found !== undefined) {
        yield this.reject(found)
        return
      }
      if (byte === NEWLINE) this.line++
      // A primitive row ends at the comma or bracket behind it, which belongs to the list.
      if (found === 'end' && this.options.formaat === 'json') this.step(byte)
      if (this.place === 'rij' && this.size + at - from > this.options.maxRijBytes) {
        yield this.reject('rij-te-groot')
        return
      }
    }
    if (this.place === 'rij') this.keep(chunk.slice(from))
  }

  /** Passes by what cannot end the row or be refused: to the bracket that closes it, one that nests too deep, or `to`. */
  private skip(chunk: Uint8Array, from: number, to: number): number {
    let { depth, inString, escaped, line } = this
    const [least, most] = [this.rowDepth + 1, this.rowDepth + this.options.maxDiepte]
    let at = from
    for (; at < to; at++) {
      const byte = chunk[at]
      if (byte === NEWLINE) line++
      if (inString) {
        if (escaped) escaped = false
        else if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) inString = false
      } else if (byte === QUOTE) inString = true
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        if (depth >= most) break
        depth++
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (depth <= least) break
        depth--
      }
    }
    Object.assign(this, { depth, inString, escaped, line })
    return at
  }

  *end(): Generator<Row | Afgekeurd> {
    if (this.options.formaat === 'jsonl') {
      if (this.place === 'rij') yield this.finish(new Uint8Array())
    } else if (this.place === 'begin') yield this.reject('leeg')
    else if (this.place === 'omslag' && this.depth === 0) yield this.reject('geen-lijst')
    else if (this.place !== 'slot' || this.depth !== 0 || this.inString) yield this.reject('afgebroken')
    if (this.rowsSeen === 0 && this.place !== 'begin' && this.place !== 'omslag') yield this.reject('leeg')
  }

  /** One value a line: a row runs to the end of its line, whatever is in it. */
  private stepLine(byte: number): 'start' | 'end' | BestandReden | undefined {
    if (this.place === 'rij') return byte === NEWLINE ? 'end' : undefined
    if (isSpace(byte)) return undefined
    this.begin()
    return 'start'
  }

  private step(byte: number): 'start' | 'end' | 'end-with' | BestandReden | undefined {
    if (this.inString) return this.stepInString(byte)
    switch (this.place) {
      case 'begin': return this.stepBegin(byte)
      case 'omslag': return this.stepEnvelope(byte)
      case 'lijst': return this.stepList(byte)
      case 'rij': return this.stepRow(byte)
      case 'slot': return this.stepAfter(byte)
    }
  }

  private stepInString(byte: number): undefined {
    if (this.escaped) this.escaped = false
    else if (byte === BACKSLASH) this.escaped = true
    else if (byte === QUOTE) this.inString = false
    else if (this.place === 'omslag' && this.depth === 1 && this.key.length < 64) this.key.push(byte)
    return undefined
  }

  private stepBegin(byte: number): BestandReden | undefined {
    if (isSpace(byte)) return undefined
    if (byte === OPEN_LIST) this.place = 'lijst'
    else if (byte === OPEN_OBJECT) {
      this.place = 'omslag'
      this.enveloped = true
      this.depth = 1
    } else return 'geen-json'
    return undefined
  }

  private stepEnvelope(byte: number): BestandReden | undefined {
    if (this.depth === 0) return isSpace(byte) ? undefined : 'geen-json'
    if (byte === QUOTE) {
      this.inString = true
      if (this.depth === 1) this.key = []
    } else if (this.depth === 1 && byte === COLON) this.afterKey = true
    else if (this.depth === 1 && this.afterKey && byte === OPEN_LIST && this.keyText() === this.options.lijst) this.place = 'lijst'
    else {
      if (!isSpace(byte)) this.afterKey = false
      return this.nest(byte)
    }
    return undefined
  }

  private stepList(byte: number): 'start' | BestandReden | undefined {
    if (isSpace(byte)) return undefined
    if (byte === CLOSE_LIST) {
      this.place = 'slot'
      // A comma before the end, as in [1,], is no JSON.
      return this.afterRow || this.rowsSeen === 0 ? undefined : 'geen-json'
    }
    if (byte === COMMA) {
      if (!this.afterRow) return 'geen-json'
      this.afterRow = false
      return undefined
    }
    if (this.afterRow || byte === CLOSE_OBJECT || byte === COLON) return 'geen-json'
    this.begin()
    if (byte === QUOTE) this.inString = true
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.depth++
    return 'start'
  }

  private stepRow(byte: number): 'end' | 'end-with' | BestandReden | undefined {
    const nested = this.depth > this.rowDepth
    if (!nested && (byte === COMMA || byte === CLOSE_LIST)) return 'end'
    if (byte === QUOTE) this.inString = true
    const refusal = this.nest(byte)
    if (refusal !== undefined) return refusal
    return nested && this.depth === this.rowDepth ? 'end-with' : undefined
  }

  private stepAfter(byte: number): BestandReden | undefined {
    if (isSpace(byte)) return undefined
    if (!this.enveloped || this.depth === 0) return 'geen-json'
    if (byte === QUOTE) this.inString = true
    return this.nest(byte)
  }

  private nest(byte: number): BestandReden | undefined {
    if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.depth++
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) this.depth--
    if (this.depth < 0) return 'geen-json'
    return this.depth - this.rowDepth > this.options.maxDiepte ? 'te-diep' : undefined
  }

  private keyText(): string {
    return Buffer.from(this.key).toString('utf8')
  }

  private begin(): void {
    this.place = 'rij'
    this.rowLine = this.line
    this.rowDepth = this.depth
  }

  private keep(part: Uint8Array): void {
    this.parts.push(part)
    this.size += part.length
  }

  private finish(last: Uint8Array): Row {
    this.keep(last)
    const bytes = this.parts.length === 1 ? last : Buffer.concat(this.parts)
    const row = this.parse(bytes, this.rowLine)
    this.parts = []
    this.size = 0
    this.place = 'lijst'
    this.afterRow = true
    this.rowsSeen++
    return row
  }
}

export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09
}
