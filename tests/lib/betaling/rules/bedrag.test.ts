import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cent } from '@/lib/base/money'
import { btwOver, formatDecimaalBedrag, isDecimaal, parseDecimaalBedrag, parseProcent } from '@/lib/betaling/rules/bedrag'
import { splitBtw } from '@/lib/betaling/rules/maak-ubl'

describe('een bedrag in een e-factuur wordt cijfer voor cijfer gelezen, nooit als kommagetal', () => {
  test.each([
    ['939.50', 93_950], ['939.5', 93_950], ['939', 93_900], ['0', 0], ['0.01', 1], ['-3.96', -396], ['-0', 0], ['999999999.99', 99_999_999_999], ['007.10', 710],
    // As floating-point numbers these three come out a cent wrong.
    ['1.15', 115], ['8.2', 820], ['1000.29', 100_029],
  ])('%s is %d cent', (tekst, verwacht) => {
    expect(parseDecimaalBedrag(tekst)).toBe(verwacht)
  })

  test.each(['', ' ', '1e3', '1E3', '0x10', '1.000,00', '1,00', '1.000.00', '1000.005', '1.00001', '200.000', '.5', '5.', '+5', '--5', 'NaN', 'Infinity', '１２', '٣', '1 000',
    '1_000', '9007199254740993', '1000000000', '€ 5', '5 EUR', '1\n', '1;2'])('%j is geen bedrag', (tekst) => {
    expect(parseDecimaalBedrag(tekst)).toBeUndefined()
  })

  test('schrijven en weer lezen geeft hetzelfde', () => {
    fc.assert(fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (bedrag) => {
      expect(parseDecimaalBedrag(formatDecimaalBedrag(cent(bedrag)))).toBe(cent(bedrag))
    }))
  })
})

describe('btw in hele centen', () => {
  test.each([[20_000, 2_100, 4_200], [1, 2_100, 0], [3, 2_100, 1], [-20_000, 2_100, -4_200], [146_050, 2_000, 29_210], [250, 2_100, 53]])('%d cent tegen %d honderdsten is %d', (grondslag, procent, btw) => {
    expect(btwOver(cent(grondslag), procent)).toBe(btw)
  })

  test.each([['21', 2_100], ['21.00', 2_100], ['8.5', 850], ['0', 0], ['100', 10_000]])('%s procent', (tekst, verwacht) => {
    expect(parseProcent(tekst)).toBe(verwacht)
  })

  test.each(['', '1e1', '-1', '21.005', '1000'])('%j is geen percentage', (tekst) => {
    expect(parseProcent(tekst)).toBeUndefined()
  })

  test.each([['vrijgesteld', 93_950, 93_950, 0], ['21', 93_950, 77_645, 16_305], ['9', 93_950, 86_193, 7_757], ['21', 1, 1, 0]] as const)('%s: %d cent is %d en %d', (keuze, inclusief, exclusief, belasting) => {
    expect(splitBtw(cent(inclusief), keuze)).toEqual({ exclusief, belasting })
  })

  test.each([['1', true], ['-1', true], ['0.275', true], ['1e3', false], ['', false], ['1,5', false]])('aantal %j: %s', (tekst, is) => {
    expect(isDecimaal(tekst)).toBe(is)
  })
})
