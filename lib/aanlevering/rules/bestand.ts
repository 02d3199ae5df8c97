/** The largest file that can be sent through the portal, in bytes: 10 MB. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024

/** The largest file that an operator can import from disk, in bytes: 4 GB. */
export const MAX_BESTAND_BYTES = 4 * 1024 ** 3

export type Bestandsformaat = 'json' | 'jsonl'

export type BestandKeuring = 'bestand-leeg' | 'bestand-te-groot' | 'bestand-extensie' | 'bestand-mediatype'

const MEDIATYPES: Record<Bestandsformaat, readonly string[]> = {
  json: ['application/json', 'text/json'],
  jsonl: ['application/jsonl', 'application/x-ndjson', 'application/x-jsonlines', 'application/json', 'text/plain'],
}
// What browsers and curl say when they do not know.
const ONBEKEND = ['', 'application/octet-stream']

/** Which of the two formats a name promises; undefined for any other extension. */
export function formaatOf(naam: string): Bestandsformaat | undefined {
  if (/\.json$/i.test(naam)) return 'json'
  return /\.(jsonl|ndjson)$/i.test(naam) ? 'jsonl' : undefined
}

/** Every reason to refuse a file before a byte of it is read. What is inside is judged by the import itself. */
export function keurBestand({ naam, mediatype, grootte }: { naam: string; mediatype: string; grootte: number }): BestandKeuring[] {
  const formaat = formaatOf(naam)
  const kaal = mediatype.split(';')[0]?.trim().toLowerCase() ?? ''
  const redenen: BestandKeuring[] = []
  if (grootte === 0) redenen.push('bestand-leeg')
  if (grootte > MAX_UPLOAD_BYTES) redenen.push('bestand-te-groot')
  if (formaat === undefined) redenen.push('bestand-extensie')
  else if (!ONBEKEND.includes(kaal) && !MEDIATYPES[formaat].includes(kaal)) redenen.push('bestand-mediatype')
  return redenen
}
