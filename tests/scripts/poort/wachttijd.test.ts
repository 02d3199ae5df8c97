import { describe, expect, test } from 'vitest'
import { bepaalAankondiging, bepaalWissel, berekenPauze, berekenPauzeNaFout, kiesStraks, leesGelotePlaats, leesStand, vindGelotePlaats } from '@/scripts/poort/bestanden/peilen.js'
import { beoordeelBereik, berekenWachttijd, formatBedragHeel, formatDuur, formatGetal, formatKlok, formatMensen, formatMoment, formatVerwachting, rondAf } from '@/scripts/poort/bestanden/wachttijd.js'

const OM_TIEN = Date.parse('2022-11-01T10:00:00+01:00')
const MINUUT = 60_000

describe('waar een plaats staat', () => {
  const stand = { nu: 1_000, perMinuut: 600, gemetenMs: OM_TIEN, reiktTot: null }

  test('plaats 7.001 met 600 per minuut: nog 6.000 mensen voor u en 10 minuten', () => {
    expect(berekenWachttijd(7_001, stand)).toMatchObject({ voorU: 6_000, isAanDeBeurt: false, bereik: 'onbekend' })
    expect(berekenWachttijd(7_000, stand)).toMatchObject({ minuten: 10, momentMs: OM_TIEN + 10 * MINUUT })
  })

  test('wie op de grens staat is aan de beurt, de volgende nog niet en heeft niemand voor zich', () => {
    expect(berekenWachttijd(1_000, stand)).toMatchObject({ isAanDeBeurt: true, voorU: 0, minuten: 0, deel: 1 })
    expect(berekenWachttijd(1_001, stand)).toMatchObject({ isAanDeBeurt: false, voorU: 0 })
  })

  test('als de rij stilstaat is er geen moment', () => {
    const tijd = berekenWachttijd(5_000, { ...stand, perMinuut: 0 })
    expect(tijd).toMatchObject({ minuten: null, momentMs: null })
    expect(formatVerwachting(tijd, OM_TIEN)).toBeUndefined()
  })

  test.each([
    [5_000, 0, 10_000, 'wel'], [8_500, 0, 10_000, 'wel'], [8_501, 0, 10_000, 'onzeker'], [12_000, 0, 10_000, 'onzeker'], [12_001, 0, 10_000, 'niet'],
    [10_001, 10_000, 10_000, 'niet'], [9_000, 10_000, 10_000, 'wel'], [10_001, 12_000, 10_000, 'niet'], [5, 0, null, 'onbekend'],
  ] as const)('plaats %i bij %i, budget tot %s: %s', (plaats, nu, reiktTot, bereik) => {
    if (nu < plaats) expect(beoordeelBereik(plaats, nu, reiktTot)).toBe(bereik)
    else expect(berekenWachttijd(plaats, { ...stand, nu }).isAanDeBeurt).toBe(true)
  })
})

describe('zo staat het er', () => {
  test('getallen met punten', () => {
    expect([formatGetal(0), formatGetal(999), formatGetal(1_240), formatGetal(1_000_000)]).toEqual(['0', '999', '1.240', '1.000.000'])
  })
  test('alleen de eerste twee cijfers van een schatting', () => {
    expect([rondAf(48_731), rondAf(7), rondAf(0), rondAf(96), rondAf(995)]).toEqual([49_000, 7, 0, 96, 1_000])
  })
  test('hele euro\'s', () => {
    expect(formatBedragHeel(4_850_000_099)).toBe('€ 48.500.000')
  })
  test('mensen', () => {
    expect([formatMensen(0), formatMensen(1), formatMensen(1_240)]).toEqual(['niemand', '1 persoon', '1.240 mensen'])
  })
  test.each([[0, 'minder dan 1 minuut'], [0.99, 'minder dan 1 minuut'], [1, 'ongeveer 1 minuut'], [12.4, 'ongeveer 12 minuten'], [23, 'ongeveer 25 minuten'], [58, 'ongeveer 1 uur'], [91, 'ongeveer 1 uur en 30 minuten']])('%d minuten: %s', (minuten, tekst) => {
    expect(formatDuur(minuten)).toBe(tekst)
  })
  test('de klok van Amsterdam, in winter en zomer', () => {
    expect(formatKlok(OM_TIEN)).toBe('10.00 uur')
    expect(formatKlok(Date.parse('2022-07-01T08:05:00Z'))).toBe('10.05 uur')
  })
  test('een andere dag wordt genoemd', () => {
    expect(formatMoment(OM_TIEN + 24 * 60 * MINUUT, OM_TIEN)).toBe('woensdag 2 november om 10.00 uur')
  })
  test('een moment ver weg is op vijf minuten', () => {
    expect(formatVerwachting(berekenWachttijd(3_701, { nu: 0, perMinuut: 100, gemetenMs: OM_TIEN, reiktTot: null }), OM_TIEN)).toBe('10.35 uur')
    expect(formatVerwachting(berekenWachttijd(301, { nu: 0, perMinuut: 100, gemetenMs: OM_TIEN, reiktTot: null }), OM_TIEN)).toBe('10.03 uur')
  })
})

const PAGINA = { situatie: 'wachten', toestand: 'open', ronde: 1, geloot: true, nummer: 700, plaats: 5_000, opentMs: OM_TIEN, nu: 0 }
const STAND = { toestand: 'open', nu: 0, perMinuut: 100, reiktTot: null, gemetenMs: OM_TIEN, overCent: {}, ronde: 1, geloot: true, plaatsen: null }
const ZICHTBAAR = { isVerborgen: false, toeval: 0.5 }

describe('hoe vaak er wordt gevraagd', () => {
  test.each([[5_000, 30_000], [900, 10_000], [150, 4_000], [20, 2_000]])('plaats %i met 100 per minuut: om de %i ms', (plaats, pauze) => {
    expect(berekenPauze({ ...PAGINA, plaats }, STAND, ZICHTBAAR)).toBe(pauze)
  })
  test('een tabblad dat niemand ziet vraagt minder vaak, tenzij de beurt dichtbij is', () => {
    expect(berekenPauze(PAGINA, STAND, { isVerborgen: true, toeval: 0.5 })).toBe(60_000)
    expect(berekenPauze({ ...PAGINA, plaats: 150 }, STAND, { isVerborgen: true, toeval: 0.5 })).toBe(4_000)
  })
  test('mensen vragen niet op hetzelfde moment', () => {
    expect(berekenPauze(PAGINA, STAND, { isVerborgen: false, toeval: 0 })).toBe(25_500)
    expect(berekenPauze(PAGINA, STAND, { isVerborgen: false, toeval: 1 })).toBe(34_500)
  })
  test('vóór de opening eens per minuut, en dan vlak erna', () => {
    const voor = { ...PAGINA, situatie: 'met-plaats', toestand: 'voor', plaats: null }
    const stand = { ...STAND, toestand: 'voor', geloot: false }
    expect(berekenPauze(voor, { ...stand, gemetenMs: OM_TIEN - 10 * MINUUT }, ZICHTBAAR)).toBe(60_000)
    expect(berekenPauze(voor, { ...stand, gemetenMs: OM_TIEN - 20_000 }, ZICHTBAAR)).toBe(22_000)
    expect(berekenPauze(voor, stand, ZICHTBAAR)).toBe(3_000)
  })
  test('na het einde wordt niets meer gevraagd', () => {
    expect(berekenPauze({ ...PAGINA, situatie: 'ingediend' }, STAND, ZICHTBAAR)).toBeUndefined()
    expect(berekenPauze({ ...PAGINA, situatie: 'gesloten' }, STAND, ZICHTBAAR)).toBeUndefined()
  })
  test('na een fout steeds langer, nooit korter dan is gevraagd, en gespreid', () => {
    expect([1, 2, 3, 9].map((fouten) => berekenPauzeNaFout(fouten, 0, 0))).toEqual([4_000, 8_000, 16_000, 120_000])
    expect(berekenPauzeNaFout(1, 45, 0)).toBe(45_000)
    expect(berekenPauzeNaFout(1, 45, 1)).toBe(67_500)
    expect(berekenPauzeNaFout(1, NaN, 0)).toBe(4_000)
  })
})

describe('wat er wordt voorgelezen', () => {
  const NIETS = { voorU: null, minuten: null, bereik: null }
  const tijd = (minuten: number, bereik: 'wel' | 'niet' = 'wel') => ({ voorU: minuten * 100, isAanDeBeurt: false, minuten, momentMs: null, bereik, deel: 0 })

  test('de eerste keer, en daarna alleen bij een stap dichterbij', () => {
    const eerste = bepaalAankondiging(NIETS, tijd(12))
    expect(eerste?.zin).toBe('Voor u: 1.200 mensen. U bent over ongeveer 12 minuten aan de beurt.')
    expect(bepaalAankondiging(eerste?.gezegd ?? NIETS, tijd(11))).toBeUndefined()
    expect(bepaalAankondiging(eerste?.gezegd ?? NIETS, tijd(10))?.zin).toContain('ongeveer 10 minuten')
  })
  test('een tragere rij wordt niet steeds opnieuw gezegd', () => {
    const eerste = bepaalAankondiging(NIETS, tijd(9))
    expect(bepaalAankondiging(eerste?.gezegd ?? NIETS, tijd(14))).toBeUndefined()
  })
  test('meteen als het budget waarschijnlijk niet meer reikt', () => {
    const eerste = bepaalAankondiging(NIETS, tijd(12))
    expect(bepaalAankondiging(eerste?.gezegd ?? NIETS, tijd(12, 'niet'))?.zin).toContain('waarschijnlijk geen budget meer')
  })
})

describe('wanneer de pagina een andere is geworden', () => {
  test('niet zolang er alleen mensen voor u weggaan', () => {
    expect(bepaalWissel(PAGINA, { ...STAND, nu: 4_999 })).toBeUndefined()
  })
  test('meteen als het de beurt is', () => {
    expect(bepaalWissel(PAGINA, { ...STAND, nu: 5_000 })).toEqual({ titel: 'Het is uw beurt', melding: 'Het is uw beurt. U kunt nu uw aanvraag indienen.', spreidMs: 0 })
  })
  test('als er geloot is, als er gepauzeerd wordt, als het budget op is', () => {
    expect(bepaalWissel({ ...PAGINA, situatie: 'loten', geloot: false, plaats: null }, STAND)?.titel).toBe('De plaatsen zijn geloot')
    expect(bepaalWissel(PAGINA, { ...STAND, toestand: 'pauze' })?.melding).toContain('Uw plaats blijft van u')
    expect(bepaalWissel(PAGINA, { ...STAND, toestand: 'uitgeput' })?.titel).toBe('Het budget is op')
  })
  test('na het budget: één keer als het de beurt is voor de reservelijst', () => {
    const op = { ...PAGINA, situatie: 'uitgeput', toestand: 'uitgeput' }
    const stand = { ...STAND, toestand: 'uitgeput', nu: 5_000 }
    expect(bepaalWissel(op, stand)?.melding).toContain('reservelijst')
    expect(bepaalWissel({ ...op, nu: 5_000 }, stand)).toBeUndefined()
  })
  test('een loting en een ingediende aanvraag veranderen niet', () => {
    expect(bepaalWissel({ ...PAGINA, situatie: 'ingediend' }, { ...STAND, toestand: 'gesloten' })).toBeUndefined()
  })
})

describe('het antwoord van de poort', () => {
  test('wordt gelezen zoals het contract het belooft', () => {
    expect(leesStand({ toestand: 'open', nu: 3, perMinuut: 60, wachtend: 9, overCent: { algemeen: 100 }, gemetenOp: '2022-11-01T09:00:00.000Z' }))
      .toEqual({ toestand: 'open', nu: 3, perMinuut: 60, reiktTot: null, gemetenMs: OM_TIEN, overCent: { algemeen: 100 }, ronde: 1, geloot: false, plaatsen: null })
  })
  test('zegt na de loting waar de plaatsen staan, en alleen op deze site', () => {
    const open = { toestand: 'open', nu: 3, perMinuut: 60, gemetenOp: '2022-11-01T09:00:00.000Z', ronde: 1, geloot: true }
    const plaatsen = { pad: '/wachtkamer/2022-V/plaatsen/0123456789abcdef', perBlok: 250, aantal: 159_000 }
    expect(leesStand({ ...open, plaatsen })?.plaatsen).toEqual(plaatsen)
    expect(leesStand({ ...open, plaatsen: { ...plaatsen, pad: 'https://elders.example/wachtkamer/x' } })?.plaatsen).toBeNull()
    expect(leesStand({ ...open, plaatsen: { ...plaatsen, perBlok: 0 } })?.plaatsen).toBeNull()
  })
  test.each([null, 'x', {}, { toestand: 'open', nu: '3', perMinuut: 1, gemetenOp: 'nu' }])('iets anders niet: %j', (antwoord) => {
    expect(leesStand(antwoord)).toBeUndefined()
  })
})

describe('de gelote plaats', () => {
  const PLAATSEN = { pad: '/wachtkamer/2022-V/plaatsen/0123456789abcdef', perBlok: 250, aantal: 1_000 }
  test('staat in het bestand van het eigen nummer; wie na de loting kwam heeft zijn nummer', () => {
    expect(vindGelotePlaats(1, PLAATSEN)).toEqual({ pad: '/wachtkamer/2022-V/plaatsen/0123456789abcdef/1' })
    expect(vindGelotePlaats(250, PLAATSEN)).toEqual({ pad: '/wachtkamer/2022-V/plaatsen/0123456789abcdef/1' })
    expect(vindGelotePlaats(251, PLAATSEN)).toEqual({ pad: '/wachtkamer/2022-V/plaatsen/0123456789abcdef/2' })
    expect(vindGelotePlaats(1_001, PLAATSEN)).toEqual({ plaats: 1_001 })
    expect(leesGelotePlaats({ van: 251, plaatsen: [9, 4, 7] }, 252)).toBe(4)
    expect(leesGelotePlaats({ van: 251, plaatsen: [9, 4, 7] }, 250)).toBeUndefined()
    expect(leesGelotePlaats('x', 1)).toBeUndefined()
  })
  test('de pagina gaat verder met wat zij heeft; na een nieuwe loting of een pauze wordt zij opnieuw gevraagd', () => {
    expect(kiesStraks(PAGINA, { ...STAND, nu: 4_999 }, 5_000)).toBe('wachten')
    expect(kiesStraks(PAGINA, { ...STAND, nu: 5_000 }, 5_000)).toBe('beurt')
    expect(kiesStraks(PAGINA, { ...STAND, toestand: 'uitgeput', nu: 10 }, 5_000)).toBe('uitgeput')
    expect(kiesStraks(PAGINA, { ...STAND, toestand: 'uitgeput', nu: 5_000 }, 5_000)).toBeUndefined()
    expect(kiesStraks(PAGINA, { ...STAND, ronde: 2 }, 5_000)).toBeUndefined()
    expect(kiesStraks(PAGINA, { ...STAND, toestand: 'pauze' }, 5_000)).toBeUndefined()
  })
})
