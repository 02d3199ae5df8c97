import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, plainDate } from '@/lib/base/date'
import { addWeken, endOfTermijn, isWerkdag } from '@/lib/base/termijn'

describe('Algemene termijnenwet art. 1 lid 1: een termijn eindigt op een werkdag', () => {
  test.each([
    ['gewone dinsdag', '2022-11-29', '2022-11-29'],
    ['zaterdag wordt maandag', '2022-11-26', '2022-11-28'],
    ['zondag wordt maandag', '2022-11-27', '2022-11-28'],
    ['Goede Vrijdag wordt de dinsdag na Pasen', '2022-04-15', '2022-04-19'],
    ['Hemelvaartsdag wordt vrijdag', '2022-05-26', '2022-05-27'],
    ['Kerst in het weekend en daarna tweede Kerstdag', '2022-12-24', '2022-12-27'],
    ['Nieuwjaarsdag op zondag', '2022-12-31', '2023-01-02'],
  ])('%s', (_, dag, expected) => {
    expect(endOfTermijn(plainDate(dag))).toBe(expected)
  })

  test('art. 3 lid 3: een gelijkgestelde dag telt als feestdag', () => {
    const gelijkgesteld = [plainDate('2022-05-27')]
    expect(endOfTermijn(plainDate('2022-05-26'), gelijkgesteld)).toBe('2022-05-30')
    expect(isWerkdag(plainDate('2022-05-27'), gelijkgesteld)).toBe(false)
    expect(isWerkdag(plainDate('2022-05-27'))).toBe(true)
  })

  test('nooit eerder, nooit meer dan vijf dagen later, altijd een werkdag', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        const dag = addDays(plainDate('2014-01-01'), n)
        const later = daysBetween(dag, endOfTermijn(dag))
        return later >= 0 && later <= 5 && isWerkdag(endOfTermijn(dag))
      }),
    )
  })
})

test('weken', () => {
  expect(addWeken(plainDate('2022-11-29'), 6)).toBe('2023-01-10')
})
