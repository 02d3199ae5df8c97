import type { FactuurFout, UblFactuur, UblRegel } from '@/lib/betaling/model'
import { isDecimaal } from '@/lib/betaling/rules/bedrag'

type Aanwezig<Subject> = readonly [code: string, plaats: string, read: (subject: Subject) => unknown]

const FACTUUR = [
  ['BR-01', 'CustomizationID', (f) => f.specificatie],
  ['BR-02', 'ID', (f) => f.nummer],
  ['BR-03', 'IssueDate', (f) => f.datum],
  ['BR-04', 'InvoiceTypeCode', (f) => f.typecode],
  ['BR-05', 'DocumentCurrencyCode', (f) => f.valuta],
  ['BR-06', 'AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName', (f) => f.leverancier.naam],
  ['BR-07', 'AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName', (f) => f.klant.naam],
  ['BR-08', 'AccountingSupplierParty/Party/PostalAddress', (f) => f.leverancier.adres],
  ['BR-09', 'AccountingSupplierParty/Party/PostalAddress/Country/IdentificationCode', (f) => f.leverancier.adres?.land],
  ['BR-10', 'AccountingCustomerParty/Party/PostalAddress', (f) => f.klant.adres],
  ['BR-11', 'AccountingCustomerParty/Party/PostalAddress/Country/IdentificationCode', (f) => f.klant.adres?.land],
  ['BR-12', 'LegalMonetaryTotal/LineExtensionAmount', (f) => f.totalen.regels],
  ['BR-13', 'LegalMonetaryTotal/TaxExclusiveAmount', (f) => f.totalen.exclusief],
  ['BR-14', 'LegalMonetaryTotal/TaxInclusiveAmount', (f) => f.totalen.inclusief],
  ['BR-15', 'LegalMonetaryTotal/PayableAmount', (f) => f.totalen.teBetalen],
  ['BR-16', 'InvoiceLine', (f) => f.regels[0]],
  ['BR-CO-18', 'TaxTotal/TaxSubtotal', (f) => f.btw[0]],
] as const satisfies readonly Aanwezig<UblFactuur>[]

const REGEL = [
  ['BR-21', 'ID', (regel) => regel.nummer],
  ['BR-22', 'InvoicedQuantity', (regel) => regel.aantal],
  ['BR-23', 'InvoicedQuantity/@unitCode', (regel) => regel.eenheid],
  ['BR-24', 'LineExtensionAmount', (regel) => regel.bedrag],
  ['BR-25', 'Item/Name', (regel) => regel.naam],
  ['BR-26', 'Price/PriceAmount', (regel) => regel.prijs],
  ['BR-CO-04', 'Item/ClassifiedTaxCategory/ID', (regel) => regel.btwCategorie],
] as const satisfies readonly Aanwezig<UblRegel>[]

export type AanwezigCode = (typeof FACTUUR)[number][0] | (typeof REGEL)[number][0] | 'BR-27' | 'UBL-AANTAL'

/** EN 16931: what every invoice holds (BR-01 to BR-16, BR-CO-18) and every line of it (BR-21 to BR-27, BR-CO-04). */
export function checkAanwezig(factuur: UblFactuur): FactuurFout<AanwezigCode>[] {
  return [
    ...FACTUUR.filter(([, , read]) => isMissing(read(factuur))).map(([code, plaats]) => ({ code, plaats })),
    ...factuur.regels.flatMap((regel, index) => checkRegel(regel, `InvoiceLine[${String(index + 1)}]`)),
  ]
}

function checkRegel(regel: UblRegel, plaats: string): FactuurFout<AanwezigCode>[] {
  const fouten: FactuurFout<AanwezigCode>[] = REGEL
    .filter(([, , read]) => isMissing(read(regel)))
    .map(([code, plek]) => ({ code, plaats: `${plaats}/${plek}` }))
  if (regel.aantal !== null && !isDecimaal(regel.aantal)) fouten.push({ code: 'UBL-AANTAL', plaats: `${plaats}/InvoicedQuantity`, gevonden: regel.aantal })
  if (regel.prijs !== null && (!isDecimaal(regel.prijs) || regel.prijs.startsWith('-')))
    fouten.push({ code: 'BR-27', plaats: `${plaats}/Price/PriceAmount`, gevonden: regel.prijs })
  return fouten
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined
}
