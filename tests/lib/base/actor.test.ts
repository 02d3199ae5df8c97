import { expect, test } from 'vitest'
import { hasRol, SYSTEEM, type Medewerker } from '@/lib/base/actor'

const teamleider: Medewerker = { soort: 'medewerker', id: 'm1', rollen: ['behandelaar', 'teamleider'], naam: 'T. de Vries' }

test('one of the rollen is enough', () => {
  expect(hasRol(teamleider, 'financieel', 'teamleider')).toBe(true)
  expect(hasRol(teamleider, 'financieel')).toBe(false)
  expect(hasRol(teamleider)).toBe(false)
})

test('the system has no gebruiker', () => {
  expect(SYSTEEM.id).toBeNull()
  expect(hasRol(SYSTEEM, 'systeem')).toBe(true)
})
