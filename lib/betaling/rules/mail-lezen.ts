// Reads an e-mail (RFC 5322, MIME) as far as an invoice needs: who sent it, and what is attached. Bytes are held as a text with a
// character for each byte. Nothing here trusts the message: what is odd gives nothing.

export type MailDeel = { readonly mediatype: string; readonly bestandsnaam: string | null; readonly inhoud: Uint8Array }
export type Mail = {
  /** In lower case; null when there is none, or more than one. */
  readonly afzender: string | null
  /** The mail server that received it found that it does not come from there. */
  readonly isBetwijfeld: boolean
  readonly delen: readonly MailDeel[]
}

type Kop = readonly (readonly [naam: string, waarde: string])[]

const MAX_DEPTH = 6
const MAX_PARTS = 100
/** Of the white space that may follow a boundary. */
const MAX_WITRUIMTE = 1_000
const CHUNK = 8_192
const ADRES = /^[^\s@<>,;"()\u0000-\u001f\u007f]+@[^\s@<>,;"()\u0000-\u001f\u007f]+$/
const BETWIJFELD = /\b(dmarc|dkim|spf)\s*=\s*fail/i

/** Reads a message; what is no e-mail at all is one without sender and attachments. */
export function parseMail(bytes: Uint8Array): Mail {
  const { kop, romp } = split(toText(bytes))
  return {
    afzender: readAfzender(kop),
    isBetwijfeld: allOf(kop, 'authentication-results').some((waarde) => BETWIJFELD.test(waarde)),
    delen: readDelen(kop, romp, 0).slice(0, MAX_PARTS),
  }
}

function readAfzender(kop: Kop): string | null {
  const [van, ...meer] = allOf(kop, 'from')
  if (van === undefined || meer.length > 0) return null
  const adres = (/<([^<>]*)>\s*$/.exec(van)?.[1] ?? van).trim().toLowerCase()
  return ADRES.test(adres) ? adres : null
}

function readDelen(kop: Kop, romp: string, depth: number): readonly MailDeel[] {
  const type = firstOf(kop, 'content-type') ?? 'text/plain'
  const mediatype = (type.split(';')[0] ?? '').trim().toLowerCase()
  if (!mediatype.startsWith('multipart/')) return [{ mediatype, bestandsnaam: readNaam(kop, type), inhoud: decode(romp, firstOf(kop, 'content-transfer-encoding') ?? '') }]
  const grens = parameter(type, 'boundary')
  if (grens === null || depth >= MAX_DEPTH) return []
  return partsOf(romp, grens).flatMap((deel) => {
    const binnen = split(deel)
    return readDelen(binnen.kop, binnen.romp, depth + 1)
  })
}

function partsOf(romp: string, grens: string): readonly string[] {
  const delen: string[] = []
  let huidig: string[] | undefined
  for (const regel of romp.split('\n')) {
    // What is longer than a boundary and its white space can be is content.
    const kaal = regel.startsWith(`--${grens}`) && regel.length < grens.length + MAX_WITRUIMTE ? regel.trimEnd() : regel
    if (kaal === `--${grens}` || kaal === `--${grens}--`) {
      if (huidig !== undefined) delen.push(huidig.join('\n'))
      huidig = kaal.endsWith('--') && kaal !== `--${grens}` ? undefined : []
      if (huidig === undefined || delen.length > MAX_PARTS) break
    } else huidig?.push(regel)
  }
  if (huidig !== undefined && huidig.length > 0) delen.push(huidig.join('\n'))
  return delen
}

function readNaam(kop: Kop, type: string): string | null {
  const naam = parameter(firstOf(kop, 'content-disposition') ?? '', 'filename') ?? parameter(type, 'name')
  // Of what no name of a file has, a NUL cannot even be kept.
  return naam?.replaceAll(/[\u0000-\u001f\u007f]/g, '') ?? null
}

function parameter(waarde: string, naam: string): string | null {
  const match = new RegExp(`;\\s*${naam}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(waarde)
  return match?.[1] ?? match?.[2] ?? null
}

function split(text: string): { kop: Kop; romp: string } {
  // A part without headers begins with its empty line.
  const einde = /^\r?\n|\r?\n\r?\n/.exec(text)
  const boven = einde === null ? text : text.slice(0, einde.index)
  // A line that begins with white space belongs to the one before.
  const regels = boven.replaceAll(/\r?\n[\t ]+/g, ' ').split(/\r?\n/)
  const kop = regels.flatMap((regel): Kop => {
    const match = /^([!-9;-~]+):(.*)$/.exec(regel)
    return match?.[1] === undefined ? [] : [[match[1].toLowerCase(), (match[2] ?? '').trim()]]
  })
  return { kop, romp: einde === null ? '' : text.slice(einde.index + einde[0].length) }
}

function decode(romp: string, codering: string): Uint8Array {
  switch (codering.trim().toLowerCase()) {
    case 'base64': return toBytes(decodeBase64(romp.replaceAll(/[^A-Za-z0-9+/=]/g, '')))
    case 'quoted-printable': return toBytes(romp.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))
    default: return toBytes(romp)
  }
}

/** Base64 with a wrong length or padding in the middle decodes as far as it goes. */
function decodeBase64(tekst: string): string {
  const schoon = tekst.replace(/=.*$/, '')
  return atob(schoon.length % 4 === 1 ? schoon.slice(0, -1) : schoon)
}

function allOf(kop: Kop, naam: string): readonly string[] {
  return kop.filter(([kandidaat]) => kandidaat === naam).map(([, waarde]) => waarde)
}

function firstOf(kop: Kop, naam: string): string | undefined {
  return allOf(kop, naam)[0]
}

function toText(bytes: Uint8Array): string {
  // Not by TextDecoder: its latin1 is windows-1252, in which a byte is not always the same number.
  const stukken: string[] = []
  for (let begin = 0; begin < bytes.length; begin += CHUNK) stukken.push(String.fromCharCode(...bytes.subarray(begin, begin + CHUNK)))
  return stukken.join('')
}

function toBytes(tekst: string): Uint8Array {
  return Uint8Array.from(tekst, (teken) => teken.charCodeAt(0))
}
