import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { Actor, Rol } from '@/lib/base/actor'
import type { Provider } from '@/lib/platform/assurance'
import { config } from '@/lib/platform/config'
import { inPgTransaction, pool, poolByKey } from '@/lib/platform/db'

/** Minutes without any request after which a session ends. */
export const IDLE_MINUTES = 15

/** Hours after login at which a session ends, however busy. */
export const ABSOLUTE_HOURS = 8

// `__Host-` binds the cookie to this host and to TLS; a browser refuses that prefix without TLS.
const HOST_PREFIX = config.url.startsWith('https://') ? '__Host-' : ''

/** No other cookie name may begin with this one: next-auth would glue it on to the session (see login.ts). */
export const SESSION_COOKIE = `${HOST_PREFIX}stap-sessie`

const MEDEWERKER_ROLLEN: readonly Rol[] = [
  'erkenner', 'behandelaar', 'teamleider', 'werkplein', 'financieel', 'teamleider-financieel', 'registerbeheerder',
  'onderzoeker', 'jurist', 'beslisser', 'beleid', 'ketenregisseur', 'auditor',
]

/** A login that is still good. `secondenOver` counts to the first of idle end and absolute end. */
export type Session = {
  readonly actor: Exclude<Actor, { soort: 'systeem' }>
  readonly provider: Provider
  readonly niveau: string
  readonly secondenOver: number
}

type Row = {
  gebruikerId: string
  soort: string
  opleiderId: string | null
  kvk: string | null
  medewerkerNaam: string | null
  rollen: string[]
  provider: Provider
  niveau: string
  secondenOver: number
}

/** 256 random bits: what the browser keeps. The database keeps only the hash. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export type NewSession = { token: string; gebruikerId: string; provider: Provider; niveau: string; previousToken: string | undefined }

/** Opens a session and ends the one this browser had: a login never goes on in a session that existed before it. */
export async function openSession(session: NewSession): Promise<void> {
  await inPgTransaction(async (client) => {
    if (session.previousToken !== undefined)
      await client.query('update sessie set beeindigd_op = now() where token_hash = $1 and beeindigd_op is null', [hashToken(session.previousToken)])
    await client.query('insert into sessie (gebruiker_id, token_hash, provider, niveau) values ($1, $2, $3, $4)',
      [session.gebruikerId, hashToken(session.token), session.provider, session.niveau])
  })
}

// Sessions run on the clock of the database server, not on nu(): a demo that jumps to opening day must not log anybody out.
// A session that was seen less than ten seconds ago is not written again, so that a busy page costs one read.
const READ = `
  with gevonden as (
    select s.id, s.provider, s.niveau, s.laatst_gezien_op, g.id as gebruiker_id, g.soort, g.opleider_id, g.kvk, g.medewerker_naam, g.rollen,
           s.created_at + make_interval(hours => ${String(ABSOLUTE_HOURS)}) as einde
      from sessie s join gebruiker g on g.id = s.gebruiker_id
     where s.token_hash = $1 and s.beeindigd_op is null and g.uitgeschakeld_op is null
       and s.laatst_gezien_op > now() - make_interval(mins => ${String(IDLE_MINUTES)})
       and s.created_at > now() - make_interval(hours => ${String(ABSOLUTE_HOURS)})
  ), verlengd as (
    update sessie set laatst_gezien_op = now() from gevonden
     where $2 and sessie.id = gevonden.id and gevonden.laatst_gezien_op < now() - interval '10 seconds'
  )
  select gebruiker_id as "gebruikerId", soort, opleider_id as "opleiderId", kvk, medewerker_naam as "medewerkerNaam", rollen, provider, niveau,
         extract(epoch from least(einde, case when $2 then now() else laatst_gezien_op end + make_interval(mins => ${String(IDLE_MINUTES)})) - now())::int
           as "secondenOver"
    from gevonden`

/**
 * The session of a token, read anew on every request, so that logging out, switching off an account or changing a role
 * works at once. Undefined when it ended. Throws when the database does not answer: that is not the same as logged out.
 *
 * @param slide whether this request counts as activity
 */
export async function readSession(token: string, slide = true): Promise<Session | undefined> {
  const { rows: [row] } = await pool.query<Row>(READ, [hashToken(token), slide])
  return row && toSession(row)
}

const READ_MANY = `
  select s.token_hash as "tokenHash", g.id as "gebruikerId", g.soort, g.opleider_id as "opleiderId", g.kvk, g.medewerker_naam as "medewerkerNaam", g.rollen,
         s.provider, s.niveau,
         extract(epoch from least(s.created_at + make_interval(hours => ${String(ABSOLUTE_HOURS)}), s.laatst_gezien_op + make_interval(mins => ${String(IDLE_MINUTES)})) - now())::int
           as "secondenOver"
    from sessie s join gebruiker g on g.id = s.gebruiker_id
   where s.token_hash = any ($1) and s.beeindigd_op is null and g.uitgeschakeld_op is null
     and s.laatst_gezien_op > now() - make_interval(mins => ${String(IDLE_MINUTES)})
     and s.created_at > now() - make_interval(hours => ${String(ABSOLUTE_HOURS)})`

/**
 * The sessions of many tokens in one question, in their order, as readSession without sliding: read anew, never remembered.
 * For a process that many people ask at once; that this was activity is written by `slideSessions`, a little later.
 */
export async function readSessions(tokens: readonly string[]): Promise<readonly (Session | undefined)[]> {
  const hashes = tokens.map(hashToken)
  const { rows } = await poolByKey.query<Row & { tokenHash: string }>({ name: 'sessies', text: READ_MANY, values: [hashes] })
  const sessions = new Map(rows.map((row) => [row.tokenHash, toSession(row)]))
  return hashes.map((hash) => sessions.get(hash))
}

/** Says of many sessions at once that there was activity. One that another process is writing is left alone: it is being said. */
export async function slideSessions(tokens: readonly string[]): Promise<void> {
  await pool.query(`
    update sessie set laatst_gezien_op = now() where id in (
      select id from sessie where token_hash = any ($1) and beeindigd_op is null and laatst_gezien_op < now() - interval '10 seconds' for update skip locked
    )`, [tokens.map(hashToken)])
}

function toSession(row: Row): Session | undefined {
  const actor = toActor(row)
  return actor && { actor, provider: row.provider, niveau: row.niveau, secondenOver: Math.max(0, row.secondenOver) }
}

function toActor(row: Row): Session['actor'] | undefined {
  const id = row.gebruikerId
  switch (row.soort) {
    case 'burger':
      return { soort: 'burger', id, rollen: ['burger'] }
    case 'opleider':
      return row.opleiderId === null || row.kvk === null
        ? undefined
        : { soort: 'opleider', id, rollen: ['opleider'], opleiderId: row.opleiderId, kvk: row.kvk }
    case 'medewerker':
      return { soort: 'medewerker', id, rollen: MEDEWERKER_ROLLEN.filter((rol) => row.rollen.includes(rol)), naam: row.medewerkerNaam ?? '' }
    default:
      return undefined
  }
}

/** Ends the session of a token on the server. Ended already: does nothing. */
export async function endSession(token: string): Promise<void> {
  await pool.query('update sessie set beeindigd_op = now() where token_hash = $1 and beeindigd_op is null', [hashToken(token)])
}

/** The session token in a Cookie header, if there is one. */
export function tokenFromCookie(header: string | null | undefined): string | undefined {
  const prefix = `${SESSION_COOKIE}=`
  const part = (header ?? '').split(';').map((text) => text.trim()).find((text) => text.startsWith(prefix))
  const token = part?.slice(prefix.length)
  return token === undefined || token === '' ? undefined : token
}

/** Who sent this request, for processes without Next. Counts as activity. Undefined when not logged in. */
export async function actorFromCookie(header: string | null | undefined): Promise<Session['actor'] | undefined> {
  const token = tokenFromCookie(header)
  return token === undefined ? undefined : (await readSession(token))?.actor
}
