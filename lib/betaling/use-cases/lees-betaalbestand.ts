import { childrenOf, findElement, textAt, type XmlTree } from '@/lib/base/xml-tree'
import { readXmlDelen } from '@/lib/platform/xml-delen'
import type { GelezenBetaalbestand, GelezenOverboeking } from '@/lib/betaling/rules/controle-pain001'

const CONTAINERS: ReadonlySet<string> = new Set(['Document', 'CstmrCdtTrfInitn', 'PmtInf'])

/**
 * Reads a payment file (pain.001) as the bank will, in pieces.
 * @throws BronFout when it is no XML that can be read
 */
export async function leesBetaalbestand(bytes: AsyncIterable<Uint8Array>): Promise<GelezenBetaalbestand> {
  let namespace = ''
  let kop: XmlTree | undefined
  const betalingen: XmlTree[][] = []
  const overboekingen: GelezenOverboeking[] = []
  for await (const deel of readXmlDelen(bytes, CONTAINERS)) {
    if (deel.soort === 'begin' && deel.naam === 'Document') namespace = deel.namespace
    if (deel.soort === 'begin' && deel.naam === 'PmtInf') betalingen.push([])
    if (deel.soort !== 'deel') continue
    if (deel.element.naam === 'GrpHdr') kop = deel.element
    else if (deel.element.naam === 'CdtTrfTxInf') overboekingen.push(toOverboeking(deel.element))
    else if (deel.in === 'PmtInf') betalingen.at(-1)?.push(deel.element)
  }
  return { namespace, kop, betalingen, overboekingen }
}

function toOverboeking(element: XmlTree): GelezenOverboeking {
  return {
    endToEndId: textAt(element, 'PmtId/EndToEndId'),
    bedrag: textAt(element, 'Amt/InstdAmt'),
    valuta: findElement(element, 'Amt/InstdAmt')?.attributen['Ccy'] ?? null,
    iban: textAt(element, 'CdtrAcct/Id/IBAN'),
    tenaamstelling: textAt(element, 'Cdtr/Nm'),
    isEnkel: childrenOf(element, 'Amt').length === 1 && childrenOf(element, 'CdtrAcct').length === 1,
  }
}
