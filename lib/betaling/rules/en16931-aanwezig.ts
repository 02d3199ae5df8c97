import type { FactuurFout } from '@/lib/betaling/model'
import { isDecimaal } from '@/lib/betaling/rules/bedrag'
import type { UblBtw, UblFactuur, UblRegel, UblToeslag } from '@/lib/betaling/rules/ubl-model'
import type { AanwezigCode, SamenhangCode } from '@/lib/betaling/rules/zinnen-en16931'

type Code = AanwezigCode | SamenhangCode | 'UBL-AANTAL'
type Fouten = FactuurFout<Code>[]
/** What must be there: missing when `read` gives null, undefined or false. */
type Eis<Subject> = readonly [code: Code, plaats: string, read: (subject: Subject) => unknown]

const SUPPLIER = 'AccountingSupplierParty/Party'
const CUSTOMER = 'AccountingCustomerParty/Party'
const TOTAAL = 'LegalMonetaryTotal'

const FACTUUR: readonly Eis<UblFactuur>[] = [
  ['BR-01', 'CustomizationID', (f) => f.specificatie],
  ['BR-02', 'ID', (f) => f.nummer],
  ['BR-03', 'IssueDate', (f) => f.datum],
  ['BR-04', 'InvoiceTypeCode', (f) => f.typecode],
  ['BR-05', 'DocumentCurrencyCode', (f) => f.valuta],
  ['BR-06', `${SUPPLIER}/PartyLegalEntity/RegistrationName`, (f) => f.leverancier.naam],
  ['BR-07', `${CUSTOMER}/PartyLegalEntity/RegistrationName`, (f) => f.klant.naam],
  ['BR-08', `${SUPPLIER}/PostalAddress`, (f) => f.leverancier.adres],
  ['BR-09', `${SUPPLIER}/PostalAddress/Country/IdentificationCode`, (f) => f.leverancier.adres?.land],
  ['BR-10', `${CUSTOMER}/PostalAddress`, (f) => f.klant.adres],
  ['BR-11', `${CUSTOMER}/PostalAddress/Country/IdentificationCode`, (f) => f.klant.adres?.land],
  ['BR-12', `${TOTAAL}/LineExtensionAmount`, (f) => f.totalen.regels],
  ['BR-13', `${TOTAAL}/TaxExclusiveAmount`, (f) => f.totalen.exclusief],
  ['BR-14', `${TOTAAL}/TaxInclusiveAmount`, (f) => f.totalen.inclusief],
  ['BR-15', `${TOTAAL}/PayableAmount`, (f) => f.totalen.teBetalen],
  ['BR-16', 'InvoiceLine', (f) => f.regels[0]],
  ['BR-17', 'PayeeParty/PartyName/Name', (f) => f.begunstigde === null || f.begunstigde.naam],
  ['BR-18', 'TaxRepresentativeParty/PartyName/Name', (f) => f.vertegenwoordiger === null || f.vertegenwoordiger.naam],
  ['BR-19', 'TaxRepresentativeParty/PostalAddress', (f) => f.vertegenwoordiger === null || f.vertegenwoordiger.adres],
  ['BR-20', 'TaxRepresentativeParty/PostalAddress/Country', (f) => f.vertegenwoordiger === null || f.vertegenwoordiger.adres === null || f.vertegenwoordiger.adres.land],
  ['BR-29', 'InvoicePeriod/EndDate', ({ periode }) => isVolgorde(periode)],
  ['BR-53', 'TaxTotal/TaxAmount', (f) => f.btwValuta === null || f.btwTotalen.some(({ valuta }) => valuta === f.btwValuta)],
  ['BR-56', 'TaxRepresentativeParty/PartyTaxScheme/CompanyID', (f) => f.vertegenwoordiger === null || f.vertegenwoordiger.btwNummer],
  ['BR-57', 'Delivery/DeliveryLocation/Address/Country', (f) => f.levering?.adres == null || f.levering.adres.land],
  ['BR-62', `${SUPPLIER}/EndpointID/@schemeID`, (f) => f.leverancier.eindpunt === null || f.leverancier.eindpunt.schema],
  ['BR-63', `${CUSTOMER}/EndpointID/@schemeID`, (f) => f.klant.eindpunt === null || f.klant.eindpunt.schema],
  ['BR-66', 'PaymentMeans/CardAccount', ({ betaalwijzen }) => betaalwijzen.reduce((som, { kaarten }) => som + kaarten, 0) <= 1],
  ['BR-67', 'PaymentMeans/PaymentMandate', ({ betaalwijzen }) => betaalwijzen.reduce((som, { machtigingen }) => som + machtigingen, 0) <= 1],
  ['BR-CO-03', 'TaxPointDate', (f) => f.btwDatum === null || f.periode?.code == null],
  ['BR-CO-18', 'TaxTotal/TaxSubtotal', (f) => f.btw[0]],
  ['BR-CO-19', 'InvoicePeriod', ({ periode }) => periode === null || (periode.van ?? periode.tot ?? periode.code)],
  ['BR-CO-26', `${SUPPLIER}/PartyLegalEntity/CompanyID`, ({ leverancier }) => leverancier.registratie ?? leverancier.btwNummer ?? leverancier.identificaties[0]],
]

const REGEL: readonly Eis<UblRegel>[] = [
  ['BR-21', 'ID', (r) => r.nummer],
  ['BR-22', 'InvoicedQuantity', (r) => r.aantal],
  ['BR-23', 'InvoicedQuantity/@unitCode', (r) => r.eenheid],
  ['BR-24', 'LineExtensionAmount', (r) => r.bedrag],
  ['BR-25', 'Item/Name', (r) => r.naam],
  ['BR-26', 'Price/PriceAmount', (r) => r.prijs],
  ['BR-30', 'InvoicePeriod/EndDate', ({ periode }) => isVolgorde(periode)],
  ['BR-54', 'Item/AdditionalItemProperty', (r) => r.kenmerken.every(({ naam, waarde }) => naam !== null && waarde !== null)],
  ['BR-64', 'Item/StandardItemIdentification/ID/@schemeID', (r) => r.artikel === null || r.artikel.schema],
  ['BR-65', 'Item/CommodityClassification/ItemClassificationCode/@listID', (r) => r.classificaties.every(({ schema }) => schema !== null)],
  ['BR-CO-04', 'Item/ClassifiedTaxCategory/ID', (r) => r.categorie],
  ['BR-CO-20', 'InvoicePeriod', ({ periode }) => periode === null || (periode.van ?? periode.tot)],
]

const BTW: readonly Eis<UblBtw>[] = [
  ['BR-45', 'TaxableAmount', (b) => b.grondslag],
  ['BR-46', 'TaxAmount', (b) => b.belasting],
  ['BR-47', 'TaxCategory/ID', (b) => b.categorie],
  ['BR-48', 'TaxCategory/Percent', (b) => b.categorie === 'O' || b.procent],
]

// Reason and code of the reason are two rules of the norm for one lack: the first for the reason, the BR-CO for one of the two.
const KORTING: readonly Eis<UblToeslag>[] = [
  ['BR-31', 'Amount', (t) => t.bedrag], ['BR-32', 'TaxCategory/ID', (t) => t.categorie],
  ['BR-33', 'AllowanceChargeReason', hasReden], ['BR-CO-21', 'AllowanceChargeReason', hasReden],
]
const TOESLAG: readonly Eis<UblToeslag>[] = [
  ['BR-36', 'Amount', (t) => t.bedrag], ['BR-37', 'TaxCategory/ID', (t) => t.categorie],
  ['BR-38', 'AllowanceChargeReason', hasReden], ['BR-CO-22', 'AllowanceChargeReason', hasReden],
]
const REGELKORTING: readonly Eis<UblToeslag>[] = [
  ['BR-41', 'Amount', (t) => t.bedrag], ['BR-42', 'AllowanceChargeReason', hasReden], ['BR-CO-23', 'AllowanceChargeReason', hasReden],
]
const REGELTOESLAG: readonly Eis<UblToeslag>[] = [
  ['BR-43', 'Amount', (t) => t.bedrag], ['BR-44', 'AllowanceChargeReason', hasReden], ['BR-CO-24', 'AllowanceChargeReason', hasReden],
]

/** EN 16931: what every invoice holds, every line of it, every allowance and charge, and every rate (BR-01 to BR-67, BR-CO-03 to BR-CO-26). */
export function checkAanwezig(factuur: UblFactuur): Fouten {
  return [
    ...check(FACTUUR, factuur, ''),
    ...factuur.regels.flatMap((regel, index) => checkRegel(regel, `InvoiceLine[${String(index + 1)}]/`)),
    ...factuur.btw.flatMap((deel, index) => check(BTW, deel, `TaxTotal/TaxSubtotal[${String(index + 1)}]/`)),
    ...factuur.toeslagen.flatMap((post, index) => check(post.toeslag ? TOESLAG : KORTING, post, `AllowanceCharge[${String(index + 1)}]/`)),
    ...checkBetaalwijzen(factuur),
    ...factuur.verwijzingen.flatMap((verwijzing): Fouten => (verwijzing.nummer === null ? [{ code: 'BR-55', plaats: 'BillingReference/InvoiceDocumentReference/ID' }] : [])),
    ...factuur.bijlagen.flatMap((bijlage): Fouten => (bijlage.nummer === null ? [{ code: 'BR-52', plaats: 'AdditionalDocumentReference/ID' }] : [])),
  ]
}

function checkRegel(regel: UblRegel, plaats: string): Fouten {
  const fouten = check(REGEL, regel, plaats)
  if (regel.aantal !== null && !isDecimaal(regel.aantal)) fouten.push({ code: 'UBL-AANTAL', plaats: `${plaats}InvoicedQuantity`, gevonden: regel.aantal })
  if (regel.prijs !== null && !isPrijs(regel.prijs)) fouten.push({ code: 'BR-27', plaats: `${plaats}Price/PriceAmount`, gevonden: regel.prijs })
  if (regel.brutoprijs !== null && !isPrijs(regel.brutoprijs)) fouten.push({ code: 'BR-28', plaats: `${plaats}Price/AllowanceCharge/BaseAmount`, gevonden: regel.brutoprijs })
  return [...fouten, ...regel.toeslagen.flatMap((post) => check(post.toeslag ? REGELTOESLAG : REGELKORTING, post, `${plaats}AllowanceCharge/`))]
}

const OVERMAKEN: readonly (string | null)[] = ['30', '58']
const KAARTCIJFERS = 10

function checkBetaalwijzen({ betaalwijzen }: UblFactuur): Fouten {
  return betaalwijzen.flatMap(({ code, heeftRekening, rekening, kaart }): Fouten => {
    const fouten: Fouten = []
    if (code === null) fouten.push({ code: 'BR-49', plaats: 'PaymentMeans/PaymentMeansCode' })
    if (heeftRekening && rekening === null) fouten.push({ code: 'BR-50', plaats: 'PaymentMeans/PayeeFinancialAccount/ID' })
    if (kaart !== null && kaart.replaceAll(/\D/g, '').length > KAARTCIJFERS) fouten.push({ code: 'BR-51', plaats: 'PaymentMeans/CardAccount/PrimaryAccountNumberID' })
    if (OVERMAKEN.includes(code) && rekening === null) fouten.push({ code: 'BR-61', plaats: 'PaymentMeans/PayeeFinancialAccount/ID' })
    return fouten
  })
}

function check<Subject>(eisen: readonly Eis<Subject>[], subject: Subject, plaats: string): Fouten {
  return eisen.filter(([, , read]) => isMissing(read(subject))).map(([code, plek]) => ({ code, plaats: `${plaats}${plek}` }))
}

function hasReden({ reden, redencode }: UblToeslag): boolean {
  return reden !== null || redencode !== null
}

function isPrijs(tekst: string): boolean {
  return isDecimaal(tekst) && !tekst.startsWith('-')
}

/** An end before the begin; what is no day at all has a rule of its own. */
function isVolgorde(periode: UblFactuur['periode']): boolean {
  return periode?.van == null || periode.tot === null || periode.van <= periode.tot
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || value === false
}
