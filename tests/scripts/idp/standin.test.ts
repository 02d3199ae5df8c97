import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, describe, expect, test } from 'vitest'
import { parseBsn } from '@/lib/base/bsn'
import { parseKvk } from '@/lib/base/kvk'
import { DEMO_OPLEIDERS, demoIban } from '@/prisma/seed/opleiders'
import { compareNaam, PROEFREKENINGEN } from '@/scripts/idp/rekeningen'
import { loadKeys, opaqueSubject } from '@/scripts/idp/keys'
import { readLogin } from '@/scripts/idp/login'
import { loginPage } from '@/scripts/idp/pages'
import { findPerson, personOf } from '@/scripts/idp/people'
import { BURGERS, MEDEWERKERS, OPLEIDERS, PERSONAS } from '@/scripts/idp/personas'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const dir = mkdtempSync(path.join(tmpdir(), 'idp-test-'))
afterAll(() => { rmSync(dir, { recursive: true }) })

describe('de sleutels van de testinlogdienst', () => {
  test('blijven na een herstart dezelfde, en zijn alleen voor de eigenaar leesbaar', async () => {
    const eerste = await loadKeys(dir)
    expect(await loadKeys(dir)).toEqual(eerste)
    expect(statSync(path.join(dir, 'idp', 'sleutels.json')).mode & 0o777).toBe(0o600)
  })

  test('de sub is steeds dezelfde, per inlogdienst een andere, en zegt niets over de persoon', async () => {
    const keys = await loadKeys(dir)
    const sub = opaqueSubject(keys, 'digid', '999990019')
    expect(opaqueSubject(keys, 'digid', '999990019')).toBe(sub)
    expect(opaqueSubject(keys, 'eherkenning', '999990019')).not.toBe(sub)
    expect(sub).not.toContain('999990019')
  })
})

describe('de testinlogdienst start niet', () => {
  test.each([
    ['in productie', { STAP_OMGEVING: 'productie' }, /start alleen met STAP_OMGEVING=ontwikkeling of test/],
    ['zonder geheim', { DIGID_CLIENT_SECRET: '' }, /DIGID_CLIENT_SECRET/],
  ])('%s', (_, env, sentence) => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/idp/main.ts'], { cwd: ROOT, env: { ...process.env, IDP_PORT: '1', ...env }, encoding: 'utf8' })
    expect(run.status).toBe(1)
    expect(run.stderr).toMatch(sentence)
  })
})

describe('de personen in de basisregisters', () => {
  test('een BSN is altijd dezelfde persoon', () => {
    const bsn = parseBsn('111222333')
    if (bsn === undefined) throw new Error('no BSN')
    expect(personOf(bsn)).toEqual(personOf(bsn))
  })

  test('wie is verzonnen, is tussen 20 en 65 jaar en altijd verzekerd', () => {
    for (let number = 100_000_000; number < 100_020_000; number += 1) {
      const person = findPerson(String(number))
      if (person === undefined) continue
      expect(person.geboortedatum >= '1962-01-01' && person.geboortedatum < '2002-02-01', person.geboortedatum).toBe(true)
      expect(person.verzekerd).toEqual([[person.geboortedatum, null]])
      expect(person.postcode).toMatch(/^[1-9][0-9]{3}[A-Z]{2}$/)
    }
  })

  test('wat geen BSN is, is niemand', () => {
    expect(findPerson('123456789')).toBeUndefined()
    expect(findPerson('000000000')).toBeUndefined()
  })
})

describe('de testpersonen', () => {
  test('hebben ieder een eigen naam, en nummers die kloppen', () => {
    expect(new Set(PERSONAS.map(({ id }) => id)).size).toBe(PERSONAS.length)
    expect(BURGERS.filter(({ bsn }) => parseBsn(bsn) === undefined)).toEqual([])
    expect(new Set(BURGERS.map(({ bsn }) => bsn)).size).toBe(BURGERS.length)
    expect(OPLEIDERS.filter(({ kvk }) => parseKvk(kvk) === undefined)).toEqual([])
  })

  test('de opleiders staan in het register van de demo, onder de naam die erbij staat', () => {
    for (const { naam, kvk, uitleg } of OPLEIDERS) {
      const opleider = DEMO_OPLEIDERS.find((een) => een.kvk === kvk)
      expect(opleider, naam).toBeDefined()
      if (/KvK/.test(uitleg)) expect(uitleg).toContain(opleider?.naam)
    }
  })

  test('voor elk werk van de back offices is er iemand, en voor vier ogen genoeg', () => {
    const aantal = (rol: string) => MEDEWERKERS.filter(({ rollen }) => rollen.some((een) => een === rol)).length
    expect(Object.fromEntries(['behandelaar', 'teamleider', 'financieel', 'teamleider-financieel', 'registerbeheerder', 'onderzoeker', 'beslisser', 'beleid', 'ketenregisseur', 'auditor'].map((rol) => [rol, aantal(rol)])))
      .toEqual({ behandelaar: 2, teamleider: 1, financieel: 3, 'teamleider-financieel': 1, registerbeheerder: 1, onderzoeker: 2, beslisser: 1, beleid: 1, ketenregisseur: 1, auditor: 1 })
  })
})

describe('het inlogformulier', () => {
  const read = (provider: 'digid' | 'eherkenning' | 'medewerker', fields: Record<string, string>) => readLogin(provider, new URLSearchParams(fields))

  test.each([
    ['digid', { bsn: '999990019' }, 'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract'],
    ['digid', { bsn: '999990019', niveau: 'hoog' }, 'urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI'],
    ['eherkenning', { kvk: '90000001' }, 'urn:etoegang:core:assurance-class:loa3'],
    ['eherkenning', { kvk: '90000001', vestiging: '000012345678', niveau: 'urn:etoegang:core:assurance-class:loa2' }, 'urn:etoegang:core:assurance-class:loa2'],
    ['medewerker', { medewerker: 'auditor-1' }, 'urn:stap:medewerker:mfa'],
    ['digid', { persona: 'ruud' }, 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport'],
  ] as const)('%s %j logt in', (provider, fields, acr) => {
    expect(read(provider, fields)).toMatchObject({ acr })
  })

  test.each([
    ['digid', { bsn: '123456789' }], ['digid', { bsn: '000000000' }], ['digid', {}], ['digid', { bsn: '９９９９９００１９' }], ['digid', { bsn: '999990019', niveau: 'EH3' }],
    ['digid', { persona: 'petra' }], ['digid', { persona: 'niemand' }], ['digid', { bsn: '999990019', sectorcode: 's9' }],
    ['eherkenning', { kvk: '123' }], ['eherkenning', { kvk: '90000001', vestiging: '1' }], ['medewerker', { medewerker: 'baas-1' }],
  ] as const)('%s %j krijgt een zin terug', (provider, fields) => {
    expect(read(provider, fields)).toEqual(expect.stringMatching(/\.$/))
  })

  test('ziet eruit als een testmiddel, en zet niets van buiten ongewijzigd op de pagina', () => {
    const html = loginPage('digid', '/digid/inloggen/"><script>', '<b>fout</b>')
    expect(html).toContain('TESTOMGEVING')
    expect(html).not.toContain('<script>')
    expect(html).not.toContain('<b>fout')
  })
})

describe('de naamcontrole van de banken', () => {
  const [goed, bijna, ander] = PROEFREKENINGEN.map(({ iban }) => iban)
  test.each([
    [goed, 'Vakschool De Hanze', { resultaat: 'match' }],
    [goed, 'vakschool de hanze b.v.', { resultaat: 'match' }],
    [bijna, 'Vakschool De Hanze', { resultaat: 'bijna', suggestie: 'Vakschool De Hanse B.V.' }],
    [ander, 'Vakschool De Hanze', { resultaat: 'geen' }],
    ['NL91ABNA0417164300', 'Vakschool De Hanze', { resultaat: 'onbekend' }],
  ])('%s op naam van %s', (iban, naam, uitkomst) => {
    expect(compareNaam(iban ?? '', naam)).toEqual(uitkomst)
  })

  test('de rekening van elke opleider van de demo staat op haar naam', () => {
    expect(DEMO_OPLEIDERS.map(({ naam }, index) => compareNaam(demoIban(index), naam).resultaat)).toEqual(DEMO_OPLEIDERS.map(() => 'match'))
  })
})
