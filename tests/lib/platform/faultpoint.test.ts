import { afterEach, describe, expect, test, vi } from 'vitest'
import { readConfig } from '@/lib/platform/env'
import type { FAULTPOINTS } from '@/lib/platform/faultpoint'

type Naam = (typeof FAULTPOINTS)[number]

async function load(faultpoints: string | undefined, isProductie = false) {
  vi.resetModules()
  vi.doMock('@/lib/platform/config', () => ({ config: { isProductie, faultpoints } }))
  return import('@/lib/platform/faultpoint')
}

afterEach(() => { vi.doUnmock('@/lib/platform/config') })

describe('a faultpoint', () => {
  test('does nothing without STAP_FAULTPOINTS, and makes nothing: every pass gets the same settled promise', async () => {
    const { faultpoint } = await load(undefined)
    expect(faultpoint('intake.na-commit')).toBe(faultpoint('outbox.na-werk'))
    await expect(faultpoint('intake.na-commit')).resolves.toBeUndefined()
  })

  test('does nothing in production, also when STAP_FAULTPOINTS is set', async () => {
    const { faultpoint } = await load('intake.na-commit=throw@1+', true)
    await expect(faultpoint('intake.na-commit')).resolves.toBeUndefined()
    expect(faultpoint('intake.na-commit')).toBe(faultpoint('outbox.na-werk'))
  })

  test('strikes on the pass that was named, once', async () => {
    const { faultpoint } = await load('toewijzing.voor-commit=throw@2')
    await faultpoint('toewijzing.voor-commit')
    await expect(faultpoint('toewijzing.voor-commit')).rejects.toThrow('faultpoint toewijzing.voor-commit')
    await faultpoint('toewijzing.voor-commit')
    await faultpoint('toewijzing.na-commit')
  })

  test('with a plus strikes on every pass from there on', async () => {
    const { faultpoint } = await load('outbox.na-werk=throw@2+')
    await faultpoint('outbox.na-werk')
    await expect(faultpoint('outbox.na-werk')).rejects.toThrow()
    await expect(faultpoint('outbox.na-werk')).rejects.toThrow()
  })

  test('waits as long as was asked', async () => {
    const { faultpoint } = await load('intake.voor-commit=wait:60')
    const begin = performance.now()
    await faultpoint('intake.voor-commit')
    expect(performance.now() - begin).toBeGreaterThan(55)
  })

  test.each(['intake.na-comit=kill', 'intake.na-commit=explode', 'intake.na-commit'])('a name or action that does not exist is a fault: %s', async (text) => {
    await expect(load(text)).rejects.toThrow('is no faultpoint')
  })
})

test('production does not start with faultpoints', () => {
  const geheim = Buffer.alloc(32, 7).toString('base64')
  const issuer = (naam: string) => ({ [`${naam}_ISSUER`]: 'https://login.example.nl', [`${naam}_CLIENT_ID`]: 'stap', [`${naam}_CLIENT_SECRET`]: geheim })
  const productie = {
    NODE_ENV: 'production', STAP_OMGEVING: 'productie', STAP_URL: 'https://stap.example.nl', DATABASE_URL: 'postgres://db/stap', REDIS_URL: 'redis://redis',
    STAP_ENCRYPTIE_SLEUTELS: `a:${geheim}`, STAP_HMAC_SLEUTEL: geheim, STAP_SESSIE_GEHEIM: geheim,
    ...issuer('DIGID'), ...issuer('EHERKENNING'), ...issuer('MEDEWERKER'),
    BASISREGISTERS_URL: 'https://registers.example.nl', STAP_UWV_IBAN: 'NL91ABNA0417164300', STAP_UWV_BIC: 'ABNANL2A',
  }
  expect(readConfig(productie).faultpoints).toBeUndefined()
  const naam: Naam = 'intake.na-commit'
  expect(() => readConfig({ ...productie, STAP_FAULTPOINTS: `${naam}=kill` })).toThrow('STAP_FAULTPOINTS')
})
