import { parseDatum } from '@/lib/base/date'
import type { FactuurFout, UblFactuur, UblPartij } from '@/lib/betaling/model'
import { checkAanwezig, type AanwezigCode } from '@/lib/betaling/rules/en16931-aanwezig'
import { checkBedragen, checkSommen, type BedragCode, type SomCode } from '@/lib/betaling/rules/en16931-bedragen'

export type NlCode =
  | 'BR-NL-1' | 'BR-NL-2' | 'BR-NL-3' | 'BR-NL-4' | 'BR-NL-7' | 'BR-NL-10' | 'BR-NL-11' | 'BR-NL-12' | 'BR-NL-13'
  | 'BR-CL-01' | 'BR-CO-25' | 'BR-E-02' | 'BR-E-10' | 'BR-S-02' | 'UBL-PROFIEL' | 'UBL-DUBBEL' | 'UBL-DATUM'
export type NlciusCode = NlCode | AanwezigCode | BedragCode | SomCode

/** The Dutch profile of EN 16931, and the European one of Peppol BIS 3 that government bodies have to take as well. */
export const NLCIUS = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0'
const PROFIELEN = [NLCIUS, 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0']

const REGISTERS = ['0106', '0190']
const TYPECODES_NL = ['380', '381', '384', '389']
const TYPECODES = ['71', '80', '81', '82', '83', '84', '102', '218', '219', '261', '262', '296', '308', '325', '326', '331', '380', '381',
  '382', '383', '384', '385', '386', '387', '388', '389', '390', '393', '394', '395', '396', '420', '456', '457', '458', '527', '532',
  '553', '575', '623', '633', '751', '780', '817', '870', '875', '876', '877', '935']
const BETAALWIJZEN_NL = ['30', '48', '49', '57', '58', '59']

/** EN 16931 with the Dutch rules of NLCIUS: all that is wrong with an invoice as a document. Empty: it is a valid e-invoice. */
export function checkNlcius(factuur: UblFactuur): FactuurFout<NlciusCode>[] {
  return [
    ...checkAanwezig(factuur), ...checkBedragen(factuur), ...checkSommen(factuur),
    ...checkDocument(factuur), ...checkPartijen(factuur), ...checkBetaling(factuur),
  ]
}

function checkDocument(factuur: UblFactuur): FactuurFout<NlCode>[] {
  const { specificatie, typecode, datum, vervaldatum, leverancier } = factuur
  const fouten: FactuurFout<NlCode>[] = factuur.dubbel.map((naam) => ({ code: 'UBL-DUBBEL', plaats: naam }))
  if (specificatie !== null && !PROFIELEN.includes(specificatie))
    fouten.push({ code: 'UBL-PROFIEL', plaats: 'CustomizationID', gevonden: specificatie, verwacht: NLCIUS })
  if (datum !== null && !isDatum(datum)) fouten.push({ code: 'UBL-DATUM', plaats: 'IssueDate', gevonden: datum })
  if (vervaldatum !== null && !isDatum(vervaldatum)) fouten.push({ code: 'UBL-DATUM', plaats: 'DueDate', gevonden: vervaldatum })
  if (typecode !== null && !TYPECODES.includes(typecode)) fouten.push({ code: 'BR-CL-01', plaats: 'InvoiceTypeCode', gevonden: typecode })
  else if (typecode !== null && isNederlands(leverancier) && !TYPECODES_NL.includes(typecode))
    fouten.push({ code: 'BR-NL-7', plaats: 'InvoiceTypeCode', gevonden: typecode, verwacht: TYPECODES_NL.join(', ') })
  if (factuur.inkopersreferentie === null && factuur.ordernummer === null) fouten.push({ code: 'BR-NL-2', plaats: 'OrderReference/ID' })
  return fouten
}

function checkPartijen({ leverancier, klant }: UblFactuur): FactuurFout<NlCode>[] {
  if (!isNederlands(leverancier)) return []
  const fouten: FactuurFout<NlCode>[] = []
  if (!isIngeschreven(leverancier)) fouten.push(noRegister('BR-NL-1', 'AccountingSupplierParty', leverancier))
  if (!isVolledigAdres(leverancier)) fouten.push({ code: 'BR-NL-3', plaats: 'AccountingSupplierParty/Party/PostalAddress' })
  if (!isNederlands(klant)) return fouten
  if (!isVolledigAdres(klant)) fouten.push({ code: 'BR-NL-4', plaats: 'AccountingCustomerParty/Party/PostalAddress' })
  if (!isIngeschreven(klant)) fouten.push(noRegister('BR-NL-10', 'AccountingCustomerParty', klant))
  return fouten
}

function checkBetaling(factuur: UblFactuur): FactuurFout<NlCode>[] {
  const teBetalen = factuur.totalen.teBetalen?.cent ?? 0
  const fouten: FactuurFout<NlCode>[] = []
  if (teBetalen > 0 && factuur.vervaldatum === null && factuur.betaalvoorwaarden === null) fouten.push({ code: 'BR-CO-25', plaats: 'DueDate' })
  const vatCodes = new Set([...factuur.btw.map((deel) => deel.categorie), ...factuur.regels.map((regel) => regel.btwCategorie)])
  if (factuur.leverancier.btwNummer === null) {
    const plaats = 'AccountingSupplierParty/Party/PartyTaxScheme/CompanyID'
    if (vatCodes.has('S')) fouten.push({ code: 'BR-S-02', plaats })
    if (vatCodes.has('E')) fouten.push({ code: 'BR-E-02', plaats })
  }
  factuur.btw.forEach((deel, index) => {
    if (deel.categorie === 'E' && deel.reden === null)
      fouten.push({ code: 'BR-E-10', plaats: `TaxTotal/TaxSubtotal[${String(index + 1)}]/TaxCategory/TaxExemptionReason` })
  })
  return isNederlands(factuur.leverancier) ? [...fouten, ...checkBetalingNl(factuur, teBetalen)] : fouten
}

function checkBetalingNl(factuur: UblFactuur, teBetalen: number): FactuurFout<NlCode>[] {
  const fouten: FactuurFout<NlCode>[] = []
  if (factuur.soort === 'factuur' && teBetalen > 0 && factuur.betaalwijzen.length === 0) fouten.push({ code: 'BR-NL-11', plaats: 'PaymentMeans' })
  if (!isNederlands(factuur.klant)) return fouten
  for (const { code } of factuur.betaalwijzen) {
    if (code === null || !BETAALWIJZEN_NL.includes(code))
      fouten.push({ code: 'BR-NL-12', plaats: 'PaymentMeans/PaymentMeansCode', gevonden: code ?? 'niets', verwacht: BETAALWIJZEN_NL.join(', ') })
  }
  if (factuur.ordernummer === null && factuur.regels.some((regel) => regel.orderregel !== null))
    fouten.push({ code: 'BR-NL-13', plaats: 'OrderReference/ID' })
  return fouten
}

function noRegister(code: 'BR-NL-1' | 'BR-NL-10', plaats: string, { registratie }: UblPartij): FactuurFout<NlCode> {
  const gevonden = registratie === null ? 'niets' : `${registratie.nummer} met schemeID ${registratie.schema ?? 'leeg'}`
  return { code, plaats: `${plaats}/Party/PartyLegalEntity/CompanyID`, gevonden, verwacht: 'een KvK-nummer (schemeID 0106) of OIN (schemeID 0190)' }
}

function isNederlands(partij: UblPartij): boolean {
  return partij.adres?.land === 'NL'
}

function isIngeschreven({ registratie }: UblPartij): boolean {
  return registratie !== null && registratie.schema !== null && REGISTERS.includes(registratie.schema)
}

function isVolledigAdres({ adres }: UblPartij): boolean {
  return adres !== null && adres.straat !== null && adres.plaats !== null && adres.postcode !== null
}

/** UBL writes a day as YYYY-MM-DD only. */
function isDatum(tekst: string): boolean {
  return /^[0-9]{4}-/.test(tekst) && parseDatum(tekst) !== undefined
}
