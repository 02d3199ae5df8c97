import { beforeAll, describe, expect, test } from 'vitest'
import { GET } from '@/app/aanvragen/[kenmerk]/toestand/route'
import { POST } from '@/app/aanvragen/[kenmerk]/indienen/route'
import { makeToken, openSession, SESSION_COOKIE } from '@/lib/platform/session-store'
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'
import { aGereed, aWereld, type Ingediend, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { freshDb, zetKlok } from '@/tests/setup/db'

const SITE = 'http://localhost:3000'
freshDb()

let wereld: Wereld
let eerste: Ingediend
let tweede: Ingediend
let cookie = ''

beforeAll(async () => {
  wereld = await aWereld({ plafondCent: 100_000 })
  eerste = await aGereed(wereld, { bsn: '999990019' })
  tweede = await aGereed(wereld, { bsn: '999993653' })
  cookie = await login(eerste)
})

async function login({ burger }: Ingediend): Promise<string> {
  const token = makeToken()
  await openSession({ token, gebruikerId: burger.id, provider: 'digid', niveau: 'Midden', previousToken: undefined })
  return `${SESSION_COOKIE}=${token}`
}

const params = (kenmerk: string) => ({ params: Promise.resolve({ kenmerk }) })
const submit = (kenmerk: string, headers: Record<string, string>) =>
  POST(new Request(`${SITE}/aanvragen/${kenmerk}/indienen`, { method: 'POST', headers: { host: 'localhost:3000', origin: SITE, cookie, ...headers } }), params(kenmerk))
const ask = (kenmerk: string, headers: Record<string, string> = {}) =>
  GET(new Request(`${SITE}/aanvragen/${kenmerk}/toestand`, { headers: { cookie, accept: 'application/json', ...headers } }), params(kenmerk))
const json = { accept: 'application/json' }

describe('POST /aanvragen/{kenmerk}/indienen', () => {
  test('zonder inlog, zonder herkomst of van een andere site wordt niets ontvangen', async () => {
    expect((await submit(eerste.kenmerk, { ...json, cookie: '' })).status).toBe(401)
    expect((await submit(eerste.kenmerk, { cookie: '' })).status).toBe(303)
    expect((await submit(eerste.kenmerk, { ...json, origin: 'https://kwaad.nl' })).status).toBe(403)
    expect((await submit(eerste.kenmerk, { ...json, origin: 'null' })).status).toBe(403)
  })

  test('voor de opening: 409 met de reden, en een formulier gaat terug naar de pagina', async () => {
    await zetKlok('2022-11-01T09:50:00+01:00')
    const antwoord = await submit(eerste.kenmerk, json)
    expect([antwoord.status, antwoord.headers.get('content-type')]).toEqual([409, 'application/problem+json'])
    expect(await antwoord.json()).toMatchObject({ type: '/problemen/tijdvak-niet-open', code: 'tijdvak-niet-open', status: 409 })
    const formulier = await submit(eerste.kenmerk, { accept: 'text/html' })
    expect([formulier.status, formulier.headers.get('location')]).toEqual([303, `/mijn/aanvragen/${eerste.kenmerk}/indienen?reden=tijdvak-niet-open`])
  })

  test('na de opening 201 met het bewijs; nog een keer 200 met hetzelfde', async () => {
    await zetKlok('2022-11-01T10:00:01+01:00')
    const antwoord = await submit(eerste.kenmerk, json)
    const bewijs: unknown = await antwoord.json()
    expect(antwoord.status).toBe(201)
    expect(bewijs).toEqual({ kenmerk: eerste.kenmerk, volgnummer: 1, ontvangenOp: expect.stringMatching(/^2022-11-01T09:00:\d\d\.\d{3}Z$/) })
    const nogmaals = await submit(eerste.kenmerk, json)
    expect([nogmaals.status, await nogmaals.json()]).toEqual([200, bewijs])
    const formulier = await submit(eerste.kenmerk, { accept: 'text/html' })
    expect([formulier.status, formulier.headers.get('location')]).toEqual([303, `/mijn/aanvragen/${eerste.kenmerk}/ontvangen`])
    await verdeelBudget()
  })

  test('I9: de aanvraag van iemand anders is er niet', async () => {
    expect((await submit(tweede.kenmerk, json)).status).toBe(404)
    expect((await submit(tweede.kenmerk, { accept: 'text/html' })).status).toBe(404)
    expect((await ask(tweede.kenmerk)).status).toBe(404)
    expect((await ask('../../etc')).status).toBe(404)
  })

  test('Awb 4:13: als het budget op is, wordt de aanvraag nog ontvangen', async () => {
    const eigen = await login(tweede)
    expect((await submit(tweede.kenmerk, { ...json, cookie: eigen })).status).toBe(201)
    await verdeelBudget()
    const antwoord = await ask(tweede.kenmerk, { cookie: eigen })
    expect(await antwoord.json()).toMatchObject({ toestand: 'niet-toegewezen' })
  })
})

test('GET /aanvragen/{kenmerk}/toestand: de stand en sinds wanneer', async () => {
  const antwoord = await ask(eerste.kenmerk)
  expect(antwoord.status).toBe(200)
  expect(await antwoord.json()).toEqual({ toestand: 'gereserveerd', sinds: expect.stringMatching(/^2022-11-01T09:00:/) })
  expect((await ask(eerste.kenmerk, { cookie: '' })).status).toBe(401)
})
