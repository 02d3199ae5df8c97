import { parseDatum } from '@/lib/base/date'
import type { FactuurFout } from '@/lib/betaling/model'
import { checkAanwezig } from '@/lib/betaling/rules/en16931-aanwezig'
import { checkBedragen, checkSommen } from '@/lib/betaling/rules/en16931-bedragen'
import { checkBtwSoorten } from '@/lib/betaling/rules/en16931-btw'
import { checkCodes } from '@/lib/betaling/rules/en16931-codes'
import type { UblFactuur, UblPartij } from '@/lib/betaling/rules/ubl-model'
import type { BtwCode } from '@/lib/betaling/rules/zinnen-btw'
import type { AanwezigCode, CodelijstCode, DecimaalCode, SamenhangCode } from '@/lib/betaling/rules/zinnen-en16931'
import type { AdviesCode, NlCode } from '@/lib/betaling/rules/zinnen-nlcius'

export type NlciusCode = NlCode | AdviesCode | BtwCode | AanwezigCode | SamenhangCode | DecimaalCode | CodelijstCode

/** The Dutch profile of EN 16931, and the European one of Peppol BIS 3 that government bodies have to take as well. */
export const NLCIUS = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0'
const PEPPOL = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'

const REGISTERS = ['0106', '0190']
const TYPECODES_NL = ['380', '381', '384', '389']
const BETAALWIJZEN_NL: readonly (string | null)[] = ['30', '48', '49', '57', '58', '59']
const LANDCODE = /^[A-Z]{2}/

type Fouten = FactuurFout<NlCode | SamenhangCode>[]

/** EN 16931 with the Dutch rules of NLCIUS: all that is wrong with an invoice as a document. Empty, apart from remarks: it is a valid e-invoice. */
export function checkNlcius(factuur: UblFactuur): FactuurFout<NlciusCode>[] {
  return [
    ...checkAanwezig(factuur), ...checkBedragen(factuur), ...checkSommen(factuur), ...checkBtwSoorten(factuur), ...checkCodes(factuur),
    ...checkDocument(factuur), ...checkPartijen(factuur), ...checkBetaling(factuur), ...adviseer(factuur),
  ]
}

function checkDocument(factuur: UblFactuur): Fouten {
  const { specificatie, datum, vervaldatum, regels } = factuur
  const fouten: Fouten = factuur.dubbel.map((naam) => ({ code: 'UBL-DUBBEL', plaats: naam }))
  if (specificatie !== null && specificatie !== NLCIUS && specificatie !== PEPPOL)
    fouten.push({ code: 'UBL-PROFIEL', plaats: 'CustomizationID', gevonden: specificatie, verwacht: NLCIUS })
  if (datum !== null && !isDatum(datum)) fouten.push({ code: 'UBL-DATUM', plaats: 'IssueDate', gevonden: datum })
  if (vervaldatum !== null && !isDatum(vervaldatum)) fouten.push({ code: 'UBL-DATUM', plaats: 'DueDate', gevonden: vervaldatum })
  if (factuur.ordernummer === null && regels.some(({ orderregel }) => orderregel !== null)) fouten.push({ code: 'BR-NL-13', plaats: 'OrderReference/ID' })
  return isNederlands(factuur.leverancier) ? [...fouten, ...checkSoort(factuur)] : fouten
}

function checkSoort({ soort, typecode, inkopersreferentie, ordernummer, verwijzingen }: UblFactuur): Fouten {
  const fouten: Fouten = []
  if (typecode !== null && !TYPECODES_NL.includes(typecode)) fouten.push({ code: 'BR-NL-7', plaats: 'InvoiceTypeCode', gevonden: typecode, verwacht: TYPECODES_NL.join(', ') })
  else if (typecode !== null && (typecode === '381') !== (soort === 'creditnota'))
    fouten.push({ code: 'BR-NL-8', plaats: 'InvoiceTypeCode', gevonden: `${typecode} in een ${soort === 'creditnota' ? 'CreditNote' : 'Invoice'}` })
  if (typecode === '384' && verwijzingen.every(({ nummer }) => nummer === null)) fouten.push({ code: 'BR-NL-9', plaats: 'BillingReference/InvoiceDocumentReference/ID' })
  if (inkopersreferentie === null && ordernummer === null) fouten.push({ code: 'BR-NL-2', plaats: 'OrderReference/ID' })
  return fouten
}

function checkPartijen({ leverancier, klant, vertegenwoordiger }: UblFactuur): Fouten {
  const fouten: Fouten = []
  for (const [plaats, partij] of [['AccountingSupplierParty', leverancier], ['AccountingCustomerParty', klant], ['TaxRepresentativeParty', vertegenwoordiger]] as const) {
    const btwNummer = partij?.btwNummer
    if (btwNummer != null && !LANDCODE.test(btwNummer)) fouten.push({ code: 'BR-CO-09', plaats: `${plaats}/Party/PartyTaxScheme/CompanyID`, gevonden: btwNummer })
  }
  if (!isNederlands(leverancier)) return fouten
  if (!isIngeschreven(leverancier)) fouten.push(noRegister('BR-NL-1', 'AccountingSupplierParty', leverancier))
  if (!isVolledigAdres(leverancier)) fouten.push({ code: 'BR-NL-3', plaats: 'AccountingSupplierParty/Party/PostalAddress' })
  if (vertegenwoordiger !== null && isNederlands(vertegenwoordiger) && !isVolledigAdres(vertegenwoordiger)) fouten.push({ code: 'BR-NL-5', plaats: 'TaxRepresentativeParty/PostalAddress' })
  if (!isNederlands(klant)) return fouten
  if (!isVolledigAdres(klant)) fouten.push({ code: 'BR-NL-4', plaats: 'AccountingCustomerParty/Party/PostalAddress' })
  if (!isIngeschreven(klant)) fouten.push(noRegister('BR-NL-10', 'AccountingCustomerParty', klant))
  return fouten
}

function checkBetaling(factuur: UblFactuur): Fouten {
  const teBetalen = factuur.totalen.teBetalen?.cent ?? 0
  const fouten: Fouten = []
  if (teBetalen > 0 && factuur.vervaldatum === null && factuur.betaalvoorwaarden === null) fouten.push({ code: 'BR-CO-25', plaats: 'DueDate' })
  if (!isNederlands(factuur.leverancier)) return fouten
  if (factuur.soort === 'factuur' && teBetalen > 0 && factuur.betaalwijzen.length === 0) fouten.push({ code: 'BR-NL-11', plaats: 'PaymentMeans' })
  for (const { code } of factuur.betaalwijzen) {
    if (!BETAALWIJZEN_NL.includes(code)) fouten.push({ code: 'BR-NL-12', plaats: 'PaymentMeans/PaymentMeansCode', gevonden: code ?? 'niets', verwacht: BETAALWIJZEN_NL.join(', ') })
  }
  return fouten
}

/** NLCIUS: what the Dutch profile advises against (BR-NL-19 to BR-NL-35), for suppliers in the Netherlands. */
function adviseer(factuur: UblFactuur): FactuurFout<AdviesCode>[] {
  if (!isNederlands(factuur.leverancier)) return []
  const { leverancier, klant, vertegenwoordiger, betaalwijzen } = factuur
  const adressen = [leverancier.adres, klant.adres, vertegenwoordiger?.adres, factuur.levering?.adres]
  const toeslagen = [...factuur.toeslagen, ...factuur.regels.flatMap((regel) => regel.toeslagen)]
  const raad: readonly (readonly [AdviesCode, string, boolean])[] = [
    ['BR-NL-19', 'TaxCurrencyCode', factuur.btwValuta !== null],
    ['BR-NL-20', 'TaxPointDate', factuur.btwDatum !== null],
    ['BR-NL-21', 'InvoicePeriod/DescriptionCode', factuur.periode?.code != null],
    ['BR-NL-24', 'BillingReference/InvoiceDocumentReference/IssueDate', factuur.verwijzingen.some(({ datum }) => datum !== null)],
    ['BR-NL-25', 'AccountingSupplierParty/Party/PartyTaxScheme', leverancier.belastingNummer !== null],
    ['BR-NL-26', 'AccountingSupplierParty/Party/PartyLegalEntity/CompanyLegalForm', leverancier.rechtsvorm !== null],
    ['BR-NL-27', 'PostalAddress/AddressLine/Line', adressen.some((adres) => adres?.derdeRegel != null)],
    ['BR-NL-28', 'PostalAddress/CountrySubentity', adressen.some((adres) => adres?.gebied != null)],
    ['BR-NL-29', 'PaymentMeans/PaymentMeansCode/@name', betaalwijzen.some(({ tekst }) => tekst !== null)],
    ['BR-NL-30', 'PaymentMeans/PayeeFinancialAccount/Name', betaalwijzen.some(({ rekeningnaam }) => rekeningnaam !== null)],
    ['BR-NL-31', 'PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/ID', betaalwijzen.some(({ code, bank }) => (code === '58' || code === '59') && bank !== null)],
    ['BR-NL-32', 'AllowanceCharge/AllowanceChargeReasonCode', toeslagen.some(({ toeslag, redencode }) => !toeslag && redencode !== null)],
    ['BR-NL-33', 'TaxTotal/TaxAmount/@currencyID', factuur.btwTotalen.some(({ valuta }) => valuta !== factuur.valuta)],
    ['BR-NL-34', 'AllowanceCharge/AllowanceChargeReasonCode', toeslagen.some(({ toeslag, redencode }) => toeslag && redencode !== null)],
    ['BR-NL-35', 'TaxTotal/TaxSubtotal/TaxCategory/TaxExemptionReasonCode', factuur.btw.some(({ redencode }) => redencode !== null)],
  ]
  return raad.filter(([, , geldt]) => geldt).map(([code, plaats]) => ({ code, plaats, isOpmerking: true }))
}

function noRegister(code: 'BR-NL-1' | 'BR-NL-10', plaats: string, { registratie }: UblPartij): Fouten[number] {
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
