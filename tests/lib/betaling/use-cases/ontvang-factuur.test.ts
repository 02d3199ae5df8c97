import { describe, expect, test } from 'vitest'
import { cent } from '@/lib/base/money'
import { parseIban } from '@/lib/base/iban'
import type { NieuweFactuur } from '@/lib/betaling/rules/maak-ubl'
import { factuurBestandSchema, maakFactuurSchema } from '@/lib/betaling/schema'
import { maakFactuur } from '@/lib/betaling/use-cases/maak-factuur'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { eenFactuur, metFout } from '@/tests/builders/factuur'
import { EEN_PDF, EEN_ZIP } from '@/tests/builders/bewijs'
import { aBetaalWereld, saldi, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, plant } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })

async function eenOpdracht(): Promise<string> {
  const { aanvraagId } = await wereld.verleen()
  await maakVerplichting(aanvraagId)
  const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
  return order?.ordernummer ?? ''
}
let teller = 0
const factuur = (ordernummer: string, anders: Partial<NieuweFactuur> = {}) => eenFactuur({ ordernummer, nummer: `N-${String(teller += 1)}`, ...anders })
const stuur = async (inhoud: string | Buffer, actor = wereld.opleider) => {
  const uitkomst = await ontvangFactuur(actor, { naam: 'factuur.xml', inhoud: Buffer.from(inhoud) })
  if (!uitkomst.ok) throw new Error('an invoice is always received')
  return uitkomst.value
}
const codes = async (inhoud: string | Buffer, actor = wereld.opleider) => (await stuur(inhoud, actor)).fouten.map(({ code }) => code)

describe('wat geen factuur is, wordt bewaard en afgekeurd met een reden', () => {
  test.each([
    ['een zip', EEN_ZIP, 'XML-GEEN', 'application/octet-stream'],
    ['een PDF die .xml heet', EEN_PDF, 'XML-GEEN', 'application/octet-stream'],
    ['een leeg bestand', Buffer.alloc(0), 'XML-GEEN', 'application/octet-stream'],
    ['XML met een DOCTYPE', Buffer.from('<!DOCTYPE Invoice SYSTEM "http://127.0.0.1:1/x"><Invoice/>'), 'XML-DOCTYPE', 'application/xml'],
    ['een miljoen keer lachen', Buffer.from('<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>'), 'XML-DOCTYPE', 'application/xml'],
    ['half XML', Buffer.from('<Invoice>'), 'XML-WELGEVORMD', 'application/xml'],
    ['een pain.001', Buffer.from('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"/>'), 'UBL-SOORT', 'application/xml'],
  ])('%s', async (_, inhoud, code, mediatype) => {
    const voor = await saldi(wereld.compartimentId)
    const { factuurId, isGematcht, fouten } = await stuur(inhoud)
    expect(isGematcht).toBe(false)
    expect(fouten.map((fout) => fout.code)).toEqual([code])
    expect(await asOwner('select f.status, f.bedrag_cent, d.mediatype, d.inhoud from factuur f join document d on d.id = f.document_id where f.id = $1', [factuurId]))
      .toEqual([{ status: 'afgekeurd', bedrag_cent: null, mediatype, inhoud }])
    expect(await saldi(wereld.compartimentId)).toEqual(voor)
  })

  test('groter dan 2 MB wordt niet eens bewaard', () => {
    const groot = new File([new Uint8Array(2 * 1024 * 1024 + 1)], 'x.xml')
    expect(factuurBestandSchema.safeParse({ bestand: groot }).error?.issues.map(({ message }) => message))
      .toEqual(['Het bestand is groter dan 2 MB. Stuur een factuur zonder bijlagen, met de opleiding op één regel.'])
    expect(factuurBestandSchema.safeParse({ bestand: new File([], 'x.xml') }).success).toBe(false)
    expect(factuurBestandSchema.safeParse({ bestand: 'tekst' }).success).toBe(false)
  })
})

describe('een goede e-factuur met één fout', () => {
  test.each([
    ['een bedrag van 1e3', (xml: string) => metFout(xml, /(<cbc:PayableAmount currencyID="EUR">)939\.50/, '$11e3'), ['BR-DEC-18']],
    ['een bedrag met vijf decimalen', (xml: string) => metFout(xml, /(<cbc:PayableAmount currencyID="EUR">)939\.50/, '$1939.50000'), ['BR-DEC-18']],
    ['dollars', (xml: string) => xml.replaceAll('EUR', 'USD'), ['STAP-VALUTA']],
    ['code 381 in een factuur en geen creditnota', (xml: string) => metFout(xml, '>380<', '>381<'), ['BR-CL-01', 'BR-NL-8', 'STAP-VERWIJZING']],
    ['een andere rekening', (xml: string) => metFout(xml, 'NL20INGB0001234567', 'NL91ABNA0417164300'), ['STAP-REKENING']],
    ['een datum in de toekomst', (xml: string) => metFout(xml, '<cbc:IssueDate>2022-11-21', '<cbc:IssueDate>2022-11-22'), ['STAP-DATUM-TOEKOMST']],
    ['tienduizend regels', (xml: string) => metFout(xml, /<cac:InvoiceLine>[\s\S]*<\/cac:InvoiceLine>/, '<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:Note/></cac:InvoiceLine>'.repeat(10_000)), ['XML-AANTAL']],
    ['een bijlage die geen PDF is', (xml: string) => metFout(xml, '<cac:AccountingSupplierParty>', '<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="f.pdf">TVqQAAMAAAA=</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference><cac:AccountingSupplierParty>'), ['STAP-BIJLAGE']],
    ['een onbekend ordernummer', (xml: string) => xml.replaceAll(/ORDER-\d{7}-\d{2}/g, 'ORDER-9999999-99'), ['STAP-ORDER']],
    ['een ordernummer in kleine letters en met spaties mag', (xml: string) => metFout(xml, /<cac:OrderReference><cbc:ID>ORDER-/, '<cac:OrderReference><cbc:ID>order '), []],
  ])('%s', async (_, wijzig, verwacht) => {
    expect(await codes(wijzig(factuur(await eenOpdracht())))).toEqual(verwacht)
  })

  test('de onderwijsvorm die de deelnemer als laatste aanvaardde, telt; niet die in het register', async () => {
    const ordernummer = await eenOpdracht()
    await plant(`insert into wijziging (aanvraag_id, opleider_id, opleiding_id, soorten, oud, nieuw, reden, status, door_id, antwoord_uiterlijk_op, wissel_uiterlijk_op, beantwoord_op)
      select a.id, a.opleider_id, a.opleiding_id, '{vorm}', '{}', '{"startdatum": "2022-12-12", "einddatum": "2023-03-12", "plaats": "Utrecht", "opleidingsvorm": "ONLINE"}', 'proef', 'aanvaard', a.burger_id, '2022-12-01', '2022-12-01', nu()
        from aanvraag a join verplichting v on v.aanvraag_id = a.id where v.ordernummer = '${ordernummer}'`)
    expect((await stuur(factuur(ordernummer))).fouten).toEqual([{ code: 'STAP-ONDERWIJSVORM', plaats: 'InvoiceLine/Item/Name', verwacht: 'online' }])
    expect(await codes(factuur(ordernummer, { regel: 'Lassen (online)' }))).toEqual([])
  })

  test('één cent te veel', async () => {
    expect(await codes(factuur(await eenOpdracht(), { bedragInclusief: cent(93_951) }))).toEqual(['STAP-BEDRAG-TE-HOOG'])
  })

  test('een opdracht van een andere opleider: hetzelfde antwoord als een opdracht die niet bestaat', async () => {
    const ordernummer = await eenOpdracht()
    const iban = parseIban('NL91ABNA0417164300')
    if (iban === undefined) throw new Error('no IBAN')
    const andere = { naam: 'Academie', kvk: '90000002', straat: 'X 1', plaats: 'Y', postcode: '1234 AB', btwNummer: 'NL900000027B01', iban }
    const gestolen = await stuur(factuur(ordernummer, { leverancier: andere }), wereld.andereOpleider)
    expect(gestolen.fouten).toEqual([{ code: 'STAP-ORDER', plaats: 'OrderReference/ID', gevonden: ordernummer }])
    expect(await codes(factuur(ordernummer)), 'de eigen opdracht staat nog open').toEqual([])
  })

  test('een bedrag dat niet in een kolom past, is geen storing', async () => {
    const xml = factuur(await eenOpdracht()).replaceAll('939.50', '999999999.99')
    expect(await codes(xml)).toEqual(['STAP-BEDRAG-TE-HOOG'])
  })

  test('een factuurnummer van duizend tekens is geen storing', async () => {
    const { fouten } = await stuur(factuur(await eenOpdracht(), { nummer: 'x'.repeat(1000) }))
    expect(fouten).toEqual([{ code: 'STAP-FACTUURNUMMER-LANG', plaats: 'ID', gevonden: '1000 tekens', verwacht: 'hoogstens 100 tekens' }])
  })
})

describe('dubbel', () => {
  test('een tweede factuur voor dezelfde opdracht', async () => {
    const ordernummer = await eenOpdracht()
    expect(await codes(factuur(ordernummer))).toEqual([])
    expect(await codes(factuur(ordernummer))).toEqual(['STAP-ORDER-GEFACTUREERD'])
  })

  test('hetzelfde factuurnummer voor een andere opdracht; na een afkeuring mag het wel', async () => {
    const nummer = 'DUBBEL-1'
    expect(await codes(factuur(await eenOpdracht(), { nummer, bedragInclusief: cent(93_951) }))).toEqual(['STAP-BEDRAG-TE-HOOG'])
    expect(await codes(factuur(await eenOpdracht(), { nummer }))).toEqual([])
    expect(await codes(factuur(await eenOpdracht(), { nummer }))).toEqual(['STAP-FACTUURNUMMER'])
  })

  test('twintig keer tegelijk dezelfde factuur: één goedgekeurd, het bedrag één keer geboekt', async () => {
    const xml = factuur(await eenOpdracht())
    const voor = (await saldi(wereld.compartimentId))['crediteuren'] ?? 0
    const uitkomsten = await Promise.all(Array.from({ length: 20 }, () => stuur(xml)))
    expect(uitkomsten.filter(({ isGematcht }) => isGematcht)).toHaveLength(1)
    expect((await saldi(wereld.compartimentId))['crediteuren']).toBe(voor + 93_950)
  })
})

describe('de factuur die hier wordt gemaakt', () => {
  const maak = (ordernummer: string, anders: object = {}, actor = wereld.opleider) =>
    maakFactuur(actor, maakFactuurSchema.parse({ ordernummer, factuurnummer: `M-${String(teller += 1)}`, btw: 'vrijgesteld', btwNummer: '123456789', ...anders }))

  test.each([['vrijgesteld', '123456789'], ['21', 'nl 9000.00.019.b01'], ['9', 'NL900000019B01']])('met btw %s gaat ze door alle regels', async (btw, btwNummer) => {
    const uitkomst = await maak(await eenOpdracht(), { btw, btwNummer })
    expect(uitkomst).toMatchObject({ ok: true, value: { isGematcht: true } })
    // A fiscal number instead of a btw-nummer is right for who has none; the Dutch profile only remarks on it.
    expect(uitkomst.ok && uitkomst.value.fouten.map(({ code }) => code)).toEqual(btwNummer === '123456789' ? ['BR-NL-25'] : [])
  })

  test('in delen: het tweede deel is vanzelf wat over is, en meer kan niet', async () => {
    const ordernummer = await eenOpdracht()
    expect(await maak(ordernummer, { bedrag: '400' })).toMatchObject({ ok: true, value: { isGematcht: true } })
    expect(await maak(ordernummer, { bedrag: '539,51' })).toEqual({ ok: false, redenen: ['bedrag-te-hoog'] })
    expect(await maak(ordernummer)).toMatchObject({ ok: true, value: { isGematcht: true } })
    expect(await asOwner('select f.bedrag_cent, v.status, f.kanaal from factuur f join verplichting v on v.id = f.verplichting_id where v.ordernummer = $1 order by f.ontvangen_op', [ordernummer]))
      .toEqual([{ bedrag_cent: 40_000, status: 'gefactureerd', kanaal: 'formulier' }, { bedrag_cent: 53_950, status: 'gefactureerd', kanaal: 'formulier' }])
  })

  test('niet voor de opdracht van een ander, en niet twee keer', async () => {
    const ordernummer = await eenOpdracht()
    expect(await maak(ordernummer, {}, wereld.andereOpleider)).toEqual({ ok: false, redenen: ['opdracht-niet-gevonden'] })
    expect(await maak(ordernummer)).toMatchObject({ ok: true })
    expect(await maak(ordernummer)).toEqual({ ok: false, redenen: ['opdracht-niet-open'] })
  })

  test.each([
    ['factuurnummer', { factuurnummer: '' }], ['factuurnummer', { factuurnummer: '<script>' }], ['factuurnummer', { factuurnummer: 'x'.repeat(36) }],
    ['bedrag', { bedrag: '0' }], ['bedrag', { bedrag: '1e3' }], ['bedrag', { bedrag: '-5' }], ['btw', { btw: '6' }], ['btwNummer', { btwNummer: 'NL123' }], ['btwNummer', { btwNummer: '１２３４５６７８９' }],
  ])('het formulier weigert een verkeerd %s: %j', (veld, anders) => {
    const gelezen = maakFactuurSchema.safeParse({ ordernummer: 'ORDER-0000001-38', factuurnummer: 'F1', btw: '21', btwNummer: '123456789', ...anders })
    expect(gelezen.error?.issues.map(({ path }) => path[0])).toContain(veld)
  })
})
