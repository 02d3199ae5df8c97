import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { decideVervolg, whyNietTeCorrigeren, whyNietTeMelden, type MeldFeiten } from '@/lib/verantwoording/rules/afronding'
import { makeReactieverzoek } from '@/lib/verantwoording/rules/reactieverzoek'
import { proposeGrond, whyNietVastTeStellen } from '@/lib/verantwoording/rules/vaststelling'

const feiten = (anders: Partial<MeldFeiten> = {}): MeldFeiten => ({
  status: 'verleend', isGemeld: false, startdatum: plainDate('2022-12-05'), einddatum: plainDate('2023-02-28'), hasBewijs: true,
  vandaag: plainDate('2023-03-01'), norm: 80, ...anders,
})
const diploma = { uitkomst: 'succesvol', wijze: 'diploma', percentage: null } as const
const aanwezig = (percentage: number | null) => ({ uitkomst: 'succesvol', wijze: 'aanwezigheid', percentage }) as const
const gestopt = { uitkomst: 'niet-succesvol', oorzaak: 'burger', toelichting: 'Gestopt' } as const

describe('regeling art. 14 lid 2: wanneer een opleiding is afgerond', () => {
  test.each([
    ['met een diploma en een bewijs', diploma, {}, []],
    ['met een examen', { uitkomst: 'succesvol', wijze: 'examen', percentage: null } as const, {}, []],
    ['80 procent aanwezig is genoeg', aanwezig(80), {}, []],
    ['79 procent is niet genoeg', aanwezig(79), {}, ['aanwezigheid-te-laag']],
    ['aanwezigheid zonder getal', aanwezig(null), {}, ['aanwezigheid-te-laag']],
    ['een andere norm telt als die geldt', aanwezig(79), { norm: 75 }, []],
    ['zonder bewijs', diploma, { hasBewijs: false }, ['bewijs-ontbreekt']],
    ['op de einddatum mag het', diploma, { vandaag: plainDate('2023-02-28') }, []],
    ['de dag ervoor niet', diploma, { vandaag: plainDate('2023-02-27') }, ['nog-niet-afgelopen']],
    ['alle redenen tegelijk', aanwezig(10), { vandaag: plainDate('2023-01-01'), hasBewijs: false, isGemeld: true, status: 'vastgesteld' },
      ['al-gemeld', 'niet-verleend', 'nog-niet-afgelopen', 'bewijs-ontbreekt', 'aanwezigheid-te-laag']],
  ] as const)('%s', (_, melding, anders, redenen) => {
    expect(whyNietTeMelden(melding, feiten(anders))).toEqual(redenen)
  })

  test.each([
    ['wie niet komt, kan op de startdag worden gemeld', {}, '2022-12-05', []],
    ['de dag ervoor niet', {}, '2022-12-04', ['nog-niet-begonnen']],
    ['een bewijs is dan niet nodig', { hasBewijs: false }, '2023-01-10', []],
    ['na intrekking niet meer', { status: 'ingetrokken' }, '2023-01-10', ['niet-verleend']],
  ] as const)('niet afgerond: %s', (_, anders, vandaag, redenen) => {
    expect(whyNietTeMelden(gestopt, feiten({ ...anders, vandaag: plainDate(vandaag) }))).toEqual(redenen)
  })
})

describe('een melding wordt verbeterd zolang niets vaststaat', () => {
  test.each([
    ['gemeld en verleend', { isGemeld: true }, []],
    ['gemeld en betwist', { isGemeld: true, status: 'betwist' }, []],
    ['nog niets gemeld', {}, ['niet-gemeld']],
    ['al vastgesteld', { isGemeld: true, status: 'vastgesteld' }, ['niet-verleend']],
    ['de nieuwe melding voldoet zelf aan de regels', { isGemeld: true, hasBewijs: false }, ['bewijs-ontbreekt']],
  ] as const)('%s', (_, anders, redenen) => {
    expect(whyNietTeCorrigeren(diploma, feiten(anders))).toEqual(redenen)
  })
})

describe('Awb 4:46: wat er op de melding volgt', () => {
  test('een signaal van de Toetsingskamer legt ook een bevestigde melding voor', () => {
    expect(decideVervolg('succesvol', 'bevestigd', true)).toBe('leg-voor')
  })

  test.each([
    ['succesvol', null, 'wacht-op-burger'],
    ['niet-succesvol', null, 'wacht-op-burger'],
    ['succesvol', 'bevestigd', 'stel-vast'],
    ['succesvol', 'zonder-reactie', 'stel-vast'],
    ['niet-succesvol', 'zonder-reactie', 'leg-voor'],
    ['succesvol', 'betwist', 'leg-voor'],
    ['niet-succesvol', 'bevestigd', 'leg-voor'],
    ['niet-succesvol', 'betwist', 'leg-voor'],
  ] as const)('%s en %s: %s', (uitkomst, reactie, vervolg) => {
    expect(decideVervolg(uitkomst, reactie)).toBe(vervolg)
  })

  test.each([
    [93_950, []],
    [93_949, ['eerst-een-voornemen']],
    [93_951, ['bedrag-te-hoog']],
  ] as const)('vaststellen op %d cent, verleend 93.950', (bedrag, redenen) => {
    expect(whyNietVastTeStellen(cent(bedrag), cent(93_950))).toEqual(redenen)
  })

  test.each([
    ['succesvol', null, 'afgerond'],
    ['niet-succesvol', 'opleider', 'niet-afgerond-opleider'],
    ['niet-succesvol', 'burger', 'niet-afgerond-burger'],
    ['niet-succesvol', 'overmacht', 'niet-afgerond-overmacht'],
  ] as const)('%s door %s wijst op de grond %s', (uitkomst, oorzaak, grond) => {
    expect(proposeGrond(uitkomst, oorzaak)).toBe(grond)
  })

  test('de burger leest in één zin wat de opleider meldt', () => {
    expect(makeReactieverzoek({ kenmerk: 'STAP-0000001-25', naam: 'Sam Jansen', opleider: 'Vakschool De Ambacht' }, { uitkomst: 'succesvol', oorzaak: null, versie: 1, uiterlijkOp: plainDate('2023-03-29'), gestoptOp: null }).inhoud.kern)
      .toBe('Vakschool De Ambacht meldt dat u de opleiding hebt afgerond. Wij vragen u of dat klopt.')
  })
})
