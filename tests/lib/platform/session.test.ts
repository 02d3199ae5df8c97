import { beforeEach, describe, expect, test, vi } from 'vitest'
import { makeToken, openSession, SESSION_COOKIE } from '@/lib/platform/session-store'
import { requireActor, requireBurger, requireInRoute, requireMedewerker, requireOpleider } from '@/lib/platform/session'
import { asOwner, freshDb } from '@/tests/setup/db'

/** The request that Next would have; cookies() and headers() read from it. */
const request = { token: undefined as string | undefined, pad: '/mijn/aanvragen?a=1' }

vi.mock('react', async (original) => ({ ...await original<object>(), cache: <F,>(fn: F): F => fn }))
vi.mock('next/headers', () => ({
  cookies: () => Promise.resolve({
    get: (name: string) => (name === SESSION_COOKIE && request.token !== undefined ? { value: request.token } : undefined),
    has: (name: string) => name === SESSION_COOKIE && request.token !== undefined,
  }),
  headers: () => Promise.resolve(new Headers({ 'x-stap-pad': request.pad })),
}))
vi.mock('next/navigation', () => ({
  redirect: (url: string) => { throw new Error(`naar ${url}`) },
  forbidden: () => { throw new Error('403') },
}))

freshDb()

async function loginAs(soort: 'burger' | 'medewerker', rollen: string[] = []): Promise<void> {
  const bsn = soort === 'burger' ? 'k:a:b:c' : null
  const [row] = await asOwner<{ id: string }>(
    `insert into gebruiker (soort, subject_hmac, bsn_versleuteld, medewerker_naam, rollen) values ($1, $2, $3, 'Test', $4) returning id`,
    [soort, makeToken(), bsn, rollen])
  request.token = makeToken()
  await openSession({ token: request.token, gebruikerId: row?.id ?? '', provider: soort === 'burger' ? 'digid' : 'medewerker', niveau: 'Midden', previousToken: undefined })
}

beforeEach(() => { request.token = undefined })

describe('een pagina achter een inlog', () => {
  test('wie niet is ingelogd, gaat naar de inlogpagina en komt daarna terug', async () => {
    await expect(requireBurger('aanvraag.lezen')).rejects.toThrow('naar /inloggen?terug=%2Fmijn%2Faanvragen%3Fa%3D1&voor=burger')
  })

  test('wie een verlopen sessie heeft, leest dat daar', async () => {
    request.token = 'verlopen'
    await expect(requireActor('uwv.werkvoorraad')).rejects.toThrow('naar /inloggen?terug=%2Fmijn%2Faanvragen%3Fa%3D1&voor=medewerker&verlopen=ja')
  })

  test('een burger mag wat een burger mag, en krijgt 403 voor de rest', async () => {
    await loginAs('burger')
    await expect(requireBurger('aanvraag.lezen')).resolves.toMatchObject({ soort: 'burger' })
    await expect(requireActor('uwv.besluiten')).rejects.toThrow('403')
    await expect(requireMedewerker('sessie.eigen')).rejects.toThrow('403')
    await expect(requireOpleider('sessie.eigen')).rejects.toThrow('403')
  })

  test('een medewerker zonder de rol krijgt 403', async () => {
    await loginAs('medewerker', ['auditor'])
    await expect(requireMedewerker('uwv.werkvoorraad')).resolves.toMatchObject({ naam: 'Test' })
    await expect(requireMedewerker('uwv.besluiten')).rejects.toThrow('403')
    await expect(requireBurger('sessie.eigen')).rejects.toThrow('403')
  })
})

describe('een route handler achter een inlog', () => {
  const ask = (method = 'GET') => new Request('http://localhost:3000/bestand?id=1', { method, headers: request.token === undefined ? {} : { cookie: `${SESSION_COOKIE}=${request.token}` } })

  test('stuurt door met 303, en komt na een POST niet terug op het adres van die POST', async () => {
    const get = await requireInRoute('aanvraag.lezen', ask())
    const post = await requireInRoute('aanvraag.lezen', ask('POST'))
    expect(get instanceof Response && [get.status, get.headers.get('location')]).toEqual([303, '/inloggen?terug=%2Fbestand%3Fid%3D1&voor=burger'])
    expect(post instanceof Response && [post.status, post.headers.get('location')]).toEqual([303, '/inloggen?voor=burger'])
  })

  test('wie JSON vraagt, krijgt geen doorverwijzing maar een probleem: 401 zonder sessie, 403 zonder de rol', async () => {
    const asked = () => { const json = ask(); json.headers.set('accept', 'application/json'); return json }
    const anonymous = await requireInRoute('aanvraag.lezen', asked())
    expect(anonymous instanceof Response && [anonymous.status, anonymous.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
    await loginAs('burger')
    const refused = await requireInRoute('uwv.besluiten', asked())
    expect(refused instanceof Response && [refused.status, await refused.json()]).toMatchObject([403, { code: 'geen-toegang', status: 403 }])
  })

  test('geeft de actor, of 403', async () => {
    await loginAs('burger')
    expect(await requireInRoute('aanvraag.lezen', ask())).toMatchObject({ soort: 'burger' })
    const refused = await requireInRoute('uwv.besluiten', ask())
    expect(refused instanceof Response && refused.status).toBe(403)
  })
})
