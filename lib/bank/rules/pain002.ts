import { childrenOf, textAt, type XmlTree } from '@/lib/base/xml-tree'
import type { Uitslag } from '@/lib/bank/model'

export const PAIN_002 = /^urn:iso:std:iso:20022:tech:xsd:pain\.002\.001\.(03|10|12|14)$/

/** What the bank says of the order as a whole. `isAfgewezen`: nothing of it is carried out. */
export type GroepUitslag = { readonly msgId: string | null; readonly isAfgewezen: boolean; readonly code: string | null }

/** OrgnlGrpInfAndSts: which order it is about. */
export function readGroep(element: XmlTree): GroepUitslag {
  return { msgId: textAt(element, 'OrgnlMsgId'), isAfgewezen: textAt(element, 'GrpSts') === 'RJCT', code: reasonOf(element) }
}

/** TxInfAndSts: one payment. Undefined when it does not say which. */
export function readUitslag(element: XmlTree): Uitslag | undefined {
  const endToEndId = textAt(element, 'OrgnlEndToEndId')
  if (endToEndId === null) return undefined
  return { regel: element.regel, endToEndId: endToEndId.slice(0, 35), isAfgewezen: textAt(element, 'TxSts') === 'RJCT', code: reasonOf(element) }
}

/** OrgnlPmtInfAndSts: what the bank says of the payments of one block together, read element by element. */
export class BlokUitslag {
  /** The PmtInfId of ours; null when the bank does not name it. */
  kenmerk: string | null = null
  isAfgewezen = false
  code: string | null = null
  readonly regel: number

  constructor(regel: number) {
    this.regel = regel
  }

  take(element: XmlTree): void {
    if (element.naam === 'OrgnlPmtInfId') this.kenmerk = element.tekst
    if (element.naam === 'PmtInfSts') this.isAfgewezen = element.tekst === 'RJCT'
    if (element.naam === 'StsRsnInf') this.code ??= readReden(element)
  }

  /** Whether it is about the one block that a payment file of ours has. */
  isVan(msgId: string): boolean {
    return this.kenmerk === null || this.kenmerk === msgId || this.kenmerk === `${msgId}-1`
  }
}

function reasonOf(element: XmlTree): string | null {
  const [reden] = childrenOf(element, 'StsRsnInf')
  return readReden(reden)
}

function readReden(reden: XmlTree | undefined): string | null {
  return textAt(reden, 'Rsn/Cd') ?? textAt(reden, 'Rsn/Prtry')
}
