import { expect, test } from 'vitest'
import { firstFree } from '@/lib/toewijzing/rules/plek'

test('een burger krijgt de laagste vrije plek van het kalenderjaar, en geen als alle bezet zijn (art. 5 lid 2)', () => {
  expect(firstFree(new Set(), 1)).toBe(1)
  expect(firstFree(new Set([1]), 1)).toBeNull()
  expect(firstFree(new Set([1, 3]), 3)).toBe(2)
})
