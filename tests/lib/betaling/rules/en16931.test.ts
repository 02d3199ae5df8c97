import { describe, expect, test } from 'vitest'
import { checkNlcius } from '@/lib/betaling/rules/nlcius'
import { readUbl } from '@/lib/betaling/rules/ubl'
import { BTW_SOORTEN, ZINNEN_BTW } from '@/lib/betaling/rules/zinnen-btw'
import { describeRegel, FACTUUR_FOUT } from '@/lib/betaling/texts'
import { parseXml } from '@/lib/platform/xml'
import { eenFactuur, metFout } from '@/tests/builders/factuur'

function fouten(xml: string) {
  const gelezen = parseXml(Buffer.from(xml))
  const factuur = gelezen.ok ? readUbl(gelezen.value) : undefined
  if (factuur === undefined) throw new Error('this is no invoice')
  return checkNlcius(factuur)
}
const codes = (xml: string) => fouten(xml).map(({ code }) => code)
const VOOR_LEVERANCIER = '<cac:AccountingSupplierParty>'
const bij = (xml: string, plek: string, erbij: string) => metFout(xml, plek, `${erbij}${plek}`)
const inLeverancier = (erbij: string) => metFout(eenFactuur(), `${VOOR_LEVERANCIER}<cac:Party>`, `${VOOR_LEVERANCIER}<cac:Party>${erbij}`)
const inRegel = (erbij: string) => bij(eenFactuur(), '<cac:Item>', erbij)
const inArtikel = (erbij: string) => bij(eenFactuur(), '<cac:ClassifiedTaxCategory>', erbij)
const tarief = (code: string, procent: string | null) => `<cac:TaxCategory><cbc:ID>${code}</cbc:ID>${procent === null ? '' : `<cbc:Percent>${procent}</cbc:Percent>`}<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>`
const toeslag = (isToeslag: boolean, binnen: string) => `<cac:AllowanceCharge><cbc:ChargeIndicator>${String(isToeslag)}</cbc:ChargeIndicator>${binnen}</cac:AllowanceCharge>`
const REDEN = '<cbc:AllowanceChargeReason>x</cbc:AllowanceChargeReason>'
const NUL = '<cbc:Amount currencyID="EUR">0</cbc:Amount>'
const metToeslag = (isToeslag: boolean, binnen: string) => bij(eenFactuur(), '<cac:TaxTotal>', toeslag(isToeslag, binnen))
const PARTIJ = (binnen: string) => `<cac:TaxRepresentativeParty>${binnen}</cac:TaxRepresentativeParty>`
const VERTEGENWOORDIGER = {
  naam: '<cac:PartyName><cbc:Name>Fisc BV</cbc:Name></cac:PartyName>',
  adres: '<cac:PostalAddress><cbc:StreetName>A 1</cbc:StreetName><cbc:CityName>B</cbc:CityName><cbc:PostalZone>1000 AA</cbc:PostalZone><cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>',
  btw: '<cac:PartyTaxScheme><cbc:CompanyID>NL1</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>',
}
const metVertegenwoordiger = (zonder?: keyof typeof VERTEGENWOORDIGER) =>
  bij(eenFactuur(), '<cac:PaymentMeans>', PARTIJ(Object.entries(VERTEGENWOORDIGER).filter(([naam]) => naam !== zonder).map(([, deel]) => deel).join('')))
const BIJLAGE = (binnen: string, nummer = '<cbc:ID>1</cbc:ID>') => bij(eenFactuur(), VOOR_LEVERANCIER, `<cac:AdditionalDocumentReference>${nummer}${binnen}</cac:AdditionalDocumentReference>`)

test('wat er goed bij mag, geeft geen fout', () => {
  for (const xml of [
    metVertegenwoordiger(), metToeslag(false, REDEN + NUL + tarief('E', '0')), BIJLAGE(''), inLeverancier('<cac:PartyIdentification><cbc:ID schemeID="0106">1</cbc:ID></cac:PartyIdentification>'),
    bij(eenFactuur(), VOOR_LEVERANCIER, '<cac:InvoicePeriod><cbc:StartDate>2022-11-01</cbc:StartDate><cbc:EndDate>2022-11-30</cbc:EndDate></cac:InvoicePeriod>'),
    inRegel(toeslag(true, REDEN + NUL)), inArtikel('<cac:AdditionalItemProperty><cbc:Name>a</cbc:Name><cbc:Value>b</cbc:Value></cac:AdditionalItemProperty>'),
  ]) expect(codes(xml)).toEqual([])
})

describe('EN 16931: wat er moet staan als iets er staat (BR-17 tot BR-65)', () => {
  test.each([
    ['BR-17', bij(eenFactuur(), '<cac:PaymentMeans>', '<cac:PayeeParty><cac:PartyIdentification><cbc:ID>1</cbc:ID></cac:PartyIdentification></cac:PayeeParty>')],
    ['BR-18', metVertegenwoordiger('naam')],
    ['BR-19', metVertegenwoordiger('adres')],
    ['BR-20', metFout(metVertegenwoordiger(), /(<cbc:PostalZone>1000 AA<\/cbc:PostalZone>)<cac:Country>.*?<\/cac:Country>/, '$1')],
    ['BR-56', metVertegenwoordiger('btw')],
    ['BR-28', bij(eenFactuur(), '</cac:Price>', toeslag(false, `${NUL}<cbc:BaseAmount currencyID="EUR">-5</cbc:BaseAmount>`))],
    ['BR-29', bij(eenFactuur(), VOOR_LEVERANCIER, '<cac:InvoicePeriod><cbc:StartDate>2022-11-02</cbc:StartDate><cbc:EndDate>2022-11-01</cbc:EndDate></cac:InvoicePeriod>')],
    ['BR-30', inRegel('<cac:InvoicePeriod><cbc:StartDate>2022-11-02</cbc:StartDate><cbc:EndDate>2022-11-01</cbc:EndDate></cac:InvoicePeriod>')],
    ['BR-31', metToeslag(false, REDEN + tarief('E', '0'))],
    ['BR-32', metToeslag(false, REDEN + NUL)],
    ['BR-33', metToeslag(false, NUL + tarief('E', '0'))],
    ['BR-CO-21', metToeslag(false, NUL + tarief('E', '0'))],
    ['BR-36', metToeslag(true, REDEN + tarief('E', '0'))],
    ['BR-37', metToeslag(true, REDEN + NUL)],
    ['BR-38', metToeslag(true, NUL + tarief('E', '0'))],
    ['BR-CO-22', metToeslag(true, NUL + tarief('E', '0'))],
    ['BR-41', inRegel(toeslag(false, REDEN))],
    ['BR-42', inRegel(toeslag(false, NUL))],
    ['BR-CO-23', inRegel(toeslag(false, NUL))],
    ['BR-43', inRegel(toeslag(true, REDEN))],
    ['BR-44', inRegel(toeslag(true, NUL))],
    ['BR-CO-24', inRegel(toeslag(true, NUL))],
    ['BR-45', metFout(eenFactuur(), /<cbc:TaxableAmount[^>]*>[^<]*<\/cbc:TaxableAmount>/, '')],
    ['BR-46', metFout(eenFactuur(), /(<\/cbc:TaxableAmount>)<cbc:TaxAmount[^>]*>[^<]*<\/cbc:TaxAmount>/, '$1')],
    ['BR-47', metFout(eenFactuur(), '<cac:TaxCategory><cbc:ID>E</cbc:ID>', '<cac:TaxCategory>')],
    ['BR-48', metFout(eenFactuur(), '<cac:TaxCategory><cbc:ID>E</cbc:ID><cbc:Percent>0</cbc:Percent>', '<cac:TaxCategory><cbc:ID>E</cbc:ID>')],
    ['BR-49', metFout(eenFactuur(), '<cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>', '')],
    ['BR-50', metFout(eenFactuur(), /<cac:PayeeFinancialAccount>.*?<\/cac:PayeeFinancialAccount>/, '<cac:PayeeFinancialAccount/>')],
    ['BR-61', metFout(eenFactuur(), /<cac:PayeeFinancialAccount>.*?<\/cac:PayeeFinancialAccount>/, '')],
    ['BR-51', bij(eenFactuur(), '<cac:PayeeFinancialAccount>', '<cac:CardAccount><cbc:PrimaryAccountNumberID>4111111111111111</cbc:PrimaryAccountNumberID></cac:CardAccount>')],
    ['BR-52', BIJLAGE('', '')],
    ['BR-66', bij(eenFactuur(), '<cac:PayeeFinancialAccount>', '<cac:CardAccount><cbc:PrimaryAccountNumberID>1111</cbc:PrimaryAccountNumberID></cac:CardAccount>'.repeat(2))],
    ['BR-67', bij(eenFactuur(), '</cac:PaymentMeans>', '<cac:PaymentMandate><cbc:ID>M1</cbc:ID></cac:PaymentMandate>'.repeat(2))],
    ['BR-53', bij(eenFactuur(), '<cac:OrderReference>', '<cbc:TaxCurrencyCode>USD</cbc:TaxCurrencyCode>')],
    ['BR-54', inArtikel('<cac:AdditionalItemProperty><cbc:Name>a</cbc:Name></cac:AdditionalItemProperty>')],
    ['BR-55', bij(eenFactuur(), VOOR_LEVERANCIER, '<cac:BillingReference><cac:InvoiceDocumentReference/></cac:BillingReference>')],
    ['BR-57', bij(eenFactuur(), '<cac:PaymentMeans>', '<cac:Delivery><cac:DeliveryLocation><cac:Address><cbc:CityName>A</cbc:CityName></cac:Address></cac:DeliveryLocation></cac:Delivery>')],
    ['BR-62', metFout(eenFactuur(), '<cbc:EndpointID schemeID="0106">90000001', '<cbc:EndpointID>90000001')],
    ['BR-63', metFout(eenFactuur(), '<cbc:EndpointID schemeID="0106">34360247', '<cbc:EndpointID>34360247')],
    ['BR-64', inArtikel('<cac:StandardItemIdentification><cbc:ID>123</cbc:ID></cac:StandardItemIdentification>')],
    ['BR-65', inArtikel('<cac:CommodityClassification><cbc:ItemClassificationCode>123</cbc:ItemClassificationCode></cac:CommodityClassification>')],
    ['BR-CO-03', bij(bij(eenFactuur(), '<cac:OrderReference>', '<cbc:TaxPointDate>2022-11-21</cbc:TaxPointDate>'), VOOR_LEVERANCIER, '<cac:InvoicePeriod><cbc:DescriptionCode>3</cbc:DescriptionCode></cac:InvoicePeriod>')],
    ['BR-CO-09', eenFactuur({ leverancier: { naam: 'A', kvk: '90000001', straat: 'B', plaats: 'C', postcode: 'D', btwNummer: 'NL1', iban: 'NL20INGB0001234567' as never } }).replace('>NL1<', '>123456789<')],
    ['BR-CO-19', bij(eenFactuur(), VOOR_LEVERANCIER, '<cac:InvoicePeriod/>')],
    ['BR-CO-20', inRegel('<cac:InvoicePeriod/>')],
    ['BR-CO-26', metFout(metFout(eenFactuur(), '<cbc:CompanyID schemeID="0106">90000001</cbc:CompanyID>', ''), /<cac:PartyTaxScheme>.*?<\/cac:PartyTaxScheme>/, '')],
  ])('%s', (code, xml) => {
    expect(codes(xml)).toContain(code)
  })
})

describe('EN 16931: de btw per soort', () => {
  /** An invoice of which everything has this kind of btw. */
  const van = (code: string, procent: string | null) => {
    const percent = procent === null ? '' : `<cbc:Percent>${procent}</cbc:Percent>`
    return eenFactuur().replaceAll('<cbc:ID>E</cbc:ID><cbc:Percent>0</cbc:Percent>', `<cbc:ID>${code}</cbc:ID>${percent}`)
  }
  const zonderBtwNummer = (xml: string) => metFout(xml, /<cac:PartyTaxScheme>.*?<\/cac:PartyTaxScheme>/, '')

  test.each([['Z', '0', ['BR-Z-10']], ['G', '0', []], ['AE', '0', []]] as const)('%s met alles erop en eraan: %s', (code, procent, verwacht) => {
    expect(codes(van(code, procent))).toEqual(verwacht)
  })

  test('O: buiten de btw, zonder btw-nummers en zonder percentage', () => {
    expect(codes(zonderBtwNummer(van('O', null)))).toEqual([])
  })

  test.each([
    ['BR-S-01', metFout(eenFactuur({ btw: '21' }), '<cac:TaxCategory><cbc:ID>S', '<cac:TaxCategory><cbc:ID>Z')],
    ['BR-S-02', zonderBtwNummer(eenFactuur({ btw: '21' }))],
    ['BR-S-05', metFout(eenFactuur({ btw: '21' }), /(<cac:ClassifiedTaxCategory><cbc:ID>S<\/cbc:ID>)<cbc:Percent>21/, '$1<cbc:Percent>0')],
    ['BR-S-06', bij(eenFactuur({ btw: '21' }), '<cac:TaxTotal>', toeslag(false, REDEN + NUL + tarief('S', '0')))],
    ['BR-S-07', bij(eenFactuur({ btw: '21' }), '<cac:TaxTotal>', toeslag(true, REDEN + NUL + tarief('S', null)))],
    ['BR-S-08', metFout(eenFactuur({ btw: '21' }), '<cbc:TaxableAmount currencyID="EUR">776.45', '<cbc:TaxableAmount currencyID="EUR">775.45')],
    ['BR-S-09', metFout(eenFactuur({ btw: '21' }), /(<\/cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">)163\.05/, '$1164.06')],
    ['BR-S-10', metFout(eenFactuur({ btw: '21' }), /(<cac:TaxCategory><cbc:ID>S<\/cbc:ID><cbc:Percent>21<\/cbc:Percent>)/, '$1<cbc:TaxExemptionReason>x</cbc:TaxExemptionReason>')],
    ['BR-E-01', metFout(eenFactuur(), '<cac:TaxCategory><cbc:ID>E', '<cac:TaxCategory><cbc:ID>Z')],
    ['BR-E-02', zonderBtwNummer(eenFactuur())],
    ['BR-E-03', zonderBtwNummer(metToeslag(false, REDEN + NUL + tarief('E', '0')))],
    ['BR-E-04', zonderBtwNummer(metToeslag(true, REDEN + NUL + tarief('E', '0')))],
    ['BR-E-05', metFout(eenFactuur(), /(<cac:ClassifiedTaxCategory><cbc:ID>E<\/cbc:ID>)<cbc:Percent>0/, '$1<cbc:Percent>9')],
    ['BR-E-06', metToeslag(false, REDEN + NUL + tarief('E', '9'))],
    ['BR-E-07', metToeslag(true, REDEN + NUL + tarief('E', '9'))],
    ['BR-E-08', metFout(eenFactuur(), '<cbc:TaxableAmount currencyID="EUR">939.50', '<cbc:TaxableAmount currencyID="EUR">939.49')],
    ['BR-E-09', metFout(eenFactuur(), /(<\/cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">)0\.00/, '$10.01')],
    ['BR-E-10', metFout(eenFactuur(), /<cbc:TaxExemptionReason>.*?<\/cbc:TaxExemptionReason>/, '')],
    ['BR-Z-10', van('Z', '0')],
    ['BR-Z-05', van('Z', '9')],
    ['BR-AE-02', zonderBtwNummer(van('AE', '0'))],
    ['BR-G-02', zonderBtwNummer(van('G', '0'))],
    ['BR-IC-02', van('K', '0')],
    ['BR-IC-11', van('K', '0')],
    ['BR-IC-12', van('K', '0')],
    ['BR-O-02', van('O', null)],
    ['BR-O-05', zonderBtwNummer(van('O', '0'))],
    ['BR-O-11', zonderBtwNummer(bij(van('O', null), '</cac:TaxTotal>', `<cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">0</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">0</cbc:TaxAmount>${tarief('E', '0')}</cac:TaxSubtotal>`))],
    ['BR-O-12', metFout(van('O', null), '<cac:ClassifiedTaxCategory><cbc:ID>O</cbc:ID>', '<cac:ClassifiedTaxCategory><cbc:ID>E</cbc:ID>')],
    ['BR-O-13', bij(van('O', null), '<cac:TaxTotal>', toeslag(false, REDEN + NUL + tarief('E', '0')))],
    ['BR-O-14', bij(van('O', null), '<cac:TaxTotal>', toeslag(true, REDEN + NUL + tarief('E', '0')))],
  ])('%s', (code, xml) => {
    expect(codes(xml)).toContain(code)
  })

  test('de som van een tarief mag minder dan een euro afwijken, omdat sommige programma’s per regel afronden', () => {
    expect(codes(metFout(eenFactuur({ btw: '21' }), '<cbc:TaxableAmount currencyID="EUR">776.45', '<cbc:TaxableAmount currencyID="EUR">775.46'))).toEqual([])
  })
})

describe('EN 16931: bedragen en codes', () => {
  const bedrag = (naam: string) => `<cbc:${naam} currencyID="EUR">1.234</cbc:${naam}>`
  test.each([
    ['BR-DEC-01', metToeslag(false, REDEN + bedrag('Amount') + tarief('E', '0'))],
    ['BR-DEC-02', metToeslag(false, REDEN + NUL + bedrag('BaseAmount') + tarief('E', '0'))],
    ['BR-DEC-05', metToeslag(true, REDEN + bedrag('Amount') + tarief('E', '0'))],
    ['BR-DEC-06', metToeslag(true, REDEN + NUL + bedrag('BaseAmount') + tarief('E', '0'))],
    ['BR-DEC-15', bij(bij(eenFactuur(), '<cac:OrderReference>', '<cbc:TaxCurrencyCode>USD</cbc:TaxCurrencyCode>'), '<cac:LegalMonetaryTotal>', '<cac:TaxTotal><cbc:TaxAmount currencyID="USD">0.001</cbc:TaxAmount></cac:TaxTotal>')],
    ['BR-DEC-24', inRegel(toeslag(false, REDEN + bedrag('Amount')))],
    ['BR-DEC-25', inRegel(toeslag(false, REDEN + NUL + bedrag('BaseAmount')))],
    ['BR-DEC-27', inRegel(toeslag(true, REDEN + bedrag('Amount')))],
    ['BR-DEC-28', inRegel(toeslag(true, REDEN + NUL + bedrag('BaseAmount')))],
    ['BR-CL-04', eenFactuur().replaceAll('EUR', 'EURO')],
    ['BR-CL-05', bij(eenFactuur(), '<cac:OrderReference>', '<cbc:TaxCurrencyCode>EURO</cbc:TaxCurrencyCode>')],
    ['BR-CL-06', bij(eenFactuur(), VOOR_LEVERANCIER, '<cac:InvoicePeriod><cbc:DescriptionCode>99</cbc:DescriptionCode></cac:InvoicePeriod>')],
    ['BR-CL-10', inLeverancier('<cac:PartyIdentification><cbc:ID schemeID="KVK">1</cbc:ID></cac:PartyIdentification>')],
    ['BR-CL-11', metFout(eenFactuur(), '<cbc:CompanyID schemeID="0106">90000001', '<cbc:CompanyID schemeID="KVK">90000001')],
    ['BR-CL-13', inArtikel('<cac:CommodityClassification><cbc:ItemClassificationCode listID="1">1</cbc:ItemClassificationCode></cac:CommodityClassification>')],
    ['BR-CL-14', metFout(eenFactuur(), '<cbc:IdentificationCode>NL', '<cbc:IdentificationCode>nl')],
    ['BR-CL-15', inArtikel('<cac:OriginCountry><cbc:IdentificationCode>Nederland</cbc:IdentificationCode></cac:OriginCountry>')],
    ['BR-CL-16', metFout(eenFactuur(), '<cbc:PaymentMeansCode>30', '<cbc:PaymentMeansCode>bank')],
    ['BR-CL-17', metFout(eenFactuur(), '<cac:TaxCategory><cbc:ID>E', '<cac:TaxCategory><cbc:ID>X')],
    ['BR-CL-18', metFout(eenFactuur(), '<cac:ClassifiedTaxCategory><cbc:ID>E', '<cac:ClassifiedTaxCategory><cbc:ID>X')],
    ['BR-CL-19', metToeslag(false, `<cbc:AllowanceChargeReasonCode>1</cbc:AllowanceChargeReasonCode>${NUL}${tarief('E', '0')}`)],
    ['BR-CL-20', metToeslag(true, `<cbc:AllowanceChargeReasonCode>1</cbc:AllowanceChargeReasonCode>${NUL}${tarief('E', '0')}`)],
    ['BR-CL-21', inArtikel('<cac:StandardItemIdentification><cbc:ID schemeID="EAN">1</cbc:ID></cac:StandardItemIdentification>')],
    ['BR-CL-22', bij(eenFactuur(), '<cbc:TaxExemptionReason>', '<cbc:TaxExemptionReasonCode>onderwijs</cbc:TaxExemptionReasonCode>')],
    ['BR-CL-23', metFout(eenFactuur(), 'unitCode="C62"', 'unitCode="stuks"')],
    ['BR-CL-24', BIJLAGE('<cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/zip" filename="a.zip">UEs=</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>')],
    ['BR-CL-25', metFout(eenFactuur(), '<cbc:EndpointID schemeID="0106">90000001', '<cbc:EndpointID schemeID="KVK">90000001')],
    ['BR-CL-26', bij(eenFactuur(), '<cac:PaymentMeans>', '<cac:Delivery><cac:DeliveryLocation><cbc:ID schemeID="GLN">1</cbc:ID></cac:DeliveryLocation></cac:Delivery>')],
  ])('%s', (code, xml) => {
    expect(codes(xml)).toContain(code)
  })
})

describe('NLCIUS: wat het profiel afraadt, keurt niemand af', () => {
  test.each([
    ['BR-NL-19', bij(bij(eenFactuur(), '<cac:OrderReference>', '<cbc:TaxCurrencyCode>USD</cbc:TaxCurrencyCode>'), '<cac:LegalMonetaryTotal>', '<cac:TaxTotal><cbc:TaxAmount currencyID="USD">0</cbc:TaxAmount></cac:TaxTotal>')],
    ['BR-NL-20', bij(eenFactuur(), '<cac:OrderReference>', '<cbc:TaxPointDate>2022-11-21</cbc:TaxPointDate>')],
    ['BR-NL-21', bij(eenFactuur(), VOOR_LEVERANCIER, '<cac:InvoicePeriod><cbc:DescriptionCode>35</cbc:DescriptionCode></cac:InvoicePeriod>')],
    ['BR-NL-24', bij(eenFactuur(), VOOR_LEVERANCIER, '<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>1</cbc:ID><cbc:IssueDate>2022-11-01</cbc:IssueDate></cac:InvoiceDocumentReference></cac:BillingReference>')],
    ['BR-NL-26', bij(eenFactuur(), '</cac:PartyLegalEntity>', '<cbc:CompanyLegalForm>BV</cbc:CompanyLegalForm>')],
    ['BR-NL-27', bij(eenFactuur(), '<cac:Country>', '<cac:AddressLine><cbc:Line>3e verdieping</cbc:Line></cac:AddressLine>')],
    ['BR-NL-28', bij(eenFactuur(), '<cac:Country>', '<cbc:CountrySubentity>Utrecht</cbc:CountrySubentity>')],
    ['BR-NL-29', metFout(eenFactuur(), '<cbc:PaymentMeansCode>', '<cbc:PaymentMeansCode name="overmaken">')],
    ['BR-NL-30', bij(eenFactuur(), '</cac:PayeeFinancialAccount>', '<cbc:Name>De Ambacht</cbc:Name>')],
    ['BR-NL-31', metFout(bij(eenFactuur(), '</cac:PayeeFinancialAccount>', '<cac:FinancialInstitutionBranch><cbc:ID>INGBNL2A</cbc:ID></cac:FinancialInstitutionBranch>'), '>30<', '>58<')],
    ['BR-NL-32', metToeslag(false, `<cbc:AllowanceChargeReasonCode>95</cbc:AllowanceChargeReasonCode>${NUL}${tarief('E', '0')}`)],
    ['BR-NL-34', metToeslag(true, `<cbc:AllowanceChargeReasonCode>FC</cbc:AllowanceChargeReasonCode>${NUL}${tarief('E', '0')}`)],
    ['BR-NL-35', bij(eenFactuur(), '<cbc:TaxExemptionReason>', '<cbc:TaxExemptionReasonCode>VATEX-EU-132</cbc:TaxExemptionReasonCode>')],
  ])('%s', (code, xml) => {
    const gevonden = fouten(xml)
    expect(gevonden.map((fout) => fout.code)).toContain(code)
    expect(gevonden.every(({ isOpmerking }) => isOpmerking === true)).toBe(true)
  })

  test('BR-NL-33: btw in een tweede valuta', () => {
    const xml = bij(bij(eenFactuur(), '<cac:OrderReference>', '<cbc:TaxCurrencyCode>USD</cbc:TaxCurrencyCode>'), '<cac:LegalMonetaryTotal>', '<cac:TaxTotal><cbc:TaxAmount currencyID="USD">0</cbc:TaxAmount></cac:TaxTotal>')
    expect(codes(xml)).toEqual(['BR-NL-19', 'BR-NL-33'])
  })

  test('BR-NL-5, BR-NL-8 en BR-NL-9 keuren wel af', () => {
    expect(codes(metFout(metVertegenwoordiger(), '<cbc:PostalZone>1000 AA</cbc:PostalZone>', ''))).toEqual(['BR-NL-5'])
    expect(codes(metFout(eenFactuur(), '>380<', '>381<')), 'BR-CL-01 heeft voor elk document een eigen lijst').toEqual(['BR-CL-01', 'BR-NL-8'])
    expect(codes(metFout(eenFactuur({ soort: 'creditnota', verwijstNaar: 'F1' }), '>381<', '>380<'))).toEqual(['BR-CL-01', 'BR-NL-8'])
    expect(codes(metFout(eenFactuur(), '>380<', '>384<'))).toEqual(['BR-NL-9'])
  })

  test('wie niet in Nederland zit, krijgt de Nederlandse regels niet', () => {
    expect(codes(metFout(metFout(eenFactuur(), '<cbc:CityName>Utrecht</cbc:CityName>', ''), '<cbc:IdentificationCode>NL', '<cbc:IdentificationCode>BE'))).toEqual([])
  })
})

describe('de zinnen', () => {
  test('elke regel van elke soort btw heeft een eigen zin', () => {
    for (const soort of Object.keys(BTW_SOORTEN)) {
      for (const nummer of ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10']) expect(ZINNEN_BTW[`BR-${soort}-${nummer}`], `BR-${soort}-${nummer}`).toMatch(/^[A-Z].*\.$/)
    }
  })

  test('geen zin zegt hetzelfde voor twee regels die iets anders vragen', () => {
    const gezien = new Map<string, string>()
    for (const [code, zin] of Object.entries(FACTUUR_FOUT)) {
      const eerder = gezien.get(zin)
      if (eerder !== undefined) expect(`${eerder} en ${code}`).toBe('dezelfde regel')
      gezien.set(zin, code)
    }
    expect(describeRegel('BR-O-05')).toBe('Een regel heeft code O (buiten de btw), en dan mag er geen percentage staan. Haal het percentage weg.')
  })
})
