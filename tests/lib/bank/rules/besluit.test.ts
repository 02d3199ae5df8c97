import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { kiesUitgevoerd, verdeel } from '@/lib/bank/rules/besluit'
import { laatsteStilleDag } from '@/lib/bank/rules/stil'
import { bundel } from '@/lib/bank/rules/vraagbundel'

const weiger = (reden: string) => ({ ok: false, redenen: [reden] })
const EEN = 'VORD-0000001-91'
const TWEE = 'VORD-0000002-88'

describe('een ontvangst wordt helemaal verdeeld, op de cent', () => {
  test('één kenmerk zonder bedrag krijgt alles; het mag slordig zijn geschreven', () => {
    expect(verdeel(cent(10_000), [{ kenmerk: 'vord 0000001 91', bedrag: null }])).toEqual({ ok: true, value: [{ kenmerk: EEN, bedrag: 10_000 }] })
  })
  test('twee kenmerken met samen het bedrag', () => {
    expect(verdeel(cent(10_000), [{ kenmerk: EEN, bedrag: cent(9_999) }, { kenmerk: TWEE, bedrag: cent(1) }])).toMatchObject({ ok: true })
  })
  test.each([
    ['een cent te weinig', [{ kenmerk: EEN, bedrag: cent(9_998) }, { kenmerk: TWEE, bedrag: cent(1) }], 'verdeling-telt-niet-op'],
    ['één kenmerk met een ander bedrag', [{ kenmerk: EEN, bedrag: cent(9_000) }], 'verdeling-telt-niet-op'],
    ['een tweede zonder bedrag', [{ kenmerk: EEN, bedrag: cent(9_000) }, { kenmerk: TWEE, bedrag: null }], 'verdeling-telt-niet-op'],
    ['twee keer hetzelfde kenmerk', [{ kenmerk: EEN, bedrag: cent(5_000) }, { kenmerk: EEN, bedrag: cent(5_000) }], 'kenmerk-dubbel'],
    ['een verkeerd controlegetal', [{ kenmerk: 'VORD-0000001-92', bedrag: null }], 'kenmerk-onbekend'],
    ['niets ingevuld', [], 'kenmerk-onbekend'],
  ])('%s: geweigerd', (_, delen, reden) => {
    expect(verdeel(cent(10_000), delen)).toEqual(weiger(reden))
  })
})

describe('wat de bank uitvoerde is op de cent wat zij afschreef', () => {
  const onderweg = [1, 2, 3].map((nummer) => ({ id: String(nummer), endToEndId: `O-${String(nummer)}`, bedragCent: 50_000 + nummer }))
  test('zonder de genoemde betaling klopt het', () => {
    expect(kiesUitgevoerd(cent(100_004), onderweg, ['O-2'])).toEqual({ ok: true, value: { uitgevoerd: [onderweg[0], onderweg[2]], afgewezen: [onderweg[1]] } })
  })
  test.each([
    ['de verkeerde genoemd: een cent verschil', ['O-1'], 'batch-telt-niet-op'],
    ['niets genoemd', [], 'batch-telt-niet-op'],
    ['een betaling van een andere batch', ['O-9'], 'betaling-niet-in-batch'],
  ])('%s: geweigerd', (_, namen, reden) => {
    expect(kiesUitgevoerd(cent(100_004), onderweg, namen)).toEqual(weiger(reden))
  })
  test('er is niets onderweg', () => { expect(kiesUitgevoerd(cent(1), [], [])).toEqual(weiger('niets-onderweg')) })
})

describe('twee werkdagen na de uitvoeringsdag moet de bank hebben geantwoord (BW 7:537 lid 1)', () => {
  test.each([
    ['op donderdag: die van maandag', '2026-11-26', '2026-11-23'],
    ['op maandag: die van woensdag, het weekend telt niet', '2026-11-23', '2026-11-18'],
    ['op 1 mei verrekenen banken niet met elkaar', '2026-05-04', '2026-04-28'],
    ['na Kerstmis', '2026-12-30', '2026-12-27'],
  ])('%s', (_, vandaag, verwacht) => {
    expect(laatsteStilleDag(plainDate(vandaag), 2)).toBe(verwacht)
  })
})

test('35.000 keer hetzelfde gezegd is één vraag; een andere reden is een andere vraag', () => {
  const meldingen = Array.from({ length: 35_000 }, (_, index) => ({ soort: 'afgewezen' as const, code: index === 0 ? 'AC04' : 'AC01', betalingId: String(index) }))
  expect(bundel(meldingen).map(({ code, meldingen: deel }) => [code, deel.length])).toEqual([['AC04', 1], ['AC01', 34_999]])
})
