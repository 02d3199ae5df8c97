import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { makeMeldherinnering, makeNavraag, makeReactieherinnering, makeStukkenvraag } from '@/lib/verantwoording/rules/deelname-berichten'
import { GEVOLG_NAVRAAG, gevolgVoorBurger } from '@/lib/verantwoording/rules/deelname-gevolg'
import { makeReactieverzoek } from '@/lib/verantwoording/rules/reactieverzoek'

const ZAAK = { kenmerk: 'STAP-1', naam: 'Sam Jansen', opleider: 'Vakschool', opleiding: 'Lassen' }
const DAG = plainDate('2023-03-29')

describe('elk bericht zegt wat er gebeurt, en wanneer', () => {
  test('de vraag aan de burger noemt de dag, en dat zwijgen telt als niet oneens', () => {
    const { onderwerp, inhoud } = makeReactieverzoek(ZAAK, { uitkomst: 'succesvol', oorzaak: null, versie: 1, uiterlijkOp: DAG, gestoptOp: null })
    expect(onderwerp).toBe('Klopt het wat uw opleider over u meldt?')
    expect(inhoud.betekenis.join(' ')).toContain('U kunt reageren tot en met woensdag 29 maart 2023. Reageert u niet? Dan gaan wij ervan uit dat u het niet oneens bent')
    expect(makeReactieverzoek(ZAAK, { uitkomst: 'succesvol', oorzaak: null, versie: 2, uiterlijkOp: DAG, gestoptOp: null }).onderwerp).toBe('Uw opleider heeft de melding over u verbeterd')
    expect(makeReactieherinnering(ZAAK, DAG).inhoud.kern).toContain('tot en met woensdag 29 maart 2023')
  })

  test('wie zelf stopte leest vooraf van de uitsluiting; wie overmacht had leest dat er geen gevolgen zijn', () => {
    expect(gevolgVoorBurger('niet-succesvol', 'burger')).toContain('een tijd geen STAP-budget')
    expect(gevolgVoorBurger('niet-succesvol', 'overmacht')).toContain('geen gevolgen')
    expect(gevolgVoorBurger('niet-succesvol', 'niet-gegeven')).toContain('geen gevolgen')
    expect(GEVOLG_NAVRAAG['niet-gevolgd']).toContain('bij de opleider')
  })

  test('een opleider krijgt één bericht voor al zijn deelnemers, met wat te laat is en wat nog kan', () => {
    const genoemd = ['2023-03-20', '2023-04-02', '2023-04-03'].map((dag, nummer) => ({ kenmerk: `STAP-${String(nummer)}`, deelnemer: 'Sam', meldenVoor: plainDate(dag) }))
    const { onderwerp, inhoud } = makeMeldherinnering('Vakschool', { aantal: 3, laat: 1, genoemd }, { navraagDagen: 42 })
    expect(onderwerp).toBe('Deelnames melden: de termijn is voorbij')
    expect(inhoud.betekenis.slice(0, 2)).toEqual(['Van één deelnemer is de termijn voorbij.', 'Van 2 deelnemers loopt de termijn binnenkort af.'])
    const veel = makeMeldherinnering('Vakschool', { aantal: 300, laat: 0, genoemd }, { navraagDagen: 42 })
    expect(veel.onderwerp).toBe('Deelnames melden: de termijn loopt af')
    expect(veel.inhoud.betekenis[1]).toBe('Hierboven staan er 3. De andere ziet u in het portaal.')
  })

  test('geen enkel bericht is een besluit', () => {
    expect([makeNavraag(ZAAK, DAG), makeStukkenvraag({ ...ZAAK, deelnemer: 'Sam' }, DAG)].map(({ inhoud }) => inhoud.bezwaar)).toEqual([null, null])
  })
})
