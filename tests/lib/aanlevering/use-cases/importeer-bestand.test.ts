import { describe, expect, test } from 'vitest'
import type { OpleiderActor } from '@/lib/base/actor'
import { prisma } from '@/lib/platform/db'
import { neemIn } from '@/lib/aanlevering/use-cases/neem-in'
import { ontvangBestand } from '@/lib/aanlevering/use-cases/ontvang-bestand'
import { verwerkImport } from '@/lib/aanlevering/use-cases/verwerk-import'
import { aProgram, aRun, cost } from '@/tests/builders/edudex'
import { createMedewerker, createOpleider } from '@/tests/builders/register'
import { freshDb } from '@/tests/setup/db'

let school: OpleiderActor
let buur: OpleiderActor
freshDb(async () => {
  school = await createOpleider('90000001', 'school')
  buur = await createOpleider('90000002', 'buur')
})

async function importText(tekst: string | Buffer, options: { voor?: string | null; formaat?: string } = {}) {
  const { id } = await prisma.import.create({
    data: { opleiderId: options.voor === undefined ? school.opleiderId : options.voor, formaat: options.formaat ?? 'edudex-json', bestandsnaam: 'feed.json', sha256: 'x' },
  })
  const uitslag = await neemIn(id, { inhoud: Buffer.from(tekst) })
  const fouten = await prisma.importFout.findMany({ where: { importId: id }, orderBy: { id: 'asc' }, select: { regel: true, sleutel: true, veld: true, reden: true } })
  return { id, uitslag, fouten }
}
const lines = (programs: unknown[]) => programs.map((program) => JSON.stringify(program)).join('\n')
const serie = (vanaf: number, aantal: number, changes = {}) =>
  Array.from({ length: aantal }, (_, n) => aProgram({ programId: `P-${vanaf + n}`, runs: [aRun({ id: `R-${vanaf + n}` })], ...changes }))

describe('6.000 rijen waarvan 3 fout', { timeout: 120_000 }, () => {
  const programs = serie(10_000, 6000)
  const fout = [
    { op: 17, program: aProgram({ programId: 'fout-prijs', costs: [cost('tuition fee', '1e3')] }) },
    { op: 2500, program: aProgram({ programId: 'fout-datum', runs: [aRun({ startDate: { date: '2023-02-30', isFinal: true } })] }) },
    { op: 5999, program: aProgram({ programId: 'van-de-buren', orgUnitId: 'buur' }) },
  ]
  const metFouten = programs.map((program, index) => fout.find(({ op }) => op === index)?.program ?? program)

  test('5.997 komen in het register en 3 staan in de lijst met regel, veld en reden', async () => {
    const { uitslag, fouten } = await importText(lines(metFouten), { formaat: 'edudex-jsonl' })
    expect(uitslag).toMatchObject({ toestand: 'klaar', reden: null, totaal: 6000, nieuw: 5997, gewijzigd: 0, ongewijzigd: 0, geweigerd: 3, verdwenen: 0 })
    expect(await prisma.opleiding.count()).toBe(5997)
    expect(await prisma.scholingsactiviteit.count()).toBe(5997)
    expect(fouten).toEqual([
      { regel: 18, sleutel: 'fout-prijs', veld: 'programSchedule.genericProgramRun.cost[0].amount', reden: expect.stringContaining('is geen bedrag') },
      { regel: 2501, sleutel: 'fout-datum', veld: 'programSchedule.programRun[0].startDate.date', reden: expect.stringContaining('geen bestaande datum') },
      { regel: 6000, sleutel: 'van-de-buren', veld: 'programClassification.orgUnitId', reden: expect.stringContaining('alleen uw eigen opleidingen') },
    ])
  })

  test('hetzelfde bestand nog een keer verandert niets', async () => {
    const before = await prisma.$queryRaw`select md5(string_agg(o::text, '' order by id)) from opleiding o`
    const { uitslag } = await importText(lines(metFouten), { formaat: 'edudex-jsonl' })
    expect(uitslag).toMatchObject({ nieuw: 0, gewijzigd: 0, ongewijzigd: 5997, geweigerd: 3, verdwenen: 0 })
    expect(await prisma.$queryRaw`select md5(string_agg(o::text, '' order by id)) from opleiding o`).toEqual(before)
    expect(await prisma.opleidingVersie.count()).toBe(5997)
  })
})

describe('wat er verandert', () => {
  test('een gewijzigde opleiding krijgt een nieuwe versie die naar de import verwijst', async () => {
    await importText(JSON.stringify(serie(1, 2)))
    const { id, uitslag } = await importText(JSON.stringify([aProgram({ programId: 'P-1', titel: 'Heftruck en reachtruck', runs: [aRun({ id: 'R-1' })] }), ...serie(2, 1)]))
    expect(uitslag).toMatchObject({ gewijzigd: 1, ongewijzigd: 1 })
    const opleiding = await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'P-1', opleiderId: school.opleiderId }, include: { versies: { orderBy: { versie: 'asc' } } } })
    expect(opleiding).toMatchObject({ versie: 2, titel: 'Heftruck en reachtruck' })
    expect(opleiding.versies.map((versie) => versie.inhoud)).toMatchObject([{ titel: 'Heftruckcertificaat' }, { titel: 'Heftruck en reachtruck' }])
    expect(opleiding.versies[1]?.importId).toBe(id)
  })

  test('een startmoment dat niet doorgaat telt als wijziging, zonder nieuwe versie van de opleiding', async () => {
    const { uitslag } = await importText(JSON.stringify([aProgram({ programId: 'P-2', runs: [aRun({ id: 'R-2', status: 'canceled' })] })]))
    expect(uitslag).toMatchObject({ gewijzigd: 1 })
    const opleiding = await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'P-2' }, include: { scholingsactiviteiten: true } })
    expect(opleiding.versie).toBe(1)
    expect(opleiding.scholingsactiviteiten[0]?.status).toBe('geannuleerd')
  })

  test('wat niet in het bestand staat blijft staan', async () => {
    const before = await prisma.opleiding.count()
    await importText(JSON.stringify(serie(1, 1)))
    expect(await prisma.opleiding.count()).toBe(before)
  })

  test('een verplicht veld dat ontbreekt wordt een gebrek, geen weigering', async () => {
    const { uitslag } = await importText(JSON.stringify(serie(50, 1, { costs: [cost('location', '895.00')] })))
    expect(uitslag).toMatchObject({ nieuw: 1, geweigerd: 0 })
    expect((await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'P-50' } })).gebreken).toEqual(['subsidiabele-kosten'])
  })
})

describe('sleutels', () => {
  test('RIO N11421: een cohortcode van een andere opleiding wordt geweigerd, ook binnen één bestand', async () => {
    const { uitslag, fouten } = await importText(JSON.stringify([
      aProgram({ programId: 'N-1', runs: [aRun({ id: 'N-code' })] }),
      aProgram({ programId: 'N-2', runs: [aRun({ id: 'N-code' })] }),
      aProgram({ programId: 'N-3', runs: [aRun({ id: 'R-2' })] }),
    ]))
    expect(uitslag).toMatchObject({ nieuw: 1, geweigerd: 2 })
    expect(fouten.map((fout) => [fout.sleutel, fout.veld])).toEqual([['N-2', 'cohortcode'], ['N-3', 'cohortcode']])
  })

  test('dezelfde opleiding twee keer in een bestand: de tweede wordt geweigerd', async () => {
    const { fouten } = await importText(`[\n${JSON.stringify(aProgram({ programId: 'dubbel', runs: [] }))},\n${JSON.stringify(aProgram({ programId: 'dubbel', runs: [] }))}]`)
    expect(fouten).toEqual([{ regel: 3, sleutel: 'dubbel', veld: 'programmaId', reden: expect.stringContaining('al op regel 2') }])
  })

  test('DUO kan een bestand met opleidingen van meer opleiders aanleveren', async () => {
    const { uitslag, fouten } = await importText(JSON.stringify({ programs: [
      aProgram({ programId: 'D-1', runs: [] }), aProgram({ programId: 'D-1', orgUnitId: 'buur', runs: [] }), aProgram({ programId: 'D-1', orgUnitId: 'niemand', runs: [] }),
    ] }), { voor: null })
    expect(uitslag).toMatchObject({ nieuw: 2, geweigerd: 1 })
    expect(fouten[0]?.reden).toContain('“niemand” is geen opleider in het register')
  })
})

describe('een bestand dat als geheel niet deugt verandert niets', () => {
  test.each([
    ['afgebroken na 1.200 goede rijen', `[${serie(90_000, 1200).map((p) => JSON.stringify(p)).join(',')},{"pro`, 'houdt halverwege op'],
    ['XML met een DOCTYPE', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'Dit is XML'],
    ['een zip', 'PK\u0003\u0004xxxx', 'ingepakt bestand'],
    ['diep genest', `[{"a":${'['.repeat(5000)}`, 'te diep genest'],
    ['leeg', '', 'geen opleidingen'],
  ])('%s', async (_, tekst, reden) => {
    const before = await prisma.opleiding.count()
    const { uitslag, fouten } = await importText(tekst)
    expect(uitslag).toMatchObject({ toestand: 'mislukt', reden: expect.stringContaining(reden), totaal: 0 })
    expect(fouten).toEqual([])
    expect(await prisma.opleiding.count()).toBe(before)
  })

  test('vreemde tekens in een titel komen er veilig in', async () => {
    await importText(JSON.stringify([aProgram({ programId: 'X', titel: "Robert'); drop table opleiding;-- \u0000<script>é", runs: [] })]))
    expect((await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'X' } })).titel).toBe("Robert'); drop table opleiding;-- <script>é")
  })
})

describe('aanleveren in het portaal', () => {
  const bestand = (inhoud: string | Buffer, naam = 'feed.json', mediatype = 'application/json') => ({ naam, mediatype, inhoud: Buffer.from(inhoud) })

  test('het bestand wordt bewaard en door een job ingelezen, en een tweede keer inlezen doet niets', async () => {
    const outcome = await ontvangBestand(school, bestand(JSON.stringify(serie(70, 3))), null)
    if (!outcome.ok) throw new Error(outcome.redenen.join())
    const { importId } = outcome.value
    expect(await prisma.outbox.findFirst({ where: { job: 'verwerk-import' }, orderBy: { id: 'desc' } })).toMatchObject({ payload: { importId } })
    await verwerkImport(importId)
    await verwerkImport(importId)
    expect(await prisma.import.findUniqueOrThrow({ where: { id: importId } })).toMatchObject({ toestand: 'klaar', nieuw: 3, opleiderId: school.opleiderId, doorId: school.id })
    expect(await prisma.gebeurtenis.findMany({ where: { onderwerp: 'import', onderwerpId: importId }, orderBy: { id: 'asc' }, select: { soort: true } }))
      .toEqual([{ soort: 'ontvang-bestand' }, { soort: 'verwerk-import' }])
  })

  test('een opleider kan niet voor een ander aanleveren, DUO wel', async () => {
    const eigen = await ontvangBestand(school, bestand('[]'), buur.opleiderId)
    if (!eigen.ok) throw new Error(eigen.redenen.join())
    expect((await prisma.import.findUniqueOrThrow({ where: { id: eigen.value.importId } })).opleiderId).toBe(school.opleiderId)
    const duo = await createMedewerker('Duo', 'registerbeheerder')
    const ander = await ontvangBestand(duo, bestand('[]'), buur.opleiderId)
    if (!ander.ok) throw new Error(ander.redenen.join())
    expect((await prisma.import.findUniqueOrThrow({ where: { id: ander.value.importId } })).opleiderId).toBe(buur.opleiderId)
    expect(await ontvangBestand(duo, bestand('[]'), '00000000-0000-4000-8000-000000000000')).toEqual({ ok: false, redenen: ['onbekende-opleider'] })
  })

  test.each([
    ['een bestand van 100 MB', () => bestand(Buffer.alloc(100 * 1024 * 1024, 32)), ['bestand-te-groot']],
    ['een leeg bestand', () => bestand(''), ['bestand-leeg']],
    ['een spreadsheet', () => bestand('x', 'feed.xlsx', 'application/vnd.ms-excel'), ['bestand-extensie']],
    ['XML', () => bestand('<a/>', 'feed.xml', 'text/xml'), ['bestand-extensie']],
    ['een plaatje met een andere naam', () => bestand('x', 'feed.json', 'image/png'), ['bestand-mediatype']],
  ] as const)('%s wordt geweigerd', async (_, maak, redenen) => {
    const before = await prisma.import.count()
    expect(await ontvangBestand(school, maak(), null)).toEqual({ ok: false, redenen })
    expect(await prisma.import.count()).toBe(before)
  })
})
