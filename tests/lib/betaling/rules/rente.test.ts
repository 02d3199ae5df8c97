import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { berekenRente, describeRente, eersteDagVanVerzuim, type Renteregels } from '@/lib/betaling/rules/rente'
import { isBinnenMandaat, toGoedkeurRol } from '@/lib/betaling/rules/mandaat'
import { makeRentebrief } from '@/lib/betaling/rules/rentebrief'

const d = plainDate
const REGELS: Renteregels = {
  weken: 6, gelijkgesteld: [], drempel: cent(1_000),
  voeten: [{ vanaf: d('2022-01-01'), procent: 2 }, { vanaf: d('2023-01-01'), procent: 4 }, { vanaf: d('2023-07-01'), procent: 6 }],
}
const rente = (betaaldOp: string, anders: Partial<Parameters<typeof berekenRente>[0]> = {}) =>
  berekenRente({ hoofdsom: cent(100_000), ontvangenOp: d('2022-11-21'), betaaldOp: d(betaaldOp), eerder: cent(0), opgeschort: [], ...anders }, REGELS)

describe('wettelijke rente als UWV te laat betaalt (Awb 4:97-4:99)', () => {
  test('verzuim begint de dag na zes weken (Awb 4:87 lid 1 en 4:97)', () => {
    expect(eersteDagVanVerzuim(d('2022-11-21'), REGELS)).toBe('2023-01-03')
  })

  test('valt het einde van de zes weken op een zondag, dan is het de maandag (Atw 1 lid 1)', () => {
    // Sunday 13 November + 6 weeks = Sunday 25 December 2022, Christmas; Monday 26 December is one too.
    expect(eersteDagVanVerzuim(d('2022-11-13'), REGELS)).toBe('2022-12-28')
  })

  test('schuift de start op voordat wij te laat zijn, dan beginnen de zes weken als er weer mag worden betaald (Awb 4:87 lid 1)', () => {
    // Three weeks before the new start of 1 May 2023 is 10 April; six weeks later 22 May.
    const verschoven = [{ op: d('2022-12-15'), vanaf: d('2023-04-10') }]
    expect(rente('2023-05-22', { verschoven })).toBeUndefined()
    expect(rente('2023-09-30', { verschoven })).toMatchObject({ van: '2023-05-23' })
    expect(rente('2023-09-30'), 'tegenproef').toMatchObject({ van: '2023-01-03' })
  })

  test('waren wij al te laat, dan blijft dat, maar niet over de dagen waarop niet mag worden betaald', () => {
    const verschoven = [{ op: d('2023-02-01'), vanaf: d('2023-04-10') }]
    expect(rente('2023-06-30', { verschoven })?.delen.map(({ van, tot }) => [van, tot])).toEqual([['2023-01-03', '2023-02-01'], ['2023-04-10', '2023-07-01']])
  })

  test('schuift de start weer terug, dan telt de laatste; wat na de betaling is afgesproken telt niet', () => {
    const verschoven = [{ op: d('2022-12-01'), vanaf: d('2023-04-10') }, { op: d('2022-12-15'), vanaf: d('2022-11-29') }]
    expect(rente('2023-09-30', { verschoven })).toMatchObject({ van: '2023-01-11' })
    expect(rente('2023-05-30', { verschoven: [{ op: d('2023-06-01'), vanaf: d('2023-08-01') }] })).toMatchObject({ van: '2023-01-03', totEnMet: '2023-05-30' })
  })

  test('op tijd betaald is geen rente', () => {
    expect(rente('2023-01-02')).toBeUndefined()
  })

  test('minder dan € 10 in totaal betaalt de overheid niet (Awb 4:98 lid 2); vanaf € 10 wel', () => {
    // EUR 1.000 at 4 %: 10,96 cents a day; 91 days are 997 cents, 92 are 1.008.
    expect(rente('2023-04-03')).toBeUndefined()
    expect(rente('2023-04-04')).toMatchObject({ bedrag: 1_008, van: '2023-01-03', totEnMet: '2023-04-04' })
  })

  test('de dag van betalen telt mee', () => {
    expect(rente('2023-06-30')).toMatchObject({ bedrag: 1_962, delen: [{ dagen: 179, procent: 4 }] })
    expect(rente('2023-07-01')).toMatchObject({ bedrag: 1_978, delen: [{ dagen: 179, procent: 4 }, { dagen: 1, procent: 6 }] })
  })

  test('wat eerder is vastgesteld, gaat eraf; is er niets bij gekomen, dan is er niets', () => {
    expect(rente('2023-07-01', { eerder: cent(1_962) })).toMatchObject({ bedrag: 16 })
    expect(rente('2023-07-01', { eerder: cent(1_978) })).toBeUndefined()
  })

  test('dagen waarop de betaling was opgeschort, tellen niet (Awb 4:56)', () => {
    expect(rente('2023-06-30', { opgeschort: [{ van: d('2023-01-01'), tot: d('2023-02-02') }] })).toMatchObject({ bedrag: 1_633, delen: [{ van: '2023-02-02', dagen: 149 }] })
  })

  test('de brief rekent het voor, noemt de artikelen en zegt hoe u bezwaar maakt (Awb 4:99)', () => {
    const uitkomst = rente('2023-07-01')
    if (uitkomst === undefined) throw new Error('no interest')
    expect(describeRente(uitkomst.delen)).toEqual([
      '03-01-2023 tot en met 30-06-2023: 179 dagen 4 procent per jaar over € 1.000', '01-07-2023 tot en met 01-07-2023: 1 dag 6 procent per jaar over € 1.000',
    ])
    const { onderwerp, inhoud } = makeRentebrief({
      factuurnummer: 'F1', ordernummer: 'ORDER-0000001-00', hoofdsom: cent(100_000), ontvangenOp: d('2022-11-21'), eerder: cent(0), rente: uitkomst, bezwaarUiterlijkOp: d('2023-08-14'),
      opleider: { naam: 'Vakschool De Ambacht', adres: 'Werkplaats 12', plaats: '3511 AA Utrecht' },
    })
    expect(onderwerp).toBe('Wij betalen u € 19,78 rente')
    expect(inhoud.bezwaar).toEqual({ uiterlijkOp: '2023-08-14', bij: 'uwv' })
    expect(inhoud.waarom.gronden.map(({ artikel }) => artikel).join()).toContain('4:99')
  })
})

describe('wie een batch mag goedkeuren', () => {
  const tot = cent(50_000_000)
  test('tot en met het mandaat zijn twee financieel medewerkers genoeg, daarboven is de teamleider financieel een van de twee', () => {
    expect(isBinnenMandaat(cent(50_000_000), ['financieel', 'financieel'], tot)).toBe(true)
    expect(isBinnenMandaat(cent(50_000_001), ['financieel', 'financieel'], tot)).toBe(false)
    expect(isBinnenMandaat(cent(50_000_001), ['teamleider-financieel', 'financieel'], tot)).toBe(true)
  })

  test('iemand keurt goed in de ruimste rol die hij heeft, en zonder rol niet', () => {
    expect(toGoedkeurRol(['financieel'])).toBe('financieel')
    expect(toGoedkeurRol(['financieel', 'teamleider-financieel'])).toBe('teamleider-financieel')
    expect(toGoedkeurRol(['teamleider'])).toBeUndefined()
  })
})
