import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { ZONDER_EXTRA, type ErkenningPeriode, type OpleidingInhoud, type Scholingsoort } from '@/lib/register/model'
import { determineNietAanvraagbaar, type RegisterFeiten } from '@/lib/register/rules/aanvraagbaar'
import { determineGebreken } from '@/lib/register/rules/gebreken'

const inhoud = (soort: Scholingsoort, changes: Partial<OpleidingInhoud> = {}): OpleidingInhoud => ({
  ...ZONDER_EXTRA, titel: 'Titel', samenvatting: '', omschrijving: 'Wat u leert.', categorie: 'ONDERWIJS', niveau: 'MBO-3', opleidingsvorm: 'KLASSIKAAL', waardedocument: 'CERTIFICAAT',
  studielast: null, studielastEenheid: null, duurDagen: 10, voertaal: 'nl', stapToestemming: true, catalogusprijsCent: 90000, subsidiabelCent: 90000, soort, ...changes,
})
const erkenning = (soort: ErkenningPeriode['soort'], changes: Partial<ErkenningPeriode> = {}): ErkenningPeriode =>
  ({ soort, erkennerId: soort, opleidingId: null, geldigVan: plainDate('2022-01-01'), geldigTot: null, isIngetrokken: false, ...changes })
const redenen = (soort: Scholingsoort, erkenningen: ErkenningPeriode[], changes: Partial<RegisterFeiten> = {}, dag = '2022-11-01') => determineNietAanvraagbaar({
  opleidingId: 'o1', soort, actief: true, scholingsjaar: null, stapToestemming: true, gebreken: [], status: 'open', subsidiabelCent: 90000, startdatum: plainDate('2024-12-05'),
  geregistreerdOp: new Date('2022-01-01T00:00:00Z'), erkenningen, maatregelen: [], ...changes,
}, { dag: plainDate(dag), registratiestopOp: null, toegelaten: ['OCW', 'NRTO', 'EVC'] })

describe('elke soort scholing heeft haar eigen verplichte velden', () => {
  test('een onderdeel zegt van welke erkende opleiding', () => {
    expect(determineGebreken(inhoud('onderdeel'))).toEqual(['erkend-onderdeel'])
    expect(determineGebreken(inhoud('onderdeel', { erkendOnderdeel: { register: 'CREBO', code: '25655', naam: 'Verzorgende-IG', certificaat: 'mbo-certificaat' } }))).toEqual([])
  })
  test('een EVC-traject hoeft geen duur te hebben, een cursus wel', () => {
    expect(determineGebreken(inhoud('evc', { duurDagen: null }))).toEqual([])
    expect(determineGebreken(inhoud('cursus', { duurDagen: null }))).toEqual(['duur'])
  })
  test('een meerjarige opleiding heeft ook een studielast en een erkende opleiding', () => {
    expect(determineGebreken(inhoud('meerjarig'))).toEqual(['studielast', 'erkend-onderdeel'])
  })
})

describe('elke soort scholing heeft haar eigen erkenning en periode', () => {
  test('EVC kan alleen bij een opleider met een erkenning voor EVC', () => {
    expect(redenen('evc', [erkenning('NRTO')])).toEqual(['erkenning-past-niet'])
    expect(redenen('evc', [erkenning('NRTO'), erkenning('EVC')])).toEqual([])
  })
  test('een onderdeel kan alleen bij een opleider die OCW erkent', () => {
    expect(redenen('onderdeel', [erkenning('NRTO')])).toEqual(['erkenning-past-niet'])
    expect(redenen('onderdeel', [erkenning('OCW')])).toEqual([])
  })
  test('een cursus kan tot 14 juli 2023 (Stcrt. 2023, 20707)', () => {
    expect(redenen('cursus', [erkenning('OCW')], {}, '2023-07-13')).toEqual([])
    expect(redenen('cursus', [erkenning('OCW')], {}, '2023-07-14')).toEqual(['soort-niet-toegelaten'])
  })
  test('een meerjarige opleiding kan vanaf 1 juli 2023, per scholingsjaar', () => {
    expect(redenen('meerjarig', [erkenning('OCW')], { scholingsjaar: 1 }, '2023-06-30')).toEqual(['soort-niet-toegelaten'])
    expect(redenen('meerjarig', [erkenning('OCW')], { scholingsjaar: 1 }, '2023-07-01')).toEqual([])
    expect(redenen('meerjarig', [erkenning('OCW')], { scholingsjaar: null }, '2023-07-01')).toEqual(['gegevens-ontbreken'])
  })
})

describe('een erkenning geldt voor de opleider, of voor één opleiding', () => {
  test('een erkenning van deze opleiding is genoeg, die van een andere niet', () => {
    expect(redenen('cursus', [erkenning('NRTO', { opleidingId: 'o1' })])).toEqual([])
    expect(redenen('cursus', [erkenning('NRTO', { opleidingId: 'o2' })])).toEqual(['geen-erkenning'])
  })
  test('trekt een erkenner deze ene opleiding in, dan telt zijn erkenning van de opleider er niet meer voor', () => {
    const ingetrokken = erkenning('NRTO', { opleidingId: 'o1', geldigTot: plainDate('2022-10-01'), isIngetrokken: true })
    expect(redenen('cursus', [erkenning('NRTO'), ingetrokken])).toEqual(['geen-erkenning'])
    expect(redenen('cursus', [erkenning('NRTO'), erkenning('OCW'), ingetrokken])).toEqual([])
    expect(redenen('cursus', [erkenning('NRTO'), { ...ingetrokken, opleidingId: 'o2' }])).toEqual([])
  })
  test('wat de opleider niet meer aanbiedt, kan niet worden aangevraagd', () => {
    expect(redenen('cursus', [erkenning('NRTO')], { actief: false })).toEqual(['niet-meer-aangeboden'])
  })
})
