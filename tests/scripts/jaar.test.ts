import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { Boekhouding } from '@/scripts/simulatie/jaar/boekhouding'
import { BANKEN, FACTUREN, lotVan, TERUGBETALINGEN, VERLOPEN } from '@/scripts/simulatie/jaar/lot'
import { isJaar, readJaarOpties } from '@/scripts/simulatie/jaar/opties'
import { Bank, maakStatusbericht } from '@/scripts/storing/bank'

describe('the lot of a grant', () => {
  const loten = Array.from({ length: 600 }, (_, nummer) => lotVan(2023, nummer))

  test('is the same with the same seed and number, and another with another', () => {
    expect(lotVan(2023, 17)).toEqual(loten[17])
    expect(Array.from({ length: 600 }, (_, nummer) => lotVan(2024, nummer))).not.toEqual(loten)
  })

  test('has everything that can happen in a few hundred grants', () => {
    expect(new Set(loten.map(({ verloop }) => verloop))).toEqual(new Set(Object.keys(VERLOPEN)))
    expect(new Set(loten.map(({ factuur }) => factuur))).toEqual(new Set(Object.keys(FACTUREN)))
    expect(new Set(loten.map(({ bank }) => bank))).toEqual(new Set(Object.keys(BANKEN)))
    expect(new Set(loten.map(({ terugbetaling }) => terugbetaling))).toEqual(new Set(Object.keys(TERUGBETALINGEN)))
  })

  test('leaves who stops at an exact stage alone on the way to it', () => {
    expect(loten.filter(({ verloop }) => verloop.startsWith('stopt-')).every(({ factuur, bank, factuurNaDagen }) => factuur === 'goed' && bank === 'goed' && factuurNaDagen === 0)).toBe(true)
  })
})

describe('the arguments of a year', () => {
  test('are recognised in both spellings', () => {
    expect([isJaar(['--modus', 'jaar']), isJaar(['--modus=jaar']), isJaar(['--modus', 'loting']), isJaar([])]).toEqual([true, true, false, false])
  })

  test('give all tijdvakken of the year, or one', () => {
    expect(readJaarOpties(['--modus', 'jaar'])).toEqual({ jaar: 2023, tijdvakken: ['2023-I', '2023-II', '2023-III', '2023-IV', '2023-V'], aanvragers: 400, seed: 2023 })
    expect(readJaarOpties(['--modus', 'jaar', '--preset', '2023-IV', '--aanvragers', '30', '--seed', '7'])).toEqual({ jaar: 2023, tijdvakken: ['2023-IV'], aanvragers: 30, seed: 7 })
  })

  test('say what is wrong with them', () => {
    expect(readJaarOpties(['--modus', 'jaar', '--preset', '2022-V'])).toContain('2022-V is geen tijdvak van 2023')
    expect(readJaarOpties(['--modus', 'jaar', '--aanvragers', '0'])).toBe('--aanvragers: vul een geheel getal in van 1 tot en met 20000.')
    expect(readJaarOpties(['--modus', 'jaar', '--aanvragers', 'veel'])).toContain('vul een geheel getal in')
    expect(readJaarOpties(['--modus', 'jaar', '--bedrag', '3'])).toContain('Een jaar van geld: npm run simulatie')
  })
})

test('what a year counts stands in order, with how often and how much', () => {
  const telling = new Boekhouding()
  telling.tel('verleend', 93_950)
  telling.tel('afschrift')
  telling.tel('verleend', 100_000)
  expect(telling.inhoud()).toEqual({ afschrift: { aantal: 1, cent: 0 }, verleend: { aantal: 2, cent: 193_950 } })
  expect(Object.keys(telling.inhoud())).toEqual(['afschrift', 'verleend'])
  expect(telling.op('niets')).toEqual({ aantal: 0, cent: 0 })
})

describe('the bank of the play', () => {
  const mappen: string[] = []
  afterEach(() => { for (const map of mappen.splice(0)) rmSync(map, { recursive: true, force: true }) })

  function eenBank(): { bank: Bank; uit: (naam: string, inhoud: string) => void; map: string } {
    const map = mkdtempSync(path.join(tmpdir(), 'stap-bank-'))
    mappen.push(map)
    mkdirSync(path.join(map, 'bank', 'uit'), { recursive: true })
    return { map, bank: new Bank(map, 'NL91ABNA0417164300', { saldo: 500_000, nummer: 7 }), uit: (naam, inhoud) => { writeFileSync(path.join(map, 'bank', 'uit', naam), inhoud) } }
  }

  const order = (eind: string, bedrag: string) => `<EndToEndId>${eind}</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">${bedrag}</InstdAmt>`
  const bestand = `<Document><MsgId>BATCH-1</MsgId>${order('ORDER-1', '939.50')}${order('ORDER-2', '0.01')}</Document>`

  test('carries an order out once, whatever the order in which it comes again', () => {
    const { bank, uit } = eenBank()
    uit('a.xml', bestand)
    expect(bank.haalOp()).toEqual([{ msgId: 'BATCH-1', regels: [{ endToEndId: 'ORDER-1', cent: -93_950 }, { endToEndId: 'ORDER-2', cent: -1 }] }])
    uit('b.xml', bestand)
    expect(bank.haalOp()).toEqual([])
    uit('c.xml', bestand.replace('939.50', '939.51'))
    expect(bank.haalOp()).toEqual([])
    expect(bank.bezwaren).toEqual(['opdracht BATCH-1 kwam twee keer met een andere inhoud'])
  })

  test('writes statements that go on where the last one ended, with a batch as one sum, a return and a receipt', () => {
    const { bank, map } = eenBank()
    bank.dag = '2023-05-08'
    const eerste = bank.maakAfschrift([{ cent: -93_951, batch: 'BATCH-1-1' }, { endToEndId: 'ORDER-1', cent: 93_950, retour: 'AC04' }])
    expect(eerste.inhoud).toContain('<ElctrncSeqNb>8</ElctrncSeqNb>')
    expect(eerste.inhoud).toContain('<Amt Ccy="EUR">5000.00</Amt>')
    expect(eerste.inhoud).toContain('<BookgDt><Dt>2023-05-08</Dt></BookgDt><NtryDtls><Btch><PmtInfId>BATCH-1-1</PmtInfId></Btch></NtryDtls>')
    expect(eerste.inhoud).toContain('<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>')
    expect(bank.stand).toBe(499_999)
    const tweede = bank.maakAfschrift([{ cent: 2_500, omschrijving: 'Terugbetaling VORD-0000001-22' }])
    expect(tweede.inhoud).toContain('<Amt Ccy="EUR">4999.99</Amt>')
    expect(tweede.inhoud).toContain('<Ustrd>Terugbetaling VORD-0000001-22</Ustrd>')
    bank.lever(tweede)
    expect(readFileSync(path.join(map, 'bank', 'in', tweede.naam), 'utf8')).toBe(tweede.inhoud)
    expect(bank.stand).toBe(502_499)
  })

  test('refuses single payments in its answer to an order', () => {
    expect(maakStatusbericht('BATCH-1', [{ endToEndId: 'ORDER-1', isAfgewezen: true }, { endToEndId: 'ORDER-2', isAfgewezen: false }]).inhoud)
      .toMatch(/ORDER-1<\/OrgnlEndToEndId><TxSts>RJCT<\/TxSts>.*AC04.*ORDER-2<\/OrgnlEndToEndId><TxSts>ACSP/)
  })
})
