import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { parseIban, type Iban } from '@/lib/base/iban'
import { cent } from '@/lib/base/money'
import type { Betaalopdracht } from '@/lib/betaling/model'
import { whyNietBetaalbaar, type BetaalFeiten } from '@/lib/betaling/rules/betaalbaar'
import { findAfwijkingen } from '@/lib/betaling/rules/controle-pain001'
import { makeOpdrachtbrief } from '@/lib/betaling/rules/opdrachtbrief'
import { makePain001 } from '@/lib/betaling/rules/pain001'
import { isSepaTekst, toSepaTekst } from '@/lib/betaling/rules/sepa-tekst'
import { findUitvoeringsdag } from '@/lib/betaling/rules/uitvoeringsdag'
import { leesBetaalbestand } from '@/lib/betaling/use-cases/lees-betaalbestand'
import { bytesOf } from '@/lib/platform/bron'

const iban = (tekst: string): Iban => parseIban(tekst) ?? (() => { throw new Error('no IBAN') })()
const opdracht = (anders: Partial<Betaalopdracht> = {}): Betaalopdracht => ({
  msgId: 'BATCH-0000001-42',
  opgesteldOp: new Date('2022-11-21T01:00:00.123Z'),
  uitvoeringsdag: plainDate('2022-11-22'),
  betaler: { naam: 'UWV', iban: iban('NL91ABNA0417164300'), bic: 'ABNANL2A' },
  overboekingen: [
    { endToEndId: 'ORDER-0000002-11', bedrag: cent(100_000), iban: iban('NL20INGB0001234567'), tenaamstelling: 'Vakschool De Ambacht', omschrijving: 'Factuur 2' },
    { endToEndId: 'ORDER-0000001-38', bedrag: cent(93_950), iban: iban('NL20INGB0001234567'), tenaamstelling: 'Vakschool De Ambacht', omschrijving: 'Factuur 1' },
  ],
  ...anders,
})
const gelezen = (xml: string) => leesBetaalbestand(bytesOf({ inhoud: Buffer.from(xml) }))

describe('pain.001.001.09', () => {
  test('is byte voor byte wat de batch zegt, op volgorde van kenmerk', () => {
    expect(makePain001(opdracht())).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>'
      + '<GrpHdr><MsgId>BATCH-0000001-42</MsgId><CreDtTm>2022-11-21T01:00:00Z</CreDtTm><NbOfTxs>2</NbOfTxs><CtrlSum>1939.50</CtrlSum><InitgPty><Nm>UWV</Nm></InitgPty></GrpHdr>'
      + '<PmtInf><PmtInfId>BATCH-0000001-42-1</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>true</BtchBookg><NbOfTxs>2</NbOfTxs><CtrlSum>1939.50</CtrlSum>'
      + '<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf><ReqdExctnDt><Dt>2022-11-22</Dt></ReqdExctnDt><Dbtr><Nm>UWV</Nm></Dbtr>'
      + '<DbtrAcct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></DbtrAcct><DbtrAgt><FinInstnId><BICFI>ABNANL2A</BICFI></FinInstnId></DbtrAgt><ChrgBr>SLEV</ChrgBr>'
      + '<CdtTrfTxInf><PmtId><InstrId>ORDER-0000001-38</InstrId><EndToEndId>ORDER-0000001-38</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">939.50</InstdAmt></Amt>'
      + '<Cdtr><Nm>Vakschool De Ambacht</Nm></Cdtr><CdtrAcct><Id><IBAN>NL20INGB0001234567</IBAN></Id></CdtrAcct><RmtInf><Ustrd>Factuur 1</Ustrd></RmtInf></CdtTrfTxInf>'
      + '<CdtTrfTxInf><PmtId><InstrId>ORDER-0000002-11</InstrId><EndToEndId>ORDER-0000002-11</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">1000.00</InstdAmt></Amt>'
      + '<Cdtr><Nm>Vakschool De Ambacht</Nm></Cdtr><CdtrAcct><Id><IBAN>NL20INGB0001234567</IBAN></Id></CdtrAcct><RmtInf><Ustrd>Factuur 2</Ustrd></RmtInf></CdtTrfTxInf>'
      + '</PmtInf></CstmrCdtTrfInitn></Document>\n')
  })

  test('dezelfde batch in een andere volgorde geeft dezelfde bytes', () => {
    expect(makePain001(opdracht({ overboekingen: opdracht().overboekingen.toReversed() }))).toBe(makePain001(opdracht()))
  })

  test('tienduizend bedragen tellen op tot op de cent, waar kommagetallen ernaast zitten', () => {
    const overboekingen = Array.from({ length: 10_000 }, (_, i) => ({
      endToEndId: `E${String(i)}`, bedrag: cent(1_010 + (i % 7)), iban: iban('NL20INGB0001234567'), tenaamstelling: 'A', omschrijving: 'B' }))
    const verwacht = overboekingen.reduce((som, { bedrag }) => som + bedrag, 0)
    expect(makePain001(opdracht({ overboekingen }))).toContain(`<CtrlSum>${String(Math.floor(verwacht / 100))}.${String(verwacht % 100).padStart(2, '0')}</CtrlSum>`)
  })

  test.each([
    ['geen overboekingen', { overboekingen: [] }],
    ['een bedrag van nul', { overboekingen: [{ ...opdracht().overboekingen[0], bedrag: cent(0) }] }],
    ['twee keer hetzelfde kenmerk', { overboekingen: [opdracht().overboekingen[0], opdracht().overboekingen[0]] }],
    ['een naam buiten de tekens van SEPA', { overboekingen: [{ ...opdracht().overboekingen[0], tenaamstelling: 'Łukasz' }] }],
    ['een te lang kenmerk', { msgId: 'B'.repeat(34) }],
  ])('%s: er komt geen bestand', (_, anders) => {
    expect(() => makePain001(Object.assign(opdracht(), anders))).toThrow(RangeError)
  })
})

describe('het bestand wordt teruggelezen voordat het weggaat', () => {
  test('zoals het is gemaakt, is er niets mis', async () => {
    expect(findAfwijkingen(await gelezen(makePain001(opdracht())), opdracht())).toEqual([])
  })

  test('ook een groot bestand: 40.000 overboekingen in één keer', async () => {
    const overboekingen = Array.from({ length: 40_000 }, (_, i) => ({
      endToEndId: `ORDER-${String(i)}`, bedrag: cent(1_010 + (i % 7)), iban: iban('NL20INGB0001234567'), tenaamstelling: 'Vakschool De Ambacht', omschrijving: 'STAP-budget' }))
    expect(findAfwijkingen(await gelezen(makePain001(opdracht({ overboekingen }))), opdracht({ overboekingen }))).toEqual([])
  })

  test.each([
    ['een ander bedrag', '939.50</InstdAmt>', '939.51</InstdAmt>', ['sum of the transfers', 'transfer ORDER-0000001-38']],
    ['twee bedragen verwisseld', /939\.50<\/InstdAmt>([\s\S]*)1000\.00<\/InstdAmt>/, '1000.00</InstdAmt>$1939.50</InstdAmt>', ['transfer ORDER-0000002-11', 'transfer ORDER-0000001-38']],
    ['een andere rekening', 'NL20INGB0001234567', 'NL91ABNA0417164300', ['transfer ORDER-0000001-38']],
    ['een andere naam', '<Nm>Vakschool De Ambacht</Nm>', '<Nm>Iemand Anders</Nm>', ['transfer ORDER-0000001-38']],
    ['een andere valuta', 'Ccy="EUR"', 'Ccy="USD"', ['transfer ORDER-0000001-38']],
    ['een ander kenmerk', '<MsgId>BATCH-0000001-42', '<MsgId>BATCH-0000009-42', ['MsgId']],
    ['een verkeerde som', '<CtrlSum>1939.50', '<CtrlSum>1939.51', ['CtrlSum']],
    ['een ander formaat', 'pain.001.001.09"', 'pain.001.001.03"', ['namespace']],
    ['een andere dag', '<Dt>2022-11-22', '<Dt>2022-11-23', ['ReqdExctnDt']],
  ])('%s valt op', async (_, van, naar, afwijkingen) => {
    expect(findAfwijkingen(await gelezen(makePain001(opdracht()).replace(van, naar)), opdracht())).toEqual(afwijkingen)
  })
})

describe('tekst voor de bank: de Latijnse tekens van SEPA', () => {
  test.each([
    ['Müller & Łukasz B.V.', 'Muller + Lukasz B.V.'],
    ['Académie Ça va? Ñandú', 'Academie Ca va? Nandu'],
    ['IJsselland “Opleidingen” – Zwolle', "IJsselland 'Opleidingen' - Zwolle"],
    ['Ĳsbaan straße €5 a@b', 'IJsbaan strasse EUR5 a(at)b'],
    ['//dubbel//streep', 'dubbel/streep'],
    ['regel\r\neinde\ttab', 'regel einde tab'],
    ['Школа 学校', '..... ..'],
    ['<script>', '.script.'],
  ])('%s wordt %s', (tekst, verwacht) => {
    expect(toSepaTekst(tekst, 70)).toBe(verwacht)
  })

  test('wat eruit komt, mag altijd zo naar de bank', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom(35, 70, 140), (tekst, lengte) => {
      const latijn = toSepaTekst(tekst, lengte)
      expect(latijn.length).toBeLessThanOrEqual(lengte)
      expect(latijn === '' || isSepaTekst(latijn, lengte), latijn).toBe(true)
    }))
  })
})

describe('wanneer er wordt betaald', () => {
  test.each([
    ['maandag wordt dinsdag', '2022-11-21', '2022-11-22'],
    ['vrijdag wordt maandag', '2022-11-25', '2022-11-28'],
    ['Witte Donderdag wordt de dinsdag na Pasen', '2022-04-14', '2022-04-19'],
    ['24 december 2026 wordt maandag', '2026-12-24', '2026-12-28'],
    ['op 1 mei is T2 dicht', '2024-04-30', '2024-05-02'],
  ])('%s', (_, dag, uitvoering) => {
    expect(findUitvoeringsdag(plainDate(dag))).toBe(uitvoering)
  })

  const feiten: BetaalFeiten = { beletsels: [], startdatum: plainDate('2022-12-05'), dagenVoorStart: 21, vandaag: plainDate('2022-11-21') }
  test.each([
    ['alles klopt', {}, []],
    ['de start is verschoven', { startdatum: plainDate('2023-01-09') }, ['te-vroeg']],
    ['drie weken ervoor mag', { startdatum: plainDate('2022-12-12') }, []],
    ['Awb 4:56: een opschorting houdt een betaling tegen', { beletsels: ['opgeschort'] }, ['opgeschort']],
    ['meer dan een reden: allemaal', { startdatum: plainDate('2023-01-09'), beletsels: ['gaat-niet-door', 'rekening-klopt-niet'] }, ['te-vroeg', 'gaat-niet-door', 'rekening-klopt-niet']],
  ] as const)('%s', (_, anders, redenen) => {
    expect(whyNietBetaalbaar({ ...feiten, ...anders })).toEqual(redenen)
  })

  test('de opdracht noemt het bedrag, het nummer en wat de opleider doet', () => {
    const { onderwerp, inhoud } = makeOpdrachtbrief({
      ordernummer: 'ORDER-0000001-38', bedrag: '€ 939,50', opleiding: 'Lassen', start: 'maandag 5 december 2022', vanaf: 'maandag 14 november 2022', isAlTeFactureren: false, waarom: 'nieuw', betaalweken: 6, aanvraagKenmerk: 'STAP-0000001-25',
      opleider: { naam: 'Vakschool', adres: 'Werkplaats 12', plaats: '3511 AA Utrecht' },
    })
    expect(onderwerp).toBe('Opdracht ORDER-0000001-38: u kunt een factuur sturen')
    expect(inhoud.kern).toBe('Een deelnemer heeft STAP-budget gekregen voor uw opleiding ‘Lassen’. UWV betaalt u € 939,50, met btw.')
    expect(inhoud.betekenis, 'Awb 4:87 lid 1: de termijn om te betalen').toEqual([
      'De opleiding start op maandag 5 december 2022. U kunt de factuur sturen vanaf maandag 14 november 2022.', 'Wij betalen binnen 6 weken nadat wij uw factuur kregen. Betalen wij later? Dan krijgt u rente.',
    ])
  })

  test('een opdracht die terugkomt na een herroeping zegt dat er nu een factuur kan komen, en dat de opleider één keer wordt betaald', () => {
    const { onderwerp, inhoud } = makeOpdrachtbrief({
      ordernummer: 'ORDER-0000002-35', bedrag: '€ 939,50', opleiding: 'Lassen', start: 'maandag 5 december 2022', vanaf: 'maandag 14 november 2022', isAlTeFactureren: true, waarom: 'hersteld', betaalweken: 6,
      aanvraagKenmerk: 'STAP-0000001-25', opleider: { naam: 'Vakschool', adres: 'Werkplaats 12', plaats: '3511 AA Utrecht' },
    })
    expect(onderwerp).toBe('Opdracht ORDER-0000002-35: u kunt een factuur sturen')
    expect(inhoud.kern).toBe('Een deelnemer heeft het STAP-budget voor uw opleiding ‘Lassen’ terug. Dit is een nieuwe opdracht: UWV betaalt u hoogstens € 939,50, met btw.')
    expect(inhoud.betekenis[0]).toBe('De startdatum is maandag 5 december 2022. U kunt de factuur nu sturen.')
    expect(inhoud.doen.at(-1)).toBe('Betaalde de deelnemer u zelf al? Geef dat geld terug zodra wij u hebben betaald. U krijgt de opleiding één keer betaald.')
  })
})
