import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { calculateHerstelling } from '@/lib/betaling/rules/herstel'
import { calculateTekort } from '@/lib/tijdvak/rules/plafond'
import { beslisHerroepSchema, herroepSchema } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { calculateHoogste, checkBeslisser, checkVoorstel, findBestreden, planHerstel, type Geldbesluit, type RustendeVordering } from '@/lib/verantwoording/rules/herroeping'

let minuut = 0
const besluit = (soort: string, bedragCent: number): Geldbesluit => {
  minuut += 1
  return { id: `${soort}-${String(minuut)}`, kenmerk: 'BES', soort, bedragCent: cent(bedragCent), gronden: [], genomenOp: new Date(minuut * 60_000), genomenDoor: null }
}

describe('Awb 7:11 lid 2: welk besluit kan worden herroepen', () => {
  const verlening = besluit('verlening', 1_000)
  test('het laatste dat iets afnam, en wat daarvoor gold; een uitsluiting zegt niets over het bedrag', () => {
    const intrekking = besluit('intrekking', 0)
    expect(findBestreden([verlening, intrekking, besluit('uitsluiting', 0)])).toEqual({ besluit: intrekking, voorCent: 1_000 })
    const lager = besluit('wijziging', 600)
    const weg = besluit('intrekking', 0)
    expect(findBestreden([weg, lager, verlening]), 'de volgorde is die van de dag').toEqual({ besluit: weg, voorCent: 600 })
  })
  test('niet wat al is herroepen, niet een verlening, niet een vaststelling op het hele bedrag', () => {
    const weg = besluit('intrekking', 0)
    expect(findBestreden([verlening, weg, besluit('herroeping', 1_000)])).toBeUndefined()
    expect(findBestreden([verlening])).toBeUndefined()
    expect(findBestreden([verlening, besluit('vaststelling', 1_000)])).toBeUndefined()
  })
  test('een wissel naar een goedkopere scholing blijft: meer dan die kostte komt niet terug', () => {
    expect(calculateHoogste({ voorCent: cent(1_000), verleendCent: cent(1_000), verlegdCent: 200 })).toBe(800)
    expect(calculateHoogste({ voorCent: cent(600), verleendCent: cent(1_000), verlegdCent: 200 })).toBe(600)
  })
})

describe('wat een voorstel moet zeggen', () => {
  const feiten = { geldtCent: 0, hoogsteCent: 1_000, genomenOp: plainDate('2023-02-01'), vandaag: plainDate('2023-03-01') }
  test.each([
    [1, '2023-02-01', []], [1_000, '2023-03-01', []],
    [0, '2023-02-01', ['bedrag-niet-tussen']], [1_001, '2023-02-01', ['bedrag-niet-tussen']],
    [1_000, '2023-01-31', ['dag-klopt-niet']], [1_001, '2023-03-02', ['bedrag-niet-tussen', 'dag-klopt-niet']],
  ])('%i cent op %s', (bedragCent, beslistOp, redenen) => {
    expect(checkVoorstel({ bedragCent, beslistOp: plainDate(beslistOp) }, feiten)).toEqual(redenen)
  })
  test('een leeg formulier zegt bij elk veld wat er moet komen', () => {
    const uitkomst = herroepSchema.safeParse({ kenmerk: 'STAP-1' })
    expect(uitkomst.error?.issues.map(({ message }) => message)).toEqual([
      'Kies waarom het besluit niet blijft staan.', 'Vul de dag van de beslissing of uitspraak in.', 'Vul het kenmerk in.', 'Vul het bedrag in.', 'Schrijf op waarom u dit beslist.',
    ])
  })
  test('nee zeggen heeft een reden', () => {
    const nee = { kenmerk: 'STAP-1', herroepingId: '00000000-0000-4000-8000-000000000001', besluit: 'nee' }
    expect(beslisHerroepSchema.safeParse(nee).error?.issues.map(({ message }) => message)).toEqual(['Schrijf op waarom u het voorstel afwijst, in een hele zin.'])
    expect(beslisHerroepSchema.safeParse({ ...nee, toelichting: 'Dat besluit blijft staan.' }).success).toBe(true)
  })
})

describe('Awb 10:3 lid 3: wie mag beslissen', () => {
  const zaak = { voorgesteldDoor: 'youssef', genomenDoor: 'marieke' }
  test.each([
    ['ellen', true, []], ['ellen', false, ['geen-teamleider']], ['youssef', true, ['zelfde-persoon']], ['marieke', true, ['eigen-besluit']], ['marieke', false, ['geen-teamleider', 'eigen-besluit']],
  ])('%s, teamleider: %s', (id, isTeamleider, redenen) => {
    expect(checkBeslisser({ id, isTeamleider }, zaak)).toEqual(redenen)
  })
})

describe('wat er met de vorderingen gebeurt', () => {
  const vordering = (wijziging: Partial<RustendeVordering> = {}): RustendeVordering => ({ id: 'v', bedragCent: 1_000, afgeboektCent: 0, isVanBurger: true, isOpen: true, ...wijziging })
  const leeg = { verlagingen: [], herlevingen: [], isVast: false, vorderingCent: 0, van: 'niemand' }
  test('alles terug: de vordering vervalt; een deel terug: de rest blijft', () => {
    expect(planHerstel(1_000, 0, [vordering()])).toEqual({ ...leeg, verlagingen: [{ id: 'v', wordtCent: 0, afCent: 1_000 }], vorderingCent: 1_000, van: 'burger' })
    expect(planHerstel(400, 0, [vordering({ isVanBurger: false })])).toEqual({ ...leeg, verlagingen: [{ id: 'v', wordtCent: 600, afCent: 400 }], vorderingCent: 400, van: 'opleider' })
  })
  test('wat al is besteld of betaald, hoeft niet van een vordering te komen', () => {
    expect(planHerstel(1_000, 1_000, [vordering()])).toEqual(leeg)
    expect(planHerstel(1_000, 700, [vordering({ bedragCent: 300 })]).vorderingCent).toBe(300)
  })
  test('wat is kwijtgescholden van een vordering die loopt, is al gehouden', () => {
    expect(planHerstel(1_000, 0, [vordering({ afgeboektCent: 300 })]).verlagingen).toEqual([{ id: 'v', wordtCent: 0, afCent: 700 }])
  })
  test('wat helemaal is opgegeven, is weer subsidie; met een ontvangst erop kijkt eerst iemand', () => {
    expect(planHerstel(1_000, 0, [vordering({ afgeboektCent: 1_000, isOpen: false })])).toEqual({ ...leeg, herlevingen: [{ id: 'v', afgeboektCent: 1_000 }] })
    expect(planHerstel(1_000, 0, [vordering({ afgeboektCent: 600, isOpen: false })]).isVast).toBe(true)
  })
})

describe('Awb 4:25 lid 3: de opdracht en het plafond', () => {
  const stand = { plafondCent: 1_000, overschrijdingCent: 0 }
  test.each([[800, 200, 0], [800, 300, 100], [1_000, 300, 300], [1_000, 0, 0]])('%i gebruikt, %i nodig: %i boven het plafond', (gebruiktCent, nodig, tekort) => {
    expect(calculateTekort({ ...stand, gebruiktCent }, nodig)).toBe(tekort)
  })
  test('een vervallen opdracht komt terug als een nieuwe, een lagere wordt hoger, een betaalde blijft', () => {
    expect(calculateHerstelling({ status: 'vervallen', bedragCent: 1_000 }, [], cent(1_000))).toEqual({ erbijCent: 1_000, status: 'open', isNieuw: true })
    expect(calculateHerstelling({ status: 'open', bedragCent: 600 }, [], cent(1_000))).toEqual({ erbijCent: 400, status: 'open', isNieuw: false })
    expect(calculateHerstelling({ status: 'betaald', bedragCent: 600 }, [{ status: 'betaald', netto: cent(600) }], cent(1_000))).toEqual({ erbijCent: 400, status: 'deels-gefactureerd', isNieuw: false })
    expect(calculateHerstelling({ status: 'betaald', bedragCent: 1_000 }, [{ status: 'betaald', netto: cent(1_000) }], cent(1_000))).toBeUndefined()
    expect(calculateHerstelling({ status: 'vervallen', bedragCent: 1_000 }, [{ status: 'betaald', netto: cent(300) }], cent(1_000))).toEqual({ erbijCent: 700, status: 'deels-gefactureerd', isNieuw: true })
  })
})
