import { expect, test } from 'vitest'
import { chooseBijdragen, isZaadCompleet } from '@/lib/loting/rules/bijdrage'

test('van twee mensen telt wat de eerste twee gaven', () => {
  expect(chooseBijdragen('twee-personen', ['een'])).toBeUndefined()
  expect(chooseBijdragen('twee-personen', ['een', 'twee'])).toEqual(['een', 'twee'])
})
test('een openbare waarde telt pas als twee mensen dezelfde hebben gelezen', () => {
  expect(isZaadCompleet('baken', ['8a1', '8al'])).toBe(false)
  expect(chooseBijdragen('baken', ['8a1', '8al', '8a1'])).toEqual(['8a1'])
})
