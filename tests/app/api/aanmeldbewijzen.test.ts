import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { POST } from '@/app/api/v1/aanmeldbewijzen/route'
import type { OpleiderActor } from '@/lib/base/actor'
import { aWereld } from '@/tests/builders/aanvraag-wereld'
import { createToken, machineRequest } from '@/tests/builders/koppeling'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

let token = ''
let vreemd = ''

freshDb(async () => {
  const wereld = await aWereld()
  const opleider: OpleiderActor = { soort: 'opleider', id: wereld.eHerkenningId, rollen: ['opleider'], opleiderId: wereld.opleiderId, kvk: '90000001' }
  await zetKlok('2022-10-25T12:00:00+02:00')
  token = await createToken(opleider, ['aanmeldbewijzen'])
  vreemd = await createToken(opleider, ['facturen'])
})

const rij = (studentnummer: string, over: object = {}) => ({
  studentnummer, voornaam: 'Ada', achternaam: 'de Wit', geboortedatum: '1990-02-03', straat: 'Kade', huisnummer: '3', postcode: '1012 AB', woonplaats: 'Amsterdam', cohortcode: 'C-Las', subsidiebedragCent: 80_000, ...over,
})
const stuur = (body: unknown, headers: Record<string, string> = {}, met = token) => POST(machineRequest('/api/v1/aanmeldbewijzen', { token: met, method: 'POST', body, headers }))
const antwoorden = z.object({ antwoorden: z.array(z.object({ status: z.string() })) })

describe('contract: POST /api/v1/aanmeldbewijzen', () => {
  test('één rij: 201 met de code, of 422 met wat er niet klopt', async () => {
    const goed = await stuur(rij('R1'))
    expect([goed.status, goed.headers.get('api-version')]).toEqual([201, '1.1.0'])
    expect(await goed.json()).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), code: expect.stringMatching(/^AB-/) })
    const fout = await stuur(rij('R2', { subsidiebedragCent: 100_001 }))
    expect([fout.status, fout.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
    expect(await fout.json()).toMatchObject({ code: 'aanmeldbewijs-geweigerd', fouten: [{ veld: 'bedrag-hoger-dan-register' }, { veld: 'bedrag-hoger-dan-maximum' }] })
  })
  test('meer rijen: elke rij haar eigen antwoord', async () => {
    const antwoord = await stuur([rij('R3'), rij('R3'), rij('R4', { geboortedatum: '30 februari' })])
    expect(antwoord.status).toBe(200)
    expect(antwoorden.parse(await antwoord.json()).antwoorden.map(({ status }) => status)).toEqual(['uitgegeven', 'geweigerd', 'geweigerd'])
  })
  test('met dezelfde Idempotency-Key hetzelfde antwoord; met een andere inhoud 422', async () => {
    const sleutel = { 'idempotency-key': 'k-1' }
    const [een, twee, drie] = [await stuur(rij('R5'), sleutel), await stuur(rij('R5'), sleutel), await stuur(rij('R6'), sleutel)]
    expect([een.status, twee.status, drie.status]).toEqual([201, 201, 422])
    expect(await twee.text()).toBe(await een.text())
    expect(await asOwner(`select 1 from aanmeldbewijs where studentnummer in ('R5', 'R6')`)).toHaveLength(1)
  })
  test('zonder token 401, met een token voor iets anders 403, te veel of geen JSON een probleem', async () => {
    expect((await POST(machineRequest('/api/v1/aanmeldbewijzen', { method: 'POST', body: rij('R7') }))).status).toBe(401)
    expect((await stuur(rij('R7'), {}, vreemd)).status).toBe(403)
    expect((await stuur('{geen json')).status).toBe(400)
    expect((await stuur([])).status).toBe(422)
    expect((await stuur(Array.from({ length: 1_001 }, (_, n) => rij(`Z${String(n)}`)))).status).toBe(422)
    expect((await stuur('x'.repeat(4 * 1024 * 1024 + 1))).status).toBe(413)
    expect(await asOwner(`select 1 from aanmeldbewijs where studentnummer = 'R7'`)).toEqual([])
  })
})
