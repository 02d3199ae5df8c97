import { formatDatumKort, type PlainDate } from '@/lib/base/date'
import type { Iban } from '@/lib/base/iban'
import { cent, type Cent } from '@/lib/base/money'
import { escapeXml } from '@/lib/base/xml-tree'
import type { FactuurSoort } from '@/lib/betaling/model'
import { formatDecimaalBedrag } from '@/lib/betaling/rules/bedrag'
import { NLCIUS } from '@/lib/betaling/rules/nlcius'

export type FactuurPartij = {
  readonly naam: string
  readonly kvk: string
  readonly straat: string
  readonly plaats: string
  readonly postcode: string
}

/** Scholing is exempt (CRKBO), or taxed at the general or the reduced rate; the order amount includes the btw. */
export type BtwKeuze = 'vrijgesteld' | '21' | '9'

/** What the invoice for one order says. Everything but number, day and btw comes from the order and the register. */
export type NieuweFactuur = {
  /** By default an invoice. */
  readonly soort?: FactuurSoort
  /** The invoice that a credit note takes back of, or a correction replaces. */
  readonly verwijstNaar?: string
  readonly nummer: string
  readonly datum: PlainDate
  readonly vervaldatum: PlainDate
  readonly ordernummer: string
  readonly leverancier: FactuurPartij & { readonly btwNummer: string; readonly iban: Iban }
  readonly klant: FactuurPartij
  readonly bedragInclusief: Cent
  readonly btw: BtwKeuze
  /** Title and form of teaching. */
  readonly regel: string
}

const CATEGORIE: Readonly<Record<BtwKeuze, { code: string; procent: number; reden: string | null }>> = {
  vrijgesteld: { code: 'E', procent: 0, reden: 'Vrijgesteld van btw: onderwijs (Wet OB 1968 art. 11 lid 1 onder o)' },
  '9': { code: 'S', procent: 9, reden: null },
  '21': { code: 'S', procent: 21, reden: null },
}

/** The amount without btw and the btw, so that the two together are exactly the amount of the order. Half a cent rounds up. */
export function splitBtw(inclusief: Cent, keuze: BtwKeuze): { exclusief: Cent; belasting: Cent } {
  const { procent } = CATEGORIE[keuze]
  const exclusief = Math.floor((inclusief * 200 + 100 + procent) / (2 * (100 + procent)))
  return { exclusief: cent(exclusief), belasting: cent(inclusief - exclusief) }
}

const TYPECODE: Readonly<Record<FactuurSoort, string>> = { factuur: '380', correctie: '384', creditnota: '381' }

/** A valid NLCIUS invoice, correction or credit note (UBL 2.1) for one order. */
export function makeUbl(factuur: NieuweFactuur): string {
  const { soort = 'factuur' } = factuur
  const root = soort === 'creditnota' ? 'CreditNote' : 'Invoice'
  const { exclusief, belasting } = splitBtw(factuur.bedragInclusief, factuur.btw)
  const inhoud = [
    tag('cbc:CustomizationID', NLCIUS), tag('cbc:ProfileID', 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'),
    tag('cbc:ID', factuur.nummer), tag('cbc:IssueDate', factuur.datum), soort === 'creditnota' ? '' : tag('cbc:DueDate', factuur.vervaldatum),
    tag(`cbc:${root}TypeCode`, TYPECODE[soort]), tag('cbc:DocumentCurrencyCode', 'EUR'),
    group('cac:OrderReference', tag('cbc:ID', factuur.ordernummer)),
    factuur.verwijstNaar === undefined ? '' : group('cac:BillingReference', group('cac:InvoiceDocumentReference', tag('cbc:ID', factuur.verwijstNaar))),
    group('cac:AccountingSupplierParty', partij(factuur.leverancier, factuur.leverancier.btwNummer)),
    group('cac:AccountingCustomerParty', partij(factuur.klant, null)),
    group('cac:PaymentMeans', tag('cbc:PaymentMeansCode', '30') + tag('cbc:PaymentID', factuur.ordernummer)
      + group('cac:PayeeFinancialAccount', tag('cbc:ID', factuur.leverancier.iban))),
    // A credit note of UBL 2.1 has no field for the day on which it is settled.
    soort === 'creditnota' ? group('cac:PaymentTerms', tag('cbc:Note', `Uiterlijk ${formatDatumKort(factuur.vervaldatum)}`)) : '',
    group('cac:TaxTotal', bedrag('cbc:TaxAmount', belasting) + group('cac:TaxSubtotal',
      bedrag('cbc:TaxableAmount', exclusief) + bedrag('cbc:TaxAmount', belasting) + btwCategorie('cac:TaxCategory', factuur.btw, true))),
    group('cac:LegalMonetaryTotal', bedrag('cbc:LineExtensionAmount', exclusief) + bedrag('cbc:TaxExclusiveAmount', exclusief)
      + bedrag('cbc:TaxInclusiveAmount', factuur.bedragInclusief) + bedrag('cbc:PayableAmount', factuur.bedragInclusief)),
    regel(factuur, exclusief),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2"`
    + ' xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"'
    + ` xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">\n${inhoud.filter((deel) => deel !== '').join('\n')}\n</${root}>\n`
}

function regel({ soort = 'factuur', regel: omschrijving, btw }: NieuweFactuur, exclusief: Cent): string {
  const [naam, aantal] = soort === 'creditnota' ? ['CreditNoteLine', 'CreditedQuantity'] : ['InvoiceLine', 'InvoicedQuantity']
  return group(`cac:${naam}`, tag('cbc:ID', '1') + `<cbc:${aantal} unitCode="C62">1</cbc:${aantal}>`
    + bedrag('cbc:LineExtensionAmount', exclusief)
    + group('cac:Item', tag('cbc:Name', omschrijving) + btwCategorie('cac:ClassifiedTaxCategory', btw, false))
    + group('cac:Price', bedrag('cbc:PriceAmount', exclusief)))
}

function partij({ naam, kvk, straat, plaats, postcode }: FactuurPartij, btwNummer: string | null): string {
  return group('cac:Party', [
    `<cbc:EndpointID schemeID="0106">${escapeXml(kvk)}</cbc:EndpointID>`,
    group('cac:PartyName', tag('cbc:Name', naam)),
    group('cac:PostalAddress', tag('cbc:StreetName', straat) + tag('cbc:CityName', plaats) + tag('cbc:PostalZone', postcode)
      + group('cac:Country', tag('cbc:IdentificationCode', 'NL'))),
    btwNummer === null ? '' : group('cac:PartyTaxScheme', tag('cbc:CompanyID', btwNummer) + taxScheme(btwNummer.startsWith('NL') ? 'VAT' : 'TAX')),
    group('cac:PartyLegalEntity', `${tag('cbc:RegistrationName', naam)}<cbc:CompanyID schemeID="0106">${escapeXml(kvk)}</cbc:CompanyID>`),
  ].join(''))
}

/** A btw-nummer begins with the country; a fiscal number without it is another registration for tax (BT-32). */
function taxScheme(id: 'VAT' | 'TAX'): string {
  return group('cac:TaxScheme', tag('cbc:ID', id))
}

function btwCategorie(naam: string, keuze: BtwKeuze, withReason: boolean): string {
  const { code, procent, reden } = CATEGORIE[keuze]
  const reason = withReason && reden !== null ? tag('cbc:TaxExemptionReason', reden) : ''
  return group(naam, tag('cbc:ID', code) + tag('cbc:Percent', String(procent)) + reason + taxScheme('VAT'))
}

function bedrag(naam: string, amount: Cent): string {
  return `<${naam} currencyID="EUR">${formatDecimaalBedrag(amount)}</${naam}>`
}

function group(naam: string, inhoud: string): string {
  return `<${naam}>${inhoud}</${naam}>`
}

function tag(naam: string, tekst: string): string {
  return group(naam, escapeXml(tekst))
}
