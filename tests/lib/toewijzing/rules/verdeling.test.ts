import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CompartimentStand, Indiening, Stand, ToewijsRegels } from '@/lib/toewijzing/model'
import { wijsToe } from '@/lib/toewijzing/rules/wijs-toe'

const REGELS: ToewijsRegels = { pastNietRegel: 'weiger', verleningenPerJaar: 1, verleningsgrens: null, heeftReservelijst: false }

const vraag = (volgnummer: number, bedragCent: number, over: Partial<Indiening> = {}): Indiening => ({
  volgnummer, bedragCent, aanvraagId: `aanvraag-${String(volgnummer)}`, compartimentIds: ['leerrechten', 'algemeen'], scholingsactiviteitId: 'lassen',
  burgerId: `burger-${String(volgnummer)}`, kalenderjaar: 2022, isFormeel: false, isIngetrokken: false, ...over,
})
const stand = (vrij: Record<string, number>, over: Partial<Stand> & { compartiment?: Partial<CompartimentStand> } = {}): Stand => ({
  compartimenten: new Map(Object.entries(vrij).map(([id, vrijCent]) => [id, { vrijCent, gesloten: false, geweigerdVanafCent: null, heeftWachtenden: false, ...over.compartiment }])),
  bezettePlekken: over.bezettePlekken ?? [], gegeven: over.gegeven ?? new Map(),
})
const uitkomsten = (s: Stand, rij: readonly Indiening[], regels: Partial<ToewijsRegels> = {}) =>
  wijsToe(s, rij, { ...REGELS, ...regels }).toewijzingen.map(({ uitkomst, compartimentId, bedragCent }) => `${uitkomst} ${compartimentId} ${String(bedragCent)}`)

describe('een aanvraag die meer compartimenten mag gebruiken', () => {
  test('het eerste waarin het hele bedrag past, betaalt', () => {
    expect(uitkomsten(stand({ leerrechten: 150, algemeen: 500 }), [vraag(1, 100), vraag(2, 100), vraag(3, 50)]))
      .toEqual(['gereserveerd leerrechten 100', 'gereserveerd algemeen 100', 'gereserveerd leerrechten 50'])
  })
  test('past het in geen, dan beslist het laatste: weiger', () => {
    expect(uitkomsten(stand({ leerrechten: 90, algemeen: 80 }), [vraag(1, 100)])).toEqual(['plafond-bereikt algemeen 0'])
  })
  test('deels: wat er in het laatste over is, nooit uit twee compartimenten samen', () => {
    expect(uitkomsten(stand({ leerrechten: 90, algemeen: 80 }), [vraag(1, 100)], { pastNietRegel: 'deels' })).toEqual(['gereserveerd algemeen 80'])
  })
  test('sluit: alleen het laatste gaat dicht, wie alleen het eerste gebruikt kan nog', () => {
    expect(uitkomsten(stand({ leerrechten: 90, algemeen: 80 }), [vraag(1, 100), vraag(2, 50, { compartimentIds: ['leerrechten'] }), vraag(3, 50, { compartimentIds: ['algemeen'] })], { pastNietRegel: 'sluit' }))
      .toEqual(['plafond-bereikt algemeen 0', 'gereserveerd leerrechten 50', 'plafond-bereikt algemeen 0'])
  })
  test('I3: wie is geweigerd, is dat in elk compartiment dat hij mocht gebruiken, en in geen ander', () => {
    const { compartimenten } = wijsToe(stand({ leerrechten: 90, algemeen: 80, werkplein: 10 }), [vraag(1, 100)], REGELS)
    expect([...compartimenten].map(([id, { geweigerdVanafCent }]) => `${id} ${String(geweigerdVanafCent)}`)).toEqual(['leerrechten 100', 'algemeen 100', 'werkplein null'])
  })
  test('I3: wie elders budget vond, is nergens geweigerd: wat in het eerste vrijvalt kan naar een latere', () => {
    const { compartimenten } = wijsToe(stand({ leerrechten: 90, algemeen: 100 }), [vraag(1, 100)], REGELS)
    expect(compartimenten.get('leerrechten')?.geweigerdVanafCent).toBeNull()
  })
  test('Awb 4:25 lid 3: bij elke beslissing staat de stand van elk plafond, van het jaar en van de scholing', () => {
    const een = stand({ leerrechten: 90, algemeen: 500 }, { bezettePlekken: [{ burgerId: 'burger-1', kalenderjaar: 2022, plek: 1 }], gegeven: new Map([['lassen 2022', 299]]) })
    expect(wijsToe(een, [vraag(1, 100)], { ...REGELS, verleningenPerJaar: 2, verleningsgrens: 300 }).toewijzingen[0])
      .toMatchObject({ uitkomst: 'gereserveerd', vrijCent: [90, 500], verleningen: 1, grensGeteld: 299, plek: 2 })
  })
  test('een aanvraag zonder compartiment is een fout', () => {
    expect(() => wijsToe(stand({ algemeen: 1 }), [vraag(1, 1, { compartimentIds: [] })], REGELS)).toThrow(RangeError)
  })
})

describe('art. 12a: de verleningsgrens binnen het tijdvak', () => {
  test('tot en met de driehonderdste, en dan niet meer; een andere scholing of een ander jaar wel', () => {
    const bijna = stand({ leerrechten: 0, algemeen: 10_000 }, { gegeven: new Map([['lassen 2022', 299]]) })
    expect(uitkomsten(bijna, [vraag(1, 100), vraag(2, 100), vraag(3, 100, { scholingsactiviteitId: 'koken' }), vraag(4, 100, { kalenderjaar: 2023 })], { verleningsgrens: 300 }))
      .toEqual(['gereserveerd algemeen 100', 'verleningsgrens-bereikt algemeen 0', 'gereserveerd algemeen 100', 'gereserveerd algemeen 100'])
  })
  test('zonder die grens telt niemand', () => {
    expect(uitkomsten(stand({ leerrechten: 0, algemeen: 100 }, { gegeven: new Map([['lassen 2022', 300]]) }), [vraag(1, 100)])).toEqual(['gereserveerd algemeen 100'])
  })
})

describe('een tijdvak met een reservelijst', () => {
  const lijst = { heeftReservelijst: true }
  test('wie geen budget vindt komt op de lijst, en wie later komt sluit achteraan, ook met minder', () => {
    expect(uitkomsten(stand({ leerrechten: 0, algemeen: 80 }), [vraag(1, 100), vraag(2, 10)], lijst)).toEqual(['reserve algemeen 0', 'reserve algemeen 0'])
  })
  test('wie een ander compartiment gebruikt, wacht niet op hem', () => {
    expect(uitkomsten(stand({ leerrechten: 0, algemeen: 80, werkplein: 50 }), [vraag(1, 100), vraag(2, 50, { compartimentIds: ['werkplein', 'algemeen'] })], lijst))
      .toEqual(['reserve algemeen 0', 'gereserveerd werkplein 50'])
  })
  test('een formeel verzoek krijgt zijn afwijzing, ook als er intussen budget is, en houdt niemand tegen', () => {
    expect(uitkomsten(stand({ leerrechten: 0, algemeen: 500 }), [vraag(1, 100, { isFormeel: true }), vraag(2, 100)], lijst)).toEqual(['plafond-bereikt algemeen 0', 'gereserveerd algemeen 100'])
  })
})

// A second way to say the same: one aanvraag at a time over plain objects, written from the regeling and not from the code.
type Pot = { vrij: number; dicht: boolean; geweigerd: number; rij: boolean }
function model(vrij: Record<string, number>, rij: readonly Indiening[], regels: ToewijsRegels): readonly string[] {
  const potten: Record<string, Pot> = Object.fromEntries(Object.entries(vrij).map(([id, over]) => [id, { vrij: over, dicht: false, geweigerd: Infinity, rij: false }]))
  const jaar: Record<string, number> = {}
  const scholing: Record<string, number> = {}
  return rij.map((een) => {
    const mag = een.compartimentIds.map((id) => ({ id, pot: potten[id] ?? { vrij: 0, dicht: true, geweigerd: 0, rij: false } }))
    const laatste = mag[mag.length - 1] ?? { id: '', pot: { vrij: 0, dicht: true, geweigerd: 0, rij: false } }
    const kan = ({ pot }: { pot: Pot }) => pot.vrij > 0 && !pot.dicht && !pot.rij && een.bedragCent < pot.geweigerd
    if (een.isIngetrokken) return 'ingetrokken'
    if ((jaar[een.burgerId] ?? 0) === regels.verleningenPerJaar) return 'al-toegekend'
    if (regels.verleningsgrens !== null && (scholing[een.scholingsactiviteitId] ?? 0) >= regels.verleningsgrens) return 'verleningsgrens-bereikt'
    if (een.isFormeel) return 'plafond-bereikt'
    const heel = mag.find((m) => kan(m) && m.pot.vrij >= een.bedragCent)
    const uit = heel ?? (regels.pastNietRegel === 'deels' && kan(laatste) ? laatste : undefined)
    if (uit === undefined && regels.heeftReservelijst) {
      for (const { pot } of mag) pot.rij = true
      return 'reserve'
    }
    if (uit !== heel || uit === undefined) for (const { pot } of mag) pot.geweigerd = Math.min(pot.geweigerd, een.bedragCent)
    if (uit === undefined) {
      if (regels.pastNietRegel === 'sluit') laatste.pot.dicht = true
      return 'plafond-bereikt'
    }
    const bedrag = Math.min(een.bedragCent, uit.pot.vrij)
    uit.pot.vrij -= bedrag
    jaar[een.burgerId] = (jaar[een.burgerId] ?? 0) + 1
    scholing[een.scholingsactiviteitId] = (scholing[een.scholingsactiviteitId] ?? 0) + 1
    return `gereserveerd ${uit.id} ${String(bedrag)}`
  })
}

describe('voor elke rij aanvragen en elke regeling', () => {
  const rijen = fc.array(fc.record({
    bedragCent: fc.integer({ min: 1, max: 1_000 }), burgerId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'),
    scholingsactiviteitId: fc.constantFrom('lassen', 'koken', 'zorg'), isIngetrokken: fc.nat(9).map((n) => n === 0), isFormeel: fc.nat(9).map((n) => n === 0),
    compartimentIds: fc.constantFrom(['algemeen'], ['leerrechten', 'algemeen'], ['werkplein', 'algemeen'], ['werkplein', 'leerrechten', 'algemeen'], ['leerrechten']),
  }), { maxLength: 60 }).map((delen) => delen.map((deel, n) => vraag(n + 1, deel.bedragCent, deel)))
  const regels = fc.record({
    pastNietRegel: fc.constantFrom('weiger' as const, 'deels' as const, 'sluit' as const), verleningenPerJaar: fc.integer({ min: 1, max: 3 }),
    verleningsgrens: fc.option(fc.integer({ min: 1, max: 8 })), heeftReservelijst: fc.boolean(),
  })
  const vrij = fc.record({ algemeen: fc.nat(6_000), leerrechten: fc.nat(3_000), werkplein: fc.nat(2_000) })

  test('komt er hetzelfde uit als uit een model dat los hiervan is opgeschreven', () => {
    fc.assert(fc.property(rijen, regels, vrij, (rij, regel, over) => {
      const eigen = wijsToe(stand(over), rij, regel).toewijzingen.map(({ uitkomst, compartimentId, bedragCent }) => (uitkomst === 'gereserveerd' ? `gereserveerd ${compartimentId} ${String(bedragCent)}` : uitkomst))
      expect(eigen).toEqual(model(over, rij, regel))
    }), { numRuns: 500 })
  })
  test('I1: uit geen compartiment gaat meer dan erin zat', () => {
    fc.assert(fc.property(rijen, regels, vrij, (rij, regel, over) => {
      const { toewijzingen, compartimenten } = wijsToe(stand(over), rij, regel)
      for (const [id, erin] of Object.entries(over)) {
        const eruit = toewijzingen.filter(({ compartimentId }) => compartimentId === id).reduce((som, { bedragCent }) => som + bedragCent, 0)
        expect(compartimenten.get(id)?.vrijCent).toBe(erin - eruit)
        expect(eruit).toBeLessThanOrEqual(erin)
      }
    }))
  })
  test('I3: wie niets kreeg en niet ouder is, gaat in geen van zijn compartimenten een latere met minstens zoveel voor', () => {
    fc.assert(fc.property(rijen, regels, vrij, (rij, regel, over) => {
      const { toewijzingen } = wijsToe(stand(over), rij, regel)
      for (const [n, een] of toewijzingen.entries()) {
        if ((een.uitkomst !== 'plafond-bereikt' && een.uitkomst !== 'reserve') || een.indiening.isFormeel) continue
        for (const later of toewijzingen.slice(n + 1))
          if (later.uitkomst === 'gereserveerd' && later.indiening.bedragCent >= een.indiening.bedragCent) expect(een.indiening.compartimentIds).not.toContain(later.compartimentId)
      }
    }))
  })
  test('in twee ronden komt er hetzelfde uit als in één', () => {
    fc.assert(fc.property(rijen, regels, vrij, fc.nat(60), (rij, regel, over, knip) => {
      const heel = wijsToe(stand(over), rij, regel).toewijzingen
      const eerste = wijsToe(stand(over), rij.slice(0, knip), regel)
      const gekregen = eerste.toewijzingen.filter(({ plek }) => plek !== null)
      const gegeven = new Map<string, number>()
      for (const { indiening } of gekregen) gegeven.set(`${indiening.scholingsactiviteitId} 2022`, (gegeven.get(`${indiening.scholingsactiviteitId} 2022`) ?? 0) + 1)
      const bezettePlekken = gekregen.flatMap(({ indiening: { burgerId, kalenderjaar }, plek }) => (plek === null ? [] : [{ burgerId, kalenderjaar, plek }]))
      expect([...eerste.toewijzingen, ...wijsToe({ compartimenten: eerste.compartimenten, bezettePlekken, gegeven }, rij.slice(knip), regel).toewijzingen]).toEqual(heel)
    }))
  })
})
