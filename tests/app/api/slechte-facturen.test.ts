import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { POST as postFactuur } from '@/app/api/v1/facturen/route'
import { cent } from '@/lib/base/money'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { eenFactuur, metFout } from '@/tests/builders/factuur'
import { createToken, machineRequest } from '@/tests/builders/koppeling'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb } from '@/tests/setup/db'

let wereld: BetaalWereld
let token = ''
let ordernummer = ''
freshDb(async () => {
  wereld = await aBetaalWereld()
  token = await createToken(wereld.opleider, ['facturen'])
  ordernummer = await eenOpdracht()
})

async function eenOpdracht(): Promise<string> {
  const { aanvraagId } = await wereld.verleen()
  await maakVerplichting(aanvraagId)
  return (await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId]))[0]?.ordernummer ?? ''
}

const antwoord = z.looseObject({ code: z.string(), title: z.string(), detail: z.string(), fouten: z.array(z.object({ code: z.string(), plaats: z.string(), tekst: z.string() })).default([]) })
const stuur = async (body: string | Uint8Array<ArrayBuffer>) => {
  const { url, headers } = machineRequest('/api/v1/facturen', { token, method: 'POST', body: 'x', headers: { 'content-type': 'application/xml' } })
  const response = await postFactuur(new Request(url, { method: 'POST', headers, body }))
  return { status: response.status, ...antwoord.parse(await response.json()) }
}
/** What was kept, what was booked and what the order says: a bad invoice changes only the first. */
const stand = async () => (await asOwner<{ facturen: number; documenten: number; boekingen: number; order: string; gematcht: number }>(`
  select (select count(*)::int from factuur) as facturen, (select count(*)::int from document where soort = 'factuur') as documenten, (select count(*)::int from boeking) as boekingen,
         (select status from verplichting where ordernummer = $1) as order, (select count(*)::int from factuur where status <> 'afgekeurd') as gematcht`, [ordernummer]))[0]

let teller = 0
const goed = (anders: Parameters<typeof eenFactuur>[0] = {}) => eenFactuur({ ordernummer, nummer: `S-${String(teller += 1)}`, ...anders })
const REGEL = /<cac:InvoiceLine>[\s\S]*<\/cac:InvoiceLine>/
const bijlage = (inhoud: string) => metFout(goed(), '<cac:AccountingSupplierParty>', `<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="uitleg.pdf">${inhoud}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference><cac:AccountingSupplierParty>`)

describe('een slechte factuur door de API: bewaard, een zin die zegt wat u moet doen, en niets half geboekt', () => {
  test.each([
    ['één cent te veel', () => goed({ bedragInclusief: cent(93_951) }), [['STAP-BEDRAG-TE-HOOG', 'Het bedrag is hoger dan wat van de opdracht over is. Wij betalen nooit meer dan het bedrag van de opdracht, met btw. Er staat: € 939,51. Verwacht: hoogstens € 939,50.']]],
    ['een ander rekeningnummer', () => metFout(goed(), 'NL20INGB0001234567', 'NL91ABNA0417164300'), [['STAP-REKENING', 'Dit rekeningnummer is niet het nummer dat wij van u kennen. Vul het bekende nummer in. Er staat: NL91ABNA0417164300. Verwacht: NL20 INGB 0001 2345 67.']]],
    ['in dollars', () => goed().replaceAll('EUR', 'USD'), [['STAP-VALUTA', 'Wij betalen alleen in euro’s. Maak de factuur in EUR. Er staat: USD. Verwacht: EUR.']]],
    ['een opdracht die niet bestaat, of van een ander is', () => goed({ ordernummer: 'ORDER-0099999-99' }), [['STAP-ORDER', 'Wij kennen dit ordernummer niet bij u. Neem het precies over uit de opdracht van UWV. Er staat: ORDER-0099999-99.']]],
    ['een datum in de toekomst', () => metFout(goed(), '<cbc:IssueDate>2022-11-21', '<cbc:IssueDate>2022-11-22'), [['STAP-DATUM-TOEKOMST', 'De factuurdatum ligt in de toekomst. Vul de datum van vandaag in. Er staat: 22-11-2022. Verwacht: 21-11-2022 of eerder.']]],
    ['in het jaar 9999', () => metFout(goed(), '<cbc:IssueDate>2022-11-21', '<cbc:IssueDate>9999-12-31'), [['STAP-DATUM-TOEKOMST', 'De factuurdatum ligt in de toekomst. Vul de datum van vandaag in. Er staat: 31-12-9999. Verwacht: 21-11-2022 of eerder.']]],
    ['tienduizend regels', () => metFout(goed(), REGEL, '<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:Note/></cac:InvoiceLine>'.repeat(10_000)), [['XML-AANTAL', 'Het XML-bestand heeft te veel onderdelen voor een factuur. Stuur één factuur per opdracht, met hoogstens enkele regels.']]],
    ['met een DOCTYPE', () => goed().replace('<Invoice', '<!DOCTYPE Invoice SYSTEM "http://127.0.0.1:1/x"><Invoice'), [['XML-DOCTYPE', 'Het bestand bevat een DOCTYPE of ENTITY. Dat mag niet in een e-factuur. Haal het weg en stuur het opnieuw.']]],
    ['een miljard keer lachen', () => `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "lol">${'bcdefghi'.split('').map((naam, index) => `<!ENTITY ${naam} "${`&${'abcdefgh'[index] ?? ''};`.repeat(10)}">`).join('')}]><l>&i;</l>`, [['XML-DOCTYPE', 'Het bestand bevat een DOCTYPE of ENTITY. Dat mag niet in een e-factuur. Haal het weg en stuur het opnieuw.']]],
    ['een PDF erin die er geen is', () => bijlage(Buffer.from('MZ\u0090\u0000').toString('base64')), [['STAP-BIJLAGE', 'Een bijlage is niet wat zij zegt te zijn, of is beschadigd. Voeg het bestand opnieuw toe of stuur de factuur zonder bijlage. Er staat: uitleg.pdf. Verwacht: application/pdf.']]],
    ['een bedrag van nul', () => goed({ bedragInclusief: cent(0) }), [['STAP-BEDRAG-NUL', 'Het bedrag is nul of negatief. Wilt u iets terugbetalen? Stuur dan een creditnota (381). Er staat: € 0.']]],
  ] as const)('%s', async (_, xml, verwacht) => {
    const voor = await stand()
    const { status, code, title, detail, fouten } = await stuur(xml())
    expect(fouten.map((fout) => [fout.code, fout.tekst])).toEqual(verwacht)
    expect({ status, code, title, detail }).toEqual({ status: 422, code: 'factuur-afgekeurd', title: 'Uw factuur is afgekeurd', detail: 'Verander één ding en stuur de factuur opnieuw; bij fouten staat wat.' })
    expect(await stand()).toEqual({ ...voor, facturen: (voor?.facturen ?? 0) + 1, documenten: (voor?.documenten ?? 0) + 1 })
  })

  test('een negatief bedrag', async () => {
    const voor = await stand()
    const { fouten } = await stuur(goed().replaceAll('>939.50<', '>-939.50<'))
    expect(fouten.map(({ code }) => code)).toContain('STAP-BEDRAG-NUL')
    expect(await stand()).toEqual({ ...voor, facturen: (voor?.facturen ?? 0) + 1, documenten: (voor?.documenten ?? 0) + 1 })
  })

  test('een factuurnummer met <script> is een nummer als elk ander', async () => {
    const { fouten } = await stuur(goed({ nummer: '<script>alert(1)</script>', bedragInclusief: cent(93_951) }))
    expect(fouten.map(({ code }) => code)).toEqual(['STAP-BEDRAG-TE-HOOG'])
    expect(await asOwner(`select count(*)::int as n from factuur where factuurnummer = '<script>alert(1)</script>'`)).toEqual([{ n: 1 }])
  })

  test.each([
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${eenFactuur()}`, 'utf16le')), { status: 415, code: 'codering', title: 'Uw factuur is niet in UTF-8', detail: 'Sla de factuur op als UTF-8, niet ingepakt (gzip, zip), en stuur haar opnieuw.' }],
    ['gzip', new Uint8Array(gzipSync(eenFactuur())), { status: 415, code: 'codering', title: 'Uw factuur is niet in UTF-8', detail: 'Sla de factuur op als UTF-8, niet ingepakt (gzip, zip), en stuur haar opnieuw.' }],
    ['leeg', '', { status: 400, code: 'leeg', title: 'Er is geen factuur', detail: 'Stuur de factuur als XML in de inhoud van het verzoek.' }],
    ['alleen een BOM', '\ufeff', { status: 400, code: 'leeg', title: 'Er is geen factuur', detail: 'Stuur de factuur als XML in de inhoud van het verzoek.' }],
    ['60 MB', 'x'.repeat(60 * 1024 * 1024), { status: 413, code: 'te-groot', title: 'Uw factuur is te groot', detail: 'Stuur hoogstens 2 MB. Laat bijlagen weg, en zet de opleiding op één regel.' }],
  ] as const)('%s: geen factuur, dus er wordt niets bewaard', async (_, body, antwoordt) => {
    const voor = await stand()
    expect(await stuur(body)).toMatchObject({ ...antwoordt, fouten: [] })
    expect(await stand()).toEqual(voor)
  })

  test('met een BOM ervoor mag het; en daarna is de opdracht gefactureerd', async () => {
    const { url, headers } = machineRequest('/api/v1/facturen', { token, method: 'POST', body: 'x', headers: { 'content-type': 'application/xml' } })
    const response = await postFactuur(new Request(url, { method: 'POST', headers, body: `\ufeff${goed()}` }))
    expect([response.status, await response.json()]).toEqual([201, { id: expect.any(String), toestand: 'gematcht' }])
    expect(await stand()).toMatchObject({ order: 'gefactureerd', gematcht: 1 })
  })
})
