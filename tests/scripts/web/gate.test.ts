import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { isForReader, refusalOf } from '@/scripts/web/gate'
import { contentSecurityPolicy, fixedHeaders } from '@/scripts/web/headers'

const OWN = ['https://stap.example']

function request(method: string, headers: IncomingMessage['headers'] = {}): IncomingMessage {
  const req = new IncomingMessage(new Socket())
  req.method = method
  req.headers = headers
  return req
}

describe('wat een pagina niet bereikt', () => {
  test.each<[string, IncomingMessage, string, number | undefined]>([
    ['een gewone GET', request('GET'), '/', undefined],
    ['een POST van de eigen site', request('POST', { origin: 'https://stap.example' }), '/', undefined],
    ['een POST zonder Origin', request('POST'), '/', 400],
    ['een POST met Origin null', request('POST', { origin: 'null' }), '/', 400],
    ['een POST van een andere site', request('POST', { origin: 'https://kwaad.example' }), '/', 400],
    ['een POST van een site die met de onze begint', request('POST', { origin: 'https://stap.example.kwaad.example' }), '/', 400],
    ['de API met een token', request('POST', { authorization: 'Bearer x' }), '/api/v1/facturen', undefined],
    ['een token op een gewone pagina', request('POST', { authorization: 'Bearer x' }), '/mijn', 400],
    ['de API zonder token: die zegt zelf dat het ontbreekt', request('POST'), '/api/v1/facturen', undefined],
    ['de API zonder token, met een cookie van iemand', request('POST', { cookie: 'stap-sessie=x' }), '/api/v1/facturen', 400],
    ['inloggen van een andere site, zonder cookie', request('POST', { origin: 'https://kwaad.example' }), '/api/auth/signin/digid', 400],
    ['PUT op een pagina', request('PUT', { origin: 'https://stap.example' }), '/', 405],
    ['PUT op de API', request('PUT', { authorization: 'Bearer x' }), '/edudex/v1/programs', undefined],
    ['TRACE', request('TRACE'), '/api/v1/x', 405],
    ['meer dan 12 MB', request('POST', { origin: 'https://stap.example', 'content-length': '12582913' }), '/', 413],
    ['precies 12 MB', request('POST', { origin: 'https://stap.example', 'content-length': '12582912' }), '/', undefined],
    ['een lengte die niet gezegd wordt', request('POST', { origin: 'https://stap.example', 'transfer-encoding': 'chunked' }), '/', 411],
  ])('%s', (_, req, path, status) => {
    expect(refusalOf(req, path, OWN)?.status).toBe(status)
  })
})

test('alleen wie naar een pagina kijkt krijgt een foutpagina', () => {
  expect(isForReader(request('GET', { accept: 'text/html,*/*' }), '/mijn')).toBe(true)
  expect(isForReader(request('GET', { accept: 'application/json' }), '/mijn')).toBe(false)
  expect(isForReader(request('GET', { accept: 'text/html' }), '/api/v1/opleidingen')).toBe(false)
  expect(isForReader(request('POST', { accept: 'text/html', 'next-action': 'x' }), '/mijn')).toBe(false)
})

test('de CSP laat geen script toe zonder de nonce van dit antwoord, en over https niets zonder https', () => {
  const csp = contentSecurityPolicy('abc+/=', { https: true, dev: false })
  expect(csp).toBe("default-src 'none'; script-src 'nonce-abc+/=' 'strict-dynamic'; style-src 'self' 'nonce-abc+/='; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; upgrade-insecure-requests")
})

test('HSTS staat er alleen over https', () => {
  expect(fixedHeaders({ https: true, dev: false })['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
  expect(fixedHeaders({ https: false, dev: false })['strict-transport-security']).toBeUndefined()
})
