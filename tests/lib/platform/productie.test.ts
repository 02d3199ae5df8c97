import { describe, expect, test } from 'vitest'
import { readConfig } from '@/lib/platform/env'

const sleutel = (byte: number) => Buffer.alloc(32, byte).toString('base64')

/** Settings with which production starts. */
const GOED: Record<string, string> = {
  NODE_ENV: 'production', STAP_OMGEVING: 'productie', STAP_URL: 'https://stap.example',
  DATABASE_URL: 'postgres://stap@db.example/stap', REDIS_URL: 'rediss://redis.example',
  STAP_ENCRYPTIE_SLEUTELS: `2022:${sleutel(1)}`, STAP_HMAC_SLEUTEL: sleutel(2), STAP_SESSIE_GEHEIM: 'x'.repeat(40),
  DIGID_ISSUER: 'https://makelaar.example/digid', DIGID_CLIENT_ID: 'stap', DIGID_CLIENT_SECRET: 'x'.repeat(40),
  EHERKENNING_ISSUER: 'https://makelaar.example/eh', EHERKENNING_CLIENT_ID: 'stap', EHERKENNING_CLIENT_SECRET: 'x'.repeat(40),
  MEDEWERKER_ISSUER: 'https://inlog.example', MEDEWERKER_CLIENT_ID: 'stap', MEDEWERKER_CLIENT_SECRET: 'x'.repeat(40),
  BASISREGISTERS_URL: 'https://registers.example',
  STAP_UWV_IBAN: 'NL91ABNA0417164300', STAP_UWV_BIC: 'ABNANL2A',
}

describe('productie start niet met iets van ontwikkeling', () => {
  test('tegenproef: met goede instellingen wel', () => {
    expect(readConfig(GOED)).toMatchObject({ isProductie: true, url: 'https://stap.example', basisregistersUrl: 'https://registers.example' })
  })

  test.each([
    ['een inlogdienst zonder TLS', { DIGID_ISSUER: 'http://makelaar.example/digid' }, 'DIGID_ISSUER'],
    ['de testinlogdienst', { EHERKENNING_ISSUER: 'http://127.0.0.1:3001/eherkenning' }, 'EHERKENNING_ISSUER'],
    ['een inlogdienst op deze machine, ook met TLS', { MEDEWERKER_ISSUER: 'https://localhost:3001/medewerkers' }, 'MEDEWERKER_ISSUER'],
    ['een inlogdienst op [::1]', { DIGID_ISSUER: 'https://[::1]/digid' }, 'DIGID_ISSUER'],
    ['een inlogdienst op 127.1.2.3', { DIGID_ISSUER: 'https://127.1.2.3/digid' }, 'DIGID_ISSUER'],
    ['geen basisregisters', { BASISREGISTERS_URL: '' }, 'BASISREGISTERS_URL'],
    ['nagebootste basisregisters', { BASISREGISTERS_URL: 'https://127.0.0.1:3001' }, 'BASISREGISTERS_URL'],
    ['een ontwikkelsleutel', { STAP_ENCRYPTIE_SLEUTELS: `ontwikkel-1:${sleutel(1)}` }, 'STAP_ENCRYPTIE_SLEUTELS'],
    ['een geheim dat npm start maakte', { STAP_ONTWIKKELGEHEIMEN: 'STAP_SESSIE_GEHEIM' }, 'STAP_SESSIE_GEHEIM'],
    ['geen sessiegeheim', { STAP_SESSIE_GEHEIM: '' }, 'STAP_SESSIE_GEHEIM'],
    ['geen sleutel', { STAP_HMAC_SLEUTEL: '' }, 'STAP_HMAC_SLEUTEL'],
    ['een te korte sleutel', { STAP_HMAC_SLEUTEL: Buffer.alloc(16).toString('base64') }, 'STAP_HMAC_SLEUTEL'],
    ['een site zonder TLS', { STAP_URL: 'http://stap.example' }, 'STAP_URL'],
  ])('%s', (_, anders, naam) => {
    expect(() => readConfig({ ...GOED, ...anders })).toThrow(naam)
  })

  test('een melding noemt de naam van de instelling en nooit de waarde', () => {
    expect(() => readConfig({ ...GOED, STAP_HMAC_SLEUTEL: 'te-kort-geheim' })).toThrow(/^(?!.*te-kort-geheim)/)
  })
})
