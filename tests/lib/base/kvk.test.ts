import { expect, test } from 'vitest'
import { parseKvk, parseVestigingsnummer } from '@/lib/base/kvk'

test.each([
  ['12345678', '12345678'],
  [' 1234 5678 ', '12345678'],
  ['00000000', undefined],
  ['1234567', undefined],
  ['123456789', undefined],
  ['１２３４５６７８', undefined],
  ['1234567x', undefined],
])('KvK-nummer %j', (text, expected) => {
  expect(parseKvk(text)).toBe(expected)
})

test.each([
  ['000012345678', '000012345678'],
  ['000000000000', undefined],
  ['12345678', undefined],
])('vestigingsnummer %j', (text, expected) => {
  expect(parseVestigingsnummer(text)).toBe(expected)
})
