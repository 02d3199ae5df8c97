import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { listAlarmen } from '@/lib/monitoring/rules/alarmen'
import { judgeOnderdelen, type OnderdeelMeting } from '@/lib/monitoring/rules/onderdelen'
import { calculateSnelheid } from '@/lib/monitoring/rules/snelheid'

const goed: OnderdeelMeting = {
  databaseMs: 2, isRedisOk: true, poorten: [{ proces: 'poort-1', leeftijdS: 1 }, { proces: 'poort-2', leeftijdS: 0.4 }],
  workers: [{ proces: 'workers-1', leeftijdS: 3 }], outboxWachtend: 12, outboxOudsteS: 1.4, achterstandS: 0.2, stil: null,
}
const rustig = { bezoeken: 10, indieningen: 1, bevestigd: 1, geweigerd: 0, fouten: 0, onderhanden: 0, p50Ms: 12, p99Ms: 40 }
const feiten = { isUitgeput: false, wachtend: 100, verkeer: rustig, onderdelen: judgeOnderdelen(goed) }

describe('de stand van elk onderdeel', () => {
  test('alles werkt', () => {
    expect(judgeOnderdelen(goed).map(({ naam, toestand, toelichting }) => `${naam}: ${toestand}, ${toelichting}`)).toEqual([
      'Poort: ok, 2 processen', 'Web: ok, deze pagina komt ervandaan', 'Workers: ok, 1 proces', 'Database: ok, antwoordt in 2 ms', 'Redis: ok, antwoordt',
      'Werk dat wacht: ok, 12 taken, de oudste 1 s', 'Verdeling: ok, is bij', 'Bank: ok, beantwoordde elke betaling',
    ])
  })

  test('een poort die zwijgt is let op, geen enkele is stuk', () => {
    expect(judgeOnderdelen({ ...goed, poorten: [{ proces: 'a', leeftijdS: 1 }, { proces: 'b', leeftijdS: 30 }] })[0])
      .toEqual({ naam: 'Poort', toestand: 'traag', toelichting: '1 proces, 1 meldt zich niet meer' })
    expect(judgeOnderdelen({ ...goed, poorten: [] })[0]?.toestand).toBe('stuk')
  })

  test('zonder Redis gaat niets verloren: let op en niet stuk', () => {
    expect(judgeOnderdelen({ ...goed, isRedisOk: false }).find(({ naam }) => naam === 'Redis')?.toestand).toBe('traag')
  })

  test('betalingen waar de bank niets van zegt vragen aandacht, met sinds wanneer en wat te doen', () => {
    const bank = (stil: OnderdeelMeting['stil']) => judgeOnderdelen({ ...goed, stil }).at(-1)
    expect(bank({ aantal: 1_200, sinds: plainDate('2022-11-23') })).toEqual({
      naam: 'Bank', toestand: 'traag', toelichting: '1.200 betalingen hadden op een afschrift moeten staan, sinds 23-11-2022. Laat de afdeling financiën de bank ernaar vragen, en betaal ze niet opnieuw',
    })
    expect(bank({ aantal: 1, sinds: plainDate('2022-11-23') })?.toelichting).toMatch(/^1 betaling had .* betaal haar niet opnieuw$/)
  })

  test('een database die niet antwoordt is stuk', () => {
    expect(judgeOnderdelen({ ...goed, databaseMs: null })[3]?.toestand).toBe('stuk')
  })
})

describe('wat aandacht vraagt', () => {
  test('als alles goed gaat niets', () => {
    expect(listAlarmen(feiten)).toEqual([])
  })

  test('wat stuk is staat bovenaan, daarna wat traag is, met wat te doen', () => {
    const alarmen = listAlarmen({
      ...feiten, verkeer: { ...rustig, fouten: 2.5, p99Ms: 1_400 }, onderdelen: judgeOnderdelen({ ...goed, workers: [], achterstandS: 9 }),
    })
    expect(alarmen).toEqual([
      { ernst: 'stuk', tekst: 'Workers werkt niet: geen enkel proces meldt zich, er wordt niets toegelaten, verdeeld of verstuurd' },
      { ernst: 'stuk', tekst: 'Er gaan 2,5 verzoeken per seconde mis. Kijk bij de onderdelen wat er is, en pauzeer als het zo blijft.' },
      { ernst: 'let-op', tekst: 'Verdeling: loopt 9 s achter: laat mensen langzamer toe tot dit daalt' },
      { ernst: 'let-op', tekst: 'Indienen duurt te lang: 1 op de 100 wacht langer dan 1400 ms. Laat mensen langzamer toe.' },
    ])
  })

  test('het budget is op terwijl er mensen wachten', () => {
    expect(listAlarmen({ ...feiten, isUitgeput: true })).toEqual([{ ernst: 'let-op', tekst: 'Het budget is op en er wachten nog 100 mensen. Zij zien dat nu.' }])
  })
})

describe('langzamer en sneller', () => {
  test.each([
    [60_000, 'langzamer', 45_000], [45_000, 'sneller', 60_000], [100, 'langzamer', 75], [1, 'langzamer', 1], [600_000, 'sneller', 600_000], [12_345, 'sneller', 16_000],
  ] as const)('%i, %s: %i per minuut', (van, richting, naar) => {
    expect(calculateSnelheid(van, richting)).toBe(naar)
  })
})
