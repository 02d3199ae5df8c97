import type { PlainDate } from '@/lib/base/date'
import type { Cent } from '@/lib/base/money'
import { escapeXml } from '@/lib/base/xml-tree'
import type { InkoopberichtSoort } from '@/lib/betaling/model'
import { formatDecimaalBedrag } from '@/lib/betaling/rules/bedrag'
import type { FactuurPartij } from '@/lib/betaling/rules/maak-ubl'

/** What an inkoopbericht says. Everything comes from the grant, the register and the switch. */
export type InkoopFeiten = {
  readonly ordernummer: string
  /** 1 for the order, and one more for every change and cancellation. */
  readonly volgnummer: number
  readonly datum: PlainDate
  readonly aanvraagKenmerk: string
  readonly koper: FactuurPartij
  readonly verkoper: FactuurPartij
  readonly bedragInclusief: Cent
  /** Title, and form of teaching where it is known. */
  readonly omschrijving: string
  readonly startdatum: PlainDate
  readonly einddatum: PlainDate | null
}

type Vorm = { readonly root: string; readonly transactie: string; readonly profiel: string }

/** Order, Order Change and Order Cancellation of Peppol BIS (transactions T01, T114, T115) in the process for orders that may change. */
const VORMEN: Readonly<Record<InkoopberichtSoort, Vorm>> = {
  order: { root: 'Order', transactie: 'order', profiel: 'advanced_ordering' },
  wijziging: { root: 'OrderChange', transactie: 'order_change', profiel: 'advanced_ordering' },
  annulering: { root: 'OrderCancellation', transactie: 'order_cancellation', profiel: 'advanced_ordering' },
}

const INCLUSIEF = 'Het bedrag is met btw en is het hoogste bedrag dat u kunt factureren. Zet het ordernummer op uw factuur.'
const VERVALLEN = 'De opdracht is vervallen. Stuur hiervoor geen factuur.'

/** The number of a document: the order is called by its order number, what follows by that and a number. */
export function makeInkoopnummer({ ordernummer, volgnummer }: Pick<InkoopFeiten, 'ordernummer' | 'volgnummer'>): string {
  return volgnummer === 1 ? ordernummer : `${ordernummer}-${String(volgnummer)}`
}

/** The UBL 2.1 document for an opleider's system. */
export function makeInkoopbericht(soort: InkoopberichtSoort, feiten: InkoopFeiten): string {
  const { root, transactie, profiel } = VORMEN[soort]
  const inhoud = [
    tag('CustomizationID', `urn:fdc:peppol.eu:poacc:trns:${transactie}:3`), tag('ProfileID', `urn:fdc:peppol.eu:poacc:bis:${profiel}:3`),
    tag('ID', makeInkoopnummer(feiten)), tag('IssueDate', feiten.datum),
    ...INHOUD[soort](feiten),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2"`
    + ' xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"'
    + ` xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">\n${inhoud.join('\n')}\n</${root}>\n`
}

const INHOUD: Readonly<Record<InkoopberichtSoort, (feiten: InkoopFeiten) => readonly string[]>> = {
  // UNCL1001: 220 is an order.
  order: (feiten) => [tag('OrderTypeCode', '220'), tag('Note', INCLUSIEF), ...kop(feiten), ...partijen(feiten), ...bedragen(feiten, false)],
  wijziging: (feiten) => [tag('SequenceNumberID', String(feiten.volgnummer)), tag('Note', INCLUSIEF), ...kop(feiten), verwijzing(feiten), ...partijen(feiten), ...bedragen(feiten, true)],
  annulering: (feiten) => [tag('CancellationNote', VERVALLEN), verwijzing(feiten), ...partijen(feiten)],
}

function kop({ aanvraagKenmerk }: InkoopFeiten): readonly string[] {
  return [tag('DocumentCurrencyCode', 'EUR'), tag('CustomerReference', aanvraagKenmerk)]
}

function verwijzing({ ordernummer }: InkoopFeiten): string {
  return group('OrderReference', tag('ID', ordernummer))
}

function partijen({ koper, verkoper }: InkoopFeiten): readonly string[] {
  return [group('BuyerCustomerParty', partij(koper)), group('SellerSupplierParty', partij(verkoper))]
}

function bedragen({ bedragInclusief, omschrijving, startdatum, einddatum }: InkoopFeiten, isGewijzigd: boolean): readonly string[] {
  const periode = tag('StartDate', startdatum) + (einddatum === null ? '' : tag('EndDate', einddatum))
  return [
    group('AnticipatedMonetaryTotal', bedrag('LineExtensionAmount', bedragInclusief) + bedrag('PayableAmount', bedragInclusief)),
    group('OrderLine', group('LineItem', tag('ID', '1') + (isGewijzigd ? tag('LineStatusCode', '3') : '')
      + '<cbc:Quantity unitCode="C62">1</cbc:Quantity>' + bedrag('LineExtensionAmount', bedragInclusief)
      + group('Delivery', group('RequestedDeliveryPeriod', periode))
      + group('Price', bedrag('PriceAmount', bedragInclusief))
      + group('Item', tag('Name', omschrijving)))),
  ]
}

function partij({ naam, kvk, straat, plaats, postcode }: FactuurPartij): string {
  return group('Party', [
    `<cbc:EndpointID schemeID="0106">${escapeXml(kvk)}</cbc:EndpointID>`,
    group('PartyName', tag('Name', naam)),
    group('PostalAddress', tag('StreetName', straat) + tag('CityName', plaats) + tag('PostalZone', postcode) + group('Country', tag('IdentificationCode', 'NL'))),
    group('PartyLegalEntity', `${tag('RegistrationName', naam)}<cbc:CompanyID schemeID="0106">${escapeXml(kvk)}</cbc:CompanyID>`),
  ].join(''))
}

function bedrag(naam: string, amount: Cent): string {
  return `<cbc:${naam} currencyID="EUR">${formatDecimaalBedrag(amount)}</cbc:${naam}>`
}

function group(naam: string, inhoud: string): string {
  return `<cac:${naam}>${inhoud}</cac:${naam}>`
}

function tag(naam: string, tekst: string): string {
  return `<cbc:${naam}>${escapeXml(tekst)}</cbc:${naam}>`
}
