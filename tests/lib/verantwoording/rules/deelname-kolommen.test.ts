import { describe, expect, test } from 'vitest'
import { judgeKoppen, toKolom, toWaarde } from '@/lib/verantwoording/rules/deelname-kolommen'

describe('een bestand met deelnames', () => {
  test.each([['Kenmerk', 'kenmerk'], ['Aanvraag-nummer', 'kenmerk'], ['UITKOMST', 'uitkomst'], ['Aanwezigheids percentage', 'percentage'], ['deelnemer', undefined], ['constructor', undefined]])(
    'de kop %s is de kolom %s', (kop, kolom) => { expect(toKolom(kop)).toBe(kolom) })

  test('kenmerk en uitkomst zijn verplicht, een dubbele kolom weigert het bestand', () => {
    expect(judgeKoppen(['deelnemer', 'wijze'])).toEqual({ ontbreekt: ['kenmerk', 'uitkomst'], dubbel: [] })
    expect(judgeKoppen(['kenmerk', 'uitkomst', 'resultaat'])).toEqual({ ontbreekt: [], dubbel: ['uitkomst'] })
  })

  test.each([
    ['uitkomst', 'Afgerond', 'succesvol'], ['uitkomst', 'Niet afgerond', 'niet-succesvol'], ['uitkomst', 'misschien', 'misschien'], ['wijze', 'Certificaat', 'diploma'],
    ['wijze', 'toString', 'toString'], ['oorzaak', 'Niet gegeven', 'niet-gegeven'], ['oorzaak', 'deelnemer', 'burger'], ['percentage', '92 %', '92'], ['toelichting', 'Ja', 'Ja'],
  ] as const)('%s “%s” is %s', (kolom, tekst, waarde) => { expect(toWaarde(kolom, tekst)).toBe(waarde) })
})
