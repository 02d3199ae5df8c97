import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { calculateGewicht, drawControle, judgeSignalen, whyNietTeBeoordelen, type ControleFeiten } from '@/lib/verantwoording/rules/deelname-controle'

const sha256 = (text: string) => createHash('sha256').update(text).digest()
const GEWICHTEN = { perSignaal: 2, margeProcent: 5 }
const NETJES: ControleFeiten = { isTeLaat: false, isBetwist: false, hasBewijs: true, isZonderReactie: false, wijze: 'diploma', percentage: null, norm: 80, hasEerderOnvoldoende: false, isGestopt: false }

describe('art. 23: signalen wegen mee, maar iedere melding kan worden geloot', () => {
  test.each<[Partial<ControleFeiten>, readonly string[]]>([
    [{}, []],
    [{ isTeLaat: true, hasBewijs: false }, ['te-laat', 'zonder-stuk']],
    [{ isBetwist: true }, ['betwist']],
    [{ isZonderReactie: true, hasEerderOnvoldoende: true }, ['zonder-reactie', 'eerder-onvoldoende']],
    [{ wijze: 'aanwezigheid', percentage: 84 }, ['rond-de-norm']],
    [{ wijze: 'aanwezigheid', percentage: 85 }, []],
  ])('%j geeft %j', (anders, signalen) => {
    expect(judgeSignalen({ ...NETJES, ...anders }, GEWICHTEN)).toEqual(signalen)
  })

  test('een melding zonder signaal heeft één lot, elk signaal geeft er twee bij', () => {
    expect(calculateGewicht([], GEWICHTEN)).toBe(1)
    expect(calculateGewicht(['te-laat', 'betwist'], GEWICHTEN)).toBe(5)
  })
})

describe('de loting is na te doen', () => {
  const lijst = Array.from({ length: 400 }, (_, index) => ({ id: `a${String(index)}`, gewicht: index < 200 ? 1 : 5 }))

  test('hetzelfde zaad geeft dezelfde steekproef, een ander zaad een andere', () => {
    const trek = (zaad: string) => drawControle(lijst, { zaad, maand: '2023-03-01', aantal: 5 }, sha256).map(({ id }) => id)
    expect(trek('een')).toEqual(trek('een'))
    expect(trek('een')).not.toEqual(trek('twee'))
    expect(trek('een')).toHaveLength(5)
  })

  test('met de hand nagerekend: het laagste lot wint', () => {
    const paar = [{ id: 'x', gewicht: 1 }, { id: 'y', gewicht: 2 }]
    const loten = [['x', 1], ['y', 1], ['y', 2]].map(([id, lot]) => ({ id, hash: createHash('sha256').update(`z:m:${String(id)}:${String(lot)}`).digest('hex') }))
    const laagste = loten.reduce((a, b) => (a.hash < b.hash ? a : b)).id
    expect(drawControle(paar, { zaad: 'z', maand: 'm', aantal: 1 }, sha256)[0]?.id).toBe(laagste)
  })

  test('wie vijf loten heeft, wordt vaker getrokken dan wie er één heeft', () => {
    const getrokken = Array.from({ length: 20 }, (_, zaad) => drawControle(lijst, { zaad: String(zaad), maand: 'm', aantal: 20 }, sha256)).flat()
    const zwaar = getrokken.filter(({ gewicht }) => gewicht === 5).length
    expect(getrokken).toHaveLength(400)
    // Five out of six are expected: 333 of 400.
    expect(zwaar).toBeGreaterThan(300)
    expect(zwaar).toBeLessThan(365)
  })

  test('een steekproef groter dan de lijst is de hele lijst', () => {
    expect(drawControle(lijst.slice(0, 3), { zaad: 'z', maand: 'm', aantal: 50 }, sha256)).toHaveLength(3)
  })
})

describe('de Toetsingskamer oordeelt als de opleider zijn tijd heeft gehad', () => {
  const feiten = { isBeoordeeld: false, stukken: 1, isIngeleverd: false, uiterlijkOp: plainDate('2023-04-14'), vandaag: plainDate('2023-04-15') }
  test.each([
    ['goed', {}, []], ['onvoldoende', {}, []], ['niet-geleverd', {}, ['wel-stukken']],
    ['goed', { stukken: 0 }, ['geen-stukken']], ['niet-geleverd', { stukken: 0 }, []], ['onvoldoende', { stukken: 0 }, []],
    ['goed', { vandaag: plainDate('2023-04-14') }, ['termijn-loopt']], ['goed', { vandaag: plainDate('2023-04-14'), isIngeleverd: true }, []],
    ['niet-geleverd', { vandaag: plainDate('2023-04-14'), stukken: 0 }, ['termijn-loopt']], ['goed', { isBeoordeeld: true }, ['al-beoordeeld']],
  ] as const)('%s bij %j: %j', (oordeel, anders, redenen) => {
    expect(whyNietTeBeoordelen(oordeel, { ...feiten, ...anders })).toEqual(redenen)
  })
})
