import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpleiderActor } from '@/lib/base/actor'
import { VERZAMELINGEN } from '@/lib/opendata/model'
import { KOLOMMEN } from '@/lib/opendata/repo'
import { csvHeader, csvLine } from '@/lib/opendata/rules/csv'
import { toParquetColumns } from '@/lib/opendata/rules/kolommen'
import { isNacht } from '@/lib/opendata/rules/nacht'
import { VELDEN } from '@/lib/opendata/rules/velden'
import { leesDump, vindDumpBestand } from '@/lib/opendata/use-cases/lees-dump'
import { maakDump } from '@/lib/opendata/use-cases/maak-dump'
import { plantActiviteit, plantOpleiding } from '@/tests/builders/opendata'
import { createOpleider } from '@/tests/builders/register'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

freshDb()
const dir = mkdtempSync(path.join(tmpdir(), 'stap-opendata-'))
afterAll(() => { rmSync(dir, { recursive: true, force: true }) })

let school: OpleiderActor
let zichtbaar: string

beforeAll(async () => {
  await zetKlok('2022-10-03T10:00:00+02:00')
  await asOwner(`insert into parameter (naam, waarde, geldig_van, bron) values ('toegelaten-erkenningen', '["NRTO"]', '2022-01-01', 'test')`)
  school = await createOpleider('10000001', 'school', 'Kappersschool, Zwolle')
  zichtbaar = await plantOpleiding(school.opleiderId, 'P-1', { titel: '=cmd|"x"!A1', samenvatting: 'Regel 1\nRegel 2, met "haakjes"', themas: ['sales', 'law'] })
  await plantActiviteit(school.opleiderId, zichtbaar, 'R-1')
  const onvolledig = await plantOpleiding(school.opleiderId, 'P-2', { gebreken: ['titel'] })
  await plantActiviteit(school.opleiderId, onvolledig, 'R-2')
  await plantOpleiding(school.opleiderId, 'P-3', { stap_toestemming: false })
  await plantOpleiding(school.opleiderId, 'P-4', { actief: false })
  const geblokkeerd = await plantOpleiding(school.opleiderId, 'P-5')
  await plant('geblokkeerd', geblokkeerd)
  const onderzoek = await plantOpleiding(school.opleiderId, 'P-6')
  await plant('in-onderzoek', onderzoek)
  const ingetrokken = await plantOpleiding(school.opleiderId, 'P-8')
  await asOwner(`insert into erkenning (opleider_id, opleiding_id, erkenner_id, geldig_van, geldig_tot, ingetrokken_op, reden)
    select opleider_id, $2, erkenner_id, '2022-09-01', '2022-09-01', '2022-09-01', 'Niet meer erkend' from erkenning where opleider_id = $1`, [school.opleiderId, ingetrokken])
  const zonder = await createOpleider('10000002', 'zonder')
  await asOwner('delete from erkenning where opleider_id = $1', [zonder.opleiderId])
  await plantOpleiding(zonder.opleiderId, 'P-7')
})

function plant(soort: string, opleidingId: string): Promise<unknown> {
  return asOwner(`insert into maatregel (opleider_id, opleiding_id, soort, reden, ingangsdatum, opgelegd_door) values ($1, $2, $3, 'test', '2022-09-01', $4)`,
    [school.opleiderId, opleidingId, soort, school.id])
}

async function text(naam: string): Promise<string> {
  const gevonden = await vindDumpBestand(naam, dir)
  if (gevonden === undefined) throw new Error(`no ${naam}`)
  return gunzipSync(readFileSync(gevonden.pad)).toString()
}

describe('open data: wat er in staat', () => {
  test('elk veld heeft precies één bron in het register', () => {
    for (const verzameling of VERZAMELINGEN) expect(Object.keys(KOLOMMEN[verzameling])).toEqual(VELDEN[verzameling].map(({ naam }) => naam))
  })

  test('geen adres, e-mail, telefoon of rekening van een opleider', () => {
    const namen = Object.values(VELDEN).flat().map(({ naam }) => naam.toLowerCase())
    expect(namen.filter((naam) => /straat|huisnummer|email|telefoon|iban|kvk|adres$/.test(naam))).toEqual([])
  })

  test('voor het eerst: er is nog niets', async () => {
    expect(await leesDump(dir)).toBeUndefined()
    expect(await vindDumpBestand('opleiders.csv.gz', dir)).toBeUndefined()
  })

  test('alleen wat een burger kan vinden, dus niet waarvan de erkenning is ingetrokken; in onderzoek staat erbij', async () => {
    const dump = await maakDump(dir)
    expect(dump?.bestanden.map(({ naam, rijen }) => [naam, rijen])).toEqual([
      ['opleiders.csv.gz', 1], ['opleiders.jsonl.gz', 1], ['opleiders.parquet', 1],
      ['opleidingen.csv.gz', 2], ['opleidingen.jsonl.gz', 2], ['opleidingen.parquet', 2],
      ['scholingsactiviteiten.csv.gz', 1], ['scholingsactiviteiten.jsonl.gz', 1], ['scholingsactiviteiten.parquet', 1],
    ])
    const regels = (await text('opleidingen.jsonl.gz')).trim().split('\n').map((regel): unknown => JSON.parse(regel))
    expect(regels).toHaveLength(2)
    expect(regels).toContainEqual(expect.objectContaining({ id: zichtbaar, opleiderId: school.opleiderId, programmaCode: 'P-1', catalogusprijsCent: 45000, themas: ['sales', 'law'], inOnderzoek: false }))
    expect(regels).toContainEqual(expect.objectContaining({ programmaCode: 'P-6', inOnderzoek: true }))
  })

  test('CSV: komma’s, haakjes en regels blijven heel, en een spreadsheet voert niets uit', async () => {
    const csv = await text('opleidingen.csv.gz')
    expect(csv).toContain(`"'=cmd|""x""!A1","Regel 1\nRegel 2, met ""haakjes""",Lang.`)
    expect(csv.split('\r\n')[0]).toMatch(/^id,opleiderId,programmaCode,versie,titel,/)
    expect(await text('opleiders.csv.gz')).toMatch(/"Kappersschool, Zwolle",Zwolle,,NRTO,false\r\n$/)
  })

  test('Parquet: dezelfde rijen, en een ander programma kan ze lezen', async () => {
    const gevonden = await vindDumpBestand('scholingsactiviteiten.parquet', dir)
    const bytes = readFileSync(gevonden?.pad ?? '')
    const rijen = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) })
    expect(rijen).toEqual([expect.objectContaining({ cohortcode: 'R-1', startdatum: '2022-12-05', plaats: 'Zwolle', subsidiabelCent: 40000, scholingsjaar: null })])
  })

  test('de oude dump verdwijnt pas als er twee nieuwere zijn, en een naam van buiten leidt nergens heen', async () => {
    await maakDump(dir)
    await maakDump(dir)
    expect(readdirSync(dir).filter((naam) => naam.startsWith('dump-'))).toHaveLength(2)
    for (const naam of ['../actueel', 'dump.json', 'opleiders.csv', '']) expect(await vindDumpBestand(naam, dir)).toBeUndefined()
  })

  test('twee tegelijk: één maakt hem', async () => {
    const uitkomsten = await Promise.all([maakDump(dir), maakDump(dir), maakDump(dir)])
    expect(uitkomsten.filter((dump) => dump !== undefined).length).toBeGreaterThanOrEqual(1)
    expect(await leesDump(dir)).toMatchObject({ bestanden: expect.arrayContaining([expect.objectContaining({ naam: 'opleiders.parquet' })]) })
  })

  test('mislukt het halverwege, dan blijft de vorige staan en ligt er niets half', async () => {
    const voor = await leesDump(dir)
    await asOwner('alter table scholingsactiviteit rename column cohortcode to weg')
    await expect(maakDump(dir)).rejects.toThrow()
    await asOwner('alter table scholingsactiviteit rename column weg to cohortcode')
    expect(await leesDump(dir)).toEqual(voor)
    expect(readdirSync(dir).filter((naam) => naam.startsWith('dump-'))).toHaveLength(2)
  })
})

describe('de vorm van de bestanden', () => {
  test('CSV', () => {
    const velden = VELDEN.opleiders
    expect(csvHeader(velden)).toBe('id,code,naam,plaats,website,erkenningen,inOnderzoek\r\n')
    expect(csvLine(velden, { id: 'a', code: '100A001', naam: '-5 graden', plaats: ' Ee', website: null, erkenningen: ['NRTO', 'OCW'], inOnderzoek: true })).toBe(`a,100A001,'-5 graden," Ee",,NRTO|OCW,true\r\n`)
  })

  test('Parquet: wat leeg kan zijn, mag leeg zijn', () => {
    expect(toParquetColumns(VELDEN.opleiders).filter(({ nullable }) => nullable).map(({ name }) => name)).toEqual(['website'])
  })

  test('’s nachts één keer', () => {
    const van = new Date('2022-10-04T01:00:00Z')
    const tot = new Date('2022-10-04T04:00:00Z')
    const gisteren = new Date('2022-10-03T01:10:00Z')
    expect(isNacht({ nu: new Date('2022-10-04T01:00:00Z'), van, tot, laatste: gisteren })).toBe(true)
    expect(isNacht({ nu: new Date('2022-10-04T00:59:59Z'), van, tot, laatste: gisteren })).toBe(false)
    expect(isNacht({ nu: new Date('2022-10-04T04:00:00Z'), van, tot, laatste: gisteren })).toBe(false)
    expect(isNacht({ nu: new Date('2022-10-04T02:00:00Z'), van, tot, laatste: new Date('2022-10-04T01:05:00Z') })).toBe(false)
    // The clock of a demo may have jumped back.
    expect(isNacht({ nu: new Date('2022-10-04T02:00:00Z'), van, tot, laatste: new Date('2026-10-04T01:05:00Z') })).toBe(true)
  })
})
