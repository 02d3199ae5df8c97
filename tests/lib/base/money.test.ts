import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cent, formatBedrag, parseBedrag, sum } from '@/lib/base/money'

describe('I5: geld is een geheel aantal centen', () => {
  test.each([0.5, NaN, Infinity, 2 ** 53])('%s is geen bedrag', (amount) => {
    expect(() => cent(amount)).toThrow(RangeError)
  })

  test('min nul wordt nul', () => {
    expect(Object.is(cent(-0), 0)).toBe(true)
  })

  test('optellen', () => {
    expect(sum([cent(100_000), cent(-93_950)])).toBe(6_050)
    expect(sum([])).toBe(0)
  })
})

describe('een bedrag lezen zoals mensen het schrijven', () => {
  test.each([
    ['0', 0],
    ['1000', 100_000],
    ['1.000', 100_000],
    ['939,50', 93_950],
    ['€ 12,-', 1_200],
    ['€12,--', 1_200],
    ['€\u00a01.234.567,89', 123_456_789],
    [' 0,05 ', 5],
    ['21.474.836,47', 2_147_483_647],
  ])('%s', (text, expected) => {
    expect(parseBedrag(text)).toBe(expected)
  })

  test.each([
    '', ' ', '-', '-0', '-5', '+5', '1e3', '0x10', 'NaN', 'Infinity', '10.5', '10.50', '1.00', '1.0000', '1,000', '1,5', ',50', '5,',
    '01', '1 000', '1.000,5', '€', '€ €5', '１０００', '١٠', '12,-0', '21.474.836,48', '99999999999999999999', '1\n2',
  ])('weigert %j', (text) => {
    expect(parseBedrag(text)).toBeUndefined()
  })

  test('wat wij schrijven, lezen wij terug', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), (n) => parseBedrag(formatBedrag(cent(n))) === n))
  })

  test('geen enkele tekst laat het lezen mislukken', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789.,-€ e') })), (text) => {
        const amount = parseBedrag(text)
        return amount === undefined || Number.isSafeInteger(amount)
      }),
    )
  })
})

describe('een bedrag schrijven', () => {
  test.each([
    [0, '€ 0'],
    [5, '€ 0,05'],
    [93_950, '€ 939,50'],
    [100_000, '€ 1.000'],
    [4_850_000_000, '€ 48.500.000'],
    [-1_250, '€ -12,50'],
  ])('%i cent', (amount, expected) => {
    expect(formatBedrag(cent(amount))).toBe(expected)
  })
})

test('in een kolom staan bedragen met hun centen onder elkaar', () => {
  expect([0, 5, 93_950, 100_000, -125_000].map((bedrag) => formatBedrag(cent(bedrag), true))).toEqual(['€ 0,00', '€ 0,05', '€ 939,50', '€ 1.000,00', '€ -1.250,00'])
})
