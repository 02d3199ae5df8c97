import { describe, expect, test } from 'vitest'
import type { TijdvakToestand } from '@/lib/tijdvak/model'
import { calculateRegistratiestop, calculateToestand, isOpen } from '@/lib/tijdvak/rules/toestand'

const momenten = (toestand: TijdvakToestand) => ({
  opentOp: new Date('2022-11-01T09:00:00Z'),
  sluitOp: new Date('2022-12-31T23:00:00Z'),
  toestand,
})

describe('art. 9: een tijdvak is open van zijn opening tot zijn einde', () => {
  test.each<[string, TijdvakToestand, TijdvakToestand]>([
    ['2022-11-01T08:59:59.999Z', 'gepland', 'gepland'],
    ['2022-11-01T09:00:00.000Z', 'gepland', 'open'],
    ['2022-11-01T09:00:00.000Z', 'open', 'open'],
    ['2022-12-31T22:59:59.999Z', 'open', 'open'],
    ['2022-12-31T23:00:00.000Z', 'open', 'gesloten'],
    ['2022-12-31T23:00:00.000Z', 'gepland', 'gesloten'],
    ['2022-11-15T12:00:00.000Z', 'gepauzeerd', 'gepauzeerd'],
    ['2022-12-31T23:00:00.000Z', 'gepauzeerd', 'gesloten'],
    ['2022-11-15T12:00:00.000Z', 'gesloten', 'gesloten'],
  ])('om %s is een tijdvak dat als %s te boek staat: %s', (nu, toestand, expected) => {
    expect(calculateToestand(momenten(toestand), new Date(nu))).toBe(expected)
    expect(isOpen(momenten(toestand), new Date(nu))).toBe(expected === 'open')
  })
})

describe('de registratiestop', () => {
  test.each([
    ['2022-11-01T09:00:00Z', '2022-10-03T22:00:00.000Z'],
    ['2022-05-02T08:00:00Z', '2022-04-03T22:00:00.000Z'],
  ])('opening %s', (opentOp, expected) => {
    expect(calculateRegistratiestop(new Date(opentOp), { dagenVoorOpening: 28 }).toISOString()).toBe(expected)
  })
})
