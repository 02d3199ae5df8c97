import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { parseIban } from '@/lib/base/iban'
import { parseKvk } from '@/lib/base/kvk'
import { cent } from '@/lib/base/money'
import type { UblFactuur } from '@/lib/betaling/model'
import { matchFactuur, type MatchFeiten, type Opdracht } from '@/lib/betaling/rules/match'
import { readUbl } from '@/lib/betaling/rules/ubl'
import { parseXml } from '@/lib/platform/xml'
import { eenFactuur, metFout } from '@/tests/builders/factuur'

function lees(xml: string): UblFactuur {
  const gelezen = parseXml(Buffer.from(xml))
  const factuur = gelezen.ok ? readUbl(gelezen.value) : undefined
  if (factuur === undefined) throw new Error('this is no invoice')
  return factuur
}
const opdracht: Opdracht = { ordernummer: 'ORDER-0000001-00', status: 'open', bedrag: cent(93_950), startdatum: plainDate('2022-12-05'), onderwijsvorm: 'KLASSIKAAL' }
const kvkOpleider = parseKvk('90000001')
if (kvkOpleider === undefined) throw new Error('no KvK number')
const feiten: MatchFeiten = {
  opdracht, kvkOpleider, ibanOpleider: parseIban('NL20INGB0001234567') ?? null, kvkUwv: '34360247', nummerBestaat: false,
  vandaag: plainDate('2022-11-21'), dagenVoorStart: 21,
}
const codes = (xml: string, anders: Partial<MatchFeiten> = {}) => matchFactuur(lees(xml), { ...feiten, ...anders }).map(({ code }) => code)
const met = (anders: Partial<Opdracht>): Partial<MatchFeiten> => ({ opdracht: { ...opdracht, ...anders } })

describe('een factuur past bij haar opdracht', () => {
  test('alles klopt', () => {
    expect(codes(eenFactuur())).toEqual([])
  })

  test.each([
    ['de opdracht is van een ander of bestaat niet', { opdracht: undefined }, ['STAP-ORDER']],
    ['de opdracht is al gefactureerd', met({ status: 'gefactureerd' }), ['STAP-ORDER-GEFACTUREERD']],
    ['de opdracht is al betaald', met({ status: 'betaald' }), ['STAP-ORDER-GEFACTUREERD']],
    ['de opdracht is vervallen', met({ status: 'vervallen' }), ['STAP-ORDER-VERVALLEN']],
    ['het factuurnummer is al gebruikt', { nummerBestaat: true }, ['STAP-FACTUURNUMMER']],
    ['één cent te veel', met({ bedrag: cent(93_949) }), ['STAP-BEDRAG-TE-HOOG']],
    ['één cent te weinig', met({ bedrag: cent(93_951) }), ['STAP-BEDRAG-TE-LAAG']],
    ['er is nog geen rekening bekend', { ibanOpleider: null }, ['STAP-REKENING-ONBEKEND']],
    ['een andere rekening', { ibanOpleider: parseIban('NL91ABNA0417164300') ?? null }, ['STAP-REKENING']],
    ['een ander KvK-nummer', { kvkOpleider: parseKvk('90000002') ?? kvkOpleider }, ['STAP-LEVERANCIER']],
    ['een andere klant', { kvkUwv: '11111111' }, ['STAP-KLANT']],
    ['een datum in de toekomst', { vandaag: plainDate('2022-11-20') }, ['STAP-DATUM-TOEKOMST']],
    ['precies drie weken voor de start', met({ startdatum: plainDate('2022-12-12') }), []],
    ['een dag te vroeg', met({ startdatum: plainDate('2022-12-13') }), ['STAP-DATUM-TE-VROEG']],
    ['een andere onderwijsvorm', met({ onderwijsvorm: 'ONLINE' }), ['STAP-ONDERWIJSVORM']],
    ['een gemengde vorm noemt beide', met({ onderwijsvorm: 'KLASSIKAAL_EN_ONLINE' }), ['STAP-ONDERWIJSVORM']],
  ] as const)('%s', (_, anders, verwacht) => {
    expect(codes(eenFactuur(), anders)).toEqual(verwacht)
  })

  test.each([
    ['een creditnota krijgt één antwoord', '<cbc:InvoiceTypeCode>380', '<cbc:InvoiceTypeCode>381', ['STAP-CREDITNOTA']],
    ['een correctiefactuur', '<cbc:InvoiceTypeCode>380', '<cbc:InvoiceTypeCode>384', ['STAP-FACTUURSOORT']],
    ['dollars', '<cbc:DocumentCurrencyCode>EUR', '<cbc:DocumentCurrencyCode>USD', ['STAP-VALUTA']],
    ['er is al iets betaald', '<cbc:PayableAmount currencyID="EUR">939.50', '<cbc:PayableAmount currencyID="EUR">900.00', ['STAP-BEDRAG-TE-LAAG']],
    ['twee rekeningen, waarvan één onbekend', '<cac:TaxTotal>',
      '<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>NL91ABNA0417164300</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans><cac:TaxTotal>', ['STAP-REKENING']],
    ['een rekening met spaties mag', 'NL20INGB0001234567', 'NL20 INGB 0001 2345 67', []],
    ['een KvK-nummer van negen cijfers', '<cbc:CompanyID schemeID="0106">90000001<', '<cbc:CompanyID schemeID="0106">900000011<', ['STAP-LEVERANCIER']],
    ['een gestructureerde creditnota', /^[\s\S]*$/, '<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"/>', ['STAP-CREDITNOTA']],
  ] as const)('%s', (_, van, naar, verwacht) => {
    expect(codes(metFout(eenFactuur(), van, naar))).toEqual(verwacht)
  })

  test('alle redenen tegelijk, met wat er staat en wat er hoort te staan', () => {
    expect(matchFactuur(lees(eenFactuur({ bedragInclusief: cent(100_000), regel: 'Lassen' })), feiten)).toEqual([
      { code: 'STAP-BEDRAG-TE-HOOG', plaats: 'LegalMonetaryTotal/TaxInclusiveAmount', gevonden: '€ 1.000', verwacht: '€ 939,50' },
      { code: 'STAP-ONDERWIJSVORM', plaats: 'InvoiceLine/Item/Name', verwacht: 'klassikaal' },
    ])
  })
})
