import { describe, expect, test } from 'vitest'
import { calculateVerlaagbaar, checkVerhoging, checkVerlaging } from '@/lib/tijdvak/rules/plafond'

const feiten = { plafondCent: 1_000_000, overCent: 400_000, aangevraagdCent: 100_000, isGeweigerd: false, hasReservelijst: false }

describe('Awb 4:27 lid 2: een verlaging geldt niet voor wat al is aangevraagd', () => {
  test('wat is aangevraagd blijft staan: van € 4.000 over kan € 3.000 af', () => {
    expect(calculateVerlaagbaar(feiten)).toBe(300_000)
    expect(checkVerlaging(feiten, 300_000)).toEqual([])
    expect(checkVerlaging(feiten, 300_001)).toEqual(['lager-dan-aangevraagd'])
  })

  test('nooit onder wat is gereserveerd, verplicht en betaald', () => {
    expect(checkVerlaging(feiten, 400_001)).toEqual(['lager-dan-gebruikt'])
  })

  test('is er meer aangevraagd dan er over is, dan kan er niets af', () => {
    expect(calculateVerlaagbaar({ ...feiten, aangevraagdCent: 900_000 })).toBe(0)
  })

  test('een toegestane overschrijding is geen plafond: een plafond wordt nooit minder dan nul', () => {
    const alleenOverschrijding = { ...feiten, plafondCent: 0, overCent: 500_000, aangevraagdCent: 0 }
    expect(calculateVerlaagbaar(alleenOverschrijding)).toBe(0)
    expect(checkVerlaging(alleenOverschrijding, 1)).toEqual(['lager-dan-gebruikt'])
  })
})

describe('I3: een verhoging gaat niet naar wie later kwam', () => {
  test('zolang niemand is geweigerd kan het', () => {
    expect(checkVerhoging(feiten)).toEqual([])
  })

  test('daarna alleen met een reservelijst, die op volgorde verdeelt', () => {
    expect(checkVerhoging({ ...feiten, isGeweigerd: true })).toEqual(['al-geweigerd'])
    expect(checkVerhoging({ ...feiten, isGeweigerd: true, hasReservelijst: true })).toEqual([])
  })
})
