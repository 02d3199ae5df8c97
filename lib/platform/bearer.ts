import 'server-only'
import { createHash } from 'node:crypto'
import type { OpleiderActor } from '@/lib/base/actor'
import { apiProblem, type Refuser } from '@/lib/platform/api'
import { pool } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { isAllowed, isInScope, type Handeling } from '@/lib/platform/policy'
import { createRateLimit, rateHeaders, standOf } from '@/lib/platform/rate-limit'

/** Requests that one token may do in a minute, over all processes together. */
export const REQUESTS_PER_MINUTE = 600

/** The system of an opleider that sends this request: it acts for whoever made its token, within the scopes of that token. */
export type Beller = {
  readonly koppelingId: string
  readonly actor: OpleiderActor
  /** Its organisation in EDU-DEX; null when it has none. */
  readonly orgUnitId: string | null
  /** How its limit stands, for the answer. */
  readonly headers: Readonly<Record<string, string>>
}

type Row = { id: string; scopes: string[]; opleiderId: string; gebruikerId: string; kvk: string; orgUnitId: string | null; aantal: number; resetS: number }

// Read anew with every request, so that withdrawing works at once; counted in the same question. The term is a legal day (nu()), the
// limit is about machines (the real clock).
const READ = `
  with gevonden as (
    select k.id, k.scopes, k.opleider_id, k.door_id, o.kvk, o.org_unit_id, k.laatst_gebruikt_op
      from koppeling k join opleider o on o.id = k.opleider_id join gebruiker g on g.id = k.door_id
     where k.token_hash = $1 and k.ingetrokken_op is null and g.uitgeschakeld_op is null
       and (nu() at time zone 'Europe/Amsterdam')::date < k.geldig_tot
  ), geteld as (
    insert into koppeling_telling as t (koppeling_id, minuut) select id, date_trunc('minute', clock_timestamp()) from gevonden
    on conflict (koppeling_id, minuut) do update set aantal = t.aantal + 1 returning aantal
  ), gezien as (
    update koppeling set laatst_gebruikt_op = nu() from gevonden
     where koppeling.id = gevonden.id and (gevonden.laatst_gebruikt_op is null or gevonden.laatst_gebruikt_op not between nu() - interval '1 minute' and nu())
  )
  select id, scopes, opleider_id as "opleiderId", door_id as "gebruikerId", kvk, org_unit_id as "orgUnitId", (select aantal from geteld) as aantal,
         ceil(60 - extract(second from clock_timestamp()))::int as "resetS"
    from gevonden`

/**
 * Who sends this request, when its token is good, in scope and below its limit; otherwise the answer to send: 401, 403 or 429,
 * in the shape of `refuse`.
 */
export async function requireKoppeling(handeling: Handeling, request: Request, refuse: Refuser = apiProblem): Promise<Beller | Response> {
  const token = readToken(request)
  const row = token === undefined ? undefined : await readKoppeling(token)
  if (row === undefined) return refuseToken(refuse, token)
  const stand = standOf(REQUESTS_PER_MINUTE, row.aantal, row.resetS)
  const headers = rateHeaders(stand)
  if (stand.isOp) {
    return refuse(429, 'te-veel-verzoeken', {
      title: 'Dit waren te veel verzoeken', detail: `Een token mag ${String(REQUESTS_PER_MINUTE)} verzoeken per minuut doen. Wacht ${String(stand.resetS)} seconden. Stuur veel rijen in één verzoek.`,
    }, headers)
  }
  const actor: OpleiderActor = { soort: 'opleider', id: row.gebruikerId, rollen: ['opleider'], opleiderId: row.opleiderId, kvk: row.kvk }
  if (!isAllowed(actor, handeling) || !isInScope(row.scopes, handeling)) {
    log.warn('toegang geweigerd', { onderdeel: handeling, id: row.id })
    return refuse(403, 'buiten-scope', { title: 'Uw token mag dit niet', detail: 'Maak in het opleidersportaal, onder Koppelingen, een token dat dit wel mag.' }, headers)
  }
  return { koppelingId: row.id, actor, orgUnitId: row.orgUnitId, headers }
}

function readToken(request: Request): string | undefined {
  return /^bearer +([A-Za-z0-9_-]{20,200})$/i.exec(request.headers.get('authorization')?.trim() ?? '')?.[1]
}

function refuseToken(refuse: Refuser, token: string | undefined): Response {
  return refuse(401, 'geen-geldig-token', {
    title: 'Uw token is niet geldig', detail: 'Stuur de kop Authorization: Bearer met een token dat u maakt in het opleidersportaal, onder Koppelingen. Een token dat is verlopen of ingetrokken, werkt niet meer.',
  }, { 'www-authenticate': token === undefined ? 'Bearer realm="stap"' : 'Bearer realm="stap", error="invalid_token"' })
}

async function readKoppeling(token: string): Promise<Row | undefined> {
  const { rows: [row] } = await pool.query<Row>({ name: 'koppeling', text: READ, values: [hashKoppelingToken(token)] })
  return row
}

/** What is kept of a token. It has 256 random bits, so a plain hash cannot be guessed back. */
export function hashKoppelingToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Requests that an address without a token may do in a minute, at one process. */
const ANONYMOUS_PER_MINUTE = 300

const countAddress = createRateLimit(ANONYMOUS_PER_MINUTE)

/**
 * Counts a request for what is public: with a token to the limit of that token, without one to that of its address. Gives the answer
 * to send when there is nothing left: 429, or 401 for a token that is not good.
 */
export async function refuseBusyCaller(request: Request): Promise<Response | undefined> {
  const token = readToken(request)
  const row = token === undefined ? undefined : await readKoppeling(token)
  if (request.headers.has('authorization') && row === undefined) return refuseToken(apiProblem, token)
  const stand = row === undefined ? countAddress(request.headers.get('x-forwarded-for') ?? '') : standOf(REQUESTS_PER_MINUTE, row.aantal, row.resetS)
  if (!stand.isOp) return undefined
  return apiProblem(429, 'te-veel-verzoeken', {
    title: 'Dit waren te veel verzoeken', detail: `U mag ${String(stand.limit)} verzoeken per minuut doen. Wacht ${String(stand.resetS)} seconden. Wilt u alles? Haal dan een bestand van /opendata.`,
  }, rateHeaders(stand))
}
