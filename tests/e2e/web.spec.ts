import { expect, test } from '@playwright/test'

const HTML = { accept: 'text/html' }

test.describe('wat de webserver weigert, weigert hij met een leesbare pagina', () => {
  test('een POST zonder Origin', async ({ request }) => {
    const response = await request.post('/', { headers: HTML, form: { a: '1' } })
    expect(response.status()).toBe(400)
    expect(await response.text()).toContain('Wij konden dit niet aannemen')
  })

  test('een POST van een andere site, ook met een nagemaakte X-Forwarded-Host', async ({ request }) => {
    const headers = { ...HTML, origin: 'https://kwaad.example', 'x-forwarded-host': 'kwaad.example' }
    expect((await request.post('/', { headers, form: { a: '1' } })).status()).toBe(400)
  })

  test('100 MB: status 413 en een zin die zegt wat wel kan', async ({ request, baseURL }) => {
    const headers = { ...HTML, origin: baseURL ?? '', 'content-type': 'application/octet-stream' }
    const response = await request.post('/', { headers, data: Buffer.alloc(100 * 1024 * 1024) })
    expect(response.status()).toBe(413)
    expect(await response.text()).toContain('hoogstens 12 MB')
  })

  for (const method of ['TRACE', 'PUT', 'DELETE', 'PROPFIND'])
    test(`methode ${method}: 405`, async ({ request }) => {
      expect((await request.fetch('/', { method, headers: HTML })).status()).toBe(405)
    })
})

test('elke pagina draagt strenge headers, en een nieuwe nonce per antwoord', async ({ request }) => {
  const [one, other] = [await request.get('/uitleg', { headers: HTML }), await request.get('/uitleg', { headers: HTML })]
  const headers = one.headers()
  const csp = headers['content-security-policy'] ?? ''
  expect(csp).toMatch(/script-src 'nonce-[A-Za-z0-9+/]+=*' 'strict-dynamic'/)
  expect(csp).not.toMatch(/unsafe-|data:|https?:|\*/)
  for (const directive of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'"]) expect(csp).toContain(directive)
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' })
  expect(headers['x-powered-by']).toBeUndefined()
  expect(csp).not.toBe(other.headers()['content-security-policy'])
})

test('een pagina met een cookie wordt niet bewaard en niet gecomprimeerd (BREACH)', async ({ request }) => {
  const response = await request.get('/uitleg', { headers: { ...HTML, cookie: 'iets=1' } })
  expect(response.headers()['cache-control']).toBe('private, no-store')
  expect(response.headers()['content-encoding']).toBeUndefined()
})

test('een pagina die er niet is: status 404, leesbaar, met een kenmerk', async ({ request }) => {
  const response = await request.get('/mijn/dit/is/er/niet', { headers: HTML })
  expect(response.status()).toBe(404)
  const html = await response.text()
  expect(html).toContain('Deze pagina is er niet')
  expect(html).toMatch(/Kenmerk van deze melding: <strong[^>]*>[0-9A-Z]{4}-[0-9A-Z]{4}/)
})

test('security.txt noemt een contact en een einddatum binnen een jaar', async ({ request }) => {
  const text = await (await request.get('/.well-known/security.txt')).text()
  const expires = /^Expires: (.+)$/m.exec(text)?.[1] ?? ''
  expect(text).toMatch(/^Contact: /m)
  const days = (new Date(expires).getTime() - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(1)
  expect(days).toBeLessThan(365)
})
