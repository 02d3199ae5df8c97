import 'server-only'
import { BronFout, type Bron } from '@/lib/platform/bron'
import { TABEL_LIMITS, type TabelInfo, type Tabelrij } from '@/lib/platform/tabel'
import { openZip, type OpenZip } from '@/lib/platform/unzip'
import { readXmlStappen, type XmlStap } from '@/lib/platform/xml-stream'

/*
 * The first visible sheet of a workbook as rows of text (ECMA-376, SpreadsheetML). A formula is never calculated: what counts is the
 * result that the spreadsheet itself wrote beside it. Macros, links, pictures and everything else in the archive are not opened.
 */

const ZIP_LIMITS = { maxBestanden: 500, maxBytes: TABEL_LIMITS.bytes }
const MAX_STRINGS = 2_000_000
const MAX_STRING_CHARS = 100 * 1024 * 1024
/** Built-in number formats that show a date (ECMA-376 part 1, 18.8.30). */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

type Book = { naam: string; pad: string; date1904: boolean }

/** Which sheet will be read. @throws BronFout when it is no workbook, or a dangerous one */
export async function lookAtXlsx(bron: Bron): Promise<TabelInfo & { soort: 'xlsx' }> {
  const zip = await openZip(bron, ZIP_LIMITS)
  try {
    return { soort: 'xlsx', codering: '', scheiding: '', werkblad: (await findSheet(zip)).naam }
  } finally {
    zip.close()
  }
}

/** The rows of the first visible sheet. Rows without content are left out. @throws BronFout when it is refused */
export async function* readXlsx(bron: Bron): AsyncGenerator<Tabelrij> {
  const zip = await openZip(bron, ZIP_LIMITS)
  try {
    const book = await findSheet(zip)
    const strings = await readStrings(zip)
    const dateStyles = await readDateStyles(zip)
    yield* readRows(partOf(zip, book.pad, 'werkblad-kapot'), { strings, dateStyles, date1904: book.date1904 })
  } finally {
    zip.close()
  }
}

async function findSheet(zip: OpenZip): Promise<Book> {
  const sheets: { naam: string; id: string; hidden: boolean }[] = []
  let date1904 = false
  for await (const stap of steps(partOf(zip, 'xl/workbook.xml', 'geen-werkblad'))) {
    if (stap.soort !== 'open') continue
    if (stap.naam === 'workbookPr') date1904 = isTrue(stap.attributen['date1904'])
    if (stap.naam === 'sheet') sheets.push({ naam: stap.attributen['name'] ?? '', id: stap.attributen['r:id'] ?? stap.attributen['id'] ?? '', hidden: (stap.attributen['state'] ?? 'visible') !== 'visible' })
  }
  const targets = new Map<string, string>()
  for await (const stap of steps(partOf(zip, 'xl/_rels/workbook.xml.rels', 'geen-werkblad')))
    if (stap.soort === 'open' && stap.naam === 'Relationship' && stap.attributen['TargetMode'] !== 'External') targets.set(stap.attributen['Id'] ?? '', stap.attributen['Target'] ?? '')
  const sheet = sheets.find(({ hidden }) => !hidden)
  const target = sheet === undefined ? undefined : targets.get(sheet.id)
  if (sheet === undefined || target === undefined) throw new BronFout('geen-werkblad')
  return { naam: sheet.naam, pad: target.startsWith('/') ? target.slice(1) : `xl/${target}`, date1904 }
}

async function readStrings(zip: OpenZip): Promise<readonly string[]> {
  const strings: string[] = []
  let chars = 0
  let current: string | undefined
  let inText = false
  let phonetic = false
  for await (const stap of steps(optionalPartOf(zip, 'xl/sharedStrings.xml'))) {
    if (stap.soort === 'tekst') {
      if (inText && !phonetic && current !== undefined) current += stap.tekst
      continue
    }
    if (stap.naam === 't') inText = stap.soort === 'open'
    else if (stap.naam === 'rPh') phonetic = stap.soort === 'open'
    else if (stap.naam !== 'si') continue
    else if (stap.soort === 'open') current = ''
    else {
      strings.push(current ?? '')
      chars += current?.length ?? 0
      if (strings.length > MAX_STRINGS || chars > MAX_STRING_CHARS) throw new BronFout('te-groot')
    }
  }
  return strings
}

/** For each style of a cell whether it shows a date. */
async function readDateStyles(zip: OpenZip): Promise<readonly boolean[]> {
  const own = new Map<number, boolean>()
  const styles: boolean[] = []
  let inCells = false
  for await (const stap of steps(optionalPartOf(zip, 'xl/styles.xml'))) {
    if (stap.soort === 'tekst') continue
    if (stap.naam === 'cellXfs') inCells = stap.soort === 'open'
    if (stap.soort !== 'open') continue
    if (stap.naam === 'numFmt') own.set(Number(stap.attributen['numFmtId']), showsDate(stap.attributen['formatCode'] ?? ''))
    if (stap.naam === 'xf' && inCells) {
      const id = Number(stap.attributen['numFmtId'] ?? '0')
      styles.push(own.get(id) ?? DATE_FORMATS.has(id))
    }
  }
  return styles
}

/** A format with a year or a day in it, outside quotes, escapes and [colours]. */
function showsDate(formatCode: string): boolean {
  return /[yd]/i.test(formatCode.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, ''))
}

type Reading = { strings: readonly string[]; dateStyles: readonly boolean[]; date1904: boolean }
type Cell = { column: number; type: string; style: number; value: string; inline: string }

async function* readRows(source: AsyncIterable<Uint8Array>, reading: Reading): AsyncGenerator<Tabelrij> {
  let regel = 0
  let cellen: string[] = []
  let cell: Cell | undefined
  let inside: 'v' | 't' | undefined
  for await (const stap of steps(source)) {
    if (stap.soort === 'tekst') {
      if (cell === undefined || inside === undefined) continue
      if (inside === 'v') cell.value += stap.tekst
      else cell.inline += stap.tekst
    } else if (stap.naam === 'v' || stap.naam === 't') inside = stap.soort === 'open' ? stap.naam : undefined
    else if (stap.naam === 'c') {
      if (stap.soort === 'open') cell = startCell(stap.attributen, cellen.length, regel)
      else if (cell !== undefined) {
        put(cellen, cell.column, toText(cell, reading))
        cell = undefined
      }
    } else if (stap.naam === 'row') {
      if (stap.soort === 'open') {
        regel = Number(stap.attributen['r'] ?? regel + 1)
        cellen = []
      } else if (cellen.some((cel) => cel !== '')) yield { regel, cellen }
    }
  }
}

function startCell(attributen: Readonly<Record<string, string>>, next: number, regel: number): Cell {
  const column = columnOf(attributen['r']) ?? next
  if (column >= TABEL_LIMITS.kolommen) throw new BronFout('te-veel-kolommen', regel)
  return { column, type: attributen['t'] ?? 'n', style: Number(attributen['s'] ?? '0'), value: '', inline: '' }
}

function put(cellen: string[], column: number, tekst: string): void {
  while (cellen.length < column) cellen.push('')
  cellen[column] = tekst
}

/** "AB12" is column 27, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})[0-9]+$/.exec(reference ?? '')?.[1]
  return letters === undefined ? undefined : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function toText(cell: Cell, { strings, dateStyles, date1904 }: Reading): string {
  switch (cell.type) {
    case 's': return clip(strings[Number(cell.value)] ?? '')
    case 'inlineStr': return clip(cell.inline)
    case 'b': return cell.value === '1' ? 'ja' : 'nee'
    case 'd': return cell.value.slice(0, 10)
    case 'n': return cell.value === '' ? '' : numberText(Number(cell.value), dateStyles[cell.style] === true, date1904)
    // 'str' is the text of a formula, 'e' its error (#N/A): shown as it is.
    default: return clip(cell.value)
  }
}

function numberText(value: number, isDate: boolean, date1904: boolean): string {
  if (!Number.isFinite(value)) return ''
  if (isDate) return serialToDate(value + (date1904 ? 1462 : 0))
  // Fifteen digits is what a spreadsheet itself shows: 939.4999999999999 was typed as 939,5.
  const rounded = Number(value.toPrecision(15))
  return Math.abs(rounded) < 1e15 && (rounded === 0 || Math.abs(rounded) >= 1e-6) ? String(rounded).replace('.', ',') : value.toString()
}

/** Day 1 is 1 January 1900, and 1900 counts one day too many: from 1 March 1900 on the day is 30 December 1899 plus the number. */
function serialToDate(serial: number): string {
  const days = Math.floor(serial)
  if (days < 61 || days > 2_958_465) return String(serial)
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}

function clip(tekst: string): string {
  return tekst.slice(0, TABEL_LIMITS.celTekens)
}

async function* steps(source: AsyncIterable<Uint8Array>): AsyncGenerator<XmlStap> {
  for await (const stappen of readXmlStappen(source)) yield* stappen
}

function partOf(zip: OpenZip, pad: string, missing: 'geen-werkblad' | 'werkblad-kapot'): AsyncIterable<Uint8Array> {
  const bestand = zip.bestanden.find(({ naam }) => naam.toLowerCase() === pad.toLowerCase())
  if (bestand === undefined) throw new BronFout(missing)
  return bestand.open()
}

function optionalPartOf(zip: OpenZip, pad: string): AsyncIterable<Uint8Array> {
  const bestand = zip.bestanden.find(({ naam }) => naam.toLowerCase() === pad.toLowerCase())
  return bestand === undefined ? noBytes() : bestand.open()
}

async function* noBytes(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode('<leeg/>'))
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
