import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import type { Maatregel } from '@/lib/register/model'
import { findEffectieveMaatregel, findMaatregelOpOpleider, hidesFromSearch, isVanKracht } from '@/lib/register/rules/maatregel'

const maatregel = (changes: Partial<Maatregel> = {}): Maatregel => ({
  id: 'm', opleidingId: null, soort: 'verwijderd', ingangsdatum: plainDate('2022-10-26'), einddatum: null, isOpgeheven: false, ...changes,
})

describe('regeling art. 19: wanneer een maatregel werkt', () => {
  const drieMaanden = maatregel({ einddatum: plainDate('2023-01-26') })
  test.each([
    ['de dag ervoor niet', '2022-10-25', false],
    ['op de ingangsdatum wel', '2022-10-26', true],
    ['op de laatste dag wel', '2023-01-25', true],
    ['op de einddatum niet meer', '2023-01-26', false],
  ])('verwijderd voor drie maanden: %s', (_, dag, werkt) => {
    expect(isVanKracht(drieMaanden, plainDate(dag))).toBe(werkt)
  })

  test('een opgeheven maatregel werkt op geen enkele dag', () => {
    expect(isVanKracht(maatregel({ isOpgeheven: true }), plainDate('2022-11-01'))).toBe(false)
  })
})

describe('welke maatregel telt voor een opleiding', () => {
  const dag = plainDate('2022-11-01')
  test('een maatregel op de opleider geldt voor al zijn opleidingen', () => {
    expect(findEffectieveMaatregel([maatregel()], 'o1', dag)?.soort).toBe('verwijderd')
  })
  test('een maatregel op een andere opleiding telt niet', () => {
    expect(findEffectieveMaatregel([maatregel({ opleidingId: 'o2' })], 'o1', dag)).toBeUndefined()
  })
  test('de zwaarste gaat voor', () => {
    const lijst = [maatregel({ soort: 'in-onderzoek' }), maatregel({ soort: 'verwijderd', opleidingId: 'o1' }), maatregel({ soort: 'geblokkeerd' })]
    expect(findEffectieveMaatregel(lijst, 'o1', dag)?.soort).toBe('verwijderd')
    expect(findEffectieveMaatregel(lijst, 'o2', dag)?.soort).toBe('geblokkeerd')
  })
  test('voor de opleider zelf telt een maatregel op één opleiding niet', () => {
    expect(findMaatregelOpOpleider([maatregel({ opleidingId: 'o1' })], dag)).toBeUndefined()
  })
  test.each([['in-onderzoek', false], ['geblokkeerd', true], ['verwijderd', true]] as const)('%s verbergt in het zoeken: %s', (soort, verborgen) => {
    expect(hidesFromSearch(soort)).toBe(verborgen)
  })
})
