import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { describeDump, toTurtle } from '@/lib/opendata/rules/dcat'
import { makeOpenApi } from '@/lib/opendata/rules/openapi'
import { OPERATIES } from '@/lib/opendata/rules/operaties'
import { API_VERSION } from '@/lib/platform/api'
import { listSources } from '@/tests/architecture/sources'

const response = z.looseObject({ description: z.string(), headers: z.record(z.string(), z.unknown()).optional(), content: z.record(z.string(), z.unknown()).optional() })
const operation = z.looseObject({
  operationId: z.string(), tags: z.array(z.string()).min(1), responses: z.record(z.string(), response),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.enum(['path', 'query', 'header']), required: z.boolean(), schema: z.unknown() })).optional(),
})
const documentSchema = z.looseObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string().regex(/^\d+\.\d+\.\d+$/), contact: z.object({ name: z.string(), email: z.email(), url: z.url() }) }),
  servers: z.array(z.object({ url: z.url(), description: z.string() })).min(1),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})), securitySchemes: z.looseObject({}) }),
})

const raw = makeOpenApi(API_VERSION, 'https://stap.example')
const openApi = documentSchema.parse(raw)
const operations = Object.entries(openApi.paths).flatMap(([pad, methods]) => Object.entries(methods).map(([methode, inhoud]) => ({ pad, methode, ...inhoud })))

describe('NL API Design Rules: wat de linter van Logius ook nakijkt', () => {
  test('/core/uri-version, /core/no-trailing-slash, /core/path-segments-kebab-case', () => {
    expect(openApi.servers.every(({ url }) => /\/v1$/.test(url))).toBe(true)
    for (const pad of Object.keys(openApi.paths)) expect(pad).toMatch(/^(\/([a-z0-9-]+|\{[a-z]+\}|openapi\.json))+$/)
  })

  test('/core/http-methods: alleen standaardmethoden', () => {
    expect([...new Set(operations.map(({ methode }) => methode))].sort()).toEqual(['get', 'post'])
  })

  test('/core/query-keys-camel-case, en elke operatie heeft een eigen naam', () => {
    for (const { parameters = [] } of operations) for (const { name } of parameters.filter((parameter) => parameter.in === 'query')) expect(name).toMatch(/^[a-z][a-z\d]*([A-Z][a-z\d]*)*$/)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  })

  test('elk variabel deel van een adres is beschreven', () => {
    for (const { pad, parameters = [] } of operations)
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name, required }) => [name, required])).toEqual([...pad.matchAll(/\{([a-z]+)\}/g)].map(([, naam]) => [naam, true]))
  })

  test('/core/version-header: API-Version bij elk antwoord van 200 tot 400', () => {
    for (const { responses } of operations) for (const [status, { headers }] of Object.entries(responses)) if (Number(status) < 400) expect(Object.keys(headers ?? {})).toContain('API-Version')
  })

  test('/core/error-handling/problem-details en invalid-input', () => {
    const problem = z.looseObject({ properties: z.record(z.string(), z.unknown()) }).parse(openApi.components.schemas['Problem'])
    expect(Object.keys(problem.properties)).toEqual(expect.arrayContaining(['status', 'title', 'detail']))
    for (const { methode, parameters = [], responses } of operations) {
      for (const [status, { content }] of Object.entries(responses)) if (Number(status) >= 400) expect(Object.keys(content ?? {})).toEqual(['application/problem+json'])
      if (methode === 'post' || parameters.length > 0) expect(Object.keys(responses)).toContain('400')
    }
  })

  test('/core/date-time: een datum heeft een vorm, een tijdstip een tijdzone', () => {
    const { properties } = z.looseObject({ properties: z.record(z.string(), z.looseObject({})) }).parse(openApi.components.schemas['Scholingsactiviteit'])
    expect([properties['startdatum'], properties['einddatum'], properties['gewijzigdOp']]).toMatchObject([{ format: 'date' }, { format: 'date' }, { format: 'date-time' }])
    expect(JSON.stringify(raw)).not.toMatch(/date-time-local|"format":"time"/)
  })

  test('elke verwijzing leidt ergens heen', () => {
    const names = [...JSON.stringify(raw).matchAll(/"\$ref":"#\/components\/schemas\/([A-Za-z]+)"/g)].map(([, name]) => name ?? '')
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter((name) => openApi.components.schemas[name] === undefined)).toEqual([])
    expect(Object.keys(openApi.components.schemas).filter((name) => !/^[A-Z][A-Za-z]*$/.test(name))).toEqual([])
  })
})

describe('het document en de adressen zijn hetzelfde', () => {
  // Answered by the poort, and for machines that look whether we live.
  const ELSEWHERE = ['/tijdvakken/{code}/stand']
  const UNDESCRIBED = ['/gezondheid']

  test('elke operatie heeft een route met die methode', () => {
    for (const { pad, methode } of OPERATIES.filter((operatie) => !ELSEWHERE.includes(operatie.pad))) {
      const file = path.resolve(import.meta.dirname, '../../..', `app/api/v1${pad.replaceAll('{', '[').replaceAll('}', ']')}/route.ts`)
      expect(existsSync(file), file).toBe(true)
      expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`export (async )?(function|const) ${methode.toUpperCase()}\\b`))
    }
  })

  test('elke route staat in het document', () => {
    const routes = listSources(['app/api/v1'], /\/route\.ts$/).map((file) => file.slice('app/api/v1'.length, -'/route.ts'.length).replaceAll('[', '{').replaceAll(']', '}'))
    expect(routes.filter((pad) => openApi.paths[pad] === undefined && !UNDESCRIBED.includes(pad))).toEqual([])
  })
})

test('DCAT: vreemde tekens in een adres of tekst breken de Turtle niet', () => {
  const turtle = toTurtle(describeDump({ gemaaktOp: '2022-10-03T08:00:00Z', bestanden: [{ naam: 'a".csv.gz', verzameling: 'opleiders', vorm: 'csv', rijen: 1, grootte: 10, sha256: 'x' }] }, 'https://stap.example'))
  expect(turtle).toContain('<https://stap.example/opendata/a%22.csv.gz#bestand> a dcat:Distribution'.replace('a%22', 'a%22'))
  expect(turtle.split('\n').filter((line) => /^<[^>]*"[^>]*>/.test(line))).toEqual([])
})
