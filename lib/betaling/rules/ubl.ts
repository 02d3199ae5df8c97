import { childrenOf, findElement, textAt, type XmlTree } from '@/lib/base/xml-tree'
import {
  readAdres, readBedrag, readBetaalwijze, readBijlage, readBtw, readNummer, readPartij, readPeriode, readRegel, readToeslag, readTotalen,
} from '@/lib/betaling/rules/ubl-delen'
import type { UblFactuur } from '@/lib/betaling/rules/ubl-model'

const ROOTS: Readonly<Record<string, UblFactuur['soort']>> = {
  'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2 Invoice': 'factuur',
  'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2 CreditNote': 'creditnota',
}

const CAC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
const CBC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'

// What may stand once in a document: a second one would let two readers see two invoices.
const ENKELVOUDIG = ['CustomizationID', 'ProfileID', 'ID', 'IssueDate', 'DueDate', 'InvoiceTypeCode', 'CreditNoteTypeCode', 'DocumentCurrencyCode',
  'TaxCurrencyCode', 'BuyerReference', 'OrderReference', 'AccountingSupplierParty', 'AccountingCustomerParty', 'LegalMonetaryTotal',
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
    ...readVerwijzingen(root),
    ...readPartijen(root),
    ...readBtwTotalen(root),
    betaalwijzen: childrenOf(root, 'PaymentMeans').map(readBetaalwijze),
    toeslagen: childrenOf(root, 'AllowanceCharge').map(readToeslag),
    totalen: readTotalen(findElement(root, 'LegalMonetaryTotal')),
    regels: childrenOf(root, soort === 'factuur' ? 'InvoiceLine' : 'CreditNoteLine').map(readRegel),
  }
}

/**
 * The same tree without what is not UBL: an extension of somebody else never passes for a field of the invoice, nor does a field that
 * stands in the namespace of the groups, or a group in that of the fields.
 */
function onlyUbl(element: XmlTree): XmlTree {
  return { ...element, kinderen: element.kinderen.filter(isUbl).map(onlyUbl) }
}

function isUbl({ namespace, kinderen, tekst }: XmlTree): boolean {
  if (namespace === CAC) return tekst === ''
  return namespace === CBC && kinderen.length === 0
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
    btwValuta: textAt(root, 'TaxCurrencyCode'),
    btwDatum: textAt(root, 'TaxPointDate'),
    periode: readPeriode(findElement(root, 'InvoicePeriod')),
    betaalvoorwaarden: textAt(root, 'PaymentTerms/Note'),
  }
}

function readVerwijzingen(root: XmlTree) {
  return {
    inkopersreferentie: textAt(root, 'BuyerReference'),
    ordernummer: textAt(root, 'OrderReference/ID'),
    verwijzingen: childrenOf(root, 'BillingReference').map((kind) => ({
      nummer: textAt(kind, 'InvoiceDocumentReference/ID'), datum: textAt(kind, 'InvoiceDocumentReference/IssueDate'),
    })),
    bijlagen: childrenOf(root, 'AdditionalDocumentReference').map(readBijlage),
  }
}

function readPartijen(root: XmlTree) {
  const begunstigde = findElement(root, 'PayeeParty')
  const vertegenwoordiger = findElement(root, 'TaxRepresentativeParty')
  const levering = findElement(root, 'Delivery')
  return {
    leverancier: readPartij(findElement(root, 'AccountingSupplierParty/Party')),
    klant: readPartij(findElement(root, 'AccountingCustomerParty/Party')),
    begunstigde: begunstigde === undefined ? null : readPartij(begunstigde),
    vertegenwoordiger: vertegenwoordiger === undefined ? null : readPartij(vertegenwoordiger),
    levering: levering === undefined ? null : {
      adres: readAdres(findElement(levering, 'DeliveryLocation/Address')),
      plaats: readNummer(findElement(levering, 'DeliveryLocation/ID')),
      datum: textAt(levering, 'ActualDeliveryDate'),
    },
  }
}

/** An invoice may name the btw a second time, in the currency of the books; the one that is built up counts. */
function readBtwTotalen(root: XmlTree) {
  const totalen = childrenOf(root, 'TaxTotal')
  const opgebouwd = totalen.find((totaal) => childrenOf(totaal, 'TaxSubtotal').length > 0) ?? totalen[0]
  return {
    btwTotaal: readBedrag(findElement(opgebouwd, 'TaxAmount')),
    btwTotalen: totalen.flatMap((totaal) => readBedrag(findElement(totaal, 'TaxAmount')) ?? []),
    btw: totalen.flatMap((totaal) => childrenOf(totaal, 'TaxSubtotal')).map(readBtw),
  }
}
