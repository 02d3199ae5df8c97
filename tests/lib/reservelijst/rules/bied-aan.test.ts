import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { biedAan, type Ruimte, type Wachtende } from '@/lib/reservelijst/rules/bied-aan'

const wacht = (volgnummer: number, bedragCent: number, over: Partial<Wachtende> = {}): Wachtende => ({
  volgnummer, bedragCent, aanvraagId: `aanvraag-${String(volgnummer)}`, burgerId: `burger-${String(volgnummer)}`, kalenderjaar: 2022,
  scholingsactiviteitId: 'lassen', compartimentIds: ['algemeen'], kanStarten: true, ...over,
})
const ruimte = (vrij: Record<string, number>, over: Partial<Ruimte> = {}): Ruimte => ({
  vrijCent: new Map(Object.entries(vrij)), bezettePlekken: [], verleningenPerJaar: 1, grens: null, ...over,
})
const aanbod = (r: Ruimte, wachtenden: readonly Wachtende[]) =>
  biedAan(r, wachtenden).map(({ wachtende, compartimentId, beschikbaarCent }) => `${String(wachtende.volgnummer)} ${compartimentId} ${String(beschikbaarCent)}`)

describe('wat vrijkomt gaat naar de volgende op de lijst', () => {
  test('op volgorde van volgnummer, zolang er genoeg is', () => {
    expect(aanbod(ruimte({ algemeen: 200_000 }), [wacht(1, 100_000), wacht(2, 90_000), wacht(3, 90_000)])).toEqual(['1 algemeen 200000', '2 algemeen 100000'])
  })
  test('niemand wordt overgeslagen: past het bedrag van de eerste niet, dan wacht ook wie minder vraagt', () => {
    expect(aanbod(ruimte({ algemeen: 99_999 }), [wacht(1, 100_000), wacht(2, 100)])).toEqual([])
  })
  test('wie alleen op een ander compartiment wacht, wacht niet op hem', () => {
    expect(aanbod(ruimte({ algemeen: 99_999, werkplein: 50_000 }), [wacht(1, 100_000), wacht(2, 50_000, { compartimentIds: ['werkplein'] })])).toEqual(['2 werkplein 50000'])
  })
  test('wie op twee compartimenten wacht, houdt ze allebei vast tot een van de twee genoeg heeft', () => {
    const twee = [wacht(1, 100_000, { compartimentIds: ['leerrechten', 'algemeen'] }), wacht(2, 60_000)]
    expect(aanbod(ruimte({ leerrechten: 60_000, algemeen: 60_000 }), twee)).toEqual([])
    expect(aanbod(ruimte({ leerrechten: 100_000, algemeen: 60_000 }), twee)).toEqual(['1 leerrechten 100000', '2 algemeen 60000'])
  })
})

describe('wie geen aanbod kan krijgen, houdt de lijst niet op', () => {
  test('een scholing die dan al begonnen kan zijn', () => {
    expect(aanbod(ruimte({ algemeen: 100_000 }), [wacht(1, 100_000, { kanStarten: false }), wacht(2, 100_000)])).toEqual(['2 algemeen 100000'])
  })
  test('I4: wie dit kalenderjaar al een verlening heeft, in welk tijdvak ook', () => {
    const bezettePlekken = [{ burgerId: 'burger-1', kalenderjaar: 2022, plek: 1 }]
    expect(aanbod(ruimte({ algemeen: 100_000 }, { bezettePlekken }), [wacht(1, 100_000), wacht(2, 100_000)])).toEqual(['2 algemeen 100000'])
  })
  test('art. 12a: een scholing die haar hoogste aantal heeft, tot op de laatste plaats', () => {
    const grens = { hoogste: 300, gegeven: new Map([['lassen 2022', 299]]) }
    expect(aanbod(ruimte({ algemeen: 300_000 }, { grens }), [wacht(1, 100_000), wacht(2, 100_000), wacht(3, 100_000, { scholingsactiviteitId: 'koken' })])).toEqual(['1 algemeen 300000', '3 algemeen 200000'])
  })
})

describe('voor elke lijst', () => {
  const lijst = fc.array(fc.record({
    bedragCent: fc.integer({ min: 1, max: 1_000 }), kanStarten: fc.boolean(), burgerId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    compartimentIds: fc.constantFrom(['algemeen'], ['werkplein'], ['werkplein', 'algemeen']),
  }), { maxLength: 30 }).map((rijen) => rijen.map((rij, n) => wacht(n + 1, rij.bedragCent, rij)))
  const vrij = fc.record({ algemeen: fc.nat(4_000), werkplein: fc.nat(4_000) })

  test('er wordt nooit meer aangeboden dan er is, en niemand krijgt er twee', () => {
    fc.assert(fc.property(lijst, vrij, (wachtenden, over) => {
      const aanbiedingen = biedAan(ruimte(over), wachtenden)
      for (const id of ['algemeen', 'werkplein'] as const)
        expect(aanbiedingen.filter(({ compartimentId }) => compartimentId === id).reduce((som, { wachtende }) => som + wachtende.bedragCent, 0)).toBeLessThanOrEqual(over[id])
      expect(new Set(aanbiedingen.map(({ wachtende }) => wachtende.burgerId)).size).toBe(aanbiedingen.length)
    }))
  })
  test('wie een aanbod krijgt, gaat niemand voor die eerder was en op dat compartiment nog wacht', () => {
    fc.assert(fc.property(lijst, vrij, (wachtenden, over) => {
      const aanbiedingen = biedAan(ruimte(over), wachtenden)
      const kregen = new Set(aanbiedingen.map(({ wachtende }) => wachtende.volgnummer))
      const burgers = new Set(aanbiedingen.map(({ wachtende }) => wachtende.burgerId))
      for (const { wachtende, compartimentId } of aanbiedingen)
        for (const eerder of wachtenden)
          if (eerder.volgnummer < wachtende.volgnummer && eerder.kanStarten && !kregen.has(eerder.volgnummer) && !burgers.has(eerder.burgerId))
            expect(eerder.compartimentIds).not.toContain(compartimentId)
    }))
  })
})
