import { describe, expect, test } from 'vitest'
import { herkenOoapi, readOoapi } from '@/lib/aanlevering/rules/ooapi'
import { anOffering, aProgramme } from '@/tests/builders/ooapi'

describe('OOAPI 5, profiel RIO met STAP', () => {
  test('een programme met een offering wordt een opleiding met een startdatum', () => {
    expect(readOoapi(aProgramme(), [anOffering()])).toEqual({ ok: true, opleiding: {
      opleiderCode: '100A001', programmaId: 'HBO-COACH', titel: 'Coachen op de werkvloer', samenvatting: '', omschrijving: 'U leert collega’s begeleiden.',
      leerdoel: 'U kunt een coachgesprek voeren.', toelatingseisen: '', categorie: 'GEDRAG_EN_MAATSCHAPPIJ', niveau: 'HBO-BA', opleidingsvorm: 'KLASSIKAAL_EN_ONLINE',
      waardedocument: 'CERTIFICAAT', studielast: 5, studielastEenheid: 'ECTS_PUNT', duurDagen: 180, voertaal: 'nl', stapToestemming: true, url: 'https://hogeschool.invalid/coachen', nlqf: 6,
      kosten: [{ soort: 'LESGELD', omschrijving: 'Subsidiabele kosten, niet uitgesplitst', bedragCent: 90_000 }, { soort: 'OVERIG', omschrijving: 'Overige verplichte kosten, niet uitgesplitst', bedragCent: 5_050 }],
      starts: [{ cohortcode: 'COACH-JAN', startdatum: '2023-01-09', einddatum: '2023-06-30', plaats: 'Utrecht', adres: 'Moreelsepark 48', postcode: '3511 EP', opleidingsvorm: 'KLASSIKAAL', status: 'open',
        kosten: [{ soort: 'LESGELD', omschrijving: 'Subsidiabele kosten, niet uitgesplitst', bedragCent: 90_000 }, { soort: 'OVERIG', omschrijving: 'Overige verplichte kosten, niet uitgesplitst', bedragCent: 5_050 }],
        deelnemersplaatsen: 16, dagdelen: [] }],
    } })
  })

  test('wat ontbreekt blijft leeg; zonder het onderdeel voor RIO weten wij niet wie het aanbiedt', () => {
    expect(readOoapi({ courseId: 'c-1', consumers: [{ consumerKey: 'rio' }] }, [])).toMatchObject({ ok: true, opleiding: { programmaId: 'c-1', opleiderCode: null, niveau: null, kosten: [], stapToestemming: false } })
    expect(readOoapi({ courseId: 'c-1', consumers: [{ consumerKey: 'ander', educationOffererCode: 7 }] }, [])).toMatchObject({ ok: false, sleutel: 'c-1', fouten: [{ veld: 'consumers', reden: expect.stringContaining('consumerKey “rio”') }] })
  })

  test('alle fouten tegelijk, met hun plaats', () => {
    const gelezen = readOoapi(aProgramme({ level: 'mbo 9' }), [anOffering(), anOffering({ startDate: '2023-02-30', priceInformation: [{ costType: 'total costs', amount: '1.000,00' }] })])
    expect(gelezen).toMatchObject({ ok: false, sleutel: 'HBO-COACH' })
    expect(gelezen.ok ? [] : gelezen.fouten.map(({ veld }) => veld)).toEqual(['level', 'offerings[1].startDate', 'offerings[1].priceInformation[0].amount'])
  })

  test('subsidiabel boven de prijs, een einde voor het begin en een dubbele code worden geweigerd', () => {
    const prijs = [{ costType: 'total_costs', amount: '100' }, { costType: 'stap_eligible', amount: '100.01' }]
    const gelezen = readOoapi(aProgramme(), [anOffering({ priceInformation: prijs, endDate: '2023-01-01' }), anOffering()])
    expect(gelezen.ok ? [] : gelezen.fouten.map(({ veld }) => veld)).toEqual(['offerings[0].endDate', 'offerings[0].priceInformation', 'offerings[1].primaryCode.code'])
  })

  test('herkent programmes, courses en offerings, los of in elkaar', () => {
    expect(herkenOoapi(aProgramme())).toMatchObject({ soort: 'opleiding', sleutels: ['p-1', 'HBO-COACH'], offerings: [] })
    expect(herkenOoapi({ courseId: 'c', offerings: [anOffering()] })).toMatchObject({ soort: 'opleiding', sleutels: ['c'], offerings: [{ offeringId: 'o-1' }] })
    expect(herkenOoapi(anOffering())).toMatchObject({ soort: 'offering', van: 'p-1' })
    expect(herkenOoapi(anOffering({ program: undefined, course: { courseId: 'c-9' } }))).toMatchObject({ soort: 'offering', van: 'c-9' })
    expect([herkenOoapi({}), herkenOoapi(null), herkenOoapi('x')]).toEqual([{ soort: 'onbekend' }, { soort: 'onbekend' }, { soort: 'onbekend' }])
  })
})
