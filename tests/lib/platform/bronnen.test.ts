import { describe, expect, test } from 'vitest'
import { BronFout, type Bron } from '@/lib/platform/bron'
import { detectScheiding, lookAtCsv, readCsv } from '@/lib/platform/csv'
import { TABEL_LIMITS, type Tabelrij } from '@/lib/platform/tabel'
import { openZip } from '@/lib/platform/unzip'
import { readXlsx } from '@/lib/platform/xlsx'
import { readXmlStappen } from '@/lib/platform/xml-stream'
import { anXlsx, aZip, withDirectory } from '@/tests/builders/archief'

/** Files that are wrong, on purpose or not: each is refused with its reason, or read whole. */

const bron = (inhoud: string | Buffer): Bron => ({ inhoud: Buffer.from(inhoud) })
async function reasonOf(run: () => Promise<unknown>): Promise<string> {
  try {
    await run()
    return 'gelezen'
  } catch (fault) {
    if (fault instanceof BronFout) return fault.reden
    throw fault
  }
}
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
const csv = async (inhoud: string | Buffer): Promise<Tabelrij[]> => all(readCsv(bron(inhoud), await lookAtCsv(bron(inhoud))))

describe('CSV', () => {
  test.each([
    ['puntkomma', 'a;b\n1,50;x\n', ';'], ['komma', 'a,b\n1,2\n', ','], ['tab', 'a\tb\n1\t2\n', '\t'], ['streep', 'a|b\n1|2\n', '|'],
    ['een komma in elk bedrag wint niet', 'code;prijs;plaats\nA;1,50;x\nB;2,50;y\n', ';'], ['puntkomma’s in een tekst winnen niet', 'a,b,c\n"x;y;z",1,2\n"p;q",3,4\n', ','], ['sep=', 'sep=|\na|b,c,d\n', '|'],
  ])('scheiding: %s', (_, tekst, scheiding) => {
    expect(detectScheiding(tekst)).toBe(scheiding)
  })

  test('elke rij kent haar regel, ook na een tekst met regeleinden; lege regels tellen mee en worden overgeslagen', async () => {
    expect(await csv('code;tekst\r\nA;"eerste\r\ntweede ""regel"""\r\n\r\n;\r\nB;x\r\n')).toEqual([
      { regel: 1, cellen: ['code', 'tekst'] }, { regel: 2, cellen: ['A', 'eerste\ntweede "regel"'] }, { regel: 6, cellen: ['B', 'x'] },
    ])
  })

  test.each([
    ['UTF-8', Buffer.from('naam;x\ncafé;1\n')],
    ['UTF-8 met BOM', Buffer.from('\ufeffnaam;x\ncafé;1\n')],
    ['Windows-1252', Buffer.from('naam;x\ncafé;1\n', 'latin1')],
    ['UTF-16 van Excel', Buffer.from('\ufeffnaam;x\ncafé;1\n', 'utf16le')],
  ])('codering: %s', async (_, inhoud) => {
    expect((await csv(inhoud)).map(({ cellen }) => cellen[0])).toEqual(['naam', 'café'])
  })

  test('het euroteken van Windows-1252', async () => {
    expect((await csv(Buffer.from([...Buffer.from('a;b\n'), 0x80, ...Buffer.from(' 12;x\n')])))[1]?.cellen[0]).toBe('€ 12')
  })

  test.each([
    ['leeg', ''], ['leeg', ' \n \n'], ['nul', 'a;b\n1;\0\n'], ['utf16-zonder-bom', Buffer.from('naam;waarde\n', 'utf16le')], ['codering', Buffer.from([0x61, 0x3b, 0x81, 0x0a])],
    ['csv-aanhaling', 'a;b\n"x;1\ny;2\n'], ['csv-aanhaling', 'a;b\n"x"y;1\n'], ['te-veel-kolommen', `${'x;'.repeat(1_000)}\n`], ['rij-te-groot', `a;b\n${'x'.repeat(1_100_000)};1\n`],
    ['te-veel-kolommen', `a;b\n${';'.repeat(1_000_000)}\n`],
  ])('geweigerd: %s', async (reden, inhoud) => {
    expect(await reasonOf(() => csv(inhoud))).toBe(reden)
  })
})

describe('ZIP', () => {
  const limits = { maxBestanden: 10, maxBytes: 20 * 1024 * 1024 }
  const open = async (zip: Buffer) => {
    const archief = await openZip(bron(zip), limits)
    for (const bestand of archief.bestanden) await all(bestand.open())
    archief.close()
  }

  test('een gewoon archief', async () => {
    const archief = await openZip(bron(await aZip({ 'a.json': '{}', 'map/b.json': '[]' })), limits)
    expect(archief.bestanden.map(({ naam, bytes }) => [naam, bytes])).toEqual([['a.json', 2], ['map/b.json', 2]])
    const [, tweede] = archief.bestanden
    expect(tweede === undefined ? '' : Buffer.concat(await all(tweede.open())).toString()).toBe('[]')
    archief.close()
  })

  test('een bom: 15 MB nullen in 15 kB, of honderd keer meer dan mag', async () => {
    expect(await reasonOf(async () => open(await aZip({ 'a.json': Buffer.alloc(15 * 1024 * 1024) })))).toBe('zip-bom')
    expect(await reasonOf(async () => open(await aZip({ 'a.json': Buffer.alloc(9 * 1024 * 1024), 'b.json': Buffer.alloc(9 * 1024 * 1024), 'c.json': Buffer.alloc(9 * 1024 * 1024) })))).toBe('zip-te-groot')
  })

  test('een archief dat liegt over de grootte van wat erin zit', async () => {
    const liar = withDirectory(await aZip({ 'a.json': Buffer.alloc(500_000, 'x') }), (entry) => { entry.writeUInt32LE(100, 24) })
    expect(await reasonOf(() => open(liar))).toBe('zip-kapot')
  })

  test.each([
    ['zip-te-veel', () => aZip(Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`${String(n)}.json`, '{}'])))],
    ['zip-koppeling', () => aZip({ 'a.json': '/etc/passwd' }, { mode: 0o120777 })],
    ['zip-dubbel', () => aZip({ 'a.json': '{}', 'A.json': '{}' })],
    ['zip-pad', async () => Buffer.from((await aZip({ 'xxxx.json': '{}' })).toString('latin1').replaceAll('xxxx.json', '../x.json'), 'latin1')],
    ['zip-pad', async () => Buffer.from((await aZip({ 'xxxx.json': '{}' })).toString('latin1').replaceAll('xxxx.json', '/xxx.json'), 'latin1')],
    ['zip-versleuteld', async () => withDirectory(await aZip({ 'a.json': '{}' }), (entry) => { entry.writeUInt16LE(entry.readUInt16LE(8) | 1, 8) })],
    ['zip-overlap', async () => withDirectory(await aZip({ 'a.json': '{"a":1}', 'b.json': '{"b":1}' }), (entry, index) => { if (index === 1) entry.writeUInt32LE(4, 42) })],
    ['zip-kapot', async () => (await aZip({ 'a.json': '{}' })).subarray(0, 60)],
    ['zip-kapot', () => Promise.resolve(Buffer.from('geen archief'))],
  ])('geweigerd: %s', async (reden, make) => {
    const zip = await make()
    expect(await reasonOf(() => open(zip))).toBe(reden)
  })
})

describe('XLSX', () => {
  const read = async (zip: Promise<Buffer>) => all(readXlsx(bron(await zip)))

  test('teksten, getallen, datums en lege cellen; een formule is haar uitkomst en wordt nooit berekend', async () => {
    expect(await read(anXlsx([
      ['code', '', 'prijs', 'datum', 'tekst'],
      ['A & B', 12, 939.5, { dag: 44_866 }, { xml: (plek) => `<c r="${plek}" t="inlineStr"><is><t>los</t></is></c>` }],
      [],
      [{ xml: (plek) => `<c r="${plek}" t="str"><f>HYPERLINK("http://x","y")</f><v>uitkomst</v></c>` }, { xml: (plek) => `<c r="${plek}"><f>1/3*3</f><v>0.99999999999999994</v></c>` },
        { xml: (plek) => `<c r="${plek}"><f>A1</f></c>` }, { xml: (plek) => `<c r="${plek}" t="e"><v>#N/A</v></c>` }, { xml: (plek) => `<c r="${plek}" t="b"><v>1</v></c>` }],
    ]))).toEqual([
      { regel: 1, cellen: ['code', '', 'prijs', 'datum', 'tekst'] },
      { regel: 2, cellen: ['A & B', '12', '939,5', '2022-11-01', 'los'] },
      { regel: 4, cellen: ['uitkomst', '1', '', '#N/A', 'ja'] },
    ])
  })

  test('een werkmap die vanaf 1904 telt, en een verborgen eerste blad', async () => {
    expect((await read(anXlsx([[{ dag: 43_404 }]], { workbookPr: '<workbookPr date1904="1"/>' })))[0]?.cellen).toEqual(['2022-11-01'])
    expect(await read(anXlsx([['zichtbaar']], { sheets: '<sheet name="Weg" sheetId="2" state="hidden" r:id="rId9"/><sheet name="Aanbod" sheetId="1" r:id="rId1"/>' }))).toHaveLength(1)
  })

  test.each([
    ['xml-doctype', anXlsx([], { sheet: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>' })],
    ['xml-kapot', anXlsx([], { sheet: '<worksheet><sheetData><row>' })],
    ['te-veel-kolommen', anXlsx([Array.from({ length: TABEL_LIMITS.kolommen + 1 }, () => 'x')])],
    ['geen-werkblad', aZip({ 'a.json': '{}' })],
    ['geen-werkblad', anXlsx([], { sheets: '<sheet name="Weg" sheetId="1" state="veryHidden" r:id="rId1"/>' })],
    ['zip-kapot', Promise.resolve(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))],
    ['zip-bom', anXlsx([], { sheet: `<worksheet><sheetData>${'<row></row>'.repeat(1_500_000)}</sheetData></worksheet>` })],
  ])('geweigerd: %s', async (reden, zip) => {
    const inhoud = await zip
    expect(await reasonOf(() => all(readXlsx(bron(inhoud))))).toBe(reden)
  })
})

describe('XML', () => {
  async function* pieces(text: string | Buffer): AsyncGenerator<Uint8Array> {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; at += 7) yield await Promise.resolve(bytes.subarray(at, at + 7))
  }

  test('elementen met hun namespace, attributen en teksten, ook als een teken over twee stukken valt', async () => {
    expect((await all(readXmlStappen(pieces('<?xml version="1.0" encoding="UTF-8"?>\n<p:a xmlns:p="urn:x" n="1">café <b/></p:a>')))).flat()).toEqual([
      { soort: 'open', naam: 'a', uri: 'urn:x', attributen: { n: '1' }, regel: 2 },
      { soort: 'tekst', tekst: 'café ' }, { soort: 'open', naam: 'b', uri: '', attributen: {}, regel: 2 }, { soort: 'sluit', naam: 'b' }, { soort: 'sluit', naam: 'a' },
    ])
  })

  test.each([
    ['xml-doctype', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['xml-doctype', `<!DOCTYPE a [<!ENTITY x "${'y'.repeat(1000)}">]><a>${'&x;'.repeat(1000)}</a>`],
    ['xml-kapot', '<a>&onbekend;</a>'], ['xml-kapot', '<a><b></a>'], ['xml-kapot', '<a/><b/>'], ['xml-kapot', 'geen xml'],
    ['codering', Buffer.from('\ufeff<a/>', 'utf16le')], ['codering', '<?xml version="1.0" encoding="UTF-7"?><a/>'], ['codering', Buffer.from('<a>café</a>', 'latin1')],
    ['xml-te-diep', '<a>'.repeat(100)], ['xml-te-groot-element', `<a ${Array.from({ length: 200 }, (_, n) => `a${String(n)}="1"`).join(' ')}/>`], ['xml-te-groot-element', `<a>${'x'.repeat(1_100_000)}</a>`],
  ])('geweigerd: %s', async (reden, text) => {
    expect(await reasonOf(() => all(readXmlStappen(pieces(text))))).toBe(reden)
  })
})
