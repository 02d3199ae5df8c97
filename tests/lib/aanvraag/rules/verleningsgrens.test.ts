import { describe, expect, test } from 'vitest'
import { isVerleningsgrensBereikt } from '@/lib/aanvraag/rules/verleningsgrens'

const GRENS = { aantal: 300, werkt: 'volgend-tijdvak' } as const

describe('art. 12a: een scholing krijgt in een kalenderjaar hoogstens zoveel verleningen', () => {
  test.each([[299, false], [300, true], [301, true]])('na %i verleningen voor de opening: bereikt is %s', (verleend, bereikt) => {
    expect(isVerleningsgrensBereikt(verleend, GRENS)).toBe(bereikt)
  })
  test('tot 28 februari 2023 was er geen grens', () => {
    expect(isVerleningsgrensBereikt(100_000, null)).toBe(false)
  })
})
