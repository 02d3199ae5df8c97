import { describe, expect, test } from 'vitest'
import type { OpleiderActor } from '@/lib/base/actor'
import { inTransaction, prisma } from '@/lib/platform/db'
import { neemIn } from '@/lib/aanlevering/use-cases/neem-in'
import { getImport, listImports } from '@/lib/aanlevering/views'
import { getEigenOpleiding, getOpleiding, getRegisterWerk, listEigenOpleidingen, listKwaliteit } from '@/lib/register/views'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { aProgram, aRun, cost } from '@/tests/builders/edudex'
import { createOpleider } from '@/tests/builders/register'
import { freshDb, zetKlok } from '@/tests/setup/db'

let school: OpleiderActor
let buur: OpleiderActor

const run = (id: string, start: string, plaats: string, changes = {}) =>
  aRun({ id, startDate: { date: start, isFinal: true }, endDate: { date: '2023-06-30', isFinal: true }, location: { city: plaats }, ...changes })

async function importAll(opleider: OpleiderActor, programs: unknown[]): Promise<string> {
  const { id } = await prisma.import.create({ data: { opleiderId: opleider.opleiderId, formaat: 'edudex-json', bestandsnaam: 'feed.json', sha256: 'x' } })
  await neemIn(id, { inhoud: Buffer.from(JSON.stringify(programs)) })
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

const opleiding = (programmaId: string) => prisma.opleiding.findFirstOrThrow({ where: { programmaId } })

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
    expect(await getImport(school, eerste?.id ?? '')).toMatchObject({ telling: { nieuw: 6 }, verschil: { gebreken: [{ gebrek: 'subsidiabele-kosten', aantal: 1 }] } })
  })
  test('dezelfde fout in veel rijen is één oorzaak in het rapport', async () => {
    const id = await importAll(school, Array.from({ length: 300 }, (_, n) => aProgram({ programId: `fout-${n}`, costs: [cost('lunch', '5'), cost('cursusgeld', '100')] })))
    expect(await getImport(school, id)).toMatchObject({ telling: { geweigerd: 300 }, oorzaken: [{ veld: 'programSchedule.genericProgramRun.cost.costType', aantal: 300, regels: [1, 1, 1, 1, 1] }] })
  })
  test('DUO ziet per opleider hoe het register ervoor staat', async () => {
    expect((await listKwaliteit()).map(({ naam, opleidingen, metGebrek, gebreken }) => ({ naam, opleidingen, metGebrek, gebreken }))).toEqual([
      { naam: 'Vakschool De Hanze', opleidingen: 6, metGebrek: 1, gebreken: { 'subsidiabele-kosten': 1 } },
      { naam: 'Taalbrug', opleidingen: 1, metGebrek: 0, gebreken: {} },
    ])
  })
})
