import { describe, expect, test } from 'vitest'
import type { OpleiderActor } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { inTransaction, prisma } from '@/lib/platform/db'
import { zoekSchema } from '@/lib/register/schema'
import { hefMaatregelOp } from '@/lib/register/use-cases/hef-maatregel-op'
import { neemIn } from '@/lib/aanlevering/use-cases/neem-in'
import { verversZoektekst } from '@/lib/register/use-cases/ververs-zoektekst'
import { legMaatregelVast } from '@/lib/register/use-cases/leg-maatregel-vast'
import { getEigenOpleiding, getImport, getOpleiding, getRegisterWerk, listEigenOpleidingen, listImports, listKwaliteit, zoekOpleidingen, zoekSql } from '@/lib/register/views'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { aProgram, aRun, cost } from '@/tests/builders/edudex'
import { createMedewerker, createOpleider } from '@/tests/builders/register'
import { freshDb, ownerClient, zetKlok } from '@/tests/setup/db'

let school: OpleiderActor
let buur: OpleiderActor

const run = (id: string, start: string, plaats: string, changes = {}) =>
  aRun({ id, startDate: { date: start, isFinal: true }, endDate: { date: '2023-06-30', isFinal: true }, location: { city: plaats }, ...changes })

async function importAll(opleider: OpleiderActor, programs: unknown[]): Promise<string> {
  const { id } = await prisma.import.create({ data: { opleiderId: opleider.opleiderId, formaat: 'edudex-json', bestandsnaam: 'feed.json', sha256: 'x' } })
  await neemIn(id, { inhoud: Buffer.from(JSON.stringify(programs)) })
  await verversZoektekst({ importId: id })
  return id
}

freshDb(async () => {
  await zetKlok('2022-11-01T12:00:00+01:00')
  await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
  school = await createOpleider('90000001', 'school', 'Vakschool De Hanze')
  buur = await createOpleider('90000002', 'buur', 'Taalbrug')
  await importAll(school, [
    aProgram({ programId: 'heftruck', titel: 'Heftruckcertificaat', runs: [run('h1', '2022-12-05', 'Zwolle'), run('h2', '2023-01-09', 'Deventer')] }),
    aProgram({ programId: 'reach', titel: 'Reachtruckcertificaat', runs: [run('r1', '2023-02-06', 'Zwolle')], costs: [cost('tuition fee', '1600')] }),
    aProgram({ programId: 'boek', titel: 'Praktijkdiploma Boekhouden', theme: ['finance'], runs: [run('b1', '2023-01-16', 'Deventer')] }),
    aProgram({ programId: 'gebrek', titel: 'Heftruck zonder prijs', costs: [cost('location', '100')], runs: [run('g1', '2023-01-16', 'Zwolle')] }),
    aProgram({ programId: 'voorbij', titel: 'Heftruck van gisteren', runs: [run('v1', '2022-10-31', 'Zwolle')] }),
    aProgram({ programId: 'dicht', titel: 'Heftruck gesloten', runs: [run('d1', '2023-01-16', 'Zwolle', { status: 'application closed' })] }),
  ])
  await importAll(buur, [aProgram({ orgUnitId: 'buur', programId: 'nt2', titel: 'Nederlands als tweede taal (NT2)', theme: ['languages'], runs: [run('n1', '2022-12-12', 'Zwolle')] })])
})

const zoek = (vraag: Record<string, string> = {}) => zoekOpleidingen(zoekSchema.parse(vraag))
const titels = async (vraag: Record<string, string>) => (await zoek(vraag)).resultaten.map((resultaat) => resultaat.titel)
const opleiding = (programmaId: string) => prisma.opleiding.findFirstOrThrow({ where: { programmaId } })

describe('zoeken', () => {
  test('zonder vraag komt alles wat nu is aan te vragen, de vroegste start eerst', async () => {
    expect(await titels({})).toEqual(['Heftruckcertificaat', 'Nederlands als tweede taal (NT2)', 'Praktijkdiploma Boekhouden', 'Reachtruckcertificaat'])
  })

  test.each([
    ['het begin van een woord', { q: 'heftr' }, ['Heftruckcertificaat']],
    ['een ander woord van dezelfde stam', { q: 'boekhoud' }, ['Praktijkdiploma Boekhouden']],
    ['de naam van de opleider', { q: 'taalbrug' }, ['Nederlands als tweede taal (NT2)']],
    ['het vakgebied', { q: 'logistiek' }, ['Heftruckcertificaat', 'Reachtruckcertificaat']],
    ['de plaats', { q: 'heftruck deventer' }, ['Heftruckcertificaat']],
    ['hoofdletters en leestekens', { q: '  NT2! ' }, ['Nederlands als tweede taal (NT2)']],
  ])('vindt op %s', async (_, vraag, verwacht) => {
    expect(await titels(vraag)).toEqual(verwacht)
  })

  test('met een tikfout komt wat erop lijkt, en dat wordt gezegd', async () => {
    expect(await zoek({ q: 'heftruk' })).toMatchObject({ isGelijkenis: true, totaal: 1, resultaten: [{ titel: 'Heftruckcertificaat' }] })
    expect(await zoek({ q: 'boekhuoden' })).toMatchObject({ isGelijkenis: true, resultaten: [{ titel: 'Praktijkdiploma Boekhouden' }] })
  })

  test.each(["'", '"', '& | !', '(((', 'a:*b', "'; drop table opleiding;--", '\\', '%', '😀', 'de het een'])('de vraag %s geeft een antwoord en geen fout', async (q) => {
    expect((await zoek({ q })).totaal).toBeGreaterThanOrEqual(0)
  })

  test('de filters samen', async () => {
    expect(await titels({ plaats: 'Deventer' })).toEqual(['Heftruckcertificaat', 'Praktijkdiploma Boekhouden'])
    expect(await titels({ plaats: 'Deventer', startmaand: '2023-01', categorie: 'ECONOMIE' })).toEqual(['Praktijkdiploma Boekhouden'])
    expect(await titels({ maxPrijs: '1000', categorie: 'TRANSPORT_EN_LOGISTIEK' })).toEqual(['Heftruckcertificaat'])
    expect(await titels({ plaats: 'Deventer', startmaand: '2022-12' })).toEqual([])
  })

  test('elk facet telt wat de andere filters overlaten', async () => {
    const { facetten, totaal } = await zoek({ plaats: 'Zwolle' })
    expect(totaal).toBe(3)
    expect(facetten.plaats).toEqual([{ waarde: 'Zwolle', aantal: 3 }, { waarde: 'Deventer', aantal: 2 }])
    expect(facetten.categorie).toEqual([{ waarde: 'TRANSPORT_EN_LOGISTIEK', aantal: 2 }, { waarde: 'TAAL_EN_CULTUUR', aantal: 1 }])
    expect(facetten.startmaand).toEqual([{ waarde: '2022-12', aantal: 2 }, { waarde: '2023-02', aantal: 1 }])
  })

  test('regeling art. 4: wat de burger zelf betaalt staat erbij', async () => {
    expect((await zoek({ q: 'reachtruck' })).resultaten[0]).toMatchObject({ prijs: 160000, stap: 100000, eigen: 60000 })
    expect((await zoek({ q: 'heftruck' })).resultaten[0]).toMatchObject({ prijs: 45000, stap: 42500, eigen: 2500, starts: 2, startdatum: '2022-12-05' })
  })

  test('regeling art. 5 lid 3: met een tijdvak komen alleen startdata die erbij passen en op tijd zijn geregistreerd', async () => {
    const venster = { vroegsteStart: plainDate('2022-12-12'), laatsteStart: plainDate('2023-01-31'), registratiestopOp: new Date('2022-12-01T00:00:00Z') }
    const vind = async (anders = {}) => (await zoekOpleidingen(zoekSchema.parse({}), { ...venster, ...anders })).resultaten.map(({ titel, startdatum }) => [titel, startdatum])
    expect(await vind()).toEqual([['Nederlands als tweede taal (NT2)', '2022-12-12'], ['Heftruckcertificaat', '2023-01-09'], ['Praktijkdiploma Boekhouden', '2023-01-16']])
    expect(await vind({ registratiestopOp: new Date('2022-10-31T00:00:00Z') })).toEqual([])
  })

  test('wat in een adres niet te lezen is wordt weggelaten', () => {
    expect(zoekSchema.parse({ categorie: 'ONZIN', maxPrijs: '1e3x', startmaand: '2022-13', pagina: '-4' })).toEqual({ pagina: 1 })
  })
})

describe('regeling art. 19: een maatregel werkt meteen in het register', () => {
  test.each(['geblokkeerd', 'verwijderd'] as const)('%s haalt een opleiding uit het zoeken, opheffen zet haar terug', async (soort) => {
    const duo = await createMedewerker(`beslisser-${soort}`, 'beslisser')
    const { id } = await opleiding('boek')
    const gelegd = await inTransaction((tx) => legMaatregelVast(tx, duo, { opleiderId: school.opleiderId, opleidingId: id, soort, reden: 'Onderzoek wijst uit dat het niet klopt', ingangsdatum: plainDate('2022-10-26'), einddatum: null }))
    if (!gelegd.ok) throw new Error(gelegd.redenen.join())
    expect(await titels({ q: 'boekhouden' })).toEqual([])
    expect((await getOpleiding(id))?.maatregel).toBe(soort)
    const weer = await inTransaction((tx) => legMaatregelVast(tx, duo, { opleiderId: school.opleiderId, opleidingId: id, soort, reden: 'Nog een keer hetzelfde', ingangsdatum: plainDate('2022-10-26'), einddatum: null }))
    expect(weer).toEqual({ ok: false, redenen: ['zelfde-maatregel-loopt-al'] })

    const { maatregelId } = gelegd.value
    expect(await inTransaction((tx) => hefMaatregelOp(tx, duo, { maatregelId, reden: 'De rechter schorste het besluit' }))).toMatchObject({ ok: true, value: { opleidingId: id } })
    expect(await titels({ q: 'boekhouden' })).toEqual(['Praktijkdiploma Boekhouden'])
    expect(await inTransaction((tx) => hefMaatregelOp(tx, duo, { maatregelId, reden: 'Nog een keer' }))).toEqual({ ok: false, redenen: ['al-opgeheven'] })
    expect((await prisma.gebeurtenis.findMany({ where: { onderwerp: 'maatregel', onderwerpId: maatregelId }, orderBy: { id: 'asc' } })).map(({ soort: wat }) => wat)).toEqual(['leg-maatregel-vast', 'hef-maatregel-op'])
  })

  test('in onderzoek blijft te vinden, met een label; op de opleider geldt het voor al zijn opleidingen', async () => {
    const onderzoeker = await createMedewerker('onderzoeker', 'onderzoeker')
    const gelegd = await inTransaction((tx) => legMaatregelVast(tx, onderzoeker, { opleiderId: school.opleiderId, opleidingId: null, soort: 'in-onderzoek', reden: 'Signalen over de prijs', ingangsdatum: plainDate('2022-11-01'), einddatum: null }))
    if (!gelegd.ok) throw new Error(gelegd.redenen.join())
    expect((await zoek({})).resultaten.map(({ titel, maatregel }) => [titel, maatregel])).toEqual([
      ['Heftruckcertificaat', 'in-onderzoek'], ['Nederlands als tweede taal (NT2)', null], ['Praktijkdiploma Boekhouden', 'in-onderzoek'], ['Reachtruckcertificaat', 'in-onderzoek'],
    ])
    await inTransaction((tx) => hefMaatregelOp(tx, onderzoeker, { maatregelId: gelegd.value.maatregelId, reden: 'Alles in orde' }))
  })

  test('een maatregel op een opleiding van een ander kan niet', async () => {
    const beslisser = await createMedewerker('beslisser-x', 'beslisser')
    const { id } = await opleiding('nt2')
    expect(await inTransaction((tx) => legMaatregelVast(tx, beslisser, { opleiderId: school.opleiderId, opleidingId: id, soort: 'verwijderd', reden: 'Verkeerde opleider', ingangsdatum: plainDate('2022-11-01'), einddatum: null })))
      .toEqual({ ok: false, redenen: ['onbekende-opleider-of-opleiding'] })
  })
})

describe('één opleiding', () => {
  test('met prijs, erkenning en de startdata die nog komen', async () => {
    const detail = await getOpleiding((await opleiding('heftruck')).id)
    expect(detail).toMatchObject({ isCompleet: true, maximum: 100000, maatregel: null, inhoud: { titel: 'Heftruckcertificaat' }, opleider: { naam: 'Vakschool De Hanze', erkenningen: [{ soort: 'NRTO-keurmerk', sinds: '2022-01-01' }] } })
    expect(detail?.activiteiten.map(({ startdatum }) => startdatum)).toEqual(['2022-12-05', '2023-01-09'])
  })

  test('I8: een eerdere versie blijft te lezen zoals zij was', async () => {
    await importAll(buur, [aProgram({ orgUnitId: 'buur', programId: 'nt2', titel: 'NT2, nieuwe titel', theme: ['languages'], runs: [run('n1', '2022-12-12', 'Zwolle')] })])
    const { id } = await opleiding('nt2')
    expect((await getOpleiding(id, 1))?.inhoud.titel).toBe('Nederlands als tweede taal (NT2)')
    expect((await getOpleiding(id))?.inhoud.titel).toBe('NT2, nieuwe titel')
    expect(await getOpleiding(id, 9)).toBeUndefined()
  })

  test('een opleiding die niet bestaat', async () => {
    expect(await getOpleiding('00000000-0000-4000-8000-000000000000')).toBeUndefined()
  })
})

describe('voor de opleider', () => {
  test('wat er te doen is', async () => {
    expect(await getRegisterWerk(school)).toEqual({ opleidingen: 6, metGebrek: 1, zonderStart: 2, zonderToestemming: 0, gebreken: [{ gebrek: 'subsidiabele-kosten', aantal: 1 }] })
  })
  test('de lijst met filters', async () => {
    expect((await listEigenOpleidingen(school, { gebrek: 'alle', pagina: 1 })).rijen.map(({ titel }) => titel)).toEqual(['Heftruck zonder prijs'])
    expect((await listEigenOpleidingen(school, { zonder: 'start', pagina: 1 })).rijen.map(({ titel }) => titel)).toEqual(['Heftruck gesloten', 'Heftruck van gisteren'])
    expect(await listEigenOpleidingen(school, { q: 'HEFTRUCK', pagina: 1 })).toMatchObject({ totaal: 4 })
  })
  test('I9: een ander ziet deze opleiding en deze import niet', async () => {
    expect(await getEigenOpleiding(buur, (await opleiding('heftruck')).id)).toBeUndefined()
    const { rijen } = await listImports(school, 1)
    const [eerste] = rijen
    expect(eerste).toBeDefined()
    expect(await getImport(buur, eerste?.id ?? '')).toBeUndefined()
    expect(await getImport(school, eerste?.id ?? '')).toMatchObject({ nieuw: 6, gebreken: [{ gebrek: 'subsidiabele-kosten', aantal: 1 }] })
  })
  test('dezelfde fout in veel rijen is één oorzaak in het rapport', async () => {
    const id = await importAll(school, Array.from({ length: 300 }, (_, n) => aProgram({ programId: `fout-${n}`, costs: [cost('lunch', '5'), cost('cursusgeld', '100')] })))
    expect(await getImport(school, id)).toMatchObject({ geweigerd: 300, oorzaken: [{ veld: 'programSchedule.genericProgramRun.cost.costType', aantal: 300, regels: [1, 1, 1, 1, 1] }] })
  })
  test('DUO ziet per opleider hoe het register ervoor staat', async () => {
    expect((await listKwaliteit()).map(({ naam, opleidingen, metGebrek, gebreken }) => ({ naam, opleidingen, metGebrek, gebreken }))).toEqual([
      { naam: 'Vakschool De Hanze', opleidingen: 6, metGebrek: 1, gebreken: { 'subsidiabele-kosten': 1 } },
      { naam: 'Taalbrug', opleidingen: 1, metGebrek: 0, gebreken: {} },
    ])
  })
})

describe('the plan of a search in a large register', () => {
  test('uses the index on words, and the one on likeness', async () => {
    const owner = await ownerClient()
    try {
      await owner.query(`insert into opleiding (opleider_id, programma_id, titel, omschrijving, gebreken, bron, inhoud_hash, zoektekst, stap_toestemming)
        select $1, 'massa-' || n, md5(n::text) || ' ' || md5((n * 7)::text), repeat(md5(n::text), 40), '{}', 'edudex', 'x', md5(n::text) || ' ' || md5((n * 7)::text), true from generate_series(1, 20000) n`, [school.opleiderId])
      await owner.query('analyze')
      const plan = async (wijze: 'woorden' | 'gelijkenis', vraag: string) => JSON.stringify((await owner.query(`explain (format json) ${zoekSql(wijze)}`, [vraag, '2022-11-01', ['NRTO'], null, null, null, null, null, 0, null, null, null])).rows)
      expect((await plan('woorden', 'boekhouden:*')).includes('"opleiding_zoekvector"')).toBe(true)
      expect((await plan('gelijkenis', 'boekhuoden')).includes('"opleiding_titel_trgm"')).toBe(true)
    } finally {
      await owner.end()
    }
  })
})
