import { describe, expect, test } from 'vitest'
import { cent } from '@/lib/base/money'
import { beslisSchema } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { judgeSchade, readSchade } from '@/lib/verantwoording/rules/vaststelling-schade'

const lees = (velden: object) => readSchade({ schadeUitleg: '', ...velden })

describe('Awb 4:50 lid 2: de schade wordt gevraagd', () => {
  test.each(['verlening-onjuist', 'veranderde-omstandigheden'] as const)('bij %s wordt niet beslist zonder antwoord', (grond) => {
    expect(judgeSchade(grond, undefined)).toEqual(['schade-niet-gevraagd'])
    expect(judgeSchade(grond, { bedragCent: cent(0), toelichting: 'Er is geen schade.' })).toEqual([])
  })
  test('bij een grond die aan de ontvanger ligt niet (Awb 4:48)', () => {
    expect(judgeSchade('onjuiste-gegevens', undefined)).toEqual([])
  })
  test.each([
    [{}, undefined],
    [{ schade: 'geen' }, undefined],
    [{ schade: 'geen', schadeUitleg: 'Er was nog niets betaald.' }, { bedragCent: 0, toelichting: 'Er was nog niets betaald.' }],
    [{ schade: 'geen', schadeBedrag: 5_000, schadeUitleg: 'Er was nog niets betaald.' }, { bedragCent: 0, toelichting: 'Er was nog niets betaald.' }],
    [{ schade: 'wel', schadeUitleg: 'Boeken, volgens de rekening.' }, undefined],
    [{ schade: 'wel', schadeBedrag: 0, schadeUitleg: 'Boeken, volgens de rekening.' }, undefined],
    [{ schade: 'wel', schadeBedrag: 8_995, schadeUitleg: 'Boeken, volgens de rekening.' }, { bedragCent: 8_995, toelichting: 'Boeken, volgens de rekening.' }],
  ])('%j is %j', (velden, verwacht) => {
    expect(lees(velden)).toEqual(verwacht)
  })
})

test('het formulier noemt elk veld van de schade dat nog leeg is', () => {
  const velden = (extra: object) => {
    const gelezen = beslisSchema.safeParse({ kenmerk: 'K', voornemenId: '00000000-0000-4000-8000-000000000000', van: 'opleider', gezien: '0', vraagtSchade: 'ja', ...extra })
    return gelezen.success ? [] : gelezen.error.issues.map(({ path }) => path.join('.')).filter((pad) => pad.startsWith('schade'))
  }
  expect(velden({})).toEqual(['schade', 'schadeUitleg'])
  expect(velden({ schade: 'wel', schadeUitleg: 'Volgens de rekening.' })).toEqual(['schadeBedrag'])
  expect(velden({ schade: 'geen', schadeUitleg: 'Er was nog niets betaald.' })).toEqual([])
})
