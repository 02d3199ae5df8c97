import { beforeAll, describe, expect, test } from 'vitest'
import type { OpleiderActor } from '@/lib/base/actor'
import { requireKoppeling, type Beller } from '@/lib/platform/bearer'
import { forgetOldAnswers, withIdempotency } from '@/lib/platform/idempotency'
import { createToken, machineRequest } from '@/tests/builders/koppeling'
import { createOpleider } from '@/tests/builders/register'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

freshDb()

let school: OpleiderActor
let token: string

beforeAll(async () => {
  await zetKlok('2022-10-03T10:00:00+02:00')
  school = await createOpleider('10000001', 'school')
  token = await createToken(school)
})

async function code(answer: Beller | Response): Promise<string> {
  if (!(answer instanceof Response)) return 'toegelaten'
  const body: unknown = await answer.json()
  return `${String(answer.status)} ${typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''}`
}

describe('I9: wat een token niet mag, mag het niet', () => {
  test('met een goed token is de beller zijn eigen opleider', async () => {
    const beller = await requireKoppeling('opleiding.beheren', machineRequest('/x', { token }))
    expect(beller).toMatchObject({ actor: { soort: 'opleider', opleiderId: school.opleiderId, kvk: '10000001' }, orgUnitId: 'school', headers: { 'ratelimit-limit': '600' } })
  })

  test('zonder token, met een verzonnen token of met rommel: 401', async () => {
    for (const authorization of [undefined, 'Bearer x', `Bearer ${'a'.repeat(43)}`, `Basic ${token}`, `Bearer ${token}, Bearer ${token}`])
      expect(await code(await requireKoppeling('opleiding.beheren', machineRequest('/x', { headers: authorization === undefined ? {} : { authorization } })))).toBe('401 geen-geldig-token')
  })

  test('een andere scope: 403', async () => {
    expect(await code(await requireKoppeling('factuur.indienen', machineRequest('/x', { token })))).toBe('403 buiten-scope')
    expect(await code(await requireKoppeling('koppeling.beheren', machineRequest('/x', { token })))).toBe('403 buiten-scope')
    expect(await code(await requireKoppeling('betaling.lezen', machineRequest('/x', { token })))).toBe('403 buiten-scope')
  })

  test('op de einddag geldt het token niet meer, de dag ervoor nog wel', async () => {
    const kort = await createToken(school, ['opleidingen'], '2022-10-10')
    await zetKlok('2022-10-09T23:59:30+02:00')
    expect(await code(await requireKoppeling('opleiding.beheren', machineRequest('/x', { token: kort })))).toBe('toegelaten')
    await zetKlok('2022-10-10T00:00:30+02:00')
    expect(await code(await requireKoppeling('opleiding.beheren', machineRequest('/x', { token: kort })))).toBe('401 geen-geldig-token')
    await zetKlok('2022-10-03T10:00:00+02:00')
  })

  test('ingetrokken werkt het meteen niet meer, en van een uitgeschakelde gebruiker ook niet', async () => {
    const weg = await createToken(school)
    await asOwner('update koppeling set ingetrokken_op = nu() where token_begin = $1', [weg.slice(0, 8)])
    expect(await code(await requireKoppeling('opleiding.beheren', machineRequest('/x', { token: weg })))).toBe('401 geen-geldig-token')
    await asOwner('update gebruiker set uitgeschakeld_op = now() where id = $1', [school.id])
    expect(await code(await requireKoppeling('opleiding.beheren', machineRequest('/x', { token })))).toBe('401 geen-geldig-token')
    await asOwner('update gebruiker set uitgeschakeld_op = null where id = $1', [school.id])
  })

  test('het laatste gebruik wordt onthouden', async () => {
    const [row] = await asOwner<{ dag: string }>(`select to_char(laatst_gebruikt_op, 'YYYY-MM-DD') as dag from koppeling where token_begin = $1`, [token.slice(0, 8)])
    expect(row?.dag).toBe('2022-10-03')
  })

  test('boven de grens: 429 met Retry-After, ook met twintig tegelijk; een ander token merkt er niets van', async () => {
    const druk = await createToken(school)
    // In every minute that this test can be in.
    await asOwner(`insert into koppeling_telling select id, date_trunc('minute', clock_timestamp()) + m * interval '1 minute', 590 from koppeling, generate_series(0, 2) m where token_begin = $1`, [druk.slice(0, 8)])
    const answers = await Promise.all(Array.from({ length: 20 }, () => requireKoppeling('opleiding.beheren', machineRequest('/x', { token: druk }))))
    const refused = answers.filter((answer) => answer instanceof Response)
    expect(answers.length - refused.length).toBe(10)
    expect(refused[0]?.status).toBe(429)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await code(await requireKoppeling('opleiding.beheren', machineRequest('/x', { token })))).toBe('toegelaten')
  })
})

describe('Idempotency-Key: een verzoek wordt één keer gedaan', () => {
  let done = 0
  const run = (status = 201) => async () => {
    done += 1
    await new Promise((resolve) => setTimeout(resolve, 50))
    return Response.json({ nummer: done }, { status })
  }
  const ask = async (sleutel: string | undefined, body: string, work: () => Promise<Response> = run()) => {
    const request = machineRequest('/api/v1/facturen', { token, method: 'POST', body, headers: sleutel === undefined ? {} : { 'idempotency-key': sleutel } })
    const beller = await requireKoppeling('opleiding.beheren', request)
    if (beller instanceof Response) throw new Error('refused')
    const answer = await withIdempotency(request, { beller, body }, work)
    return { status: answer.status, body: await answer.text() }
  }

  test('dezelfde sleutel en inhoud: hetzelfde antwoord, en het werk gebeurt één keer', async () => {
    done = 0
    const eerste = await ask('a-1', '{"x":1}')
    expect(eerste).toEqual({ status: 201, body: '{"nummer":1}' })
    expect(await ask('a-1', '{"x":1}')).toEqual(eerste)
    expect(done).toBe(1)
  })

  test('dezelfde sleutel en een andere inhoud: 422', async () => {
    expect(await ask('a-1', '{"x":2}')).toMatchObject({ status: 422 })
  })

  test('tien keer tegelijk: één doet het, de anderen horen dat het loopt', async () => {
    done = 0
    const statuses = (await Promise.all(Array.from({ length: 10 }, () => ask('b-1', '{}')))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(9)
    expect(done).toBe(1)
  })

  test('tegenproef: zonder sleutel gebeurt het elke keer', async () => {
    done = 0
    await Promise.all([ask(undefined, '{}'), ask(undefined, '{}')])
    expect(done).toBe(2)
  })

  test('wat mislukte, mag opnieuw', async () => {
    await expect(ask('c-1', '{}', () => Promise.reject(new Error('weg')))).rejects.toThrow('weg')
    expect(await ask('c-1', '{}', run(500))).toMatchObject({ status: 500 })
    expect(await ask('c-1', '{}')).toMatchObject({ status: 201 })
  })

  test('een vreemde sleutel: 400', async () => {
    expect(await ask('x'.repeat(300), '{}')).toMatchObject({ status: 400 })
  })

  test('na een dag zijn de antwoorden vergeten', async () => {
    await asOwner(`update idempotentie set begonnen_op = clock_timestamp() - interval '25 hours' where sleutel = 'a-1'`)
    await forgetOldAnswers()
    expect(await asOwner(`select 1 from idempotentie where sleutel = 'a-1'`)).toEqual([])
    expect((await asOwner(`select 1 from idempotentie`)).length).toBeGreaterThan(0)
  })
})

describe('de rol van de toepassing kan een token niet veranderen', () => {
  test('geen andere scope, geen langere termijn, en niet verwijderen', async () => {
    const { pool } = await import('@/lib/platform/db')
    for (const sql of [`update koppeling set scopes = '{facturen}'`, `update koppeling set geldig_tot = '2099-01-01'`, 'delete from koppeling'])
      await expect(pool.query(sql)).rejects.toThrow(/permission denied/)
  })
})
