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

function reasonOf(element: XmlTree): string | null {
  const [reden] = childrenOf(element, 'StsRsnInf')
  return textAt(reden, 'Rsn/Cd') ?? textAt(reden, 'Rsn/Prtry')
}
