import { describe, expect, test } from 'vitest'
import { verrekenKosten, whyNietTeMelden, type KostenFeiten } from '@/lib/annulering/rules/annuleringskosten'
import { cent } from '@/lib/base/money'

const FEITEN: KostenFeiten = { oorzaak: 'burger', bedrag: cent(7_500), maximum: cent(19_000), isGemeld: false, verleend: cent(93_950), vastgesteld: null }

describe('annuleringskosten: nooit dubbel betaald', () => {
  test.each([
    ['een deelnemer die zelf stopte', {}, []],
    ['precies het maximum', { bedrag: cent(19_000) }, []],
    ['een cent meer', { bedrag: cent(19_001) }, ['hoger-dan-maximum']],
    ['niemand stopte', { oorzaak: null }, ['niet-gestopt']],
    ['de opleider zegde zelf af', { oorzaak: 'opleider' }, ['door-opleider']],
    ['al gemeld', { isGemeld: true }, ['al-gemeld']],
    ['de hele subsidie is al vastgesteld', { vastgesteld: cent(93_950) }, ['dubbel-betaald']],
    ['er is ruimte naast de vaststelling', { vastgesteld: cent(86_450) }, []],
    ['een cent te weinig ruimte', { vastgesteld: cent(86_451) }, ['dubbel-betaald']],
    ['op nul vastgesteld', { vastgesteld: cent(0) }, []],
  ] as const)('%s', (_, anders, redenen) => {
    expect(whyNietTeMelden({ ...FEITEN, ...anders })).toEqual(redenen)
  })
  test('bij de vaststelling gaan de kosten van de subsidie af', () => {
    expect(verrekenKosten(cent(93_950), cent(19_000))).toBe(74_950)
    expect(verrekenKosten(cent(10_000), cent(19_000))).toBe(0)
  })
})
