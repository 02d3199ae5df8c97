import 'server-only'
import { pool, withClient } from '@/lib/platform/db'
import { faultpoint } from '@/lib/platform/faultpoint'
import { isJobName, jobSchemas, type JobName, type JobPayloads } from '@/lib/platform/jobs'
import { describeFault, log } from '@/lib/platform/log'
import type { openQueue, Reference } from '@/lib/platform/queue'
import { spanned } from '@/lib/platform/telemetry'

/** A row that was forwarded but not done after this long is forwarded again: Redis may have been emptied. */
export const FORWARD_AGAIN_S = 30
/**
 * After this many faults a job stays where it is, with its fault, until somebody looks. Ten
 * minutes apart that is a day: a mail server that is away for hours must not leave a letter without its e-mail.
 */
export const MAX_POGINGEN = 150
/** From this many faults on `npm run controle` names a job: half an hour of trying is no hiccup. */
export const ALARM_POGINGEN = 12
const BATCH = 500
/** No more than this waits in the queue: the rest waits in PostgreSQL, where it costs no memory and is not looked through again and again. */
const MAX_WAITING = 2_000
// Advisory locks of outbox rows live in a space of their own.
const LOCK_SPACE = 7_301

export type Handlers = { readonly [Name in JobName]: (payload: JobPayloads[Name]) => Promise<unknown> }

/** While an opening is busy: this many jobs that give way go on per round, and more of them once one has waited long. */
const RUSTIG = { perRonde: 2, naLangWachten: 5, langWachten: "interval '15 minutes'", inWachtrij: 8 } as const

type Queue = Pick<ReturnType<typeof openQueue>, 'add' | 'countWaiting'>

/**
 * Hands the open rows of the outbox to the queue. Several relays may run: a row that one holds, the others skip.
 * A row waits for its `niet_voor` (legal clock); `doorgezet_op` lies ahead of now while a failed job waits for its next attempt.
 *
 * What frees a place or budget goes first. Letters and assessments (ACHTERGROND) give way while `isDruk`: they go on a few at a
 * time, so that none waits for ever, and at full speed afterwards.
 * @returns whether there may be more at once
 */
export async function forwardOutbox({ add, countWaiting }: Queue, isDruk: () => Promise<boolean> = () => Promise.resolve(false)): Promise<boolean> {
  const waiting = await countWaiting()
  if (waiting >= MAX_WAITING) return false
  const spoed = await markForwarded(false, BATCH)
  if (spoed.length > 0) await hand(add, spoed)
  const rest = await forwardAchtergrond(add, { waiting, druk: await isDruk() })
  return spoed.length === BATCH || rest === BATCH
}

async function forwardAchtergrond(add: Queue['add'], { waiting, druk }: { waiting: number; druk: boolean }): Promise<number> {
  if (waiting >= (druk ? RUSTIG.inWachtrij : MAX_WAITING)) return 0
  const rows = await markForwarded(true, druk ? await rustigTempo() : Math.min(BATCH, MAX_WAITING - waiting))
  if (rows.length > 0) await hand(add, rows)
  return rows.length
}

async function rustigTempo(): Promise<number> {
  const { rows: [oldest] } = await pool.query<{ lang: boolean }>(
    `select created_at < clock_timestamp() - ${RUSTIG.langWachten} as lang from outbox where verwerkt_op is null and achtergrond order by id limit 1`)
  return oldest?.lang === true ? RUSTIG.naLangWachten : RUSTIG.perRonde
}

async function markForwarded(achtergrond: boolean, limit: number): Promise<readonly { id: number; job: string }[]> {
  const { rows } = await pool.query<{ id: number; job: string }>(
    `update outbox set doorgezet_op = clock_timestamp()
      where id in (
        select id from outbox
         where verwerkt_op is null and achtergrond = $3 and pogingen < $1
           and (niet_voor is null or niet_voor <= (select nu()))
           and (doorgezet_op is null or doorgezet_op < clock_timestamp() - $2 * interval '1 second')
         order by id limit $4 for update skip locked)
      returning id, job`, [MAX_POGINGEN, FORWARD_AGAIN_S, achtergrond, limit])
  return rows
}

/** After the commit: a job must not be able to run before its row can be read. When this fails, the rows go again later. */
async function hand(add: Queue['add'], rows: readonly { id: number; job: string }[]): Promise<void> {
  await faultpoint('outbox.na-markeren')
  await add(rows)
  await faultpoint('outbox.na-doorzetten')
}

/** A group waits at most this long for a quiet moment. */
const GROEP_WACHT = "interval '2 minutes'"

/**
 * Turns the rows that a batch of an opening wrote for all its aanvragen into a job for each (enqueueVoorAanvragen), in one
 * statement: a group is there, or its jobs are. While `isDruk` only what has waited long.
 * @returns whether there may be more at once
 */
export async function ontvouwOutbox(isDruk: () => Promise<boolean> = () => Promise.resolve(false)): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with groep as (
       delete from outbox_groep
        where id = (select id from outbox_groep where not $1 or created_at < clock_timestamp() - ${GROEP_WACHT} order by id limit 1 for update skip locked)
       returning job, aanvraag_ids, created_at
     )
     insert into outbox (job, payload, created_at)
     select job, jsonb_build_object('aanvraagId', aanvraag_id), created_at from groep, unnest(aanvraag_ids) with ordinality as a (aanvraag_id, nr) order by nr`,
    [await isDruk()])
  return (rowCount ?? 0) > 0
}

/**
 * Does the work of one row of the outbox, unless it is done or under way elsewhere. Also when the queue delivers it twice,
 * the handler runs once at a time and not again after it succeeded.
 */
export async function processOutbox({ outboxId }: Reference, handlers: Handlers): Promise<void> {
  await withClient(async (client) => {
    const { rows: [lock] } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1, ($2::bigint % 2147483647)::int) as locked', [LOCK_SPACE, outboxId])
    if (lock?.locked !== true) return
    try {
      const { rows: [row] } = await client.query<{ job: string; payload: unknown; pogingen: number }>(
        'select job, payload, pogingen from outbox where id = $1 and verwerkt_op is null', [outboxId])
      if (row === undefined) return
      await attempt(outboxId, row, handlers)
    } finally {
      await client.query('select pg_advisory_unlock($1, ($2::bigint % 2147483647)::int)', [LOCK_SPACE, outboxId])
    }
  })
}

async function attempt(id: number, row: { job: string; payload: unknown; pogingen: number }, handlers: Handlers): Promise<void> {
  const begin = performance.now()
  try {
    await spanned(`job ${row.job}`, () => handle(row.job, row.payload, handlers), { 'stap.outbox': id })
    await faultpoint('outbox.na-werk')
    await pool.query('update outbox set verwerkt_op = clock_timestamp(), fout = null where id = $1', [id])
    log.debug('job klaar', { job: row.job, jobId: String(id), duurMs: Math.round(performance.now() - begin) })
  } catch (fault) {
    const poging = row.pogingen + 1
    const { fout, ...where } = describeFault(fault)
    log.error('job mislukt', { job: row.job, jobId: String(id), poging, ...(fout === undefined ? {} : { fout }), ...where })
    // 1, 2, 4 … seconds, at most ten minutes.
    const waitS = Math.min(2 ** row.pogingen, 600)
    await pool.query(
      `update outbox set pogingen = $2, fout = $3, doorgezet_op = clock_timestamp() + $4 * interval '1 second' where id = $1`,
      [id, poging, fout, waitS - FORWARD_AGAIN_S])
  }
}

async function handle(job: string, payload: unknown, handlers: Handlers): Promise<void> {
  if (!isJobName(job)) throw new Error(`unknown job ${job}`)
  await handleKnown(job, payload, handlers)
}

// The same table, seen in a way in which a name and its payload belong together.
const schemas: { readonly [Name in JobName]: { parse: (input: unknown) => JobPayloads[Name] } } = jobSchemas

async function handleKnown<Name extends JobName>(job: Name, payload: unknown, handlers: Handlers): Promise<void> {
  await handlers[job](schemas[job].parse(payload))
}
