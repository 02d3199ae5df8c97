import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeKenmerk, parseKenmerk } from '@/lib/base/kenmerk'

const number = fc.integer({ min: 0, max: 99_999_999 })
const anyKenmerk = fc.tuple(fc.constantFrom('STAP', 'BES', 'INK'), number)

describe('een kenmerk met controlegetal (ISO 7064)', () => {
  test.each([
    ['STAP', 123, 'STAP-0000123-44'],
    ['BES', 0, 'BES-0000000-75'],
  ])('%s %i', (prefix, nummer, expected) => {
    expect(makeKenmerk(prefix, nummer)).toBe(expected)
    expect(parseKenmerk(prefix, expected)).toBe(expected)
  })

  test('het nummer mag groeien', () => {
    const kenmerk = makeKenmerk('STAP', 1_234_567_890)
    expect(kenmerk).toMatch(/^STAP-1234567890-[0-9]{2}$/)
    expect(parseKenmerk('STAP', kenmerk)).toBe(kenmerk)
  })

  test.each(['stap-0000123-44', 'STAP 0000123 44', 'STAP000012344', ' stap - OOOO123 - 44 ', 'STAP–0000123–44'])('leest %j', (text) => {
    expect(parseKenmerk('STAP', text)).toBe('STAP-0000123-44')
  })

  test.each(['', 'STAP', '0000123-44', 'BES-0000123-44', 'STAP-123-44', 'STAP-０000123-44', 'STAP-0000123-4', 'STAP-00000000000000000123-44'])(
    'weigert %j',
    (text) => {
      expect(parseKenmerk('STAP', text)).toBeUndefined()
    },
  )

  test.each([['stap', 1], ['', 1], ['STAP', -1], ['STAP', 1.5]])('maakt er geen van %j %d', (prefix, nummer) => {
    expect(() => makeKenmerk(prefix, nummer)).toThrow(RangeError)
  })
})

describe('een vergissing bij het overtypen valt op', () => {
  test('één verkeerd teken', () => {
    const wrong = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ')
    fc.assert(
      fc.property(anyKenmerk, fc.nat(30), wrong, ([prefix, nummer], place, character) => {
        const kenmerk = makeKenmerk(prefix, nummer)
        const index = place % kenmerk.length
        fc.pre(kenmerk[index] !== '-' && kenmerk[index] !== character)
        const typed = kenmerk.slice(0, index) + character + kenmerk.slice(index + 1)
        return parseKenmerk(prefix, typed) === undefined
      }),
      { numRuns: 2_000 },
    )
  })

  test('twee buren in de verkeerde volgorde', () => {
    fc.assert(
      fc.property(anyKenmerk, fc.nat(30), ([prefix, nummer], place) => {
        const compact = makeKenmerk(prefix, nummer).replaceAll('-', '')
        const index = place % (compact.length - 1)
        const [one, two] = [compact[index], compact[index + 1]]
        fc.pre(one !== two)
        const typed = `${compact.slice(0, index)}${two ?? ''}${one ?? ''}${compact.slice(index + 2)}`
        return parseKenmerk(prefix, typed) === undefined
      }),
      { numRuns: 2_000 },
    )
  })

  test('een kenmerk van de ene soort is er geen van de andere', () => {
    fc.assert(
      fc.property(number, (nummer) => parseKenmerk('BES', makeKenmerk('STAP', nummer).replace('STAP', 'BES')) === undefined),
    )
  })
})
