import { describe, expect, test } from 'vitest'
import { homeOf, loginUrl, safePath } from '@/lib/platform/login-url'

describe('waar iemand na het inloggen naar terug mag', () => {
  test.each([
    ['/mijn', '/mijn'],
    ['/mijn/aanvragen/STAP-0000123-7X?stap=2', '/mijn/aanvragen/STAP-0000123-7X?stap=2'],
    ['/opleidingen?zoek=caf%C3%A9', '/opleidingen?zoek=caf%C3%A9'],
    ['/', '/'],
  ])('%s mag', (text, path) => { expect(safePath(text)).toBe(path) })

  test.each([
    'https://kwaad.nl', '//kwaad.nl', '///kwaad.nl', '/\\kwaad.nl', '/x\\y', 'mijn', '', ' /mijn', '/mijn\n', '/a b', '/\u0000', '/é', 'javascript:alert(1)',
    '/inloggen', '/inloggen/digid', '/uitloggen', '/sessie/stand', '/api/auth/callback/digid', '/mijn/../inloggen', `/${'x'.repeat(500)}`, null, undefined,
  ])('%j mag niet', (text) => { expect(safePath(text)).toBeUndefined() })
})

describe('het adres van de inlogpagina', () => {
  test('zegt waarheen terug, wie het moet zijn en of er een sessie verliep', () => {
    expect(loginUrl({ terug: '/mijn?a=1', handeling: 'aanvraag.lezen', verlopen: true })).toBe('/inloggen?terug=%2Fmijn%3Fa%3D1&voor=burger&verlopen=ja')
    expect(loginUrl({ terug: '//kwaad.nl', handeling: 'opleiding.beheren', verlopen: false })).toBe('/inloggen?voor=opleider')
    expect(loginUrl({ terug: undefined, handeling: 'uwv.besluiten', verlopen: false })).toBe('/inloggen?voor=medewerker')
  })

  test('ieder heeft een eerste pagina', () => {
    expect(homeOf({ soort: 'burger', id: '1', rollen: ['burger'] })).toBe('/mijn')
    expect(homeOf({ soort: 'medewerker', id: '1', naam: 'A', rollen: ['financieel'] })).toBe('/uwv/betalingen')
    expect(homeOf({ soort: 'medewerker', id: '1', naam: 'A', rollen: ['teamleider'] })).toBe('/uwv')
  })
})
