import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import type { ArbeidsmarktAntwoorden } from '@/lib/register/model'
import { beoordeelArbeidsmarkt } from '@/lib/register/rules/arbeidsmarkt'

const dag = plainDate('2022-11-01')
const antwoorden = (changes: Partial<ArbeidsmarktAntwoorden> = {}): ArbeidsmarktAntwoorden =>
  ({ lagen: ['beroepsspecifiek'], beroepen: 'heftruckchauffeur', toelichting: '', coachingProcent: 0, taalniveau: null, uitsluitingen: [], ...changes })
const oordeel = (changes: Partial<ArbeidsmarktAntwoorden>, inhoud = {}, op = dag) =>
  beoordeelArbeidsmarkt({ soort: 'cursus', categorie: 'TRANSPORT_EN_LOGISTIEK', erkendOnderdeel: null, arbeidsmarkt: antwoorden(changes), ...inhoud }, op)

describe('regeling art. 5 lid 1: gericht op de arbeidsmarkt (ROA, vier lagen)', () => {
  test('een cursus voor een beroep is gericht op de arbeidsmarkt', () => {
    expect(oordeel({})).toEqual({ uitkomst: 'gericht' })
    expect(oordeel({ lagen: ['leervermogen'], beroepen: '' })).toEqual({ uitkomst: 'gericht' })
  })

  test.each([
    ['een hobby', { uitsluitingen: ['hobby' as const] }, {}, 'hobby'],
    ['de categorie hobby en vrije tijd, wat de opleider ook antwoordt', {}, { categorie: 'HOBBY_EN_VRIJE_TIJD' }, 'hobby'],
    ['bedrijfsgericht', { uitsluitingen: ['bedrijfsgericht' as const] }, {}, 'bedrijfsgericht'],
    ['een leerabonnement', { uitsluitingen: ['leerabonnement' as const] }, {}, 'leerabonnement'],
    ['meer dan de helft coaching', { coachingProcent: 51 }, {}, 'coaching'],
    ['dubbele financiering', { uitsluitingen: ['dubbele-financiering' as const] }, {}, 'dubbele-financiering'],
    ['geen van de vier lagen', { lagen: [] }, {}, 'geen-laag'],
    ['voor een beroep dat niet wordt genoemd', { beroepen: ' ' }, {}, 'geen-beroepen'],
    ['een taalcursus die eindigt onder B1', { taalniveau: { instap: 'A2', eind: 'A2' } }, {}, 'taalniveau'],
    ['een taalcursus die begint onder A2', { taalniveau: { instap: 'A1', eind: 'B1' } }, {}, 'taalniveau'],
  ])('%s is het niet', (_, changes, inhoud, reden) => {
    expect(oordeel(changes, inhoud)).toEqual({ uitkomst: 'niet-gericht', redenen: [reden] })
  })

  test('precies de helft coaching, en een taalcursus van A2 naar B1, is het wel', () => {
    expect(oordeel({ coachingProcent: 50 })).toEqual({ uitkomst: 'gericht' })
    expect(oordeel({ taalniveau: { instap: 'a2', eind: 'B1' } })).toEqual({ uitkomst: 'gericht' })
  })

  test('alle redenen worden genoemd', () => {
    expect(oordeel({ lagen: [], uitsluitingen: ['leerabonnement', 'hobby'] })).toEqual({ uitkomst: 'niet-gericht', redenen: ['hobby', 'leerabonnement', 'geen-laag'] })
  })

  test('zonder antwoorden is het onbeantwoord', () => {
    expect(beoordeelArbeidsmarkt({ soort: 'cursus', categorie: null, erkendOnderdeel: null, arbeidsmarkt: null }, dag)).toEqual({ uitkomst: 'onbeantwoord' })
  })

  test.each([
    ['voor 1 november 2022', {}, '2022-10-31'],
    ['vanaf 14 juli 2023', {}, '2023-07-14'],
    ['een onderdeel van een erkende opleiding', { soort: 'onderdeel' }, '2022-11-01'],
  ])('%s wordt het niet gevraagd', (_, inhoud, op) => {
    expect(oordeel({ lagen: [] }, inhoud, plainDate(op))).toEqual({ uitkomst: 'niet-gevraagd' })
  })
})
