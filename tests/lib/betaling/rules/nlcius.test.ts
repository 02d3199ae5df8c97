import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkNlcius } from '@/lib/betaling/rules/nlcius'
import { readUbl } from '@/lib/betaling/rules/ubl'
import type { UblFactuur } from '@/lib/betaling/rules/ubl-model'
import { describeFout, FACTUUR_FOUT } from '@/lib/betaling/texts'
import { parseXml } from '@/lib/platform/xml'
import { eenFactuur, metFout } from '@/tests/builders/factuur'

const OFFICIEEL = path.resolve('../shared/reference/ubl')

function lees(xml: string | Buffer): UblFactuur {
  const gelezen = parseXml(Buffer.from(xml))
  const factuur = gelezen.ok ? readUbl(gelezen.value) : undefined
  if (factuur === undefined) throw new Error('this is no invoice')
  return factuur
}
const codes = (xml: string) => checkNlcius(lees(xml)).map(({ code }) => code)
const zonder = (naam: string) => (xml: string) => metFout(xml, new RegExp(`<(c[ab]c):${naam}[ >][\\s\\S]*?</\\1:${naam}>`), '')

test.skipIf(!existsSync(OFFICIEEL))('de voorbeelden van de Peppolautoriteit zijn goede facturen', () => {
  for (const naam of ['SI-UBL-2.0_ok_minimal.xml', 'SI-UBL-2.0_ok_base.xml', 'SI-UBL-2.0_ok_full.xml']) {
    expect(checkNlcius(lees(readFileSync(path.join(OFFICIEEL, naam)))), naam).toEqual([])
  }
})

describe('een factuur die hier wordt gemaakt', () => {
  test.each(['vrijgesteld', '21', '9'] as const)('is goed, met btw %s', (btw) => {
    expect(codes(eenFactuur({ btw }))).toEqual([])
  })

  test('een naam met tekens die in XML iets betekenen komt er heel uit', () => {
    const factuur = lees(eenFactuur({ regel: 'Koken & bakken <basis> "A" \'B\' ]]> \u0001 (online)' }))
    expect(factuur.regels[0]?.naam).toBe('Koken & bakken <basis> "A" \'B\' ]]>   (online)')
  })

  test('wordt gelezen zoals ze is', () => {
    expect(lees(eenFactuur())).toMatchObject({
      soort: 'factuur', dubbel: [], nummer: 'F2022-001', datum: '2022-11-21', typecode: '380', valuta: 'EUR', ordernummer: 'ORDER-0000001-00',
      leverancier: { naam: 'Vakschool De Ambacht', registratie: { nummer: '90000001', schema: '0106' }, adres: { postcode: '3511 AA', land: 'NL' } },
      klant: { registratie: { nummer: '34360247', schema: '0106' } },
      betaalwijzen: [{ code: '30', rekening: 'NL20INGB0001234567' }],
      totalen: { teBetalen: { tekst: '939.50', cent: 93_950, valuta: 'EUR' } },
    })
  })
})

describe('EN 16931: wat in elke factuur staat', () => {
  test.each([
    ['BR-01', zonder('CustomizationID')],
    ['BR-02', (xml: string) => metFout(xml, '<cbc:ID>F2022-001</cbc:ID>', '')],
    ['BR-03', zonder('IssueDate')],
    ['BR-04', zonder('InvoiceTypeCode')],
    ['BR-05', zonder('DocumentCurrencyCode')],
    ['BR-08', (xml: string) => metFout(xml, /<cac:PostalAddress>[\s\S]*?<\/cac:PostalAddress>/, '')],
    ['BR-09', (xml: string) => metFout(xml, '<cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country>', '')],
    ['BR-12', (xml: string) => metFout(xml, /(<cac:LegalMonetaryTotal>)<cbc:LineExtensionAmount[^>]*>[^<]*<\/cbc:LineExtensionAmount>/, '$1')],
    ['BR-13', zonder('TaxExclusiveAmount')],
    ['BR-14', zonder('TaxInclusiveAmount')],
    ['BR-15', zonder('PayableAmount')],
    ['BR-16', zonder('InvoiceLine')],
    ['BR-22', zonder('InvoicedQuantity')],
    ['BR-23', (xml: string) => metFout(xml, ' unitCode="C62"', '')],
    ['BR-25', (xml: string) => metFout(xml, /(<cac:Item>)<cbc:Name>[^<]*<\/cbc:Name>/, '$1')],
    ['BR-26', zonder('PriceAmount')],
    ['BR-CO-18', zonder('TaxSubtotal')],
    ['BR-CO-25', zonder('DueDate')],
    ['BR-E-02', zonder('PartyTaxScheme')],
    ['BR-E-10', zonder('TaxExemptionReason')],
  ] as const)('%s', (code, wijzig) => {
    expect(codes(wijzig(eenFactuur()))).toContain(code)
  })

  test('BR-06 en BR-07: een partij zonder naam', () => {
    const kaal = eenFactuur().replaceAll(/<cbc:RegistrationName>[^<]*<\/cbc:RegistrationName>/g, '').replaceAll(/<cac:PartyName>[\s\S]*?<\/cac:PartyName>/g, '')
    expect(codes(kaal)).toEqual(expect.arrayContaining(['BR-06', 'BR-07']))
  })
})

describe('EN 16931: de sommen, in hele centen', () => {
  const btw21 = () => eenFactuur({ btw: '21' }) // 776,45 and 163,05
  test.each([
    ['BR-CO-10', /(<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">)776\.45/, '$1776.46'],
    ['BR-CO-13', '<cbc:TaxExclusiveAmount currencyID="EUR">776.45', '<cbc:TaxExclusiveAmount currencyID="EUR">776.44'],
    ['BR-CO-14', /(<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">)163\.05/, '$1163.04'],
    ['BR-CO-15', '<cbc:TaxInclusiveAmount currencyID="EUR">939.50', '<cbc:TaxInclusiveAmount currencyID="EUR">939.51'],
    ['BR-CO-16', '<cbc:PayableAmount currencyID="EUR">939.50', '<cbc:PayableAmount currencyID="EUR">939.49'],
    ['BR-CO-17', /<cbc:Percent>21<\/cbc:Percent>/, '<cbc:Percent>9</cbc:Percent>'],
    ['BR-CO-11', '<cac:LegalMonetaryTotal>', '<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:Amount currencyID="EUR">5</cbc:Amount></cac:AllowanceCharge><cac:LegalMonetaryTotal>'],
    ['BR-CO-12', '<cac:LegalMonetaryTotal>', '<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:Amount currencyID="EUR">5</cbc:Amount></cac:AllowanceCharge><cac:LegalMonetaryTotal>'],
    ['BR-CO-12', '<cac:LegalMonetaryTotal>', '<cac:AllowanceCharge><cbc:ChargeIndicator>1</cbc:ChargeIndicator><cbc:Amount currencyID="EUR">5</cbc:Amount></cac:AllowanceCharge><cac:LegalMonetaryTotal>'],
  ] as const)('%s: één cent ernaast valt op', (code, van, naar) => {
    expect(codes(metFout(btw21(), van, naar))).toContain(code)
  })

  test.each([['1e3'], ['939.50001'], ['939,50'], ['0x3'], ['NaN'], ['９３９']])('BR-DEC-18: een te betalen bedrag van %s is geen bedrag', (bedrag) => {
    const fouten = checkNlcius(lees(metFout(eenFactuur(), /(<cbc:PayableAmount currencyID="EUR">)939\.50/, `$1${bedrag}`)))
    expect(fouten).toContainEqual({ code: 'BR-DEC-18', plaats: 'LegalMonetaryTotal/PayableAmount', gevonden: bedrag })
  })

  test('een bedrag dat in de naamruimte van de groepen staat, en een groep in die van de velden, zijn er niet', () => {
    expect(codes(metFout(eenFactuur(), /cbc:PayableAmount/g, 'cac:PayableAmount'))).toEqual(['BR-15'])
    expect(codes(metFout(eenFactuur(), /cac:PaymentMeans>/g, 'cbc:PaymentMeans>'))).toContain('BR-NL-11')
  })

  test('BR-CL-03: een bedrag in dollars in een factuur in euro’s', () => {
    expect(codes(metFout(eenFactuur(), '<cbc:PayableAmount currencyID="EUR">', '<cbc:PayableAmount currencyID="USD">'))).toEqual(['BR-CL-03'])
  })
})

describe('NLCIUS: wat in Nederland daarbij komt', () => {
  test.each([
    ['BR-NL-1', '<cbc:CompanyID schemeID="0106">90000001', '<cbc:CompanyID schemeID="0002">90000001'],
    ['BR-NL-2', /<cac:OrderReference>.*?<\/cac:OrderReference>/, ''],
    ['BR-NL-3', '<cbc:CityName>Utrecht</cbc:CityName>', ''],
    ['BR-NL-4', '<cbc:PostalZone>1043 DL</cbc:PostalZone>', ''],
    ['BR-NL-7', '<cbc:InvoiceTypeCode>380', '<cbc:InvoiceTypeCode>393'],
    ['BR-CL-01', '<cbc:InvoiceTypeCode>380', '<cbc:InvoiceTypeCode>999'],
    ['BR-NL-10', '<cbc:CompanyID schemeID="0106">34360247', '<cbc:CompanyID>34360247'],
    ['BR-NL-11', /<cac:PaymentMeans>.*?<\/cac:PaymentMeans>/, ''],
    ['BR-NL-12', '<cbc:PaymentMeansCode>30', '<cbc:PaymentMeansCode>31'],
    ['UBL-PROFIEL', 'urn:fdc:nen.nl:nlcius:v1.0', 'urn:fdc:anders:v9'],
    ['UBL-DATUM', '<cbc:IssueDate>2022-11-21', '<cbc:IssueDate>2022-02-30'],
    ['UBL-DATUM', '<cbc:IssueDate>2022-11-21', '<cbc:IssueDate>21-11-2022'],
    ['UBL-DUBBEL', '<cbc:PayableAmount', '<cbc:PayableAmount currencyID="EUR">1.00</cbc:PayableAmount><cbc:PayableAmount'],
  ] as const)('%s', (code, van, naar) => {
    expect(codes(metFout(eenFactuur(), van, naar))).toContain(code)
  })

  test('BR-NL-13: een orderregel zonder ordernummer', () => {
    const xml = metFout(metFout(eenFactuur(), /<cac:OrderReference>.*?<\/cac:OrderReference>/, ''), '<cac:Item>', '<cac:OrderLineReference><cbc:LineID>1</cbc:LineID></cac:OrderLineReference><cac:Item>')
    expect(codes(xml)).toContain('BR-NL-13')
  })

  test('Peppol BIS 3 mag ook', () => {
    expect(codes(metFout(eenFactuur(), 'urn:fdc:nen.nl:nlcius:v1.0', 'urn:fdc:peppol.eu:2017:poacc:billing:3.0'))).toEqual([])
  })
})

describe('lezen', () => {
  test('een element van een ander in de factuur telt niet mee', () => {
    const xml = metFout(eenFactuur(), '<cac:LegalMonetaryTotal>', '<x:LegalMonetaryTotal xmlns:x="urn:x"><x:PayableAmount>1</x:PayableAmount></x:LegalMonetaryTotal><cac:LegalMonetaryTotal>')
    expect(lees(xml).totalen.teBetalen?.cent).toBe(93_950)
  })

  test.each(['<Invoice/>', '<Invoice xmlns="urn:anders"/>', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"/>'])('%s is geen UBL-factuur', (xml) => {
    const gelezen = parseXml(Buffer.from(xml))
    expect(gelezen.ok && readUbl(gelezen.value)).toBeUndefined()
  })

  test('een lege factuur geeft alle fouten en geen storing', () => {
    const leeg = codes('<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>')
    expect(leeg).toEqual(expect.arrayContaining(['BR-01', 'BR-02', 'BR-16']))
  })
})

describe('de zinnen', () => {
  test('elke regel heeft een zin die zegt wat er anders moet', () => {
    for (const [code, zin] of Object.entries(FACTUUR_FOUT)) expect(zin, code).toMatch(/^[A-Z][^.]+(\.|:).*\.$/)
  })

  test('met wat er staat en wat er hoort te staan', () => {
    expect(describeFout({ code: 'STAP-VALUTA', plaats: 'DocumentCurrencyCode', gevonden: 'USD', verwacht: 'EUR' }))
      .toBe('Wij betalen alleen in euro’s. Maak de factuur in EUR. Er staat: USD. Verwacht: EUR.')
    expect(describeFout({ code: 'BR-99', plaats: 'x' })).toBe('De factuur voldoet niet aan regel BR-99.')
  })
})
