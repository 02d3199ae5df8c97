import { describe, expect, test } from 'vitest'
import { gebrekZin, mateVan, verliesProcent } from '@/lib/aanlevering/rules/oorzaak'

describe('één oorzaak is één regel', () => {
  test.each([[18_000, 18_000, 'nooit'], [17_999, 18_000, 'bijna-nooit'], [16_199, 18_000, 'soms'], [16_200, 18_000, 'bijna-nooit'], [9, 9, 'soms'], [10, 10, 'nooit'], [0, 0, 'soms']])('%i van %i is %s', (aantal, goed, mate) => {
    expect(mateVan(aantal, goed)).toBe(mate)
  })

  test('de zin noemt de oorzaak één keer, met hoeveel opleidingen', () => {
    expect(gebrekZin({ gebrek: 'subsidiabele-kosten', aantal: 18_000 }, 18_000)).toBe('Deze aanlevering vult nooit subsidiabele kosten: 18.000 opleidingen, één oorzaak.')
    expect(gebrekZin({ gebrek: 'niveau', aantal: 1 }, 20)).toBe('Bij 1 opleiding ontbreekt: niveau.')
  })

  test('hoeveel van het aanbod verdwijnt: het grootste van opleidingen en open startdata', () => {
    expect(verliesProcent({ opleidingen: 100, opleidingenWeg: 60, starts: 400, startsWeg: 100 })).toBe(60)
    expect(verliesProcent({ opleidingen: 0, opleidingenWeg: 0, starts: 4, startsWeg: 3 })).toBe(75)
  })
})
