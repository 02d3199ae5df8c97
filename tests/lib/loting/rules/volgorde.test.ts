import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calculateVolgorde, ticketText, zaadText } from '@/lib/loting/rules/volgorde'

const sha256 = (text: string) => createHash('sha256').update(text).digest()
const hex = (text: string) => createHash('sha256').update(text).digest('hex')
const ZAAD = '0'.repeat(64)

describe('de volgorde van een loting (Awb 4:26: de verdeelwijze is vooraf bekendgemaakt)', () => {
  test('de tekst van een lot is zaad, trekking, lot en kaart, zodat iedereen haar kan narekenen', () => {
    expect(ticketText(ZAAD, 'alle', 'a1', 1)).toBe(`${ZAAD}:alle:a1:1`)
  })
  test('wie de laagste uitkomst heeft, is de eerste', () => {
    const lots = ['a1', 'b2', 'c3', 'd4']
    const expected = [...lots].sort((a, b) => (hex(`${ZAAD}:alle:${a}:1`) < hex(`${ZAAD}:alle:${b}:1`) ? -1 : 1))
    const volgorde = calculateVolgorde(lots.map((lot) => ({ lot, gewicht: 1 })), { zaad: ZAAD, trekking: 'alle' }, sha256)
    expect([...volgorde].map((index) => lots[index])).toEqual(expected)
  })
  test('een vaste uitkomst voor een vast zaad: zo verandert de regel nooit ongemerkt', () => {
    const lots = ['00', '01', '02', '03', '04', '05', '06', '07']
    const volgorde = calculateVolgorde(lots.map((lot) => ({ lot, gewicht: 1 })), { zaad: 'ab'.repeat(32), trekking: 'alle' }, sha256)
    expect([...volgorde]).toEqual(VAST)
  })
  test('de volgorde hangt niet af van de volgorde van de lijst', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{4,8}$/), { maxLength: 30 }), (lots) => {
      const draw = (list: readonly string[]) =>
        [...calculateVolgorde(list.map((lot) => ({ lot, gewicht: 1 })), { zaad: ZAAD, trekking: 'x' }, sha256)].map((index) => list[index])
      expect(draw([...lots].reverse())).toEqual(draw(lots))
    }))
  })
  test('bij gelijke uitkomst beslist het lot zelf, en is de volgorde nog steeds volledig', () => {
    const same = () => new Uint8Array(32)
    expect([...calculateVolgorde([{ lot: 'b', gewicht: 1 }, { lot: 'a', gewicht: 1 }], { zaad: ZAAD, trekking: 'x' }, same)]).toEqual([1, 0])
  })
  test('iedereen heeft dezelfde kans: over 2.000 zaden is de eerste plaats gelijk verdeeld over 4 deelnemers', () => {
    const counts = countFirst([1, 1, 1, 1])
    // chi-square with 3 degrees of freedom: 16,27 at p = 0,001
    expect(chiSquare(counts, [500, 500, 500, 500])).toBeLessThan(16.27)
  })
  test('een gewicht van 3 geeft drie keer de kans van een gewicht van 1', () => {
    expect(chiSquare(countFirst([3, 1, 1]), [1200, 400, 400])).toBeLessThan(13.82)
  })
})

describe('het zaad van een loting komt na de lijst', () => {
  test('de hash van de lijst gaat voorop, en de bijdragen staan op alfabet: wie eerst was, maakt niet uit', () => {
    expect(zaadText('lijst', ['b', 'a'])).toBe('lijst:a:b')
    expect(zaadText('lijst', ['a', 'b'])).toBe('lijst:a:b')
  })
})

// computed with another program (hashlib of Python)
const VAST: readonly number[] = [6, 4, 1, 7, 3, 5, 0, 2]

function countFirst(gewichten: readonly number[]): number[] {
  const counts = gewichten.map(() => 0)
  for (let seed = 0; seed < 2_000; seed += 1) {
    const [first = -1] = calculateVolgorde(gewichten.map((gewicht, n) => ({ lot: `lot-${String(n)}`, gewicht })), { zaad: hex(String(seed)), trekking: 'alle' }, sha256)
    counts[first] = (counts[first] ?? 0) + 1
  }
  return counts
}

function chiSquare(seen: readonly number[], expected: readonly number[]): number {
  return seen.reduce((sum, count, n) => sum + (count - (expected[n] ?? 0)) ** 2 / (expected[n] ?? 1), 0)
}
