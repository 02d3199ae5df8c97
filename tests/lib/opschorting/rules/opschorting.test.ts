import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { calculateTotEnMet, toestandOp, toPeriode } from '@/lib/opschorting/rules/duur'
import { makeEindbericht, makeEindberichtBurger, makeKennisgeving, makeKennisgevingBurger } from '@/lib/opschorting/rules/kennisgeving'
import { whyNietOpTeSchorten } from '@/lib/opschorting/rules/opschortbaar'
import { describeOpgeschort } from '@/lib/opschorting/texts'

const dag = plainDate
const DUUR = { ingangsdatum: dag('2022-11-21'), totEnMet: dag('2023-02-20'), beeindigdOp: null }

describe('Awb 4:56: van de dag van de brief, dertien weken', () => {
  test('dertien weken na maandag 21 november is maandag 20 februari, ook over de jaargrens', () => {
    expect(calculateTotEnMet(dag('2022-11-21'), 13)).toBe('2023-02-20')
  })
  test.each([
    ['de dag ervoor', '2022-11-20', 'afgelopen'], ['de dag van de brief', '2022-11-21', 'loopt'], ['de laatste dag', '2023-02-20', 'loopt'], ['de dag daarna, vanzelf', '2023-02-21', 'afgelopen'],
  ])('%s', (_, op, toestand) => {
    expect(toestandOp(DUUR, dag(op))).toBe(toestand)
  })
  test('een besluit van SZW heeft geen einddag; eerder beëindigd is voorbij', () => {
    expect(toestandOp({ ...DUUR, totEnMet: null }, dag('2024-01-01'))).toBe('loopt')
    expect(toestandOp({ ...DUUR, beeindigdOp: dag('2022-12-01') }, dag('2022-12-01'))).toBe('beeindigd')
  })
  test('de dagen waarop niemand te laat was', () => {
    expect(toPeriode(DUUR)).toEqual({ van: '2022-11-21', tot: '2023-02-21' })
    expect(toPeriode({ ...DUUR, beeindigdOp: dag('2022-12-01') })).toEqual({ van: '2022-11-21', tot: '2022-12-01' })
    expect(toPeriode({ ...DUUR, totEnMet: null })).toEqual({ van: '2022-11-21', tot: null })
  })
})

describe('wanneer het niet mag', () => {
  const feiten = { grond: 'ernstig-vermoeden', isEerderOpgeschort: false, hasBesluit: false, isBetaald: false } as const
  test.each([
    ['een nieuw ernstig vermoeden mag', {}, []],
    ['hetzelfde vermoeden nog eens', { isEerderOpgeschort: true }, ['zelfde-vermoeden']],
    ['een besluit van SZW dat er niet is', { grond: 'besluit-szw' }, ['besluit-ontbreekt']],
    ['een besluit van SZW', { grond: 'besluit-szw', hasBesluit: true }, []],
    ['alles is al betaald', { isBetaald: true }, ['niets-te-betalen']],
  ] as const)('%s', (_, anders, redenen) => {
    expect(whyNietOpTeSchorten({ ...feiten, ...anders })).toEqual(redenen)
  })
})

describe('de kennisgeving', () => {
  const bereik = { opleider: 'De Ambacht', adres: ['Werkplaats 12'], opleiding: 'Lassen', aanvraagKenmerk: null }
  const feiten = {
    ...bereik, grond: 'ernstig-vermoeden', zaak: 'TK-2022-17', vermoeden: 'Deelnemers zeggen dat er geen les was.\n\nDe lijsten zijn leeg.', ingangsdatum: dag('2022-11-21'), totEnMet: dag('2023-02-20'), bezwaarUiterlijkOp: dag('2023-01-02'),
  } as const
  test('het vermoeden staat erin zoals het is geschreven, met begin, einde en artikel', () => {
    const { inhoud } = makeKennisgeving(feiten)
    expect(inhoud.kern).toBe('Vanaf maandag 21 november 2022 betalen wij tijdelijk niet voor de opleiding ‘Lassen’.')
    expect(inhoud.betekenis[1]).toContain('tot en met maandag 20 februari 2023. Zij stopt dan vanzelf.')
    expect(inhoud.waarom.inleiding.slice(1)).toEqual(['Deelnemers zeggen dat er geen les was.', 'De lijsten zijn leeg.'])
    expect(inhoud.waarom.gronden[0]?.artikel).toBe('artikel 4:56 van de Algemene wet bestuursrecht')
  })
  test('de burger hoort dat zijn budget niet is ingetrokken; het einde wordt gemeld; de factuur zegt waarom en tot wanneer', () => {
    const burger = { naam: 'Sam', aanvraagKenmerk: 'STAP-1', opleiding: 'Lassen', opleider: 'De Ambacht', startdatum: dag('2022-12-05'), einddatum: dag('2023-02-28'), plaats: null, bedragCent: cent(1), gevraagdCent: cent(1), ontvangenOp: null, beslisUiterlijkOp: null }
    expect(makeKennisgevingBurger(burger, feiten).inhoud.betekenis[0]).toBe('Uw STAP-budget is niet ingetrokken. U kunt de opleiding volgen.')
    const { waarom, bezwaar } = makeKennisgevingBurger(burger, feiten).inhoud
    expect(waarom.inleiding).toEqual(['Wij vermoeden ernstig dat er een reden is om het STAP-budget voor deze opleiding in te trekken of te wijzigen. Dit schreven wij aan De Ambacht:', 'Deelnemers zeggen dat er geen les was.', 'De lijsten zijn leeg.'])
    expect(bezwaar).toEqual({ uiterlijkOp: '2023-01-02', bij: 'uwv' })
    expect(makeEindberichtBurger(burger).inhoud.kern).toBe('De opschorting van de betaling aan De Ambacht voor ‘Lassen’ is voorbij.')
    expect(makeEindbericht(bereik, { zaak: 'TK-2022-17', reden: 'Het klopte niet.' }).inhoud.waarom.inleiding).toEqual(['Het klopte niet.'])
    expect(describeOpgeschort(feiten)).toBe('Dat komt door een ernstig vermoeden (artikel 4:56 Awb). Dit duurt uiterlijk tot en met maandag 20 februari 2023 en stopt dan vanzelf.')
  })
})
