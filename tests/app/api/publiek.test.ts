import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { GET as getBestand } from '@/app/(publiek)/opendata/[bestand]/route'
import { GET as getOpenApi } from '@/app/api/v1/openapi.json/route'
import { GET as getOpleiding } from '@/app/api/v1/opleidingen/[id]/route'
import { GET as listOpleidingen } from '@/app/api/v1/opleidingen/route'
import { GET as listPublicaties } from '@/app/api/v1/publicaties/route'
import { GET as listActiviteiten } from '@/app/api/v1/scholingsactiviteiten/route'
import type { OpleiderActor } from '@/lib/base/actor'
import { maakDump } from '@/lib/opendata/use-cases/maak-dump'
import { config } from '@/lib/platform/config'
import { createToken, machineRequest } from '@/tests/builders/koppeling'
import { plantActiviteit, plantOpleiding } from '@/tests/builders/opendata'
import { createOpleider } from '@/tests/builders/register'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

freshDb()
const home = mkdtempSync(path.join(tmpdir(), 'stap-api-'))
const before = config.dataDir
afterAll(() => {
  config.dataDir = before
  rmSync(home, { recursive: true, force: true })
})

let school: OpleiderActor
let eerste = ''
const blad = z.object({ opleidingen: z.array(z.object({ id: z.string(), titel: z.string() })), _links: z.object({ self: z.object({ href: z.string() }), next: z.object({ href: z.string() }).optional() }) })

beforeAll(async () => {
  config.dataDir = home
  await zetKlok('2022-10-03T10:00:00+02:00')
  await asOwner(`insert into parameter (naam, waarde, geldig_van, bron) values ('toegelaten-erkenningen', '["NRTO"]', '2022-01-01', 'test')`)
  school = await createOpleider('10000001', 'school')
  for (let nummer = 0; nummer < 7; nummer++) eerste = await plantOpleiding(school.opleiderId, `P-${String(nummer)}`, { niveau: nummer < 3 ? 'HBO-BA' : 'MBO-2', kosten: JSON.stringify([{ soort: 'LESGELD', omschrijving: '', bedragCent: 45000, isVerplicht: true }]), subsidiabel_cent: 45000 })
  await plantActiviteit(school.opleiderId, eerste, 'R-1')
  await plantOpleiding(school.opleiderId, 'geheim', { stap_toestemming: false })
})

// Each test has an address of its own, because the limit counts per address.
let adres = 0
const vraag = (url: string, headers: Record<string, string> = {}) => machineRequest(url, { headers: { 'x-forwarded-for': `10.0.0.${String(++adres)}`, ...headers } })

describe('API: een lijst', () => {
  test('bladen volgen elkaar op zonder gat of dubbele, en wat niet openbaar is staat er niet in', async () => {
    const seen: string[] = []
    for (let url: string | undefined = '/api/v1/opleidingen?aantal=3'; url !== undefined;) {
      const response: Response = await listOpleidingen(vraag(url))
      const body = blad.parse(await response.json())
      seen.push(...body.opleidingen.map(({ id }) => id))
      url = body._links.next?.href
      expect(response.headers.get('link')).toBe(url === undefined ? null : `<${url}>; rel="next"`)
    }
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
  })

  test('een filter, en het volgende blad houdt het vast', async () => {
    const body = blad.parse(await (await listOpleidingen(vraag('/api/v1/opleidingen?niveau=HBO-BA&aantal=2'))).json())
    expect(body.opleidingen).toHaveLength(2)
    expect(body._links.next?.href).toMatch(/^\/api\/v1\/opleidingen\?niveau=HBO-BA&aantal=2&na=[0-9a-f-]{36}$/)
    const activiteiten: unknown = await (await listActiviteiten(vraag(`/api/v1/scholingsactiviteiten?opleidingId=${eerste}&startVanaf=2022-12-05&startTot=2022-12-06`))).json()
    expect(activiteiten).toMatchObject({ scholingsactiviteiten: [{ cohortcode: 'R-1', startdatum: '2022-12-05' }] })
  })

  test('een vraag die wij niet kennen of niet begrijpen: 400 als problem', async () => {
    for (const query of ['?zoek=x', '?aantal=0', '?aantal=101', '?niveau=HBO', '?na=1', '?niveau=MBO&niveau=HBO-BA', '?gewijzigdNa=gisteren']) {
      const response = await listOpleidingen(vraag(`/api/v1/opleidingen${query}`))
      expect([query, response.status, response.headers.get('content-type')]).toEqual([query, 400, 'application/problem+json'])
      expect(await response.json()).toMatchObject({ status: 400, title: expect.any(String), detail: expect.any(String), fouten: [{ veld: expect.any(String) }] })
    }
  })

  test('wie het al heeft, krijgt 304', async () => {
    const response = await listOpleidingen(vraag('/api/v1/opleidingen'))
    expect([response.headers.get('api-version'), response.headers.get('cache-control'), response.headers.get('access-control-allow-origin')]).toEqual(['1.1.0', 'public, max-age=60', '*'])
    const again = await listOpleidingen(vraag('/api/v1/opleidingen', { 'if-none-match': `W/${response.headers.get('etag') ?? ''}` }))
    expect([again.status, await again.text(), again.headers.get('api-version')]).toEqual([304, '', '1.1.0'])
  })

  test('één opleiding met haar prijs en startdatums; een onbekende 404, geen sleutel 400', async () => {
    const one = (id: string) => getOpleiding(vraag(`/api/v1/opleidingen/${id}`), { params: Promise.resolve({ id }) })
    expect(await (await one(eerste)).json()).toMatchObject({ id: eerste, programmaCode: 'P-6', kosten: [{ soort: 'LESGELD', bedragCent: 45000 }], scholingsactiviteiten: [{ cohortcode: 'R-1' }] })
    expect((await one('00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await one('1')).status).toBe(400)
  })

  test('boven de grens van een adres: 429; met een token gaat het door, met een slecht token niet', async () => {
    const ask = (headers: Record<string, string>) => listPublicaties(machineRequest('/api/v1/publicaties', { headers: { 'x-forwarded-for': '10.9.9.9', ...headers } }))
    const statuses = (await Promise.all(Array.from({ length: 305 }, () => ask({})))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5)
    expect((await ask({ authorization: `Bearer ${await createToken(school, ['facturen'])}` })).status).toBe(200)
    expect((await ask({ authorization: 'Bearer niets' })).status).toBe(401)
  })
})

describe('open data: de bestanden', () => {
  const get = (bestand: string, headers: Record<string, string> = {}) => getBestand(vraag(`/opendata/${bestand}`, headers), { params: Promise.resolve({ bestand }) })

  test('voor de eerste nacht: 404', async () => {
    expect((await get('opleidingen.csv')).status).toBe(404)
    expect((await get('catalogus.ttl')).status).toBe(404)
  })

  test('ingepakt voor wie dat kan, anders uitgepakt; met ETag', async () => {
    await maakDump()
    const plain = await get('opleidingen.csv')
    expect([plain.status, plain.headers.get('content-type'), plain.headers.get('content-encoding'), plain.headers.get('vary')]).toEqual([200, 'text/csv', null, 'accept-encoding'])
    expect((await plain.text()).split('\r\n')).toHaveLength(9)
    const packed = await get('opleidingen.csv', { 'accept-encoding': 'br, gzip;q=0.5' })
    expect([packed.headers.get('content-encoding'), [...new Uint8Array(await packed.arrayBuffer()).subarray(0, 2)]]).toEqual(['gzip', [0x1f, 0x8b]])
    expect((await get('opleidingen.csv', { 'accept-encoding': 'gzip;q=0' })).headers.get('content-encoding')).toBeNull()
    expect((await get('opleidingen.csv', { 'if-none-match': plain.headers.get('etag') ?? '' })).status).toBe(304)
    expect((await get('opleidingen.csv.gz')).headers.get('content-type')).toBe('application/gzip')
  })

  test('een deel van een Parquet-bestand, zoals een analyseprogramma dat vraagt', async () => {
    const tail = await get('opleiders.parquet', { range: 'bytes=-4' })
    expect([tail.status, await tail.text(), tail.headers.get('content-range')]).toEqual([206, 'PAR1', expect.stringMatching(/^bytes \d+-\d+\/\d+$/)])
    expect((await get('opleiders.parquet', { range: 'bytes=99999999-' })).status).toBe(416)
    expect((await get('opleiders.parquet', { range: 'bytes=0-3', 'if-range': '"oud"' })).status).toBe(200)
  })

  test('andere namen leiden nergens heen', async () => {
    for (const naam of ['dump.json', '..%2factueel', 'opleiders', 'opleiders.parquet.gz']) expect((await get(naam)).status).toBe(404)
  })

  test('de beschrijving noemt elk bestand, in JSON-LD en Turtle', async () => {
    const jsonLd = z.object({ '@graph': z.array(z.looseObject({ '@type': z.string() })) }).parse(await (await get('catalogus.jsonld')).json())
    expect(jsonLd['@graph'].map((thing) => thing['@type']).filter((type) => type === 'dcat:Distribution')).toHaveLength(9)
    const turtle = await (await get('catalogus.ttl')).text()
    expect(turtle).toContain('a dcat:Catalog ;')
    expect(turtle).toContain(`dcat:downloadURL <${config.url}/opendata/opleidingen.parquet>`)
    expect(turtle).toContain('dct:license <http://creativecommons.org/publicdomain/zero/1.0/>')
  })
})

test('GET /api/v1/openapi.json is OpenAPI 3.1', async () => {
  expect(await getOpenApi(vraag('/api/v1/openapi.json')).json()).toMatchObject({ openapi: '3.1.0', info: { version: '1.1.0' } })
})
