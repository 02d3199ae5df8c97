import { childrenOf, findElement, textAt, type XmlTree } from '@/lib/base/xml-tree'
import type { UblBedrag, UblBtw, UblFactuur, UblPartij, UblRegel, UblToeslag } from '@/lib/betaling/model'
import { parseDecimaalBedrag, parseProcent } from '@/lib/betaling/rules/bedrag'

const ROOTS: Readonly<Record<string, UblFactuur['soort']>> = {
  'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2 Invoice': 'factuur',
  'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2 CreditNote': 'creditnota',
}

const CAC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
const CBC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'

// What may stand once in a document: a second one would let two readers see two invoices.
const ENKELVOUDIG = ['CustomizationID', 'ProfileID', 'ID', 'IssueDate', 'DueDate', 'InvoiceTypeCode', 'CreditNoteTypeCode', 'DocumentCurrencyCode',
  'BuyerReference', 'OrderReference', 'AccountingSupplierParty', 'AccountingCustomerParty', 'LegalMonetaryTotal',
  'LineExtensionAmount', 'TaxExclusiveAmount', 'TaxInclusiveAmount', 'PrepaidAmount', 'PayableRoundingAmount', 'PayableAmount']

/** Reads a UBL 2.1 Invoice or CreditNote (the syntax of NLCIUS); undefined when the document is something else. Judges nothing. */
export function readUbl(document: XmlTree): UblFactuur | undefined {
  const soort = ROOTS[`${document.namespace} ${document.naam}`]
  if (soort === undefined) return undefined
  const root = onlyUbl(document)
  return {
    soort,
    dubbel: [...doublesIn(root), ...doublesIn(findElement(root, 'LegalMonetaryTotal'))],
    ...readHead(root, soort),
    leverancier: readPartij(findElement(root, 'AccountingSupplierParty/Party')),
    klant: readPartij(findElement(root, 'AccountingCustomerParty/Party')),
    betaalwijzen: childrenOf(root, 'PaymentMeans').map((wijze) => ({
      code: textAt(wijze, 'PaymentMeansCode'),
      rekening: textAt(wijze, 'PayeeFinancialAccount/ID'),
    })),
    toeslagen: childrenOf(root, 'AllowanceCharge').map(readToeslag),
    btwTotaal: readBedrag(findElement(root, 'TaxTotal/TaxAmount')),
    btw: childrenOf(findElement(root, 'TaxTotal'), 'TaxSubtotal').map(readBtw),
    totalen: readTotalen(findElement(root, 'LegalMonetaryTotal')),
    regels: childrenOf(root, soort === 'factuur' ? 'InvoiceLine' : 'CreditNoteLine').map(readRegel),
  }
}

/** The same tree without what is not UBL: an extension of somebody else never passes for a field of the invoice. */
function onlyUbl(element: XmlTree): XmlTree {
  const kinderen = element.kinderen.filter((kind) => kind.namespace === CAC || kind.namespace === CBC).map(onlyUbl)
  return { ...element, kinderen }
}

function doublesIn(element: XmlTree | undefined): readonly string[] {
  return ENKELVOUDIG.filter((naam) => childrenOf(element, naam).length > 1)
}

function readHead(root: XmlTree, soort: UblFactuur['soort']) {
  return {
    specificatie: textAt(root, 'CustomizationID'),
    profiel: textAt(root, 'ProfileID'),
    nummer: textAt(root, 'ID'),
    datum: textAt(root, 'IssueDate'),
    vervaldatum: textAt(root, 'DueDate') ?? textAt(root, 'PaymentMeans/PaymentDueDate'),
    typecode: textAt(root, soort === 'factuur' ? 'InvoiceTypeCode' : 'CreditNoteTypeCode'),
    valuta: textAt(root, 'DocumentCurrencyCode'),
    inkopersreferentie: textAt(root, 'BuyerReference'),
    ordernummer: textAt(root, 'OrderReference/ID'),
    betaalvoorwaarden: textAt(root, 'PaymentTerms/Note'),
  }
}

function readPartij(partij: XmlTree | undefined): UblPartij {
  const adres = findElement(partij, 'PostalAddress')
  const registratie = findElement(partij, 'PartyLegalEntity/CompanyID')
  return {
    naam: textAt(partij, 'PartyLegalEntity/RegistrationName') ?? textAt(partij, 'PartyName/Name'),
    adres: adres === undefined ? null : {
      straat: textAt(adres, 'StreetName'),
      plaats: textAt(adres, 'CityName'),
      postcode: textAt(adres, 'PostalZone'),
      land: textAt(adres, 'Country/IdentificationCode'),
    },
    registratie: registratie === undefined || registratie.tekst === ''
      ? null
      : { nummer: registratie.tekst, schema: registratie.attributen['schemeID'] ?? null },
    btwNummer: textAt(partij, 'PartyTaxScheme/CompanyID'),
  }
}

function readToeslag(toeslag: XmlTree): UblToeslag {
  return { toeslag: textAt(toeslag, 'ChargeIndicator') === 'true', bedrag: readBedrag(findElement(toeslag, 'Amount')) }
}

function readBtw(deel: XmlTree): UblBtw {
  return {
    grondslag: readBedrag(findElement(deel, 'TaxableAmount')),
    belasting: readBedrag(findElement(deel, 'TaxAmount')),
    categorie: textAt(deel, 'TaxCategory/ID'),
    procent: parseProcent(textAt(deel, 'TaxCategory/Percent') ?? '') ?? null,
    reden: textAt(deel, 'TaxCategory/TaxExemptionReason') ?? textAt(deel, 'TaxCategory/TaxExemptionReasonCode'),
  }
}

function readTotalen(totaal: XmlTree | undefined): UblFactuur['totalen'] {
  return {
    regels: readBedrag(findElement(totaal, 'LineExtensionAmount')),
    exclusief: readBedrag(findElement(totaal, 'TaxExclusiveAmount')),
    inclusief: readBedrag(findElement(totaal, 'TaxInclusiveAmount')),
    kortingen: readBedrag(findElement(totaal, 'AllowanceTotalAmount')),
    toeslagen: readBedrag(findElement(totaal, 'ChargeTotalAmount')),
    vooruitbetaald: readBedrag(findElement(totaal, 'PrepaidAmount')),
    afronding: readBedrag(findElement(totaal, 'PayableRoundingAmount')),
    teBetalen: readBedrag(findElement(totaal, 'PayableAmount')),
  }
}

function readRegel(regel: XmlTree): UblRegel {
  const aantal = findElement(regel, 'InvoicedQuantity') ?? findElement(regel, 'CreditedQuantity')
  return {
    nummer: textAt(regel, 'ID'),
    aantal: aantal === undefined || aantal.tekst === '' ? null : aantal.tekst,
    eenheid: aantal?.attributen['unitCode'] ?? null,
    bedrag: readBedrag(findElement(regel, 'LineExtensionAmount')),
    prijs: textAt(regel, 'Price/PriceAmount'),
    naam: textAt(regel, 'Item/Name'),
    omschrijving: textAt(regel, 'Item/Description'),
    btwCategorie: textAt(regel, 'Item/ClassifiedTaxCategory/ID'),
    orderregel: textAt(regel, 'OrderLineReference/LineID'),
  }
}

function readBedrag(element: XmlTree | undefined): UblBedrag | null {
  if (element === undefined || element.tekst === '') return null
  return { tekst: element.tekst, cent: parseDecimaalBedrag(element.tekst) ?? null, valuta: element.attributen['currencyID'] ?? null }
}
