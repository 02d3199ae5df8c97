import diagnostics from 'node:diagnostics_channel'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Browser } from '@/tests/app/auth/browser'
import { authWorld } from '@/tests/app/auth/world'
import { asOwner } from '@/tests/setup/db'

const world = authWorld(async () => {
  await asOwner(`insert into opleider (kvk, code, naam, straat, huisnummer, postcode, plaats, email)
    values ('90000001', '001A001', 'Vakschool Oost', 'Kade', '1', '6811AA', 'Arnhem', 'info@vakschool-oost.example')`)
})
const SESSIE = 'stap-sessie'
const BURGER = { bsn: '999990019', niveau: 'Midden' }

function who(page: { body: string }): unknown {
  return JSON.parse(page.body)
}

afterEach(() => { vi.restoreAllMocks() })

describe('1: een login gaat nooit verder in een sessie die er al was', () => {
  test('wie als burger is ingelogd en daarna met eHerkenning inlogt, is een ander geworden; de oude sessie is dood', async () => {
    const browser = new Browser()
    await browser.login(world.site, 'digid', BURGER)
    const oud = browser.cookie('localhost', SESSIE) ?? ''
    const page = await browser.login(world.site, 'eherkenning', { kvk: '90000001', niveau: 'EH3' })
    expect(who(page)).toMatchObject({ soort: 'opleider' })

    const dief = new Browser()
    dief.setCookie('localhost', SESSIE, oud)
    expect(who(await dief.get(`${world.site}/wie`))).toBeNull()
    const gebruikers = await asOwner<{ soort: string }>('select soort from gebruiker where kvk is not null and bsn_versleuteld is not null')
    expect(gebruikers).toEqual([])
  })

  test('een tweede login van dezelfde persoon krijgt een nieuw token', async () => {
    const browser = new Browser()
    await browser.login(world.site, 'digid', BURGER)
    const eerste = browser.cookie('localhost', SESSIE)
    await browser.login(world.site, 'digid', BURGER)
    expect(browser.cookie('localhost', SESSIE)).not.toBe(eerste)
  })

  test('een sessie die iemand anders klaarzette, wordt niet de sessie van wie inlogt', async () => {
    const browser = new Browser()
    browser.setCookie('localhost', SESSIE, 'door-de-aanvaller-gekozen')
    await browser.login(world.site, 'digid', BURGER)
    expect(browser.cookie('localhost', SESSIE)).not.toBe('door-de-aanvaller-gekozen')
  })
})

describe('2: de adresbalk verandert niet wat aan de inlogdienst wordt gevraagd', () => {
  test('acr_values, scope en redirect_uri van buiten doen niets', async () => {
    const browser = new Browser()
    const page = await browser.step(`${world.site}/inloggen/digid?acr_values=urn:laag&scope=openid+alles&redirect_uri=https://kwaad.nl&prompt=none`)
    const asked = new URL(page.headers.get('location') ?? '').searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      acr_values: 'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract', scope: 'openid', prompt: 'login',
      redirect_uri: `${world.site}/api/auth/callback/digid`, code_challenge_method: 'S256',
    })
  })

  test('DigiD Basis is te laag, ook als de inlogdienst het doorgeeft', async () => {
    const browser = new Browser()
    const page = await browser.login(world.site, 'digid', { bsn: '999990019', niveau: 'Basis' })
    expect(page.url.pathname).toBe('/inloggen/melding/niveau-te-laag')
    expect(browser.cookie('localhost', SESSIE)).toBeUndefined()
  })

  test('EH2 is te laag', async () => {
    const page = await new Browser().login(world.site, 'eherkenning', { kvk: '90000001', niveau: 'EH2' })
    expect(page.url.pathname).toBe('/inloggen/melding/niveau-te-laag')
  })
})

describe('3: van next-auth is niets bereikbaar dan de terugkeer van de inlogdienst, en niets komt in het log', () => {
  test.each([
    ['GET', 'signin'], ['GET', 'signin/digid'], ['POST', 'signin/digid?acr_values=urn:laag'], ['POST', 'signout'], ['GET', 'signout'],
    ['GET', 'session'], ['POST', 'session'], ['GET', 'csrf'], ['GET', 'providers'], ['GET', 'error'], ['POST', '_log'],
    ['POST', 'callback/digid'], ['GET', 'callback/onbekend'], ['GET', 'callback'], ['GET', 'callback/digid/verder'],
  ])('%s /api/auth/%s bestaat niet', async (method, path) => {
    const page = await new Browser().step(`${world.site}/api/auth/${path}`, method)
    expect(page.status).toBe(404)
  })

  test('als het verwerken van de gegevens mislukt, staat de BSN niet in het log en niet in het adres', async () => {
    const { log } = await import('@/lib/platform/log')
    const lines: unknown[] = []
    for (const level of ['debug', 'info', 'warn', 'error'] as const) vi.spyOn(log, level).mockImplementation((...args) => { lines.push(args) })
    await asOwner('alter table gebruiker rename to gebruiker_weg')
    const browser = new Browser()
    const page = await browser.login(world.site, 'digid', { bsn: '999993653', niveau: 'Midden' })
    await asOwner('alter table gebruiker_weg rename to gebruiker')

    expect(page.url.pathname).toBe('/inloggen/melding/storing')
    expect(lines).not.toEqual([])
    expect(JSON.stringify(lines)).not.toContain('999993653')
    expect(browser.visited.map(String).join(' ')).not.toContain('999993653')
  })
})

describe('4, 5 en 6: de koekjes', () => {
  test('het sessiekoekje heeft geen einde: de database beslist', async () => {
    const browser = new Browser()
    const form = await browser.openLogin(world.site, 'digid')
    const page = await browser.step(await browser.returnAddress(form, BURGER))
    const [line] = page.headers.getSetCookie().filter((text) => text.startsWith(`${SESSIE}=`))
    expect(line).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('een koekje waarvan de naam met die van de sessie begint, hoort er niet bij', async () => {
    const browser = new Browser()
    browser.setCookie('localhost', `${SESSIE}.0`, 'rommel')
    const page = await browser.login(world.site, 'digid', BURGER)
    expect(who(page)).toMatchObject({ soort: 'burger' })
    expect(browser.cookie('localhost', SESSIE)).toMatch(/^[\w-]{43}$/)
  })

  test('na een login is er niets van over dan de sessie', async () => {
    const browser = new Browser()
    await browser.login(world.site, 'digid', BURGER)
    expect(browser.cookieHeader(new URL(world.site))).toMatch(/^stap-sessie=[\w-]{43}$/)
  })
})

describe('7: mislukken eindigt op een eigen pagina', () => {
  test('annuleren bij de inlogdienst', async () => {
    const page = await new Browser().login(world.site, 'digid', { annuleren: 'ja' })
    expect(page.url.href).toBe(`${world.site}/inloggen/melding/geannuleerd`)
  })

  test('een andere fout van de inlogdienst zegt niets over de inhoud', async () => {
    const page = await new Browser().get(`${world.site}/api/auth/callback/digid?error=server_error&error_description=%3Cscript%3E`)
    expect(page.url.href).toBe(`${world.site}/inloggen/melding/mislukt`)
  })
})

describe('8: twee tabbladen en een herhaalde terugkeer', () => {
  test('de login die het eerst begon, legt vriendelijk uit wat er is; die van het laatste tabblad lukt', async () => {
    const browser = new Browser()
    const eerste = await browser.openLogin(world.site, 'digid')
    const tweede = await browser.openLogin(world.site, 'digid')
    expect((await browser.post(tweede.url.href, BURGER)).url.pathname).toBe('/mijn')
    expect((await browser.post(eerste.url.href, BURGER)).url.pathname).toBe('/inloggen/melding/ander-tabblad')
  })

  test('dezelfde terugkeer een tweede keer geeft geen sessie', async () => {
    const browser = new Browser()
    const form = await browser.openLogin(world.site, 'digid')
    const inlogkoekjes = browser.cookieHeader(new URL(world.site))
    const terug = await browser.returnAddress(form, BURGER)
    await browser.get(terug)

    const herhaling = new Browser()
    for (const pair of inlogkoekjes.split('; ')) herhaling.setCookie('localhost', pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    const page = await herhaling.get(terug)
    expect(page.url.pathname).toBe('/inloggen/melding/mislukt')
    expect(herhaling.cookie('localhost', SESSIE)).toBeUndefined()
  })

  test('de terugkeer van een ander (code en state in een link) logt niemand in', async () => {
    const aanvaller = new Browser()
    const terug = await aanvaller.returnAddress(await aanvaller.openLogin(world.site, 'digid'), { bsn: '111222333' })
    const slachtoffer = new Browser()
    expect((await slachtoffer.get(terug)).url.pathname).toBe('/inloggen/melding/ander-tabblad')
    await slachtoffer.openLogin(world.site, 'digid')
    expect((await slachtoffer.get(terug)).url.pathname).toBe('/inloggen/melding/ander-tabblad')
    expect(slachtoffer.cookie('localhost', SESSIE)).toBeUndefined()
  })

  test('de terugkeer van de ene inlogdienst telt niet bij de andere', async () => {
    const browser = new Browser()
    const terug = await browser.returnAddress(await browser.openLogin(world.site, 'digid'), BURGER)
    const page = await browser.get(terug.replace('/callback/digid', '/callback/eherkenning'))
    expect(page.url.pathname).toBe('/inloggen/melding/ander-tabblad')
  })
})

describe('9: een login vraagt de inlogdienst niet vaker dan nodig', () => {
  test('hoogstens vijf vragen per login', async () => {
    let asked = 0
    const count = () => { asked += 1 }
    diagnostics.subscribe('http.client.request.start', count)
    await new Browser().login(world.site, 'digid', BURGER)
    diagnostics.unsubscribe('http.client.request.start', count)
    expect(asked).toBeGreaterThan(0)
    expect(asked).toBeLessThanOrEqual(5)
  })
})

describe('10: een database die niet antwoordt is iets anders dan uitgelogd', () => {
  test('de sessie lezen gooit dan een fout', async () => {
    const { readSession } = await import('@/lib/platform/session-store')
    await asOwner('alter table sessie rename to sessie_weg')
    await expect(readSession('een-token')).rejects.toThrow()
    await asOwner('alter table sessie_weg rename to sessie')
    await expect(readSession('een-token')).resolves.toBeUndefined()
  })

  test('een verbroken verbinding beëindigt het proces niet', async () => {
    const { pool } = await import('@/lib/platform/db')
    expect(pool.listenerCount('error')).toBeGreaterThan(0)
  })
})

describe('13: doorsturen gaat met 303, zodat geen browser een formulier nog eens stuurt', () => {
  test('bij inloggen, terugkeren, uitloggen en een pagina zonder sessie', async () => {
    const browser = new Browser()
    expect((await browser.step(`${world.site}/inloggen/digid`)).status).toBe(303)
    const form = await browser.openLogin(world.site, 'digid')
    expect((await browser.step(await browser.returnAddress(form, BURGER))).status).toBe(303)
    expect((await browser.step(`${world.site}/uitloggen`, 'POST')).status).toBe(303)
    expect((await browser.step(`${world.site}/inloggen/klaar`)).status).toBe(303)
  })
})

describe('14: de inlogdienst ernaast', () => {
  test('de koekjes van drie inlogdiensten en van de site zitten elkaar niet in de weg, ook niet op één host', async () => {
    const browser = new Browser()
    const site = world.site.replace('localhost', '127.0.0.1')
    await browser.openLogin(site, 'digid')
    await browser.openLogin(site, 'eherkenning')
    const page = await browser.login(site, 'medewerker', { medewerker: 'auditor-1' })
    expect(page.url.host).toBe(new URL(site).host)
    expect(who(page)).toMatchObject({ soort: 'medewerker', rollen: ['auditor'] })
  })
})
