/** What a bewijs van deelname may be. */
export type BewijsSoort = 'application/pdf' | 'image/png' | 'image/jpeg'

export type BewijsReden = 'bewijs-soort' | 'bewijs-vals' | 'bewijs-beschadigd'

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d] // %PDF-
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
// The last byte of a PNG (0x82) is left out: TextDecoder reads it as windows-1252 or as latin1, by version of Node.
const END: Readonly<Record<BewijsSoort, string>> = { 'application/pdf': '%%EOF', 'image/png': 'IEND\xaeB`', 'image/jpeg': '\xff\xd9' }

/** What may run or hide inside a PDF, in the plain bytes: none of it belongs in a bewijs. */
const ACTIVE_PDF = /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|SubmitForm|ImportData)\b/
/** A page or a script inside a picture or a PDF: a polyglot, which another program reads as something else. Long enough not to occur by chance. */
const FOREIGN = /<(script|iframe|html|\?php|svg[ >])|Rar!\x1a\x07/i
/** Where the directory of a zip must end: the last 64 kB and its own 22 bytes. */
const ZIP_END = 'PK\x05\x06'
const ZIP_TAIL = 65_557

/**
 * What a file really is, by its bytes; the name and the type that a browser sends prove nothing. Refused: another kind of file,
 * a claimed type that is not the real one, a file that is cut off, and one that is also something else.
 */
export function judgeBewijs(inhoud: Uint8Array, gezegd: string): { soort: BewijsSoort } | { reden: BewijsReden } {
  const soort = recognise(inhoud)
  if (soort === undefined) return { reden: 'bewijs-soort' }
  if (gezegd !== '' && gezegd !== soort && gezegd !== 'application/octet-stream') return { reden: 'bewijs-vals' }
  const text = new TextDecoder('latin1').decode(inhoud)
  if (!text.includes(END[soort]) || isCutOff(text, soort)) return { reden: 'bewijs-beschadigd' }
  const isForeign = FOREIGN.test(text) || text.slice(-ZIP_TAIL).includes(ZIP_END) || (soort === 'application/pdf' && ACTIVE_PDF.test(text))
  return isForeign || !isEndAtEnd(text, soort) ? { reden: 'bewijs-vals' } : { soort }
}

/** After the end of a PDF or PNG comes nothing; phones write their own data after a JPEG, so there the marks above decide. */
function isEndAtEnd(text: string, soort: BewijsSoort): boolean {
  if (soort === 'image/png') return text.lastIndexOf(END[soort]) === text.length - END[soort].length - 1
  return soort === 'image/jpeg' || text.trimEnd().endsWith(END[soort])
}

function isCutOff(text: string, soort: BewijsSoort): boolean {
  return soort === 'image/png' && text.endsWith(END[soort])
}

function recognise(inhoud: Uint8Array): BewijsSoort | undefined {
  if (startsWith(inhoud, PDF)) return 'application/pdf'
  if (startsWith(inhoud, PNG)) return 'image/png'
  return startsWith(inhoud, JPEG) ? 'image/jpeg' : undefined
}

function startsWith(inhoud: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => inhoud[index] === byte)
}
