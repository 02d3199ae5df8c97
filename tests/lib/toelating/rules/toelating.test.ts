import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { checkToelating, makeErkennerCode } from '@/lib/toelating/rules/keurmerk'
import { calculateUiterlijk, determineStand, maandOf } from '@/lib/toelating/rules/steekproef'

describe('toetsingskader (Woo-besluit STAP-keten, 31-10-2022): een nieuw keurmerk', () => {
  const goed = { klachtenprocedure: 'Zie reglement', geschillenprocedure: 'Geschillencommissie', isOnafhankelijk: true, isZelfIngevoerd: false }
  test.each([
    ['met klachten- en geschillenprocedure', goed, []],
    ['zonder klachtenprocedure', { ...goed, klachtenprocedure: ' ' }, ['geen-klachtenprocedure']],
    ['zonder geschillenprocedure', { ...goed, geschillenprocedure: '' }, ['geen-geschillenprocedure']],
    ['dat niet onafhankelijk oordeelt, door wie het zelf invoerde', { ...goed, isOnafhankelijk: false, isZelfIngevoerd: true }, ['niet-onafhankelijk', 'zelf-ingevoerd']],
  ] as const)('%s', (_, feiten, beletsels) => { expect(checkToelating(feiten)).toEqual(beletsels) })
  test('de code van de erkenner volgt uit de naam', () => {
    expect(makeErkennerCode('  Keurmerk Coördinatie & Zorg (2022) ')).toBe('keurmerk-coordinatie-zorg-2022')
  })
})

describe('de maandelijkse steekproef', () => {
  test('is van een maand en heeft een uiterste dag', () => {
    expect(maandOf(plainDate('2022-11-17'))).toBe('2022-11-01')
    expect(calculateUiterlijk(plainDate('2022-11-01'), 21)).toBe('2022-11-22')
  })
  test.each([
    [0, '2022-12-31', 'klaar'], [3, '2022-11-22', 'loopt'], [1, '2022-11-23', 'te-laat'],
  ] as const)('met %i nog te bekijken op %s is zij %s', (open, dag, stand) => {
    expect(determineStand({ open, uiterlijkOp: plainDate('2022-11-22'), vandaag: plainDate(dag) })).toBe(stand)
  })
})
