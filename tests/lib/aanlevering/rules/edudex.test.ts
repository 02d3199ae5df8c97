import { describe, expect, test } from 'vitest'
import { determineGebreken } from '@/lib/register/rules/gebreken'
import { readEdudexProgram } from '@/lib/aanlevering/rules/edudex'
import { aProgram, aRun, cost } from '@/tests/builders/edudex'

function read(program: unknown) {
  const gelezen = readEdudexProgram(program)
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fouten))
  return gelezen.rij
}

function faultsOf(program: unknown) {
  const gelezen = readEdudexProgram(program)
  return gelezen.ok ? [] : gelezen.fouten
}

describe('EDU-DEX: de velden komen terecht in het register', () => {
  test('een opleiding met één startmoment', () => {
    const { inhoud, activiteiten, opleider, programmaId } = read(aProgram())
    expect({ opleider, programmaId }).toEqual({ opleider: { soort: 'orgUnitId', waarde: 'school' }, programmaId: 'P-1' })
    expect(inhoud).toEqual({
      titel: 'Heftruckcertificaat', samenvatting: 'Leer veilig rijden met een heftruck.', omschrijving: 'U oefent twee dagen in een magazijn.',
      categorie: 'TRANSPORT_EN_LOGISTIEK', niveau: 'MBO-2', opleidingsvorm: 'KLASSIKAAL', waardedocument: 'CERTIFICAAT',
      studielast: 16, studielastEenheid: 'UUR', duurDagen: 2, voertaal: 'nl', stapToestemming: true, catalogusprijsCent: 45000, subsidiabelCent: 42500,
      soort: 'cursus', themas: ['procurement and logistics'], leerdoel: '', toelatingseisen: '', erkendOnderdeel: null, eqf: null, nlqf: null, url: null, dagdelen: [], arbeidsmarkt: null, actief: true,
      kosten: [
        { soort: 'LESGELD', omschrijving: '', bedragCent: 40000, isVerplicht: true }, { soort: 'EXAMEN', omschrijving: '', bedragCent: 2500, isVerplicht: true },
        { soort: 'CATERING', omschrijving: '', bedragCent: 2500, isVerplicht: true },
      ],
    })
    expect(determineGebreken(inhoud)).toEqual([])
    expect(activiteiten).toEqual([{
      cohortcode: 'R-1', startdatum: '2022-12-05', einddatum: '2022-12-06', plaats: 'Zwolle', adres: 'Ossenkamp 4', postcode: '8024 AE',
      opleidingsvorm: 'KLASSIKAAL', status: 'open', catalogusprijsCent: 45000, subsidiabelCent: 42500, deelnemersplaatsen: 12, dagdelen: [], scholingsjaar: null, kosten: [],
    }])
  })

  test('de rij van de bulkvorm draagt de opleiding onder data', () => {
    expect(read({ orgUnitId: 'school', programId: 'P-1', clientId: 'public', data: aProgram() }).programmaId).toBe('P-1')
  })

  test.each([
    ['application opened', 'open'], ['application closed', 'gesloten'], ['canceled', 'geannuleerd'],
  ])('status %s wordt %s', (status, verwacht) => {
    expect(read(aProgram({ runs: [aRun({ status })] })).activiteiten[0]?.status).toBe(verwacht)
  })

  test('zonder rio/stap in includeInCatalog is er geen toestemming', () => {
    expect(read({ ...aProgram(), includeInCatalog: ['rio'] }).inhoud.stapToestemming).toBe(false)
  })

  test('het vrije veld met een RIO-categorie gaat voor het thema', () => {
    expect(read({ ...aProgram(), programFree: { rioCategorie: 'NATUUR' } }).inhoud.categorie).toBe('NATUUR')
  })
})

describe('regeling art. 4: prijs en subsidiabele kosten', () => {
  test('de catalogusprijs is de som van de verplichte kosten, met btw', () => {
    const costs = [cost('tuition fee', '800.00', { amountVAT: '168.00' }), cost('lunch', '20.00'), cost('excursions', '99.00', { isRequiredCost: false })]
    expect(read(aProgram({ costs })).inhoud).toMatchObject({ catalogusprijsCent: 98800, subsidiabelCent: 96800 })
  })

  test('lesgeld, examengeld en verplicht lesmateriaal zijn subsidiabel, lunch en inschrijfgeld niet', () => {
    const costs = [cost('tuition fee', '700'), cost('examination', '150'), cost('study material', '45.50'), cost('lunch', '30'), cost('registration fee', '25')]
    expect(read(aProgram({ costs })).inhoud).toMatchObject({ catalogusprijsCent: 95050, subsidiabelCent: 89550 })
  })

  test('een feed die nooit subsidiabele kosten vult, geeft een gebrek en geen weigering', () => {
    const { inhoud } = read(aProgram({ costs: [cost('location', '895.00')] }))
    expect(determineGebreken(inhoud)).toEqual(['subsidiabele-kosten'])
  })

  test('een startmoment met eigen kosten heeft een eigen prijs', () => {
    const { activiteiten } = read(aProgram({ runs: [aRun({ cost: [cost('tuition fee', '999.99')] })] }))
    expect(activiteiten[0]).toMatchObject({ catalogusprijsCent: 99999, subsidiabelCent: 99999 })
  })

  test.each([
    ['een korting die de prijs onder nul brengt', [cost('tuition fee', '100'), cost('single payment discount', '-150')], 'minder dan € 0'],
    ['een korting die de prijs onder het subsidiabele deel brengt', [cost('tuition fee', '100'), cost('single payment discount', '-10')], 'hoger dan de prijs'],
    ['een bedrag in centen', [cost('tuition fee', '9500000')], 'niet in centen'],
  ])('%s wordt geweigerd', (_, costs, reden) => {
    expect(faultsOf(aProgram({ costs }))).toEqual([{ veld: 'programSchedule.genericProgramRun.cost', reden: expect.stringContaining(reden) }])
  })
})

describe('ontbreekt een verplicht veld, dan is het een gebrek', () => {
  test('alles wat ontbreekt staat in de lijst', () => {
    const kaal = { includeInCatalog: ['rio/stap'], programClassification: { orgUnitId: 'school', programId: 'P-1' } }
    expect(determineGebreken(read(kaal).inhoud)).toEqual([
      'titel', 'omschrijving', 'categorie', 'niveau', 'opleidingsvorm', 'waardedocument', 'duur', 'catalogusprijs', 'subsidiabele-kosten',
    ])
  })
})

describe('een verkeerde waarde weigert de rij, met veld en reden', () => {
  const withCost = (amount: unknown) => aProgram({ costs: [{ ...cost('tuition fee', '1'), amount }] })
  test.each([
    ['een bedrag van 1e3', withCost('1e3'), 'programSchedule.genericProgramRun.cost[0].amount', 'is geen bedrag'],
    ['een bedrag van 1.000,00', withCost('1.000,00'), 'programSchedule.genericProgramRun.cost[0].amount', 'is geen bedrag'],
    ['een bedrag als getal', withCost(1000), 'programSchedule.genericProgramRun.cost[0].amount', 'Schrijf het bedrag als'],
    ['een bedrag met andere cijfers', withCost('１０００'), 'programSchedule.genericProgramRun.cost[0].amount', 'is geen bedrag'],
    ['30 februari', aProgram({ runs: [aRun({ startDate: { date: '2023-02-30', isFinal: true } })] }), 'programSchedule.programRun[0].startDate.date', 'geen bestaande datum'],
    ['een einde voor het begin', aProgram({ runs: [aRun({ endDate: { date: '2022-12-01', isFinal: true } })] }), 'programSchedule.programRun[0].endDate.date', 'ligt voor de startdatum'],
    ['een onbekend costType', aProgram({ costs: [cost('cursusgeld', '100')] }), 'programSchedule.genericProgramRun.cost[0].costType', '“cursusgeld” staat niet in de lijst'],
    ['een andere munt', aProgram({ costs: [cost('tuition fee', '100', { currency: 'USD' })] }), 'programSchedule.genericProgramRun.cost[0].currency', 'in euro’s'],
    ['twee keer hetzelfde startmoment', aProgram({ runs: [aRun(), aRun()] }), 'programSchedule.programRun[1].id', 'staat twee keer'],
    ['een programId van 65 tekens', aProgram({ programId: 'x'.repeat(65) }), 'programClassification.programId', 'langer dan 64'],
    ['geen opleiding maar tekst', 'hallo', '', 'geen opleiding zoals EDU-DEX'],
    ['niets', null, '', 'geen opleiding zoals EDU-DEX'],
    ['geen programClassification', {}, 'programClassification', 'ontbreekt'],
  ])('%s', (_, program, veld, reden) => {
    expect(faultsOf(program)).toEqual([{ veld, reden: expect.stringContaining(reden) }])
  })

  test('alle fouten van een rij worden tegelijk genoemd', () => {
    const program = aProgram({ costs: [cost('tuition fee', 'gratis')], runs: [aRun({ status: 'open' })] })
    expect(faultsOf(program).map((fout) => fout.veld)).toEqual(['programSchedule.genericProgramRun.cost[0].amount', 'programSchedule.programRun[0].status'])
  })

  test('een sleutel __proto__ verandert niets buiten de rij', () => {
    readEdudexProgram(JSON.parse('{"__proto__": {"vervuild": true}, "programClassification": {"orgUnitId": "school", "programId": "P"}}'))
    expect(Object.keys(Object.prototype)).toEqual([])
    expect('vervuild' in {}).toBe(false)
  })
})
