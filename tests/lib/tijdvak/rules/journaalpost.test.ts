import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInEvenwicht, makePost, POSTEN, type BoekingSoort } from '@/lib/tijdvak/rules/journaalpost'

const soorten = Object.keys(POSTEN).filter((soort): soort is BoekingSoort => Object.hasOwn(POSTEN, soort))

describe('I5: elke boeking is in evenwicht', () => {
  test('reserveren neemt van vrij en geeft aan gereserveerd', () => {
    expect(makePost('reserveer', 93_950, { compartimentId: 'c', aanvraagId: 'a' })).toEqual([
      { compartimentId: 'c', aanvraagId: 'a', rekening: 'vrij', bedragCent: -93_950 },
      { compartimentId: 'c', aanvraagId: 'a', rekening: 'gereserveerd', bedragCent: 93_950 },
    ])
  })

  test('elke post, met elk bedrag', () => {
    fc.assert(
      fc.property(fc.constantFrom(...soorten), fc.integer({ min: 1, max: 5_000_000_000 }), (soort, bedrag) =>
        isInEvenwicht(makePost(soort, bedrag, { compartimentId: 'c' })),
      ),
    )
  })

  test.each([0, -1, 0.5, NaN, 2 ** 53])('%d is geen bedrag om te boeken', (bedrag) => {
    expect(() => makePost('betaal', bedrag, { compartimentId: 'c' })).toThrow(RangeError)
  })

  test('scheef, leeg of met een nul is niet in evenwicht', () => {
    const [af, bij] = makePost('reserveer', 100, { compartimentId: 'c' })
    if (af === undefined || bij === undefined) throw new Error('a post has two lines')
    expect(isInEvenwicht([])).toBe(false)
    expect(isInEvenwicht([af])).toBe(false)
    expect(isInEvenwicht([af, { ...bij, bedragCent: 99 }])).toBe(false)
    expect(isInEvenwicht([af, bij, { ...bij, bedragCent: 0 }])).toBe(false)
    expect(isInEvenwicht([af, bij])).toBe(true)
  })
})
