import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import type { ErkenningPeriode, Maatregel } from '@/lib/register/model'
import { determineNietAanvraagbaar, type Peil, type RegisterFeiten } from '@/lib/register/rules/aanvraagbaar'
import { verdeelKosten } from '@/lib/register/rules/eigen-bijdrage'

const dag = plainDate('2022-11-01')
const stop = new Date('2022-10-18T22:00:00Z')
const peil: Peil = { dag, registratiestopOp: stop, toegelaten: ['OCW', 'NRTO'] }
const nrto = (van: string, tot: string | null): ErkenningPeriode => ({ soort: 'NRTO', erkennerId: 'nrto', opleidingId: null, geldigVan: plainDate(van), geldigTot: tot === null ? null : plainDate(tot), isIngetrokken: false })
const feiten = (changes: Partial<RegisterFeiten> = {}): RegisterFeiten => ({
  opleidingId: 'o1', soort: 'cursus', actief: true, scholingsjaar: null, stapToestemming: true, gebreken: [], status: 'open', subsidiabelCent: 85000, startdatum: plainDate('2022-12-05'),
  geregistreerdOp: new Date('2022-09-01T08:00:00Z'), erkenningen: [nrto('2022-01-01', null)], maatregelen: [], ...changes,
})
const maatregel = (soort: Maatregel['soort']): Maatregel => ({ id: 'm', opleidingId: 'o1', soort, ingangsdatum: plainDate('2022-10-26'), einddatum: null, isOpgeheven: false })

describe('regeling art. 12 en 19: wat kan worden aangevraagd', () => {
  test('een volledige, open activiteit van een erkende opleider', () => {
    expect(determineNietAanvraagbaar(feiten(), peil)).toEqual([])
  })

  test.each<[string, Partial<RegisterFeiten>, string]>([
    ['zonder erkenning', { erkenningen: [] }, 'geen-erkenning'],
    ['erkenning eindigt vandaag', { erkenningen: [nrto('2022-01-01', '2022-11-01')] }, 'geen-erkenning'],
    ['erkenning begint morgen', { erkenningen: [nrto('2022-11-02', null)] }, 'geen-erkenning'],
    ['verwijderd', { maatregelen: [maatregel('verwijderd')] }, 'verwijderd'],
    ['geblokkeerd', { maatregelen: [maatregel('geblokkeerd')] }, 'geblokkeerd'],
    ['zonder STAP-toestemming', { stapToestemming: false }, 'geen-stap-toestemming'],
    ['met een gebrek', { gebreken: ['niveau'] }, 'gegevens-ontbreken'],
    ['gesloten', { status: 'gesloten' }, 'activiteit-gesloten'],
    ['geannuleerd', { status: 'geannuleerd' }, 'activiteit-geannuleerd'],
    ['zonder subsidiabele kosten', { subsidiabelCent: 0 }, 'geen-subsidiabele-kosten'],
    ['begint vandaag', { startdatum: dag }, 'al-begonnen'],
    ['na de registratiestop geregistreerd', { geregistreerdOp: new Date('2022-10-18T22:00:01Z') }, 'na-registratiestop'],
  ])('%s kan niet', (_, changes, reden) => {
    expect(determineNietAanvraagbaar(feiten(changes), peil)).toEqual([reden])
  })

  test('in onderzoek kan wel: het register kent geen on hold, de beslissing wordt aangehouden', () => {
    expect(determineNietAanvraagbaar(feiten({ maatregelen: [maatregel('in-onderzoek')] }), peil)).toEqual([])
  })
  test('precies op de registratiestop geregistreerd telt nog mee', () => {
    expect(determineNietAanvraagbaar(feiten({ geregistreerdOp: stop }), peil)).toEqual([])
  })
  test('vanaf september 2023 telt alleen nog een erkenning door OCW', () => {
    expect(determineNietAanvraagbaar(feiten(), { ...peil, toegelaten: ['OCW'] })).toEqual(['geen-erkenning'])
  })
  test('alle redenen worden genoemd', () => {
    expect(determineNietAanvraagbaar(feiten({ erkenningen: [], status: 'gesloten' }), { ...peil, registratiestopOp: null })).toEqual(['geen-erkenning', 'activiteit-gesloten'])
  })
})

describe('regeling art. 4: wat de burger zelf betaalt', () => {
  test.each([
    ['goedkoper dan het maximum', 45000, 45000, { stapCent: 45000, eigenCent: 0 }],
    ['duurder dan het maximum', 160000, 160000, { stapCent: 100000, eigenCent: 60000 }],
    ['met lunch van € 25', 45000, 42500, { stapCent: 42500, eigenCent: 2500 }],
  ])('%s', (_, prijs, subsidiabel, verwacht) => {
    expect(verdeelKosten(prijs, subsidiabel, 100000)).toEqual(verwacht)
  })
})
