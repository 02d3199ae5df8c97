import 'server-only'
import { createHash } from 'node:crypto'
import { API_VERSION, apiProblem, type Refuser } from '@/lib/platform/api'
import type { Beller } from '@/lib/platform/bearer'
import { pool } from '@/lib/platform/db'

/** After this many seconds a request that never answered is taken to be dead, and may be done again. */
const DEAD_AFTER_S = 90

type Kept = { vraagHash: string; status: number | null; mediatype: string | null; antwoord: string | null }

/**
 * Does a request once per Idempotency-Key: the same key and body gives the same answer, another body 422, and while the first
 * still runs 409. Without the header it is simply done. Faults are not kept: what failed may be tried again.
 *
 * @param body the bytes of the request, because a second request must be the same to the byte
 */
export async function withIdempotency(request: Request, { beller, body, refuse = apiProblem }: { beller: Beller; body: Uint8Array | string; refuse?: Refuser }, run: () => Promise<Response>): Promise<Response> {
  const sleutel = request.headers.get('idempotency-key')
  if (sleutel === null) return run()
  if (!/^[\x21-\x7e]{1,255}$/.test(sleutel))
    return refuse(400, 'idempotency-key-ongeldig', { title: 'De Idempotency-Key is niet goed', detail: 'Gebruik 1 tot 255 letters, cijfers en leestekens, zonder spaties. Bijvoorbeeld een UUID.' })
  const vraagHash = createHash('sha256').update(`${request.method} ${new URL(request.url).pathname}\n`).update(body).digest('hex')
  if (!(await claim(beller.koppelingId, sleutel, vraagHash))) {
    const kept = await read(beller.koppelingId, sleutel)
    if (kept !== undefined) return answerAgain(kept, vraagHash, refuse)
    // Its owner failed just now and let go of it.
    if (!(await claim(beller.koppelingId, sleutel, vraagHash))) return busy(refuse)
  }
  return runAndKeep(beller.koppelingId, sleutel, run)
}

async function runAndKeep(koppelingId: string, sleutel: string, run: () => Promise<Response>): Promise<Response> {
  let kept = false
  try {
    const response = await run()
    if (response.status < 500 && response.status !== 429) {
      const antwoord = await response.clone().text()
      await pool.query('update idempotentie set status = $3, mediatype = $4, antwoord = $5 where koppeling_id = $1 and sleutel = $2',
        [koppelingId, sleutel, response.status, response.headers.get('content-type'), antwoord])
      kept = true
    }
    return response
  } finally {
    if (!kept) await pool.query('delete from idempotentie where koppeling_id = $1 and sleutel = $2', [koppelingId, sleutel]).catch(() => undefined)
  }
}

/** True when this request is the one that does it. */
async function claim(koppelingId: string, sleutel: string, vraagHash: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into idempotentie as i (koppeling_id, sleutel, vraag_hash) values ($1, $2, $3)
     on conflict (koppeling_id, sleutel) do update set begonnen_op = clock_timestamp()
       where i.status is null and i.vraag_hash = excluded.vraag_hash and i.begonnen_op < clock_timestamp() - make_interval(secs => ${String(DEAD_AFTER_S)})`,
    [koppelingId, sleutel, vraagHash])
  return rowCount === 1
}

async function read(koppelingId: string, sleutel: string): Promise<Kept | undefined> {
  const { rows: [kept] } = await pool.query<Kept>(
    'select vraag_hash as "vraagHash", status, mediatype, antwoord from idempotentie where koppeling_id = $1 and sleutel = $2', [koppelingId, sleutel])
  return kept
}

function answerAgain(kept: Kept, vraagHash: string, refuse: Refuser): Response {
  if (kept.vraagHash !== vraagHash)
    return refuse(422, 'idempotency-key-hergebruikt', { title: 'Deze Idempotency-Key is al gebruikt', detail: 'U stuurde met deze sleutel eerder iets anders. Gebruik voor elk nieuw verzoek een nieuwe sleutel.' })
  if (kept.status === null || kept.antwoord === null) return busy(refuse)
  const headers = { 'content-type': kept.mediatype ?? 'application/json', 'cache-control': 'no-store', 'api-version': API_VERSION, 'idempotency-replayed': 'true' }
  // A 204 may not have a body at all.
  return new Response(kept.antwoord === '' ? null : kept.antwoord, { status: kept.status, headers })
}

function busy(refuse: Refuser): Response {
  return refuse(409, 'verzoek-loopt-nog', { title: 'Dit verzoek loopt nog', detail: 'Wacht even en stuur het daarna opnieuw met dezelfde sleutel.' }, { 'retry-after': '5' })
}

/** Forgets answers of more than a day ago, and counts of tokens. */
export async function forgetOldAnswers(): Promise<void> {
  await pool.query("delete from idempotentie where begonnen_op < clock_timestamp() - interval '1 day'")
  await pool.query("delete from koppeling_telling where minuut < clock_timestamp() - interval '1 hour'")
}
