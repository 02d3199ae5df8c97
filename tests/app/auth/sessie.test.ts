import { describe, expect, test } from 'vitest'
import { Browser } from '@/tests/app/auth/browser'
import { authWorld } from '@/tests/app/auth/world'
import { asOwner } from '@/tests/setup/db'

const world = authWorld()
const SESSIE = 'stap-sessie'

async function loggedIn(bsn = '999990019'): Promise<Browser> {
  const browser = new Browser()
  await browser.login(world.site, 'digid', { bsn })
  return browser
}

async function actorOf(browser: Browser): Promise<unknown> {
  return JSON.parse((await browser.get(`${world.site}/wie`)).body)
}

/** Moves the last request and the login of every session back in time. */
async function age(idle: string, old = idle): Promise<void> {
  await asOwner(`update sessie set laatst_gezien_op = now() - $1::interval, created_at = now() - $2::interval`, [idle, old])
}

describe('een sessie eindigt vanzelf', () => {
  test('na 15 minuten zonder verzoek', async () => {
    const browser = await loggedIn()
    await age('14 minutes 50 seconds')
    expect(await actorOf(browser)).not.toBeNull()
    await age('15 minutes 1 second')
    expect(await actorOf(browser)).toBeNull()
  })

  test('na 8 uur, hoe druk iemand ook is', async () => {
    const browser = await loggedIn()
    await age('1 second', '7 hours 59 minutes')
    expect(await actorOf(browser)).not.toBeNull()
    await age('1 second', '8 hours 1 second')
    expect(await actorOf(browser)).toBeNull()
  })

  test('een verzoek verlengt, kijken hoe lang nog niet', async () => {
    const browser = await loggedIn()
    await age('10 minutes')
    const before = JSON.parse((await browser.get(`${world.site}/sessie/stand`)).body)
    expect(before.seconden).toBeGreaterThan(290)
    expect(before.seconden).toBeLessThanOrEqual(300)
    const after = JSON.parse((await browser.post(`${world.site}/sessie/stand`)).body)
    expect(after.seconden).toBe(900)
    expect(JSON.parse((await browser.get(`${world.site}/sessie/stand`)).body).seconden).toBeGreaterThan(895)
  })

  test('de stand zegt nul als er geen sessie is', async () => {
    expect(JSON.parse((await new Browser().get(`${world.site}/sessie/stand`)).body)).toEqual({ seconden: 0 })
  })
})

describe('een sessie eindigt op de server', () => {
  test('uitloggen beëindigt haar, ook voor wie het token heeft overgenomen', async () => {
    const browser = await loggedIn()
    const token = browser.cookie('localhost', SESSIE) ?? ''
    const page = await browser.step(`${world.site}/uitloggen`, 'POST')
    expect(page.headers.get('location')).toBe('/uitgelogd')
    expect(page.headers.getSetCookie()).toEqual(['stap-sessie=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax'])
    expect(browser.cookie('localhost', SESSIE)).toBeUndefined()

    browser.setCookie('localhost', SESSIE, token)
    expect(await actorOf(browser)).toBeNull()
  })

  test('uitloggen van een andere site komt zonder koekje en doet niets', async () => {
    const page = await new Browser().step(`${world.site}/uitloggen`, 'POST')
    expect(page.headers.getSetCookie()).toEqual([])
  })

  test('wie in een tweede browser uitlogt, blijft in de eerste ingelogd', async () => {
    const [een, twee] = [await loggedIn(), await loggedIn()]
    await twee.post(`${world.site}/uitloggen`)
    expect(await actorOf(een)).not.toBeNull()
    expect(await actorOf(twee)).toBeNull()
  })

  test('een uitgeschakelde gebruiker is er bij het volgende verzoek uit, en komt er niet meer in', async () => {
    const browser = await loggedIn('111222333')
    const { id } = await actorOf(browser) as { id: string }
    await asOwner('update gebruiker set uitgeschakeld_op = now() where id = $1', [id])
    expect(await actorOf(browser)).toBeNull()
    const page = await browser.login(world.site, 'digid', { bsn: '111222333' })
    expect(page.url.pathname).toBe('/inloggen/melding/uitgeschakeld')
  })

  test('een veranderde rol geldt bij het volgende verzoek', async () => {
    const browser = new Browser()
    await browser.login(world.site, 'medewerker', { medewerker: 'financieel-1' })
    expect(await actorOf(browser)).toMatchObject({ rollen: ['financieel'] })
    await asOwner(`update gebruiker set rollen = '{auditor}' where medewerker_naam = 'Bas Kuipers'`)
    expect(await actorOf(browser)).toMatchObject({ rollen: ['auditor'] })
    await asOwner(`update gebruiker set rollen = '{burger,systeem,baas}' where medewerker_naam = 'Bas Kuipers'`)
    expect(await actorOf(browser)).toMatchObject({ rollen: [] })
  })
})

describe('wat er bewaard wordt', () => {
  test('het token staat alleen als hash in de database', async () => {
    const browser = await loggedIn()
    const token = browser.cookie('localhost', SESSIE) ?? ''
    const rows = await asOwner<{ tekst: string }>('select row_to_json(s)::text as tekst from sessie s')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(({ tekst }) => tekst).join()).not.toContain(token)
  })

  test('I9: de BSN staat nergens leesbaar, en dezelfde persoon is dezelfde gebruiker', async () => {
    await loggedIn('123456782')
    await loggedIn('123456782')
    const rows = await asOwner<{ tekst: string; bsn: string }>('select row_to_json(g)::text as tekst, bsn_versleuteld as bsn from gebruiker g')
    expect(rows.map(({ tekst }) => tekst).join()).not.toContain('123456782')
    const { decrypt } = await import('@/lib/platform/encryption')
    expect(rows.filter(({ bsn }) => bsn !== null && decrypt(bsn) === '123456782')).toHaveLength(1)
  })

  test('het niveau en de inlogdienst staan bij de sessie', async () => {
    await new Browser().login(world.site, 'digid', { bsn: '999994669', niveau: 'Hoog' })
    expect(await asOwner(`select provider, niveau from sessie order by created_at desc limit 1`)).toEqual([{ provider: 'digid', niveau: 'Hoog' }])
  })

  test('een sofinummer (sectorcode s00000001) is geen BSN', async () => {
    const page = await new Browser().login(world.site, 'digid', { bsn: '999990019', sectorcode: 's00000001' })
    expect(page.url.pathname).toBe('/inloggen/melding/geen-bsn')
  })

  test('een KvK-nummer dat niet in het register staat, komt er niet in', async () => {
    const page = await new Browser().login(world.site, 'eherkenning', { kvk: '12345678' })
    expect(page.url.pathname).toBe('/inloggen/melding/onbekende-opleider')
  })
})

describe('terug naar de pagina waar iemand was', () => {
  test.each(['https://kwaad.nl/', '//kwaad.nl', '/\\kwaad.nl', '/%5ckwaad.nl/..//kwaad.nl', 'javascript:alert(1)', '/inloggen/digid', '/uitloggen', '/mijn\r\nx: y', ''])(
    'nooit naar %j', async (terug) => {
      const page = await new Browser().login(world.site, 'digid', { bsn: '999990019' }, `?terug=${encodeURIComponent(terug)}`)
      expect(page.url.origin).toBe(world.site)
      expect(page.url.pathname).not.toMatch(/^\/(inloggen|uitloggen)/)
    })
})
