import { expect, test } from 'vitest'
import { toonWaarde, veldLabel } from '@/lib/aanlevering/rules/toon'

test.each([
  ['catalogusprijsCent', 93_950, '€ 939,50'], ['stapToestemming', true, 'ja'], ['niveau', 'MBO-4', 'mbo niveau 4'], ['categorie', null, 'leeg'], ['opleidingsvorm', 'ONLINE', 'Online'],
  ['gebreken', ['subsidiabele-kosten', 'niveau'], 'subsidiabele kosten, niveau'], ['kosten', [{ soort: 'LESGELD', omschrijving: '', bedragCent: 90_000, isVerplicht: true }], 'lesgeld € 900'],
  ['kosten', [], 'leeg'], ['duurDagen', 21, '21'], ['titel', 'Heftruck', 'Heftruck'],
])('%s met %s leest als “%s”', (veld, waarde, tekst) => {
  expect(toonWaarde(veld, waarde)).toBe(tekst)
})

test('een veld heet zoals een mens het noemt', () => {
  expect([veldLabel('duurDagen'), veldLabel('iets nieuws')]).toEqual(['Duur in dagen', 'iets nieuws'])
})
