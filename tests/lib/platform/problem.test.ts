import { describe, expect, test } from 'vitest'
import { isFromThisSite, problem, wantsJson } from '@/lib/platform/problem'

const request = (headers: Record<string, string>) => new Request('http://localhost:3000/aanvragen/x/indienen', { headers })

describe('an answer that says what is wrong (RFC 9457)', () => {
  test('has a type, a title, a status and is kept by nobody', async () => {
    const response = problem(409, 'tijdvak-niet-open', { title: 'Het tijdvak is niet open.', detail: 'Het opent om 10.00 uur.' })
    expect(response.status).toBe(409)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({ type: '/problemen/tijdvak-niet-open', code: 'tijdvak-niet-open', title: 'Het tijdvak is niet open.', status: 409, detail: 'Het opent om 10.00 uur.' })
  })

  test('leaves out a detail that is not there', async () => {
    expect(await problem(404, 'niet-gevonden', { title: 'Niet gevonden.' }).json()).not.toHaveProperty('detail')
  })
})

test.each([
  ['application/json', true], ['application/problem+json, */*', true], ['text/html,application/xhtml+xml', false],
  ['text/html, application/json', false], ['*/*', false], ['', false],
])('Accept %j wants JSON: %s', (accept, expected) => {
  expect(wantsJson(request({ accept }))).toBe(expected)
})

test.each([
  [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
  [{ origin: 'http://localhost:3001', host: 'localhost:3000' }, false],
  [{ origin: 'https://kwaad.nl', host: 'localhost:3000' }, false],
  [{ origin: 'null', host: 'localhost:3000' }, false],
  [{ host: 'localhost:3000' }, false],
])('a request with %j comes from this site: %s', (headers: Record<string, string>, expected) => {
  expect(isFromThisSite(request(headers))).toBe(expected)
})
