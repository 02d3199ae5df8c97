import { beforeEach, describe, expect, test } from 'vitest'
import { Browser } from '@/tests/app/auth/browser'
import { MutatingOp, type Mutation } from '@/tests/app/auth/mutating-op'
import { authWorld } from '@/tests/app/auth/world'
import { asOwner } from '@/tests/setup/db'

const op = new MutatingOp()
const world = authWorld(undefined, op.start)
const VERLEDEN = 1_600_000_000
const TOEKOMST = 4_100_000_000

async function login(mutation: Mutation): Promise<{ path: string; sessie: string | undefined }> {
  op.mutation = mutation
  const browser = new Browser()
  const page = await browser.get(`${world.site}/inloggen/digid`)
  return { path: page.url.pathname, sessie: browser.cookie('localhost', 'stap-sessie') }
}

beforeEach(async () => { await asOwner('delete from sessie') })

describe('een antwoord van de inlogdienst dat niet klopt, geeft geen sessie', () => {
  test('tegenproef: een goed antwoord geeft er wel een', async () => {
    expect(await login({})).toMatchObject({ path: '/mijn', sessie: expect.any(String) })
  })

  test.each<[string, Mutation]>([
    ['een token zonder handtekening (alg none)', { signing: 'none' }],
    ['een token met het clientgeheim ondertekend (HS256)', { signing: 'hs256' }],
    ['een andere sleutel', { signing: 'other' }],
    ['een afgekapte handtekening', { signing: 'cut' }],
    ['een onbekende sleutelnaam', { header: { kid: 'twee' } }],
    ['een ander algoritme in de kop', { header: { alg: 'RS256' } }],
    ['een token voor een andere client', { claims: { aud: 'iemand-anders' } }],
    ['meer clients en een andere azp', { claims: { aud: ['stap-burger', 'iemand-anders'], azp: 'iemand-anders' } }],
    ['een andere uitgever', { claims: { iss: 'http://127.0.0.1:1/digid' } }],
    ['een andere nonce', { claims: { nonce: 'van-een-andere-login' } }],
    ['geen nonce', { claims: { nonce: undefined } }],
    ['een verlopen token', { claims: { exp: VERLEDEN } }],
    ['een token uit de toekomst', { claims: { iat: TOEKOMST, exp: TOEKOMST + 300 } }],
    ['geen sub', { claims: { sub: undefined } }],
    ['gegevens over een ander dan het token', { userinfo: { sub: 'persoon-2' } }],
    ['een andere uitgever in de terugkeer (mix-up)', { callback: { iss: 'http://127.0.0.1:1/eherkenning' } }],
  ])('%s', async (_, mutation) => {
    expect(await login(mutation)).toEqual({ path: '/inloggen/melding/mislukt', sessie: undefined })
    expect(await asOwner('select 1 from sessie')).toEqual([])
  })

  test.each<[string, Mutation]>([
    ['geen acr', { claims: { acr: undefined } }],
    ['een lager niveau dan gevraagd', { claims: { acr: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport' } }],
    ['een niveau van de andere inlogdienst', { claims: { acr: 'urn:etoegang:core:assurance-class:loa4' } }],
    ['een niveau dat niet bestaat', { claims: { acr: 'hoog' } }],
    ['een lijst van niveaus', { claims: { acr: ['urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract'] } }],
    ['een goed niveau, maar alleen in de gegevens en niet in het ondertekende token', {
      claims: { acr: undefined }, userinfo: { acr: 'urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI' } }],
  ])('%s', async (_, mutation) => {
    expect(await login(mutation)).toEqual({ path: '/inloggen/melding/niveau-te-laag', sessie: undefined })
  })

  test.each<[string, Mutation, string]>([
    ['een BSN die niet door de elfproef komt', { userinfo: { bsn: '123456789' } }, 'storing'],
    ['een BSN van nullen', { userinfo: { bsn: '000000000' } }, 'storing'],
    ['geen BSN', { userinfo: { bsn: undefined } }, 'storing'],
    ['een onbekende sector', { userinfo: { sectorcode: 's00000009' } }, 'geen-bsn'],
    ['geen sector', { userinfo: { sectorcode: undefined } }, 'storing'],
  ])('%s', async (_, mutation, reden) => {
    expect(await login(mutation)).toEqual({ path: `/inloggen/melding/${reden}`, sessie: undefined })
  })

  test('een andere state in de terugkeer', async () => {
    expect(await login({ callback: { state: 'van-een-ander' } })).toEqual({ path: '/inloggen/melding/ander-tabblad', sessie: undefined })
  })

  test('een sub die verandert, is dezelfde persoon: de sub telt niet mee', async () => {
    await login({})
    await login({ claims: { sub: 'nieuw' }, userinfo: { sub: 'nieuw' } })
    expect(await asOwner(`select count(*)::int as aantal from gebruiker`)).toEqual([{ aantal: 1 }])
  })
})

describe('een inlogdienst die er niet is', () => {
  test('inloggen begint met een uitleg, niet met een fout', async () => {
    const { config } = await import('@/lib/platform/config')
    const echt = config.issuers.medewerker.issuer
    Object.assign(config.issuers.medewerker, { issuer: 'http://127.0.0.1:9/medewerkers' })
    const page = await new Browser().get(`${world.site}/inloggen/medewerker`)
    Object.assign(config.issuers.medewerker, { issuer: echt })
    expect(page.url.pathname).toBe('/inloggen/melding/storing')
  })
})
