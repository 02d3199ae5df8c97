import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { parseBsn } from '@/lib/base/bsn'
import { answerRegisters } from '@/scripts/idp/registers'
import { BURGERS } from '@/scripts/idp/personas'
import { asOwner, freshDb } from '@/tests/setup/db'

freshDb()

let server: Server
/** What the register does with the next question; undefined is: answer as the stand-in does. */
let behaviour: 'hang' | { status: number; body: string } | undefined
const asked: { url: string; method: string; headers: string }[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', method: request.method ?? '', headers: JSON.stringify(request.headers) })
    if (behaviour === 'hang') return
    if (behaviour !== undefined) { response.writeHead(behaviour.status, { 'content-type': 'application/json' }).end(behaviour.body); return }
    void answerRegisters(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  // Before lib/platform/config is loaded.
  process.env['BASISREGISTERS_URL'] = `http://127.0.0.1:${String(address.port)}`
})
afterAll(() => { server.closeAllConnections(); server.close() })
beforeEach(() => { behaviour = undefined; asked.length = 0 })

/** A burger in the database; gives the id. */
async function aBurger(bsnText: string): Promise<string> {
  const { toBurger } = await import('@/lib/platform/identity')
  const bsn = parseBsn(bsnText)
  if (bsn === undefined) throw new Error('no BSN')
  const { subjectHmac, bsnVersleuteld } = toBurger(bsn)
  const [row] = await asOwner<{ id: string }>(
    `insert into gebruiker (soort, subject_hmac, bsn_versleuteld) values ('burger', $1, $2)
     on conflict (subject_hmac) do update set rollen = '{}' returning id`, [subjectHmac, bsnVersleuteld])
  return row?.id ?? ''
}

function bsnOf(persona: string): string {
  return BURGERS.find(({ id }) => id === persona)?.bsn ?? ''
}

describe('BRP', () => {
  test('naam, geboortedatum en adres van een burger', async () => {
    const { fetchPersoon } = await import('@/lib/platform/base-registers')
    const antwoord = await fetchPersoon(await aBurger(bsnOf('sanne')))
    expect(antwoord).toMatchObject({
      soort: 'gevonden',
      waarde: { voornamen: 'Sanne Maria', tussenvoegsel: 'de', achternaam: 'Vries', geboortedatum: '1988-04-12', adres: { huisnummer: expect.stringMatching(/^\d+$/), postcode: expect.stringMatching(/^\d{4}[A-Z]{2}$/) } },
    })
  })

  test('een geboortedatum die de BRP niet helemaal kent, is onbekend en niet verzonnen', async () => {
    const { fetchPersoon } = await import('@/lib/platform/base-registers')
    expect(await fetchPersoon(await aBurger(bsnOf('hawa')))).toMatchObject({ soort: 'gevonden', waarde: { achternaam: 'Warsame', geboortedatum: null } })
  })

  test('I9: de BSN gaat alleen in de inhoud van een POST, nooit in een adres of kop', async () => {
    const { fetchPersoon, fetchVerzekeringen } = await import('@/lib/platform/base-registers')
    const id = await aBurger(bsnOf('sanne'))
    await fetchPersoon(id)
    await fetchVerzekeringen(id)
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /haalcentraal/api/brp/personen', 'POST /verzekeringen'])
    expect(JSON.stringify(asked)).not.toContain(bsnOf('sanne'))
  })

  test('wie de BRP niet kent, is niet gevonden', async () => {
    behaviour = { status: 200, body: '{"type":"RaadpleegMetBurgerservicenummer","personen":[]}' }
    const { fetchPersoon } = await import('@/lib/platform/base-registers')
    expect(await fetchPersoon(await aBurger('111222333'))).toEqual({ soort: 'niet-gevonden' })
  })

  test('iemand zonder Nederlands adres heeft geen adres', async () => {
    behaviour = { status: 200, body: JSON.stringify({ personen: [{
      naam: { geslachtsnaam: 'Peeters' }, geboorte: { datum: { type: 'Datum', datum: '1980-02-29' } },
      verblijfplaats: { type: 'VerblijfplaatsBuitenland', verblijfadres: { regel1: 'Rue 1' } } }] }) }
    const { fetchPersoon } = await import('@/lib/platform/base-registers')
    expect(await fetchPersoon(await aBurger('111222333'))).toEqual({
      soort: 'gevonden', waarde: { voornamen: '', tussenvoegsel: null, achternaam: 'Peeters', geboortedatum: '1980-02-29', adres: null } })
  })
})

describe('verzekerde perioden', () => {
  test('de laatste dag hoort er nog bij: de periode eindigt op de dag erna', async () => {
    const { fetchVerzekeringen } = await import('@/lib/platform/base-registers')
    expect(await fetchVerzekeringen(await aBurger(bsnOf('joao')))).toEqual({
      soort: 'gevonden', waarde: [{ van: '2012-01-01', tot: '2017-01-01' }, { van: '2022-06-01', tot: '2022-08-01' }] })
  })

  test('wie nog verzekerd is, heeft een periode zonder einde', async () => {
    const { fetchVerzekeringen } = await import('@/lib/platform/base-registers')
    expect(await fetchVerzekeringen(await aBurger(bsnOf('mehmet')))).toEqual({ soort: 'gevonden', waarde: [{ van: '1979-11-03', tot: null }] })
  })
})

describe('een basisregister dat niet antwoordt, is een antwoord: de aanvraag gaat dan naar een mens', () => {
  test.each<[string, typeof behaviour]>([
    ['een storing (503)', { status: 503, body: '{}' }],
    ['een weigering (400)', { status: 400, body: '{}' }],
    ['een doorverwijzing', { status: 302, body: '' }],
    ['geen JSON', { status: 200, body: '<html>onderhoud</html>' }],
    ['een andere vorm', { status: 200, body: '{"personen":[{"naam":"Jansen"}]}' }],
    ['een dag die niet bestaat', { status: 200, body: '{"personen":[{"naam":{"geslachtsnaam":"A"},"geboorte":{"datum":{"type":"Datum","datum":"2001-02-30"}}}]}' }],
  ])('%s', async (_, wat) => {
    behaviour = wat
    const { fetchPersoon } = await import('@/lib/platform/base-registers')
    expect(await fetchPersoon(await aBurger('111222333'))).toEqual({ soort: 'antwoordt-niet' })
  })

  test('een testpersoon bij wie het register stuk is', async () => {
    const { fetchPersoon, fetchVerzekeringen } = await import('@/lib/platform/base-registers')
    expect(await fetchPersoon(await aBurger(bsnOf('noor')))).toEqual({ soort: 'antwoordt-niet' })
    expect(await fetchVerzekeringen(await aBurger(bsnOf('tom')))).toEqual({ soort: 'antwoordt-niet' })
    expect(await fetchPersoon(await aBurger(bsnOf('tom')))).toMatchObject({ soort: 'gevonden' })
  })

  test('na drie seconden wachten is het genoeg', async () => {
    behaviour = 'hang'
    const { fetchVerzekeringen } = await import('@/lib/platform/base-registers')
    const id = await aBurger('111222333')
    const start = performance.now()
    expect(await fetchVerzekeringen(id)).toEqual({ soort: 'antwoordt-niet' })
    expect(performance.now() - start).toBeLessThan(5_000)
  })

  test('in het log staat het register, niet de persoon', async () => {
    const { log } = await import('@/lib/platform/log')
    const lines: unknown[] = []
    const spy = vi.spyOn(log, 'warn').mockImplementation((...args) => { lines.push(args) })
    behaviour = { status: 500, body: '{"burgerservicenummer":"111222333"}' }
    const { fetchPersoon } = await import('@/lib/platform/base-registers')
    await fetchPersoon(await aBurger('111222333'))
    spy.mockRestore()
    expect(lines).toEqual([['basisregister antwoordt niet', { onderdeel: 'basisregisters', route: '/haalcentraal/api/brp/personen', status: 500 }]])
  })
})

describe('wie geen burger is, wordt nergens opgevraagd', () => {
  test('dat is een fout in het programma', async () => {
    const { fetchPersoon } = await import('@/lib/platform/base-registers')
    await expect(fetchPersoon('00000000-0000-4000-8000-000000000000')).rejects.toThrow('is not a burger')
    expect(asked).toEqual([])
  })
})
