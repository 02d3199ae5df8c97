import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { POST as postDeelname } from '@/app/api/v1/deelnames/route'
import { POST as postFactuur } from '@/app/api/v1/facturen/route'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { eenFactuur, metFout } from '@/tests/builders/factuur'
import { EEN_PDF } from '@/tests/builders/bewijs'
import { createToken, machineRequest } from '@/tests/builders/koppeling'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
let token = ''
let ander = ''
freshDb(async () => {
  wereld = await aBetaalWereld()
  token = await createToken(wereld.opleider, ['facturen', 'deelnames'])
  ander = await createToken(wereld.andereOpleider, ['facturen', 'deelnames'])
})

const probleem = z.looseObject({ status: z.number(), code: z.string(), fouten: z.array(z.looseObject({ code: z.string().optional(), veld: z.string().optional() })).default([]) })

describe('contract: POST /api/v1/facturen', () => {
  const stuur = (xml: string, headers: Record<string, string> = {}, met = token) => postFactuur(machineRequest('/api/v1/facturen', { token: met, method: 'POST', body: xml, headers: { 'content-type': 'application/xml', ...headers } }))

  test('een goede factuur: 201, en met dezelfde Idempotency-Key nog eens hetzelfde', async () => {
    const { aanvraagId } = await wereld.verleen()
    await maakVerplichting(aanvraagId)
    const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
    const xml = eenFactuur({ ordernummer: order?.ordernummer ?? '', nummer: 'API-1' })
    const vreemd = await stuur(xml, {}, ander)
    expect(vreemd.status).toBe(422)
    const goed = await stuur(xml, { 'idempotency-key': 'f-1' })
    const body: unknown = await goed.json()
    expect([goed.status, body]).toEqual([201, { id: expect.stringMatching(/^[0-9a-f-]{36}$/), toestand: 'gematcht' }])
    expect(await (await stuur(xml, { 'idempotency-key': 'f-1' })).json()).toEqual(body)
    expect((await stuur(`${xml} `, { 'idempotency-key': 'f-1' })).status).toBe(422)
    expect(await asOwner(`select count(*)::int as n from factuur where factuurnummer = 'API-1' and opleider_id = $1`, [wereld.opleider.opleiderId])).toEqual([{ n: 1 }])
  })

  test('een creditnota: 201 en verwerkt; in een Invoice is code 381 een fout met een eigen regel', async () => {
    const { aanvraagId } = await wereld.verleen()
    await maakVerplichting(aanvraagId)
    const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
    const ordernummer = order?.ordernummer ?? ''
    expect((await stuur(eenFactuur({ ordernummer, nummer: 'API-3' }))).status).toBe(201)
    const verkeerd = probleem.parse(await (await stuur(metFout(eenFactuur({ ordernummer, nummer: 'API-4', verwijstNaar: 'API-3' }), '>380<', '>381<'))).json())
    expect(verkeerd.fouten?.map(({ code }) => code)).toEqual(['BR-CL-01', 'BR-NL-8'])
    const goed = await stuur(eenFactuur({ soort: 'creditnota', ordernummer, nummer: 'API-4', verwijstNaar: 'API-3' }))
    expect([goed.status, await goed.json()]).toEqual([201, { id: expect.any(String), toestand: 'verwerkt' }])
  })

  test('een foute: 422 met elke regel en haar plaats', async () => {
    const response = await stuur(metFout(eenFactuur({ nummer: 'API-2' }), /<cbc:DueDate>.*?<\/cbc:DueDate>/, ''))
    const body = probleem.parse(await response.json())
    expect([response.status, response.headers.get('content-type'), body.code]).toEqual([422, 'application/problem+json', 'factuur-afgekeurd'])
    expect(body.fouten).toContainEqual({ code: expect.stringMatching(/^(BR|STAP)-/), plaats: expect.any(String), tekst: expect.any(String) })
  })

  test('geen XML, niets, te veel of zonder scope', async () => {
    expect((await stuur('{"factuur": 1}')).status).toBe(422)
    expect((await stuur(' ')).status).toBe(400)
    expect((await stuur('x'.repeat(2 * 1024 * 1024 + 1))).status).toBe(413)
    expect((await stuur(eenFactuur(), {}, await createToken(wereld.opleider, ['opleidingen']))).status).toBe(403)
  })
})

const probleemMetFouten = z.object({ fouten: z.array(z.object({ veld: z.string(), reden: z.string() })) })

describe('contract: POST /api/v1/deelnames', () => {
  const stuur = (body: unknown, met = token) => postDeelname(machineRequest('/api/v1/deelnames', { token: met, method: 'POST', body }))
  const bewijs = Buffer.from(EEN_PDF).toString('base64')

  test('één: 201; nog eens of van een ander: 422', async () => {
    const { kenmerk } = await wereld.verleen()
    await zetKlok('2023-03-01T10:00:00+01:00')
    const melding = { kenmerk, uitkomst: 'succesvol', wijze: 'diploma', bewijs }
    expect((await stuur(melding, ander)).status).toBe(422)
    const goed = await stuur(melding)
    expect([goed.status, await goed.json()]).toEqual([201, { kenmerk, status: 'gemeld', fouten: [] }])
    expect(probleem.parse(await (await stuur(melding)).json())).toMatchObject({ status: 422, code: 'deelname-geweigerd' })
  })

  test('een lijst: elke rij haar eigen antwoord', async () => {
    const { kenmerk } = await wereld.verleen()
    const response = await stuur([{ kenmerk, uitkomst: 'succesvol', wijze: 'diploma', bewijs }, { kenmerk: 'onbekend', uitkomst: 'succesvol', wijze: 'diploma', bewijs }, { kenmerk: 'x', uitkomst: 'misschien' }, null])
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ antwoorden: [{ status: 'gemeld' }, { kenmerk: 'onbekend', status: 'geweigerd' }, { kenmerk: 'x', status: 'geweigerd', fouten: [{ veld: 'uitkomst' }] }, { kenmerk: '', status: 'geweigerd' }] })
    expect((await stuur('geen json')).status).toBe(400)
    expect((await stuur([])).status).toBe(422)
  })

  test.each([
    ['percentage', { percentage: 79.99 }], ['percentage', { percentage: 101 }], ['uitkomst', { uitkomst: 'misschien' }], ['', { onbekendVeld: 1 }],
  ])('wat er niet goed aan is, staat er in het Nederlands: %s %j', async (veld, wijziging) => {
    const { fouten } = probleemMetFouten.parse(await (await stuur({ kenmerk: 'STAP-0000001-11', uitkomst: 'succesvol', wijze: 'aanwezigheid', percentage: 85, bewijsBewaard: true, ...wijziging })).json())
    expect(fouten.map((fout) => fout.veld)).toContain(veld)
    expect(fouten.map(({ reden }) => reden).join(' ')).not.toMatch(/invalid|expected|too big|unrecognized|received/i)
  })

  test('een NUL-teken in een van de rijen: het hele verzoek geweigerd, niets gemeld', async () => {
    const { kenmerk } = await wereld.verleen()
    const rij = { kenmerk, uitkomst: 'succesvol', wijze: 'diploma', bewijs }
    const response = await stuur([rij, { ...rij, toelichting: 'a\0b' }])
    expect(probleem.parse(await response.json())).toMatchObject({ status: 400, code: 'nul-teken', detail: 'Haal het teken \\u0000 weg en stuur alles opnieuw. Wij hebben niets van uw verzoek verwerkt.' })
    expect(await asOwner('select 1 from deelname d join aanvraag a on a.id = d.aanvraag_id where a.kenmerk = $1', [kenmerk])).toEqual([])
  })
})
