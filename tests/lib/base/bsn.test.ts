import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBsn } from '@/lib/base/bsn'

describe('een BSN doorstaat de elfproef', () => {
  test.each([
    ['111222333', '111222333'],
    ['123456782', '123456782'],
    ['1234.56.782', '123456782'],
    [' 123 456 782 ', '123456782'],
    ['010000002', undefined],
    ['010000008', '010000008'],
  ])('%j', (text, expected) => {
    expect(parseBsn(text)).toBe(expected)
  })

  test.each([
    '000000000', '123456789', '12345678', '1234567820', '', '１２３４５６７８２', '١٢٣٤٥٦٧٨٢', '12345678a', '-123456782', '123456782\n', '1.23456782e8',
  ])('weigert %j', (text) => {
    expect(parseBsn(text)).toBeUndefined()
  })

  test('één verkeerd cijfer of twee verwisselde buren vallen op', () => {
    const valid = fc.integer({ min: 1, max: 99_999_999 }).map(String).map((n) => complete(n.padStart(8, '0'))).filter((bsn) => bsn !== undefined)
    fc.assert(
      fc.property(valid, fc.nat(8), fc.integer({ min: 1, max: 9 }), (bsn, place, shift) => {
        const digits = [...bsn].map(Number)
        const other = digits.with(place, ((digits[place] ?? 0) + shift) % 10).join('')
        return parseBsn(bsn) === bsn && parseBsn(other) === undefined
      }),
    )
    fc.assert(
      fc.property(valid, fc.nat(7), (bsn, place) => {
        const [one, two] = [bsn[place] ?? '', bsn[place + 1] ?? '']
        fc.pre(one !== two)
        return parseBsn(bsn.slice(0, place) + two + one + bsn.slice(place + 2)) === undefined
      }),
    )
  })
})

/** The eight digits with their check digit; undefined when it would have to be ten. */
function complete(eight: string): string | undefined {
  const total = [...eight].reduce((sum, digit, index) => sum + (9 - index) * Number(digit), 0)
  return total % 11 === 10 ? undefined : `${eight}${String(total % 11)}`
}
