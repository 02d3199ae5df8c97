import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '@/lib/platform/env'

const key = Buffer.alloc(32, 7).toString('base64')
const productie = {
  NODE_ENV: 'production',
  STAP_OMGEVING: 'productie',
  STAP_URL: 'https://stap.example.nl/',
  DATABASE_URL: 'postgres://stap@db/stap',
  REDIS_URL: 'rediss://redis',
  STAP_ENCRYPTIE_SLEUTELS: `k2:${key},k1:${key}`,
  STAP_HMAC_SLEUTEL: key,
  STAP_SESSIE_GEHEIM: 'x'.repeat(64),
  DIGID_ISSUER: 'https://digid.example.nl', DIGID_CLIENT_ID: 'stap', DIGID_CLIENT_SECRET: 'd'.repeat(64),
  EHERKENNING_ISSUER: 'https://eh.example.nl', EHERKENNING_CLIENT_ID: 'stap', EHERKENNING_CLIENT_SECRET: 'e'.repeat(64),
  MEDEWERKER_ISSUER: 'https://sso.example.nl', MEDEWERKER_CLIENT_ID: 'stap', MEDEWERKER_CLIENT_SECRET: 'm'.repeat(64),
  BASISREGISTERS_URL: 'https://registers.example.nl',
  STAP_UWV_IBAN: 'NL91ABNA0417164300', STAP_UWV_BIC: 'ABNANL2A',
}

describe('readConfig', () => {
  test('reads production as it should be', () => {
    const config = readConfig(productie)
    expect(config).toMatchObject({ isProductie: true, url: 'https://stap.example.nl', port: 3000 })
    expect(config.encryptieSleutels.map(({ id }) => id)).toEqual(['k2', 'k1'])
  })

  test.each(Object.keys(productie).filter((naam) => !['NODE_ENV', 'STAP_OMGEVING', 'STAP_URL', 'BASISREGISTERS_URL', 'STAP_UWV_IBAN', 'STAP_UWV_BIC'].includes(naam)))('names %s when it is missing, and when it is empty', (naam) => {
    expect(() => readConfig({ ...productie, [naam]: undefined })).toThrow(`${naam} ontbreekt`)
    expect(() => readConfig({ ...productie, [naam]: '' })).toThrow(`${naam} ontbreekt`)
  })

  test.each([
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://db'],
    ['REDIS_URL', 'redis'],
    ['STAP_ENCRYPTIE_SLEUTELS', 'k1:tekort'],
    ['STAP_ENCRYPTIE_SLEUTELS', key],
    ['STAP_HMAC_SLEUTEL', Buffer.alloc(16).toString('base64')],
    ['STAP_SESSIE_GEHEIM', 'kort'],
    ['STAP_OMGEVING', 'acceptatie'],
  ])('names %s when it is wrong (%s), and never shows the value of a secret', (naam, waarde) => {
    expect(() => readConfig({ ...productie, [naam]: waarde })).toThrow(ConfigError)
    try {
      readConfig({ ...productie, [naam]: waarde })
    } catch (fault) {
      expect(String(fault)).toContain(`${naam} klopt niet`)
      expect(String(fault)).not.toContain(key)
    }
  })

  test.each([
    ['a secret that npm start made', { STAP_ONTWIKKELGEHEIMEN: 'STAP_HMAC_SLEUTEL' }, /STAP_HMAC_SLEUTEL is door npm start gemaakt/],
    ['a development key', { STAP_ENCRYPTIE_SLEUTELS: `ontwikkel-1:${key}` }, /STAP_ENCRYPTIE_SLEUTELS is een ontwikkelsleutel/],
    ['the stand-in of the identity provider', { DIGID_ISSUER: 'http://127.0.0.1:3001/digid' }, /DIGID_ISSUER/],
    ['a site without https', { STAP_URL: 'http://stap.example.nl' }, /STAP_URL moet een https-adres zijn/],
    ['a site without address', { STAP_URL: undefined }, /STAP_URL moet een https-adres zijn/],
    ['a development build', { NODE_ENV: 'development' }, /NODE_ENV moet production zijn/],
  ])('production refuses %s', (_, change, sentence) => {
    expect(() => readConfig({ ...productie, ...change })).toThrow(sentence)
  })
})
