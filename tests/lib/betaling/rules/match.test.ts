import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { parseIban } from '@/lib/base/iban'
import { parseKvk } from '@/lib/base/kvk'
import { cent } from '@/lib/base/money'
import type { UblFactuur } from '@/lib/betaling/rules/ubl-model'
import type { Verwezen } from '@/lib/betaling/rules/creditnota'
import { matchFactuur, type MatchFeiten, type Opdracht } from '@/lib/betaling/rules/match'
import type { NieuweFactuur } from '@/lib/betaling/rules/maak-ubl'
import { readUbl } from '@/lib/betaling/rules/ubl'
import { parseXml } from '@/lib/platform/xml'
import { eenFactuur, metFout } from '@/tests/builders/factuur'

function lees(xml: string): UblFactuur {
  const gelezen = parseXml(Buffer.from(xml))
  const factuur = gelezen.ok ? readUbl(gelezen.value) : undefined
  if (factuur === undefined) throw new Error('this is no invoice')
  return factuur
}
const opdracht: Opdracht = { ordernummer: 'ORDER-0000001-00', status: 'open', bedrag: cent(93_950), gefactureerd: cent(0), startdatum: plainDate('2022-12-05'), onderwijsvorm: 'KLASSIKAAL' }
const kvkOpleider = parseKvk('90000001')
if (kvkOpleider === undefined) throw new Error('no KvK number')
const feiten: MatchFeiten = {
  opdracht, verwezen: undefined, kvkOpleider, ibanOpleider: parseIban('NL20INGB0001234567') ?? null, kvkUwv: '34360247', nummerBestaat: false,
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
    ['de opdracht is al gefactureerd', met({ status: 'gefactureerd', gefactureerd: cent(93_950) }), ['STAP-ORDER-GEFACTUREERD']],
    ['de opdracht is al betaald', met({ status: 'betaald', gefactureerd: cent(93_950) }), ['STAP-ORDER-GEFACTUREERD']],
    ['de opdracht is vervallen', met({ status: 'vervallen' }), ['STAP-ORDER-VERVALLEN']],
    ['het factuurnummer is al gebruikt', { nummerBestaat: true }, ['STAP-FACTUURNUMMER']],
    ['één cent te veel', met({ bedrag: cent(93_949) }), ['STAP-BEDRAG-TE-HOOG']],
    ['een cent minder mag: de rest blijft open', met({ bedrag: cent(93_951) }), []],
    ['precies wat over is', met({ status: 'deels-gefactureerd', bedrag: cent(100_000), gefactureerd: cent(6_050) }), []],
    ['één cent meer dan wat over is', met({ status: 'deels-gefactureerd', bedrag: cent(100_000), gefactureerd: cent(6_051) }), ['STAP-BEDRAG-TE-HOOG']],
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
    ['dollars', '<cbc:DocumentCurrencyCode>EUR', '<cbc:DocumentCurrencyCode>USD', ['STAP-VALUTA']],
    ['er is al iets betaald', '<cbc:PayableAmount currencyID="EUR">939.50', '<cbc:PayableAmount currencyID="EUR">900.00', ['STAP-VOORUITBETAALD']],
    ['een vraag om iets anders dan een factuur, correctie of creditnota', '<cbc:InvoiceTypeCode>380', '<cbc:InvoiceTypeCode>389', ['STAP-FACTUURSOORT']],
    ['een bedrag van nul', /(TaxInclusiveAmount currencyID="EUR">)939\.50/, '$10.00', ['STAP-BEDRAG-NUL']],
    ['twee rekeningen, waarvan één onbekend', '<cac:TaxTotal>',
      '<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>NL91ABNA0417164300</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans><cac:TaxTotal>', ['STAP-REKENING']],
    ['een rekening met spaties mag', 'NL20INGB0001234567', 'NL20 INGB 0001 2345 67', []],
    ['een KvK-nummer van negen cijfers', '<cbc:CompanyID schemeID="0106">90000001<', '<cbc:CompanyID schemeID="0106">900000011<', ['STAP-LEVERANCIER']],
  ] as const)('%s', (_, van, naar, verwacht) => {
    expect(codes(metFout(eenFactuur(), van, naar))).toEqual(verwacht)
  })

  test('alle redenen tegelijk, met wat er staat en wat er hoort te staan', () => {
    expect(matchFactuur(lees(eenFactuur({ bedragInclusief: cent(100_000), regel: 'Lassen' })), feiten)).toEqual([
      { code: 'STAP-BEDRAG-TE-HOOG', plaats: 'LegalMonetaryTotal/TaxInclusiveAmount', gevonden: '€ 1.000', verwacht: 'hoogstens € 939,50' },
      { code: 'STAP-ONDERWIJSVORM', plaats: 'InvoiceLine/Item/Name', verwacht: 'klassikaal' },
    ])
  })
})

describe('een creditnota (381) en een correctie (384) gaan over een eerdere factuur', () => {
  const eerder: Verwezen = { ordernummer: 'ORDER-0000001-00', status: 'gematcht', betaling: 'geen', over: cent(93_950), wachtend: cent(0) }
  const creditnota = (anders: Partial<NieuweFactuur> = {}) => eenFactuur({ soort: 'creditnota', nummer: 'C-1', verwijstNaar: 'F2022-001', ...anders })
  const correctie = (anders: Partial<NieuweFactuur> = {}) => eenFactuur({ soort: 'correctie', nummer: 'F-2', verwijstNaar: 'F2022-001', ...anders })
  const vol = met({ status: 'gefactureerd', gefactureerd: cent(93_950) })

  test('de creditnota en de correctie die hier worden gemaakt, zijn goed', () => {
    expect(codes(creditnota(), { ...vol, verwezen: eerder })).toEqual([])
    expect(codes(creditnota({ bedragInclusief: cent(1) }), { ...vol, verwezen: { ...eerder, status: 'betaald' } })).toEqual([])
    expect(codes(correctie({ bedragInclusief: cent(50_000) }), { ...vol, verwezen: eerder })).toEqual([])
  })

  test.each([
    ['zonder eerdere factuur', undefined, ['STAP-VERWIJZING']],
    ['die wij niet kennen', { verwezen: undefined }, ['STAP-VERWIJZING']],
    ['van een andere opdracht', { verwezen: { ...eerder, ordernummer: 'ORDER-0000002-00' } }, ['STAP-VERWIJZING-ORDER']],
    ['die in een batch staat', { verwezen: { ...eerder, status: 'in-batch', betaling: 'in-batch' } }, []],
    ['die bij de bank staat', { verwezen: { ...eerder, status: 'betaald', betaling: 'bij-de-bank' } }, []],
    ['waarvoor al een creditnota op de bank wacht', { verwezen: { ...eerder, status: 'betaald', betaling: 'bij-de-bank', over: cent(0), wachtend: cent(93_950) } }, ['STAP-CREDIT-WACHT']],
    ['die hoger is dan wat een andere overlaat die wacht', { verwezen: { ...eerder, status: 'betaald', betaling: 'bij-de-bank', over: cent(93_949), wachtend: cent(1) } }, ['STAP-CREDIT-TE-HOOG']],
    ['die al is gecrediteerd', { verwezen: { ...eerder, status: 'gecrediteerd', over: cent(0) } }, ['STAP-VERWIJZING-VOORBIJ']],
    ['die is vervangen', { verwezen: { ...eerder, status: 'vervangen' } }, ['STAP-VERWIJZING-VOORBIJ']],
    ['die is afgekeurd', { verwezen: { ...eerder, status: 'afgekeurd' } }, ['STAP-CREDIT-AFGEKEURD']],
    ['één cent te hoog', { verwezen: { ...eerder, over: cent(93_949) } }, ['STAP-CREDIT-TE-HOOG']],
    ['die betaald is en al helemaal is teruggevraagd', { verwezen: { ...eerder, status: 'betaald', over: cent(0) } }, ['STAP-CREDIT-TERUG']],
  ] as const)('een creditnota %s', (_, anders, verwacht) => {
    expect(codes(anders === undefined ? eenFactuur({ soort: 'creditnota', nummer: 'C-1' }) : creditnota(), { ...vol, ...anders })).toEqual(verwacht)
  })

  test('een creditnota vraagt niet om een rekening en niet om een onderwijsvorm, en mag voor de start', () => {
    expect(codes(creditnota({ regel: 'Terug' }), { ...vol, ibanOpleider: null, dagenVoorStart: 1, verwezen: eerder })).toEqual([])
  })

  test.each([
    ['van een factuur in een batch zonder bestand komt in de plaats', { verwezen: { ...eerder, status: 'in-batch', betaling: 'in-batch' } }, []],
    ['van een factuur die bij de bank staat', { verwezen: { ...eerder, status: 'in-batch', betaling: 'bij-de-bank' } }, ['STAP-ORDER-GEFACTUREERD', 'STAP-CORRECTIE-BETAALD']],
    ['van een betaalde factuur', { verwezen: { ...eerder, status: 'betaald' } }, ['STAP-ORDER-GEFACTUREERD', 'STAP-CORRECTIE-BETAALD']],
    ['van een afgekeurde factuur komt gewoon in de plaats', { ...met({}), verwezen: { ...eerder, status: 'afgekeurd' } }, []],
    ['van een onbekende factuur', { verwezen: undefined }, ['STAP-ORDER-GEFACTUREERD', 'STAP-VERWIJZING']],
  ] as const)('een correctie %s', (_, anders, verwacht) => {
    expect(codes(correctie(), { ...vol, ...anders })).toEqual(verwacht)
  })

  test('een correctie is nooit hoger dan wat er met haar vrijkomt', () => {
    expect(codes(correctie(), { ...met({ bedrag: cent(100_000), gefactureerd: cent(100_000) }), verwezen: { ...eerder, over: cent(93_949) } })).toEqual(['STAP-BEDRAG-TE-HOOG'])
  })

  test('een creditnota voor twee facturen tegelijk zegt niet wat van welke is', () => {
    const xml = metFout(creditnota(), '<cac:AccountingSupplierParty>', '<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>F-9</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference><cac:AccountingSupplierParty>')
    expect(codes(xml, { ...vol, verwezen: eerder })).toEqual(['STAP-VERWIJZING-MEER'])
  })
})

describe('een bijlage is wat zij zegt te zijn', () => {
  const bijlage = (inhoud: string, mime = 'application/pdf') => metFout(eenFactuur(), '<cac:AccountingSupplierParty>',
    `<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="${mime}" filename="uitleg.pdf">${inhoud}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference><cac:AccountingSupplierParty>`)
  test.each([
    ['een echte PDF', bijlage(Buffer.from('%PDF-1.7\n%%EOF').toString('base64')), []],
    ['een PDF die een programma is', bijlage(Buffer.from('MZ\u0090\u0000').toString('base64')), ['STAP-BIJLAGE']],
    ['geen base64', bijlage('%PDF-1.7'), ['STAP-BIJLAGE']],
    ['leeg', bijlage(''), ['STAP-BIJLAGE']],
    ['een PNG', bijlage(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]).toString('base64'), 'image/png'), []],
  ])('%s', (_, xml, verwacht) => {
    expect(codes(xml)).toEqual(verwacht)
  })
})
