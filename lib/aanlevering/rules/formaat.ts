import { MAX_UPLOAD_BYTES } from '@/lib/aanlevering/rules/bestand'

/** The formats in which an offer can be delivered; the same keys as the readers. */
export const FORMATEN = ['edudex-json', 'edudex-jsonl', 'edudex-xml', 'ooapi-json', 'ooapi-jsonl', 'ooapi-zip', 'csv', 'xlsx'] as const
export type Formaat = (typeof FORMATEN)[number]

export type FormaatReden = 'bestand-leeg' | 'bestand-te-groot' | 'bestand-extensie' | 'bestand-mediatype' | 'oud-excel' | 'open-document'
export type FormaatOordeel = { ok: true; formaat: Formaat } | { ok: false; redenen: FormaatReden[] }

/** How many bytes of the beginning are needed to tell EDU-DEX and OOAPI apart. */
export const KIJK_BYTES = 64 * 1024

/**
 * Which format a file is, by its name and its first bytes; the content decides between EDU-DEX and OOAPI, because both are .json. A name
 * that promises something else than what is inside is refused.
 */
export function herkenFormaat(naam: string, begin: Uint8Array): FormaatOordeel {
  if (begin.length === 0) return { ok: false, redenen: ['bestand-leeg'] }
  const isZip = begin[0] === 0x50 && begin[1] === 0x4b
  const isOud = begin[0] === 0xd0 && begin[1] === 0xcf && begin[2] === 0x11 && begin[3] === 0xe0
  const extensie = /\.([a-z]+)$/i.exec(naam)?.[1]?.toLowerCase() ?? ''
  if (isOud || extensie === 'xls') return { ok: false, redenen: ['oud-excel'] }
  if (extensie === 'ods') return { ok: false, redenen: ['open-document'] }
  const tekst = textOf(begin)
  const formaat = formaatBy(extensie, tekst)
  if (formaat === undefined) return { ok: false, redenen: ['bestand-extensie'] }
  const isXml = /^\s*</.test(tekst)
  const past = formaat === 'xlsx' || formaat === 'ooapi-zip' ? isZip : formaat === 'edudex-xml' ? isXml && !isZip : !isZip && !(isXml && formaat !== 'csv')
  return past ? { ok: true, formaat } : { ok: false, redenen: ['bestand-mediatype'] }
}

function formaatBy(extensie: string, tekst: string): Formaat | undefined {
  switch (extensie) {
    case 'csv': case 'tsv': case 'txt': return 'csv'
    case 'xlsx': case 'xlsm': return 'xlsx'
    case 'zip': return 'ooapi-zip'
    case 'xml': return 'edudex-xml'
    case 'json': return isOoapi(tekst) ? 'ooapi-json' : 'edudex-json'
    case 'jsonl': case 'ndjson': return isOoapi(tekst) ? 'ooapi-jsonl' : 'edudex-jsonl'
    default: return undefined
  }
}

function isOoapi(tekst: string): boolean {
  if (/"program(?:Classification|Descriptions|Schedule)"/.test(tekst)) return false
  return /"(?:primaryCode|courseId|offeringId|offeringType|consumerKey|programType)"\s*:/.test(tekst)
}

/** Only to look for ASCII words: a letter that is cut off or of another encoding does not matter. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes.subarray(0, KIJK_BYTES))
}

export function isTabel(formaat: Formaat): formaat is 'csv' | 'xlsx' {
  return formaat === 'csv' || formaat === 'xlsx'
}

/** A file that is too large to send; what is larger goes in parts, or through an operator. */
export function isTeGroot(bytes: number): boolean {
  return bytes > MAX_UPLOAD_BYTES
}
