import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { ZONDER_EXTRA, type OpleidingInhoud } from '@/lib/register/model'
import { KWALITEITSREGELS, type ActiviteitFeiten, type Kwaliteitsregel, type Maatstaf, type OpleidingFeiten } from '@/lib/kwaliteit/model'
import { beoordeelOpleiding } from '@/lib/kwaliteit/rules/beoordeel'
import { lengteKlasse } from '@/lib/kwaliteit/rules/grenzen'
import { isUitschieter, listVerhogingen } from '@/lib/kwaliteit/rules/prijs'
import { gegevensVan } from '@/lib/kwaliteit/rules/regels'
import { findWoord } from '@/lib/kwaliteit/rules/risico'
import { regelTekst, uitlegVan } from '@/lib/kwaliteit/texts'

const TEKST = 'U leert in vijf dagen hoe u een heftruck veilig bestuurt, laadt en lost. De opleiding is voor mensen die in een magazijn willen werken. Na afloop kunt u zelfstandig en veilig met een heftruck werken.'

const inhoud: OpleidingInhoud = {
  ...ZONDER_EXTRA, titel: 'Heftruckcertificaat', samenvatting: 'Leer veilig rijden met een heftruck.', omschrijving: TEKST, categorie: 'TRANSPORT_EN_LOGISTIEK', niveau: 'MBO-2',
  opleidingsvorm: 'KLASSIKAAL', waardedocument: 'CERTIFICAAT', studielast: 40, studielastEenheid: 'UUR', duurDagen: 5, voertaal: 'nl', stapToestemming: true,
  catalogusprijsCent: 450_00, subsidiabelCent: 425_00, leerdoel: 'Veilig rijden met een heftruck.', toelatingseisen: 'Geen.',
  kosten: [{ soort: 'LESGELD', omschrijving: '', bedragCent: 425_00, isVerplicht: true }, { soort: 'CATERING', omschrijving: 'lunch', bedragCent: 25_00, isVerplicht: true }],
  arbeidsmarkt: { lagen: ['beroepsspecifiek'], beroepen: 'heftruckchauffeur', toelichting: '', coachingProcent: 0, taalniveau: null, uitsluitingen: [] },
}
const start: ActiviteitFeiten = {
  id: 'a1', startdatum: plainDate('2022-12-05'), einddatum: plainDate('2022-12-09'), isOpen: true, vorm: 'KLASSIKAAL', plaats: 'Zwolle', adres: 'Hanzelaan 1', postcode: '8017 JL',
}
const feiten: OpleidingFeiten = { id: 'o1', inhoud, activiteiten: [start], prijzen: [{ op: plainDate('2021-01-04'), cent: 450_00 }] }
const maatstaf: Maatstaf = { vandaag: plainDate('2022-11-01'), maximumCent: 1000_00, verhogingenPerJaar: 1, vergelijking: { aantal: 40, mediaanCent: 400_00, afwijkingCent: 50_00 } }

const gevonden = (anders: Partial<OpleidingInhoud>, activiteiten = [start], rest: Partial<OpleidingFeiten> = {}): Kwaliteitsregel[] =>
  beoordeelOpleiding({ ...feiten, inhoud: { ...inhoud, ...anders }, activiteiten, ...rest }, maatstaf).map(({ regel }) => regel)
const bijStart = (anders: Partial<ActiviteitFeiten>): Kwaliteitsregel[] => gevonden({}, [{ ...start, ...anders }])

describe('een opleiding waar niets aan schort', () => {
  test('krijgt geen enkel signaal', () => expect(gevonden({})).toEqual([]))
  test('wordt zij niet meer aangeboden, dan telt ook een fout niet', () => expect(gevonden({ actief: false, titel: '' })).toEqual([]))
})

describe('wat ontbreekt', () => {
  test.each<[Kwaliteitsregel, Partial<OpleidingInhoud>]>([
    ['ontbreekt-titel', { titel: ' ' }], ['ontbreekt-omschrijving', { omschrijving: '' }], ['ontbreekt-categorie', { categorie: null }], ['ontbreekt-niveau', { niveau: null }],
    ['ontbreekt-opleidingsvorm', { opleidingsvorm: null }], ['ontbreekt-waardedocument', { waardedocument: null }], ['ontbreekt-duur', { duurDagen: null }],
    ['ontbreekt-subsidiabele-kosten', { subsidiabelCent: 0 }], ['samenvatting-ontbreekt', { samenvatting: '' }], ['leerdoel-ontbreekt', { leerdoel: '' }],
    ['toelatingseisen-ontbreken', { toelatingseisen: '' }], ['arbeidsmarkt-ontbreekt', { arbeidsmarkt: null }],
  ])('%s', (regel, anders) => expect(gevonden(anders)).toEqual([regel]))

  test('een mbo-certificaat zonder erkende opleiding mist dat veld; een cursus niet', () => {
    expect(gevonden({ soort: 'onderdeel' })).toEqual(['ontbreekt-erkend-onderdeel'])
  })

  test('art. 5 lid 1: wat OCW erkent, hoeft de vragen over de arbeidsmarkt niet', () => {
    expect(gevonden({ arbeidsmarkt: null, erkendOnderdeel: { register: 'CREBO', code: '25655', naam: 'Logistiek medewerker', certificaat: '' } })).toEqual([])
  })

  test('zonder startdatum die nog komt en open is, vindt niemand de opleiding', () => {
    expect(gevonden({}, [])).toEqual(['geen-startdatum'])
    expect(bijStart({ isOpen: false })).toEqual(['geen-startdatum'])
    expect(gevonden({ stapToestemming: false }, [])).toEqual([])
  })
})

describe('wat niet kan kloppen', () => {
  test.each<[Kwaliteitsregel, Partial<OpleidingInhoud>]>([
    ['uurprijs-laag', { studielast: 500, duurDagen: 40 }], ['uurprijs-hoog', { studielast: 1, duurDagen: 5 }], ['studielast-past-niet', { studielast: 81, duurDagen: 5 }],
    ['omschrijving-kort', { omschrijving: 'U leert rijden.' }], ['titel-in-hoofdletters', { titel: 'HEFTRUCKCERTIFICAAT' }], ['opmaak-in-tekst', { omschrijving: `<p>${TEKST}</p>` }],
    ['opmaak-in-tekst', { leerdoel: 'Rijden&nbsp;en lossen' }],
    ['niveau-past-niet', { waardedocument: 'GETUIGSCHRIFT' }], ['niveau-past-niet', { waardedocument: 'DIPLOMA', niveau: 'HBO-BA' }], ['niveau-past-niet', { waardedocument: 'DIPLOMA', niveau: 'ONBEPAALD' }],
    ['subsidiabel-zonder-kosten', { kosten: [{ soort: 'CATERING', omschrijving: '', bedragCent: 450_00, isVerplicht: true }] }],
  ])('%s: %o', (regel, anders) => expect(gevonden(anders)).toEqual([regel]))

  test('een omschrijving die de titel herhaalt, in andere hoofdletters en leestekens', () => {
    expect(gevonden({ omschrijving: 'HEFTRUCK-certificaat!', titel: 'Heftruck certificaat' })).toEqual(['omschrijving-kort', 'omschrijving-herhaalt-titel'])
  })

  test.each<[Kwaliteitsregel, Partial<ActiviteitFeiten>]>([
    ['periode-past-niet', { einddatum: plainDate('2023-06-01') }], ['online-met-adres', { vorm: 'ONLINE' }], ['locatie-zonder-adres', { plaats: null, adres: null, postcode: null }],
    ['postcode-onjuist', { postcode: '0017 JL' }], ['postcode-onjuist', { postcode: '8017' }], ['adres-zonder-nummer', { adres: 'Hanzelaan' }],
  ])('%s: %o', (regel, anders) => expect(bijStart(anders)).toEqual([regel]))

  test('een einde voor de start past nooit', () => expect(bijStart({ einddatum: plainDate('2022-12-04') })).toEqual(['periode-past-niet']))

  test('een startdatum die voorbij is en nog open staat; gesloten is goed', () => {
    const oud = { ...start, id: 'a0', startdatum: plainDate('2022-10-03'), einddatum: plainDate('2022-10-07') }
    const [signaal] = beoordeelOpleiding({ ...feiten, activiteiten: [oud, start] }, maatstaf)
    expect(signaal).toEqual({ regel: 'startdatum-voorbij', aantal: 1, activiteitId: 'a0', gegevens: { startdatum: '2022-10-03', plaats: 'Zwolle', postcode: '8017 JL' } })
    expect(gevonden({}, [{ ...oud, isOpen: false }, start])).toEqual([])
  })

  test('28 uur per ECTS-punt (WHW art. 7.4 lid 1): 5 punten in 5 dagen is te veel', () => {
    expect(gevonden({ studielast: 5, studielastEenheid: 'ECTS_PUNT', duurDagen: 5 })).toEqual(['studielast-past-niet'])
  })
})

describe('de prijs', () => {
  test('art. 4: van 95 procent van het hoogste bedrag tot en met dat bedrag, en alles subsidiabel', () => {
    const alles = (bedragCent: number) => gevonden({ catalogusprijsCent: bedragCent, subsidiabelCent: bedragCent, kosten: [{ soort: 'LESGELD', omschrijving: '', bedragCent, isVerplicht: true }] }, [start], { prijzen: [] })
    expect(alles(949_99)).not.toContain('prijs-op-maximum')
    expect(alles(950_00)).toContain('prijs-op-maximum')
    expect(alles(1000_00)).toContain('prijs-op-maximum')
    expect(alles(1000_01)).not.toContain('prijs-op-maximum')
  })

  test('ten hoogste één verhoging in twaalf maanden; een verlaging telt niet', () => {
    const prijzen = [{ op: plainDate('2021-09-01'), cent: 400_00 }, { op: plainDate('2022-02-01'), cent: 420_00 }, { op: plainDate('2022-03-01'), cent: 410_00 }]
    expect(gevonden({}, [start], { prijzen })).toEqual([])
    expect(gevonden({}, [start], { prijzen: [...prijzen, { op: plainDate('2022-09-01'), cent: 450_00 }] })).toEqual(['prijs-te-vaak-verhoogd'])
  })

  test('precies twaalf maanden geleden telt niet meer mee', () => {
    const prijzen = [{ op: plainDate('2021-01-01'), cent: 400_00 }, { op: plainDate('2021-11-01'), cent: 420_00 }, { op: plainDate('2022-09-01'), cent: 450_00 }]
    expect(gevonden({}, [start], { prijzen })).toEqual([])
  })

  test('een kwart meer in één keer is een sprong', () => {
    const sprong = (cent: number) => gevonden({}, [start], { prijzen: [{ op: plainDate('2021-01-01'), cent: 400_00 }, { op: plainDate('2022-09-01'), cent }] })
    expect(sprong(499_99)).toEqual([])
    expect(sprong(500_00)).toEqual(['prijssprong'])
  })

  test('van nul naar iets is een eerste prijs en geen verhoging', () => {
    expect(listVerhogingen([{ op: plainDate('2022-01-01'), cent: 0 }, { op: plainDate('2022-02-01'), cent: 100_00 }])).toEqual([])
  })

  test('art. 5 lid 5, marktconform: ver boven de mediaan van vergelijkbare opleidingen', () => {
    const groep = { aantal: 40, mediaanCent: 400_00, afwijkingCent: 50_00 }
    expect(isUitschieter(650_00, groep)).toBe(false)
    expect(isUitschieter(660_00, groep)).toBe(true)
    expect(isUitschieter(100_00, groep)).toBe(false)
    expect(isUitschieter(660_00, { ...groep, aantal: 19 })).toBe(false)
    expect(isUitschieter(601_00, { ...groep, afwijkingCent: 0 })).toBe(true)
    expect(isUitschieter(600_00, { ...groep, afwijkingCent: 0 })).toBe(false)
    expect(gevonden({ catalogusprijsCent: 660_00, subsidiabelCent: 425_00 })).toEqual(['prijs-uitschieter'])
  })

  test('de lengte telt in klassen: een dag, dagen, een maand, een kwartaal, een jaar, langer', () => {
    expect([1, 2, 5, 6, 30, 31, 120, 121, 365, 366].map(lengteKlasse)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5])
  })
})

describe('wat de Toetsingskamer bekijkt', () => {
  test.each<[Kwaliteitsregel, Partial<OpleidingInhoud>]>([
    ['risico-coaching', { opleidingsvorm: 'COACHING' }], ['risico-coaching', { titel: 'Loopbaancoaching op maat' }], ['risico-hobby', { categorie: 'HOBBY_EN_VRIJE_TIJD' }],
    ['risico-geschenk', { omschrijving: `${TEKST} U krijgt een gratis tablet.` }], ['risico-uitgesloten', { titel: 'Handelen in crypto voor beginners' }],
  ])('%s: %o', (regel, anders) => expect(gevonden(anders)).toEqual([regel]))

  test('alleen hele woorden tellen: "kalibalie" is geen reis naar Bali', () => {
    expect(findWoord('werken aan de kalibalie', ['bali'])).toBeUndefined()
    expect(findWoord('een week bali, inclusief vlucht', ['bali'])).toBe('bali')
  })
})

describe('elke regel', () => {
  test.each(KWALITEITSREGELS)('%s heeft een ernst, een veld, een uitleg en een herstel', (regel) => {
    expect(gegevensVan(regel).veld).not.toBe('')
    const { titel, herstel } = regelTekst(regel)
    expect([titel, herstel, uitlegVan({ regel, gegevens: { laatste: '2022-09-01', op: '2022-09-01', startdatum: '2022-10-03', plaats: 'Zwolle', postcode: '8017', tekens: 15, keren: 2, mag: 1, woord: 'cadeau' }, aantal: 2 })].every((zin) => zin.length > 3 && !zin.includes('undefined'))).toBe(true)
    expect(herstel).toMatch(/[.?]$/)
  })

  test('een uitschieter wordt in woorden gezegd', () => {
    expect(uitlegVan({ regel: 'prijs-uitschieter', gegevens: { prijsCent: 660_00, mediaanCent: 400_00, afwijkingCent: 50_00, aantal: 40 }, aantal: 1 })).toBe(
      'De prijs is € 660. De helft van de 40 opleidingen met hetzelfde vakgebied, niveau en dezelfde lengte kost € 400 of minder; gewoonlijk scheelt de prijs daar niet meer dan € 50 mee.')
  })
})
