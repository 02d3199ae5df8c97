import { describe, expect, test } from 'vitest'
import { judgeKoppen, toKolom } from '@/lib/vooraanmelding/rules/kolommen'

describe('de kolommen van een bestand met aanmeldbewijzen', () => {
  test.each([['Studentnummer', 'studentnummer'], ['  Geboorte-datum ', 'geboortedatum'], ['STRAATNAAM', 'straat'], ['Cohort', 'cohortcode'], ['Gevraagd bedrag', 'subsidiebedrag'], ['toString', undefined], ['', undefined]] as const)(
    '%j is %s', (kop, kolom) => { expect(toKolom(kop)).toBe(kolom) })
  test('een verplichte kolom die ontbreekt, een dubbele en een onbekende worden genoemd', () => {
    expect(judgeKoppen(['studentnummer', 'voornaam', 'achternaam', 'geboortedatum', 'cohortcode', 'cohort', 'schoenmaat', '']))
      .toEqual({ ontbreekt: ['subsidiebedrag'], dubbel: ['cohortcode'], onbekend: ['schoenmaat'] })
  })
})
