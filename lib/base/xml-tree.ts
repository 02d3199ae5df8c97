/** An XML element as plain data, without any library behind it: what the rules read. Comments and instructions are left out. */
export type XmlTree = {
  /** Local name, without prefix. */
  readonly naam: string
  /** The namespace it belongs to; '' when it has none. */
  readonly namespace: string
  readonly attributen: Readonly<Record<string, string>>
  /** The text directly inside it, without white space at the ends. */
  readonly tekst: string
  readonly kinderen: readonly XmlTree[]
  /** Line in the file, from 1. */
  readonly regel: number
}

/** The children with this local name. */
export function childrenOf(element: XmlTree | undefined, naam: string): readonly XmlTree[] {
  return element?.kinderen.filter((kind) => kind.naam === naam) ?? []
}

/** The first element found by walking the local names, as in 'Party/PostalAddress/CityName'; undefined when one is missing. */
export function findElement(element: XmlTree | undefined, pad: string): XmlTree | undefined {
  return pad.split('/').reduce<XmlTree | undefined>((here, naam) => here?.kinderen.find((kind) => kind.naam === naam), element)
}

/** The text at a path; null when it is missing or empty. */
export function textAt(element: XmlTree | undefined, pad: string): string | null {
  const tekst = findElement(element, pad)?.tekst ?? ''
  return tekst === '' ? null : tekst
}

/** Whether an indicator at a path says yes, in either of the two ways in which XML writes it. */
export function isYesAt(element: XmlTree | undefined, pad: string): boolean {
  return ['true', '1'].includes(textAt(element, pad) ?? '')
}

/** Text made safe to stand between tags or in a quoted attribute; characters that XML 1.0 does not know become a space. */
export function escapeXml(tekst: string): string {
  return tekst
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}
