import { describe, expect, test } from 'vitest'
import { endSession, makeToken, openSession, readSession, readSessions, slideSessions } from '@/lib/platform/session-store'
import { asOwner, freshDb } from '@/tests/setup/db'

freshDb()

async function aSession(soort: 'burger' | 'medewerker' = 'burger'): Promise<{ token: string; gebruikerId: string }> {
  const [row] = await asOwner<{ id: string }>(
    `insert into gebruiker (soort, subject_hmac, bsn_versleuteld, medewerker_naam, rollen) values ($1, gen_random_uuid(), $2, $3, $4) returning id`,
    soort === 'medewerker' ? [soort, null, 'Kim de Vries', ['behandelaar']] : [soort, 'test:x', null, []])
  const token = makeToken()
  await openSession({ token, gebruikerId: row?.id ?? '', provider: 'digid', niveau: 'Midden', previousToken: undefined })
  return { token, gebruikerId: row?.id ?? '' }
}

const age = (column: 'laatst_gezien_op' | 'created_at', { gebruikerId }: { gebruikerId: string }, interval: string) =>
  asOwner(`update sessie set ${column} = now() - $2::interval where gebruiker_id = $1`, [gebruikerId, interval])

describe('many sessions in one question', () => {
  test('in the order of the tokens, each as readSession gives it', async () => {
    const [een, twee, medewerker] = [await aSession(), await aSession(), await aSession('medewerker')]
    const tokens = [twee.token, 'no such token', een.token, medewerker.token, twee.token]
    const sessions = await readSessions(tokens)
    expect(sessions.map((session) => session?.actor.id)).toEqual([twee.gebruikerId, undefined, een.gebruikerId, medewerker.gebruikerId, twee.gebruikerId])
    expect(sessions[3]?.actor).toEqual({ soort: 'medewerker', id: medewerker.gebruikerId, rollen: ['behandelaar'], naam: 'Kim de Vries' })
    for (const [index, token] of tokens.entries()) expect(sessions[index]?.actor).toEqual((await readSession(token, false))?.actor)
  })

  test('a session that ended, was idle for 15 minutes, is 8 hours old, or whose user is switched off, is none', async () => {
    const [open, ended, idle, old, off] = [await aSession(), await aSession(), await aSession(), await aSession(), await aSession()]
    await endSession(ended.token)
    await age('laatst_gezien_op', idle, '15 minutes 1 second')
    await age('created_at', old, '8 hours 1 second')
    await asOwner('update gebruiker set uitgeschakeld_op = now() where id = $1', [off.gebruikerId])
    const sessions = await readSessions([open, ended, idle, old, off].map(({ token }) => token))
    expect(sessions.map((session) => session !== undefined)).toEqual([true, false, false, false, false])
  })

  test('reading does not slide; sliding does, for what is still open', async () => {
    const [een, twee, ended] = [await aSession(), await aSession(), await aSession()]
    for (const session of [een, twee, ended]) await age('laatst_gezien_op', session, '14 minutes')
    await endSession(ended.token)
    const left = async () => (await readSessions([een.token, twee.token])).map((session) => Math.round((session?.secondenOver ?? 0) / 60))
    expect(await left()).toEqual([1, 1])
    await slideSessions([een.token, ended.token])
    expect(await left()).toEqual([15, 1])
    expect(await readSessions([ended.token])).toEqual([undefined])
  })
})
