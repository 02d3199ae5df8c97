import 'server-only'
import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { inPgTransaction, withClient, type PoolClient } from '@/lib/platform/db'

const BATCH = 2_000
const LOCK = 7_300_103
const GENESIS = '0'.repeat(64)

/** SQL for the text of an entry `g` that its seal covers. One text per entry, the same on every machine: jsonb writes its keys in a fixed order, the moment is written in UTC. */
export const VERZEGELDE_TEKST = `jsonb_build_array(g.id, g.onderwerp, g.onderwerp_id, g.soort, g.van_status, g.naar_status, g.door_id, g.door_rol, g.reden,
  g.gegevens, g.zichtbaar, to_char(g.op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), g.xid::text)::text`

/** One walk through the log in order of id: from which transaction, the oldest one that still ran when it began, and how far it is. */
type Pass = { readonly vanaf: string | null; readonly xmin: string; readonly na: number }

// Everything of transactions below `vanaf` has been sealed, and nothing can appear there any more.
let pass: Partial<Pass> = {}

/**
 * Seals the entries of the log that have become visible: each hash covers the entry and the hash before it, so that nothing
 * in between can be changed, removed or added unseen (invariant I7). Numbers of a sequence become visible out of order; the
 * chain has its own order, that of sealing. What becomes visible behind the walk belongs to a transaction that still ran when
 * it began, so the next walk finds it.
 * @returns whether there may be more at once
 */
export async function sealGebeurtenissen(): Promise<boolean> {
  const step = await inPgTransaction((client) => sealBatch(client, pass))
  if (step === undefined) return false
  // After the commit: what was not kept must be found again.
  pass = step.more ? step.pass : { vanaf: step.pass.xmin }
  return step.more
}

/** The next entries of the walk. Undefined when another process is sealing. */
async function sealBatch(client: PoolClient, { vanaf = null, na = 0, ...begun }: Partial<Pass>): Promise<{ pass: Pass; more: boolean } | undefined> {
  const { rows: [lock] } = await client.query<{ locked: boolean; xmin: string }>(
    'select pg_try_advisory_xact_lock($1) as locked, pg_snapshot_xmin(pg_current_snapshot())::text as xmin', [LOCK])
  if (lock?.locked !== true) return undefined
  const { rows } = await client.query<{ id: number; tekst: string }>(
    `select g.id, ${VERZEGELDE_TEKST} as tekst from gebeurtenis g
      where g.id > $2 and ($1::xid8 is null or g.xid >= $1::xid8)
        and not exists (select from gebeurtenis_zegel z where z.gebeurtenis_id = g.id)
      order by g.id limit ${BATCH}`, [vanaf, na])
  await append(client, rows)
  return { pass: { vanaf, xmin: begun.xmin ?? lock.xmin, na: rows.at(-1)?.id ?? na }, more: rows.length === BATCH }
}

async function append(client: PoolClient, rows: readonly { id: number; tekst: string }[]): Promise<void> {
  if (rows.length === 0) return
  const { rows: [last] } = await client.query<{ volgnummer: number; hash: string }>('select volgnummer, hash from gebeurtenis_zegel order by volgnummer desc limit 1')
  let hash = last?.hash ?? GENESIS
  const hashes = rows.map(({ tekst }) => (hash = chain(hash, tekst)))
  // Numbered without gaps, so that a seal that was removed leaves a hole.
  const first = (last?.volgnummer ?? 0) + 1
  await client.query(
    'insert into gebeurtenis_zegel (gebeurtenis_id, volgnummer, hash) select id, $3 + nr - 1, hash from unnest($1::bigint[], $2::text[]) with ordinality as t (id, hash, nr)',
    [rows.map(({ id }) => id), hashes, first])
}

function chain(previous: string, tekst: string): string {
  return createHash('sha256').update(previous).update('\n').update(tekst).digest('hex')
}

export type Zegelbreuk = { volgnummer: number; gebeurtenisId: number | null; reden: 'gewijzigd' | 'verwijderd' }

/** Recomputes the whole chain; gives the first seal that does not fit, or undefined when all is well. */
export async function verifyZegels(): Promise<Zegelbreuk | undefined> {
  return withClient(findZegelbreuk)
}

/** The same on a connection of the caller, in its snapshot. */
export async function findZegelbreuk(client: ClientBase): Promise<Zegelbreuk | undefined> {
  let hash = GENESIS
  let expected = 1
  for (;;) {
    const { rows } = await client.query<{ volgnummer: number; gebeurtenis_id: number; hash: string; tekst: string | null }>(
      `select z.volgnummer, z.gebeurtenis_id, z.hash, case when g.id is null then null else ${VERZEGELDE_TEKST} end as tekst
         from gebeurtenis_zegel z left join gebeurtenis g on g.id = z.gebeurtenis_id
        where z.volgnummer >= $1 order by z.volgnummer limit ${BATCH}`, [expected])
    for (const row of rows) {
      if (row.volgnummer !== expected) return { volgnummer: expected, gebeurtenisId: null, reden: 'verwijderd' }
      if (row.tekst === null) return { volgnummer: expected, gebeurtenisId: row.gebeurtenis_id, reden: 'verwijderd' }
      hash = chain(hash, row.tekst)
      if (hash !== row.hash) return { volgnummer: expected, gebeurtenisId: row.gebeurtenis_id, reden: 'gewijzigd' }
      expected += 1
    }
    if (rows.length < BATCH) return undefined
  }
}
