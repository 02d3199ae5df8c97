import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CODE_BYTES, makeCode, parseCode } from '@/lib/vooraanmelding/rules/code'

const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES })

describe('de code van een aanmeldbewijs', () => {
  test('is te lezen zoals hij op het bewijs staat', () => {
    const code = makeCode(new Uint8Array([7, 19, 23, 2, 20, 9, 29, 13, 4, 26, 28, 22]))
    expect(code).toBe('AB-7KQ2-M9XD-4TWP-11')
    expect(parseCode(code)).toBe(code)
  })
  test.each([
    ['kleine letters en spaties', 'ab 7kq2 m9xd 4twp 11'],
    ['zonder voorvoegsel', '7KQ2-M9XD-4TWP-11'],
    ['zonder streepjes', 'AB7KQ2M9XD4TWP11'],
  ])('%s mag ook', (_, getypt) => {
    expect(parseCode(getypt)).toBe('AB-7KQ2-M9XD-4TWP-11')
  })
  test('een O telt als nul, en een I of L als een', () => {
    const code = makeCode(new Uint8Array([0, 1, 1, 2, 20, 9, 29, 13, 4, 26, 28, 22]))
    expect(parseCode(code.replace('011', 'OIL'))).toBe(code)
  })
  test.each(['', 'AB-', 'AB-7KQ2-M9XD-4TWP-30', 'AB-7KQ2-M9XD-4TWP-110', 'AB-7KQ2-M9XU-4TWP-11', '７KQ2-M9XD-4TWP-11', 'x'.repeat(10_000)])('%j wordt geweigerd', (getypt) => {
    expect(parseCode(getypt)).toBeUndefined()
  })
  test('elke code is terug te lezen, en elke verkeerde letter valt op', () => {
    fc.assert(fc.property(bytes, fc.nat(11), fc.integer({ min: 0, max: 31 }), (reeks, plaats, ander) => {
      expect(parseCode(makeCode(reeks))).toBe(makeCode(reeks))
      const verkeerd = Uint8Array.from(reeks, (byte, n) => (n === plaats ? ander : byte))
      fc.pre((reeks[plaats] ?? 0) % 32 !== ander)
      expect(parseCode(makeCode(verkeerd).slice(0, -2) + makeCode(reeks).slice(-2))).toBeUndefined()
    }))
  })
  test('een cijfer en een letter verwisseld valt ook op: 2M en M2', () => {
    const code = makeCode(new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 20]))
    expect(code).toBe('AB-0000-0000-002M-84')
    expect(parseCode('AB-0000-0000-00M2-84')).toBeUndefined()
  })
  test('elke twee verwisselde letters vallen op', () => {
    fc.assert(fc.property(bytes, fc.nat(12), (reeks, plaats) => {
      const code = makeCode(reeks)
      const letters = code.slice(3).replaceAll('-', '').split('')
      const [een, ander] = [letters[plaats] ?? '', letters[plaats + 1] ?? '']
      fc.pre(een !== ander)
      letters.splice(plaats, 2, ander, een)
      expect(parseCode(letters.join(''))).toBeUndefined()
    }))
  })
  test('te weinig willekeur is een fout', () => {
    expect(() => makeCode(new Uint8Array(3))).toThrow(RangeError)
  })
})
