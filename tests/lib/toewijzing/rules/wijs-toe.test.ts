import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CompartimentStand, Indiening, Stand, ToewijsRegels } from '@/lib/toewijzing/model'
import { wijsToe } from '@/lib/toewijzing/rules/wijs-toe'

const WEIGER: ToewijsRegels = { pastNietRegel: 'weiger', verleningenPerJaar: 1, verleningsgrens: null, heeftReservelijst: false }

const indiening = (volgnummer: number, bedragCent: number, over: Partial<Indiening> = {}): Indiening => ({
  volgnummer,
  aanvraagId: `aanvraag-${String(volgnummer)}`,
  compartimentIds: ['algemeen'],
  scholingsactiviteitId: 'lassen',
  isFormeel: false,
  burgerId: `burger-${String(volgnummer)}`,
  kalenderjaar: 2022,
  bedragCent,
  isIngetrokken: false,
  ...over,
})

const stand = (vrijCent: number, over: Partial<CompartimentStand> = {}): Stand => ({
  compartimenten: new Map([['algemeen', { vrijCent, gesloten: false, geweigerdVanafCent: null, heeftWachtenden: false, ...over }]]),
  bezettePlekken: [],
  gegeven: new Map(),
})

const uitkomsten = (een: Stand, indieningen: readonly Indiening[], regels: ToewijsRegels = WEIGER) =>
  wijsToe(een, indieningen, regels).toewijzingen.map(({ uitkomst, bedragCent }) => `${uitkomst} ${String(bedragCent)}`)

describe('Awb 4:25 lid 2: een bedrag dat niet meer past', () => {
  const drie = [indiening(1, 60_000), indiening(2, 60_000), indiening(3, 40_000)]

  test('weiger: wie niet past krijgt niets, een kleiner bedrag daarna past nog', () => {
    expect(uitkomsten(stand(100_000), drie)).toEqual(['gereserveerd 60000', 'plafond-bereikt 0', 'gereserveerd 40000'])
  })
  test('deels: wie niet past krijgt wat er over is ("voor zover")', () => {
    expect(uitkomsten(stand(100_000), drie, { ...WEIGER, pastNietRegel: 'deels' })).toEqual(['gereserveerd 60000', 'gereserveerd 40000', 'plafond-bereikt 0'])
  })
  test('sluit: na wie niet past krijgt niemand meer iets', () => {
    expect(uitkomsten(stand(100_000), drie, { ...WEIGER, pastNietRegel: 'sluit' })).toEqual(['gereserveerd 60000', 'plafond-bereikt 0', 'plafond-bereikt 0'])
  })
  test('het laatste bedrag dat precies past, wordt toegewezen', () => {
    expect(uitkomsten(stand(100_000), [indiening(1, 100_000), indiening(2, 1)])).toEqual(['gereserveerd 100000', 'plafond-bereikt 0'])
  })
  test('Awb 4:25 lid 3: bij elke beslissing staat wat er vlak daarvoor over was', () => {
    expect(wijsToe(stand(100_000), drie, WEIGER).toewijzingen.map(({ beschikbaarCent }) => beschikbaarCent)).toEqual([100_000, 40_000, 40_000])
  })
  test('een compartiment dat beleid sloot, geeft niets meer', () => {
    expect(uitkomsten(stand(100_000, { gesloten: true }), [indiening(1, 100)])).toEqual(['plafond-bereikt 0'])
  })
})

describe('I3: geen wachtlijst, en wie later komt gaat nooit voor', () => {
  test('wat vrijviel nadat iemand € 600 was geweigerd, gaat niet naar een latere aanvraag van € 600', () => {
    expect(uitkomsten(stand(90_000, { geweigerdVanafCent: 60_000 }), [indiening(9, 60_000)])).toEqual(['plafond-bereikt 0'])
  })
  test('een latere aanvraag die minder vraagt dan ooit werd geweigerd, kan nog wel', () => {
    expect(uitkomsten(stand(90_000, { geweigerdVanafCent: 60_000 }), [indiening(9, 59_999)])).toEqual(['gereserveerd 59999'])
  })
})

describe('I4: niet meer verleningen per kalenderjaar dan de regeling toestaat', () => {
  const zelfde = { burgerId: 'burger' }
  test('de tweede aanvraag van dezelfde burger in hetzelfde jaar krijgt niets', () => {
    expect(uitkomsten(stand(300_000), [indiening(1, 100_000, zelfde), indiening(2, 100_000, zelfde)])).toEqual(['gereserveerd 100000', 'al-toegekend 0'])
  })
  test('ook niet als de eerste al eerder is toegewezen', () => {
    const eerder = { ...stand(300_000), bezettePlekken: [{ burgerId: 'burger', kalenderjaar: 2022, plek: 1 }] }
    expect(uitkomsten(eerder, [indiening(1, 100_000, zelfde)])).toEqual(['al-toegekend 0'])
  })
  test('een ander kalenderjaar telt niet mee', () => {
    const eerder = { ...stand(300_000), bezettePlekken: [{ burgerId: 'burger', kalenderjaar: 2021, plek: 1 }] }
    expect(uitkomsten(eerder, [indiening(1, 100_000, zelfde)])).toEqual(['gereserveerd 100000'])
  })
  test('staat de regeling er twee toe, dan krijgt de vrije plek de volgende', () => {
    const eerder = { ...stand(300_000), bezettePlekken: [{ burgerId: 'burger', kalenderjaar: 2022, plek: 2 }] }
    const { toewijzingen } = wijsToe(eerder, [indiening(1, 100_000, zelfde)], { ...WEIGER, verleningenPerJaar: 2 })
    expect(toewijzingen.map(({ plek }) => plek)).toEqual([1])
  })
  test('een aanvraag die al is ingetrokken, houdt geen plek en geen budget', () => {
    expect(uitkomsten(stand(100_000), [indiening(1, 100_000, { ...zelfde, isIngetrokken: true }), indiening(2, 100_000, zelfde)])).toEqual(['ingetrokken 0', 'gereserveerd 100000'])
  })
})

test('een indiening in een compartiment dat er niet is, is een fout', () => {
  expect(() => wijsToe(stand(1), [indiening(1, 1, { compartimentIds: ['weg'] })], WEIGER)).toThrow(RangeError)
})

describe('voor elke rij aanvragen', () => {
  const rij = fc.array(
    fc.record({ bedragCent: fc.integer({ min: 1, max: 1_000 }), burger: fc.integer({ min: 1, max: 12 }), compartimentIds: fc.constantFrom(['algemeen'], ['werkplein']), isIngetrokken: fc.boolean() }),
    { maxLength: 60 },
  ).map((deel) => deel.map(({ burger, ...rest }, n) => indiening(n + 1, rest.bedragCent, { ...rest, burgerId: `burger-${String(burger)}` })))
  const regels = fc.record({ pastNietRegel: fc.constantFrom('weiger' as const, 'deels' as const, 'sluit' as const), verleningenPerJaar: fc.integer({ min: 1, max: 3 }), verleningsgrens: fc.constant(null), heeftReservelijst: fc.constant(false) })
  const vrij = fc.integer({ min: 0, max: 6_000 })
  const twee = (vrijCent: number): Stand => ({
    compartimenten: new Map(['algemeen', 'werkplein'].map((id) => [id, { vrijCent, gesloten: false, geweigerdVanafCent: null, heeftWachtenden: false }])),
    bezettePlekken: [],
    gegeven: new Map(),
  })

  test('I1: nooit meer dan er was, en wat er over is klopt met wat is toegewezen', () => {
    fc.assert(fc.property(rij, regels, vrij, (indieningen, regel, vrijCent) => {
      const { toewijzingen, compartimenten } = wijsToe(twee(vrijCent), indieningen, regel)
      for (const [id, { vrijCent: over }] of compartimenten) {
        const gegeven = toewijzingen.filter(({ compartimentId }) => compartimentId === id).reduce((totaal, { bedragCent }) => totaal + bedragCent, 0)
        expect(over).toBeGreaterThanOrEqual(0)
        expect(over + gegeven).toBe(vrijCent)
      }
    }))
  })
  test('I3: wie minstens evenveel vraagt als een eerdere die niets kreeg omdat het geld op was, krijgt ook niets', () => {
    fc.assert(fc.property(rij, regels, vrij, (indieningen, regel, vrijCent) => {
      const { toewijzingen } = wijsToe(twee(vrijCent), indieningen, regel)
      for (const [n, een] of toewijzingen.entries())
        for (const ander of toewijzingen.slice(n + 1))
          if (een.uitkomst === 'plafond-bereikt' && een.compartimentId === ander.compartimentId && ander.indiening.bedragCent >= een.indiening.bedragCent)
            expect(ander.uitkomst).not.toBe('gereserveerd')
    }))
  })
  test('I4: niemand heeft meer verleningen dan mag, en elke plek is van één aanvraag', () => {
    fc.assert(fc.property(rij, regels, vrij, (indieningen, regel, vrijCent) => {
      const plekken = wijsToe(twee(vrijCent), indieningen, regel).toewijzingen.flatMap(({ indiening: { burgerId }, plek }) => (plek === null ? [] : [`${burgerId} ${String(plek)}`]))
      expect(new Set(plekken).size).toBe(plekken.length)
      expect(plekken.every((plek) => Number(plek.split(' ')[1]) <= regel.verleningenPerJaar)).toBe(true)
    }))
  })
  test('in twee ronden komt er hetzelfde uit als in één', () => {
    fc.assert(fc.property(rij, regels, vrij, fc.nat(60), (indieningen, regel, vrijCent, knip) => {
      const heel = wijsToe(twee(vrijCent), indieningen, regel).toewijzingen
      const eerste = wijsToe(twee(vrijCent), indieningen.slice(0, knip), regel)
      const bezettePlekken = eerste.toewijzingen.flatMap(({ indiening: { burgerId, kalenderjaar }, plek }) => (plek === null ? [] : [{ burgerId, kalenderjaar, plek }]))
      const tweede = wijsToe({ compartimenten: eerste.compartimenten, bezettePlekken, gegeven: new Map() }, indieningen.slice(knip), regel)
      expect([...eerste.toewijzingen, ...tweede.toewijzingen]).toEqual(heel)
    }))
  })
})
