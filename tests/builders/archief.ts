import yazl from 'yazl'

/** A ZIP with these files, as an honest program makes it. */
export async function aZip(bestanden: Record<string, string | Buffer>, options: { mode?: number } = {}): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [naam, inhoud] of Object.entries(bestanden)) zip.addBuffer(Buffer.from(inhoud), naam, { ...(options.mode === undefined ? {} : { mode: options.mode }) })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

/** The same archive with something else in its table of contents: `naar` for the first `van` after the files themselves, of the same length. */
export function withDirectory(zip: Buffer, change: (entry: Buffer, index: number) => void): Buffer {
  const copy = Buffer.from(zip)
  let at = copy.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  for (let index = 0; at !== -1 && copy.readUInt32LE(at) === 0x02014b50; index++) {
    const size = 46 + copy.readUInt16LE(at + 28) + copy.readUInt16LE(at + 30) + copy.readUInt16LE(at + 32)
    change(copy.subarray(at, at + size), index)
    at += size
  }
  return copy
}

/** A cell of a sheet: text, a number, a date by its day number, or the XML of anything else. */
export type Cel = string | number | { dag: number } | { xml: (plek: string) => string }

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook with one sheet; style 1 is a date. */
export function anXlsx(rijen: readonly (readonly Cel[])[], options: { extra?: Record<string, string>; workbookPr?: string; sheets?: string; sheet?: string } = {}): Promise<Buffer> {
  const strings: string[] = []
  const rows = rijen.map((rij, r) => `<row r="${String(r + 1)}">${rij.map((cel, k) => toXml(cel, `${letters(k)}${String(r + 1)}`, strings)).join('')}</row>`).join('')
  return aZip({
    '[Content_Types].xml': '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="${MAIN}" xmlns:r="${RELS}">${options.workbookPr ?? ''}<sheets>${options.sheets ?? '<sheet name="Aanbod" sheetId="1" r:id="rId1"/>'}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<?xml version="1.0" encoding="UTF-8"?><sst xmlns="${MAIN}">${strings.map((tekst) => `<si><t>${escaped(tekst)}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': options.sheet ?? `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    ...options.extra,
  })
}

function toXml(cel: Cel, plek: string, strings: string[]): string {
  if (typeof cel === 'number') return `<c r="${plek}"><v>${String(cel)}</v></c>`
  if (typeof cel === 'string') return cel === '' ? '' : `<c r="${plek}" t="s"><v>${String(strings.push(cel) - 1)}</v></c>`
  return 'dag' in cel ? `<c r="${plek}" s="1"><v>${String(cel.dag)}</v></c>` : cel.xml(plek)
}

function letters(kolom: number): string {
  return kolom < 26 ? String.fromCharCode(65 + kolom) : letters(Math.floor(kolom / 26) - 1) + letters(kolom % 26)
}

function escaped(tekst: string): string {
  return tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
