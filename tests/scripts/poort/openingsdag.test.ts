import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'
import { laatToe, peilWachtkamers } from '@/lib/wachtkamer/use-cases/laat-toe'
import { openWachtkamer, werkWachtkamersBij } from '@/lib/wachtkamer/use-cases/werk-wachtkamers-bij'
import { handleRequest } from '@/scripts/poort/handle'
import { aGereed, aMedewerker, aWereld, type Ingediend, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { aPoort, cookieOf, login, SITE, type Poort } from '@/tests/scripts/poort/wereld'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

freshDb()

const KAMER = '/wachtkamer/2022-V'
const HTML = { accept: 'text/html' }

let wereld: Wereld
let poort: Poort
let sanne: Ingediend
let fatima: Ingediend
let cookieSanne = ''
let cookieFatima = ''

beforeAll(async () => {
  // Budget for one: whoever comes after asks for a decision, not for money.
  wereld = await aWereld({ plafondCent: 100_000 })
  await zetKlok('2022-11-01T09:50:00+01:00')
  await asOwner(`update tijdvak set toestand = 'gepland'`)
  await openWachtkamer('2022-V')
  sanne = await aGereed(wereld, { bsn: '999990019' })
  fatima = await aGereed(wereld, { bsn: '999993653' })
  cookieSanne = await login(sanne)
  cookieFatima = await login(fatima)
  poort = await aPoort(handleRequest)
})
afterAll(() => poort.close())

const neem = (cookie: string, headers: Record<string, string> = {}) => poort.vraag('POST', `${KAMER}/plaats`, { cookie, ...headers })
const dienIn = (kenmerk: string, cookie: string, headers: Record<string, string> = {}, body?: string) => poort.vraag('POST', `/aanvragen/${kenmerk}/indienen`, { cookie, ...headers }, body)
const aantalPlaatsen = async () => (await asOwner<{ aantal: number }>('select count(*)::int as aantal from wachtplaats'))[0]?.aantal
const pauze = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('voor de opening: één plaats per mens', () => {
  test('vijftig apparaten tegelijk krijgen dezelfde plaats', async () => {
    const antwoorden = await Promise.all(Array.from({ length: 50 }, () => neem(cookieSanne)))
    expect(new Set(antwoorden.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(antwoorden.map(({ text }) => text)).size).toBe(1)
    expect(antwoorden[0]?.json()).toEqual({ plaats: null, nummer: 1, lot: expect.stringMatching(/^[0-9a-f]{32}$/), ticket: expect.stringMatching(/^2022-V\.1\./) })
    expect(await aantalPlaatsen()).toBe(1)
  })

  test('een formulier gaat terug naar de wachtkamer, met een kaartje dat alleen deze site kan lezen', async () => {
    const antwoord = await neem(cookieSanne, HTML)
    expect([antwoord.status, antwoord.headers.location]).toEqual([303, KAMER])
    expect(antwoord.headers['set-cookie']?.[0]).toMatch(/^stap-plaats=2022-V\.1\.[0-9a-f]{32}\.[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/)
  })

  test('wie niet is ingelogd, gaat naar de inlogpagina en terug; een script krijgt 401', async () => {
    const formulier = await neem('', HTML)
    expect([formulier.status, formulier.headers.location]).toEqual([303, `/inloggen?${new URLSearchParams({ terug: KAMER, voor: 'burger' }).toString()}`])
    const script = await neem('')
    expect([script.status, script.headers['content-type'], script.json()]).toMatchObject([401, 'application/problem+json', { code: 'niet-ingelogd' }])
  })

  test('een sessie die voorbij is met een kaartje van zichzelf ziet de plaats nog; het kaartje maakt er geen en laat niemand door', async () => {
    const kaartje = cookieOf(await neem(cookieSanne))
    expect((await neem(kaartje)).json()).toMatchObject({ nummer: 1 })
    expect((await poort.vraag('GET', KAMER, { ...HTML, cookie: kaartje })).text).toContain('Uw nummer')
    expect(await aantalPlaatsen()).toBe(1)
    expect((await dienIn(sanne.kenmerk, kaartje)).status).toBe(401)
  })

  test('een kaartje van iemand anders telt niet voor wie zelf is ingelogd', async () => {
    const geleend = cookieOf(await neem(cookieSanne))
    const pagina = await poort.vraag('GET', KAMER, { ...HTML, cookie: `${cookieFatima}; ${geleend}` })
    expect(pagina.text).not.toContain('Uw nummer')
    expect((await neem(`${cookieFatima}; ${geleend}`)).json()).toMatchObject({ nummer: 2 })
  })

  test('20.000 nagemaakte kaartjes krijgen niets', async () => {
    const echt = cookieOf(await neem(cookieSanne))
    const namaak = Array.from({ length: 20_000 }, (_, index) => `stap-plaats=2022-V.${String(index + 1)}.${'0'.repeat(32)}.${'A'.repeat(43)}`)
    const { ticketFromCookie } = await import('@/scripts/poort/ticket')
    expect(namaak.filter((cookie) => ticketFromCookie(cookie, '2022-V') !== undefined)).toEqual([])
    // A real signature under another number, another code or with something behind it.
    for (const vervalst of [echt.replace('2022-V.1.', '2022-V.9.'), echt.replace('2022-V.', '2023-I.'), `${echt}A`, echt.slice(0, -1), echt.replace(/\.[0-9a-f]{32}\./, `.${'f'.repeat(32)}.`)])
      for (const code of ['2022-V', '2023-I']) expect(ticketFromCookie(vervalst, code)).toBeUndefined()
    expect(ticketFromCookie(echt, '2022-V')).toMatchObject({ nummer: 1 })
    expect((await Promise.all(namaak.slice(0, 200).map((cookie) => neem(cookie)))).every(({ status }) => status === 401)).toBe(true)
    expect(await aantalPlaatsen()).toBe(2)
  })

  test('een verzoek van een andere site of zonder herkomst wordt niet aangenomen', async () => {
    for (const origin of ['https://kwaad.example', 'null'])
      for (const pad of [`${KAMER}/plaats`, `${KAMER}/verlaten`, `/aanvragen/${sanne.kenmerk}/indienen`])
        expect((await poort.vraag('POST', pad, { cookie: cookieSanne, origin })).status).toBe(403)
  })

  test('indienen voor de opening: 409 tijdvak-niet-open, en een formulier gaat naar de wachtkamer', async () => {
    const script = await dienIn(sanne.kenmerk, cookieSanne)
    expect([script.status, script.json()]).toMatchObject([409, { type: '/problemen/tijdvak-niet-open', code: 'tijdvak-niet-open', status: 409 }])
    const formulier = await dienIn(sanne.kenmerk, cookieSanne, HTML)
    expect([formulier.status, formulier.headers.location]).toEqual([303, `${KAMER}?reden=tijdvak-niet-open`])
  })
})

describe('de stand, voor iedereen', () => {
  test('één document, hoogstens twee seconden te bewaren, en 304 voor wie het al heeft', async () => {
    // The stand may be some seconds old: the second place was taken a moment ago.
    await vi.waitFor(async () => {
      const stand = await poort.vraag('GET', `${KAMER}/stand`)
      expect(stand.headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'public, max-age=1' })
      expect(stand.json()).toMatchObject({ toestand: 'voor', nu: 0, perMinuut: 60_000, wachtend: 2, overCent: { algemeen: 100_000 }, gemetenOp: expect.stringMatching(/^2022-11-01T08:5/) })
      const nogmaals = await poort.vraag('GET', `${KAMER}/stand`, { 'if-none-match': stand.headers.etag ?? '' })
      expect([nogmaals.status, nogmaals.text]).toEqual([304, ''])
    }, { timeout: 10_000, interval: 100 })
    expect((await poort.vraag('GET', '/api/v1/tijdvakken/2022-V/stand')).json()).toMatchObject({ toestand: 'voor' })
  })

  test('een tijdvak dat er niet is: 404', async () => {
    expect((await poort.vraag('GET', '/wachtkamer/2099-I/stand')).status).toBe(404)
    expect((await poort.vraag('GET', '/api/v1/tijdvakken/%2e%2e/stand')).status).toBe(404)
    expect((await poort.vraag('GET', '/wachtkamer/2099-I', HTML)).status).toBe(404)
  })
})

test('voor de loting is er geen bestand met plaatsen', async () => {
  expect((await poort.vraag('GET', `${KAMER}/stand`)).json()).toMatchObject({ plaatsen: null })
  expect((await poort.vraag('GET', `${KAMER}/plaatsen/0123456789abcdef/1`)).status).toBe(404)
})

describe('na de opening', () => {
  beforeAll(async () => {
    await zetKlok('2022-11-01T10:00:00.500+01:00')
    await asOwner(`update tijdvak set toestand = 'open'`)
    await werkWachtkamersBij()
    await pauze(1_600)
  })

  test('wie een plaats heeft maar nog niet is toegelaten: 409 niet-aan-de-beurt, met wanneer het wel kan', async () => {
    await asOwner('update wachtkamer set per_minuut = 1')
    await pauze(1_600)
    const script = await dienIn(sanne.kenmerk, cookieSanne)
    expect([script.status, script.json()]).toMatchObject([409, { code: 'niet-aan-de-beurt' }])
    expect(Number(script.headers['retry-after'])).toBeGreaterThanOrEqual(1)
    // Again, now from memory: the same answer.
    const nogEens = await dienIn(sanne.kenmerk, cookieSanne)
    expect([nogEens.status, nogEens.json()]).toEqual([409, script.json()])
    const formulier = await dienIn(sanne.kenmerk, cookieSanne, HTML)
    expect([formulier.status, formulier.headers.location]).toEqual([303, `${KAMER}?reden=niet-aan-de-beurt`])
    expect((await poort.vraag('GET', `${KAMER}?reden=niet-aan-de-beurt`, { ...HTML, cookie: cookieSanne })).text).toContain('Uw aanvraag is nog niet ingediend')
  })

  test('wie aan de beurt is: 201 met het bewijs, nog een keer 200 met hetzelfde, en een formulier gaat naar het bewijs', async () => {
    await asOwner('update wachtkamer set per_minuut = 60000')
    await laatToe()
    await pauze(1_600)
    await laatToe()
    await pauze(600)
    const pagina = await poort.vraag('GET', KAMER, { ...HTML, cookie: cookieSanne })
    expect(pagina.text).toContain(`action="/aanvragen/${sanne.kenmerk}/indienen"`)

    const eerste = await dienIn(sanne.kenmerk, cookieSanne)
    expect(eerste.json()).toEqual({ kenmerk: sanne.kenmerk, volgnummer: 1, ontvangenOp: expect.stringMatching(/^2022-11-01T09:00:\d\d\.\d{3}Z$/) })
    expect(eerste.status).toBe(201)
    const tweede = await dienIn(sanne.kenmerk, cookieSanne)
    expect([tweede.status, tweede.text]).toEqual([200, eerste.text])
    const formulier = await dienIn(sanne.kenmerk, cookieSanne, HTML)
    expect([formulier.status, formulier.headers.location]).toEqual([303, `/aanvragen/${sanne.kenmerk}/ontvangst`])
    const bewijs = await poort.vraag('GET', `/aanvragen/${sanne.kenmerk}/ontvangst`, { ...HTML, cookie: cookieSanne })
    expect(bewijs.text).toContain('Wij hebben uw aanvraag ontvangen')
    expect(bewijs.text).toContain(sanne.kenmerk)
    await verdeelBudget()
    expect((await poort.vraag('GET', `/aanvragen/${sanne.kenmerk}/toestand`, { cookie: cookieSanne })).json()).toEqual({ toestand: 'gereserveerd', sinds: expect.stringMatching(/^2022-11-01T09:00:/) })
  })

  test('I9: de aanvraag van iemand anders is er niet', async () => {
    expect((await dienIn(fatima.kenmerk, cookieSanne)).status).toBe(404)
    expect((await dienIn(fatima.kenmerk, cookieSanne, HTML)).status).toBe(404)
    for (const pad of [`/aanvragen/${fatima.kenmerk}/toestand`, `/aanvragen/${fatima.kenmerk}/ontvangst`, '/aanvragen/..%2f..%2fetc/toestand'])
      expect((await poort.vraag('GET', pad, { cookie: cookieSanne })).status).toBe(404)
  })

  test('een medewerker kan niet indienen en neemt geen plaats', async () => {
    const cookie = await login({ burger: { ...(await aMedewerker('behandelaar')), soort: 'burger' } as never })
    expect((await dienIn(sanne.kenmerk, cookie)).json()).toMatchObject({ code: 'geen-toegang', status: 403 })
    expect((await neem(cookie)).status).toBe(403)
  })

  test('Awb 4:13: is het budget op, dan wordt wie niet aan de beurt is nog ontvangen, alleen voor het besluit', async () => {
    await peilWachtkamers()
    await pauze(1_600)
    expect((await poort.vraag('GET', `${KAMER}/stand`)).json()).toMatchObject({ toestand: 'uitgeput' })
    await asOwner('update wachtkamer set per_minuut = 1')
    const antwoord = await dienIn(fatima.kenmerk, cookieFatima, { 'content-type': 'application/x-www-form-urlencoded' }, 'formeel=ja')
    expect(antwoord.status).toBe(201)
    const [rij] = await asOwner<{ isFormeel: boolean }>('select is_formeel as "isFormeel" from indiening where aanvraag_id = $1', [fatima.aanvraagId])
    expect(rij?.isFormeel).toBe(true)
  })

  test('wie weggaat, geeft de plaats op en raakt het kaartje kwijt', async () => {
    const antwoord = await poort.vraag('POST', `${KAMER}/verlaten`, { ...HTML, cookie: cookieFatima })
    expect([antwoord.status, antwoord.headers.location, antwoord.headers['set-cookie']?.[0]]).toEqual([303, KAMER, expect.stringContaining('Max-Age=0')])
  })

  test('de loting ligt open: zaad, lijst en uitkomst', async () => {
    const loting = (await poort.vraag('GET', `${KAMER}/loting`)).json()
    expect(loting).toMatchObject({ code: '2022-V', ronde: 1, aantalVoor: 2, zaad: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const lijst = await poort.vraag('GET', String(loting['lijst']))
    expect(lijst.text.trim().split('\n')).toHaveLength(2)
  })
})

test('de gelote plaats staat in een openbaar bestand dat nooit verandert: dezelfde als wie ingelogd is hoort', async () => {
  const { plaatsen } = (await poort.vraag('GET', `${KAMER}/stand`)).json() as { plaatsen: { pad: string; perBlok: number; aantal: number } }
  expect(plaatsen).toEqual({ pad: expect.stringMatching(/^\/wachtkamer\/2022-V\/plaatsen\/[0-9a-f]{16}$/), perBlok: 250, aantal: 2 })
  for (let keer = 0; keer < 2; keer += 1) {
    const bestand = await poort.vraag('GET', `${plaatsen.pad}/1`)
    expect([bestand.status, bestand.headers['cache-control'], bestand.headers['set-cookie']]).toEqual([200, 'public, max-age=31536000, immutable', undefined])
    const { van, plaatsen: lijst } = bestand.json() as { van: number; plaatsen: number[] }
    expect([van, [...lijst].sort()]).toEqual([1, [1, 2]])
    const eigen = (await neem(cookieSanne)).json() as { nummer: number; plaats: number }
    expect(lijst[eigen.nummer - van]).toBe(eigen.plaats)
  }
  // A block that is not there, another draw, another tijdvak, no number.
  for (const pad of [`${plaatsen.pad}/2`, `${KAMER}/plaatsen/0123456789abcdef/1`, `${plaatsen.pad.replace('2022-V', '2099-I')}/1`]) {
    expect([pad, (await poort.vraag('GET', pad)).status]).toEqual([pad, 404])
  }
})

test('eigen bestanden: voor altijd te bewaren onder hun hash, en niets buiten de lijst', async () => {
  const pagina = await poort.vraag('GET', KAMER, HTML)
  const adressen = [...pagina.text.matchAll(/(?:href|src)="(\/wachtkamer\/bestanden\/[^"#]+)/g)].map(([, adres]) => adres ?? '')
  expect(adressen.length).toBeGreaterThan(2)
  for (const adres of new Set(adressen)) {
    const bestand = await poort.vraag('GET', adres)
    expect([adres, bestand.status, bestand.headers['cache-control']]).toEqual([adres, 200, 'public, max-age=31536000, immutable'])
  }
  for (const pad of ['../../package.json', '..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json', 'stap.css/../../../package.json', '.env', ''])
    expect((await poort.vraag('GET', `/wachtkamer/bestanden/${pad}`)).status).not.toBe(200)
  expect(pagina.headers['content-security-policy']).toContain(`script-src 'self'; style-src 'self'`)
  expect(pagina.text).not.toMatch(/<style|style="|<script(?![^>]+src=)|\son[a-z]+="/)
})

test('wat te groot is, wordt geweigerd voor het binnen is', async () => {
  const antwoord = await poort.vraag('POST', `/aanvragen/${sanne.kenmerk}/indienen`, { cookie: cookieSanne }, 'x'.repeat(20_000))
  expect(antwoord.status).toBe(413)
  expect((await poort.vraag('PUT', `${KAMER}/plaats`)).status).toBe(405)
  expect(SITE).toBe('http://localhost:3000')
})
