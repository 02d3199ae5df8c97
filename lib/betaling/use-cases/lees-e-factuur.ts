import type { FactuurFout } from '@/lib/betaling/model'
import { readUbl } from '@/lib/betaling/rules/ubl'
import type { UblFactuur } from '@/lib/betaling/rules/ubl-model'
import type { BestandCode } from '@/lib/betaling/texts'
import { parseXml, type XmlReden } from '@/lib/platform/xml'

const XML_CODE: Readonly<Record<XmlReden, BestandCode>> = {
  'te-groot': 'XML-GROOTTE', 'geen-xml': 'XML-GEEN', codering: 'XML-CODERING', doctype: 'XML-DOCTYPE',
  'niet-welgevormd': 'XML-WELGEVORMD', 'te-diep': 'XML-DIEPTE', 'te-veel-elementen': 'XML-AANTAL',
}

export type GelezenFactuur = { readonly isXml: boolean; readonly factuur?: UblFactuur; readonly fouten: readonly FactuurFout<BestandCode>[] }

/** Reads the bytes of an e-invoice, or says why that cannot be done. */
export function leesEFactuur(inhoud: Uint8Array): GelezenFactuur {
  const xml = parseXml(inhoud)
  if (!xml.ok) return { isXml: !xml.redenen.includes('geen-xml'), fouten: xml.redenen.map((reden) => ({ code: XML_CODE[reden], plaats: 'bestand' })) }
  const factuur = readUbl(xml.value)
  return factuur === undefined ? { isXml: true, fouten: [{ code: 'UBL-SOORT', plaats: 'bestand', gevonden: xml.value.naam }] } : { isXml: true, factuur, fouten: [] }
}
