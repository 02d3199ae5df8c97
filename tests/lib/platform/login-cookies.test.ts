import { describe, expect, test } from 'vitest'

// Read when the modules load: this file is the site behind TLS.
process.env['STAP_URL'] = 'https://stap.example'
const { forgetCookie, forgetLogin, LOGIN_COOKIES, loginCookiesOf } = await import('@/lib/platform/login-cookies')
const { SESSION_COOKIE, tokenFromCookie } = await import('@/lib/platform/session-store')

const names = Object.values(LOGIN_COOKIES).map(({ name }) => name)

describe('de koekjes achter TLS', () => {
  test('hebben alle zes een eigen naam met __Host-, en Secure, HttpOnly, Path=/ en SameSite=Lax', () => {
    expect(new Set(names).size).toBe(6)
    for (const { name, options } of Object.values(LOGIN_COOKIES)) {
      expect(name).toMatch(/^__Host-stap-/)
      expect(options).toMatchObject({ secure: true, httpOnly: true, path: '/', sameSite: 'lax' })
      expect(options).not.toHaveProperty('domain')
    }
  })

  test('geen naam begint met die van een ander: next-auth plakt zulke koekjes aan elkaar', () => {
    for (const one of names) for (const other of names) if (one !== other) expect(other.startsWith(one)).toBe(false)
  })

  test('weggooien gaat leeg, met Path en Secure, anders houdt een browser een __Host-koekje', () => {
    expect(forgetCookie(SESSION_COOKIE)).toBe('__Host-stap-sessie=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure')
    expect(forgetLogin().every((line) => line.endsWith('; Secure'))).toBe(true)
  })
})

describe('wat er uit de koekjes van een verzoek wordt gelezen', () => {
  test('next-auth krijgt de koekjes van deze login te zien, en niet die van de sessie', () => {
    const request = new Request('https://stap.example/', { headers: { cookie: `__Host-stap-sessie=geheim; __Host-stap-inlog-state=a%3Db; ander=1; __Host-stap-sessie.0=x` } })
    expect(loginCookiesOf(request)).toEqual({ '__Host-stap-inlog-state': 'a=b' })
  })

  test('een koekje dat niet te lezen is, is er niet', () => {
    const request = new Request('https://stap.example/', { headers: { cookie: '__Host-stap-inlog-state=%zz; __Host-stap-inlog-nonce=n' } })
    expect(loginCookiesOf(request)).toEqual({ '__Host-stap-inlog-nonce': 'n' })
  })

  test.each([
    ['__Host-stap-sessie=abc', 'abc'],
    ['een=1; __Host-stap-sessie=abc ; twee=2', 'abc'],
    ['__Host-stap-sessie.0=abc', undefined],
    ['x__Host-stap-sessie=abc', undefined],
    ['stap-sessie=abc', undefined],
    ['__Host-stap-sessie=', undefined],
    ['', undefined],
    [null, undefined],
  ])('het sessietoken in %j is %j', (header, token) => {
    expect(tokenFromCookie(header)).toBe(token)
  })
})
