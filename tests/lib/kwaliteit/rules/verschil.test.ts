import { describe, expect, test } from 'vitest'
import { vergelijkVersies } from '@/lib/kwaliteit/rules/verschil'

describe('wat een versie veranderde', () => {
  test('alleen de velden die anders zijn, met wat er stond en wat er staat', () => {
    expect(vergelijkVersies({ titel: 'Lassen', duurDagen: 2, niveau: 'MBO-2' }, { titel: 'MIG-lassen', duurDagen: 2, niveau: 'MBO-2' })).toEqual([{ veld: 'titel', van: 'Lassen', naar: 'MIG-lassen' }])
  })

  test('de volgorde van sleutels in een kostenregel is geen verschil, een ander bedrag wel', () => {
    const oud = { kosten: [{ soort: 'LESGELD', bedragCent: 100 }] }
    expect(vergelijkVersies(oud, { kosten: [{ bedragCent: 100, soort: 'LESGELD' }] })).toEqual([])
    expect(vergelijkVersies(oud, { kosten: [{ bedragCent: 101, soort: 'LESGELD' }] })).toHaveLength(1)
  })

  test('een veld dat een oude versie nog niet kende, is leeg en geen verschil met leeg', () => {
    expect(vergelijkVersies({ titel: 'a' }, { titel: 'a', leerdoel: '', themas: [], eqf: null })).toEqual([])
    expect(vergelijkVersies({ titel: 'a' }, { titel: 'a', leerdoel: 'Lassen' })).toEqual([{ veld: 'leerdoel', van: undefined, naar: 'Lassen' }])
  })
})
