import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg, { type PoolClient } from 'pg'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { config } from '@/lib/platform/config'
import { spanned } from '@/lib/platform/telemetry'
import { PrismaClient, type Prisma } from '@/prisma/generated/client'

export type Tx = Prisma.TransactionClient
export type { PoolClient } from 'pg'

const INT8 = 20
const DATE = 1082

/** int8 as number (sums of cents stay far below 2^53) and date as 'YYYY-MM-DD', so that plain SQL gives the types of lib/base. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (format !== 'binary' && oid === INT8) return Number
    if (format !== 'binary' && oid === DATE) return String
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- pg types its parsers as any
    return pg.types.getTypeParser(oid, format)
  },
}

/** The role without UPDATE and DELETE on ledger and log: every connection of the application works as that role. */
const OPTIONS = '-c role=stap_app -c timezone=UTC -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s'

/**
 * Reads go by key, whatever the tables hold: a plan that was made while they were empty would otherwise stay when a hundred thousand
 * people are in them, and a plan for each question costs more than the question.
 */
const BY_KEY = `${OPTIONS} -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c enable_material=off -c jit=off -c plan_cache_mode=force_generic_plan`

/** Connections for reads by key: each question is one of many people, so few are enough. */
const BY_KEY_MAX = 6

type Handles = { pool: pg.Pool; poolByKey: pg.Pool; prisma: PrismaClient }
// Bundles of Next may each hold a copy of this module; one process must still have one pool.
const store: typeof globalThis & { stapDb?: Handles } = globalThis

function open(): Handles {
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: config.poolSize, options: OPTIONS, types, connectionTimeoutMillis: 10_000 })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  const poolByKey = new pg.Pool({ connectionString: config.databaseUrl, max: BY_KEY_MAX, options: BY_KEY, types, connectionTimeoutMillis: 10_000 })
  poolByKey.on('error', () => undefined)
  return { pool, poolByKey, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

const handles = (store.stapDb ??= open())

/** Plain SQL, for intake, allocation, import, search and reports. */
export const pool = handles.pool

/** Plain SQL for what the opening-day path asks for every request, in named statements that find their rows by key. */
export const poolByKey = handles.poolByKey

/** Prisma, for everything else. */
export const prisma = handles.prisma

/** How often a transaction is done that the database broke off to end a deadlock. */
const POGINGEN = 3

/**
 * Runs `fn` in one transaction (read committed). A throw rolls everything back. When two wait for each other the database breaks one of
 * them off: that one is done again from the start, so `fn` does nothing that a rollback does not undo.
 * @throws what `fn` throws, and a Prisma error when no connection is free within 10 s or `fn` needs more than 30 s.
 */
export function inTransaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
  return spanned('transactie', async () => {
    for (let poging = 1; ; poging += 1) {
      try {
        return await prisma.$transaction(fn, { maxWait: 10_000, timeout: 30_000 })
      } catch (fault) {
        if (poging === POGINGEN || !isDeadlock(fault)) throw fault
      }
    }
  })
}

/** Whether PostgreSQL broke a transaction off to end a deadlock (40P01), however Prisma says it. */
function isDeadlock(fault: unknown): boolean {
  return fault instanceof Error && /40P01|deadlock detected/.test(`${'code' in fault ? String(fault.code) : ''} ${fault.message}`) || (fault instanceof Error && 'code' in fault && fault.code === 'P2034')
}

/**
 * Lends a connection of the pool to `fn`, outside any transaction. After `deadlineMs` the connection is cut, so that what waits
 * on it fails: one that broke without a word (a cable, a machine that is gone) never says so by itself.
 */
export async function withClient<T>(fn: (client: PoolClient) => Promise<T>, deadlineMs?: number): Promise<T> {
  const client = await pool.connect()
  // A connection that breaks between two queries says so here; without a listener that would end the process.
  client.on('error', ignore)
  let broken = false
  let isCut = false
  const deadline = deadlineMs === undefined ? undefined : setTimeout(() => {
    isCut = true
    client.release(true)
  }, deadlineMs)
  try {
    return await fn(client)
  } catch (fault) {
    broken = isBroken(fault)
    throw fault
  } finally {
    clearTimeout(deadline)
    // One that is thrown away may still have its last words to say.
    if (!broken && !isCut) client.off('error', ignore)
    if (!isCut) client.release(broken)
  }
}

function ignore(): void {
  // The next query on this connection fails, and that is where it is noticed.
}

/**
 * For the path of an opening: reads go by key, also right after tables were empty, when the planner would choose to read them
 * whole and a prepared statement would keep doing so.
 */
export const BEGIN_BY_KEY = 'begin; set local enable_seqscan = off; set local jit = off'

/**
 * How long a transaction of the opening-day path may take before its connection is cut: longer than anybody waits for a lock, and
 * shorter than people wait for a receipt. Whether it was committed is then unknown, as with every connection that breaks.
 */
export const OPENING_DEADLINE_MS = 15_000

/**
 * Runs `fn` in one transaction in plain SQL. A throw rolls everything back; an answer means that it was committed. One that begins
 * by key is of the opening-day path and has its deadline; `deadlineMs` gives another one.
 */
export function inPgTransaction<T>(
  fn: (client: PoolClient) => Promise<T>, begin: 'begin' | typeof BEGIN_BY_KEY = 'begin', deadlineMs = begin === BEGIN_BY_KEY ? OPENING_DEADLINE_MS : undefined,
): Promise<T> {
  return spanned('transactie-sql', () => withClient(async (client) => {
    await client.query(begin)
    try {
      const result = await fn(client)
      // A transaction in which a fault was swallowed answers COMMIT with ROLLBACK, and that is no error to PostgreSQL.
      const { command } = await client.query('commit')
      if (command !== 'COMMIT') throw new Error('the transaction was rolled back: a fault in it was swallowed')
      return result
    } catch (fault) {
      await client.query('rollback').catch(() => undefined)
      throw fault
    }
  }, deadlineMs))
}

// SQLSTATE errors leave the connection usable; anything else (reset, timeout) means it must not go back in the pool, and
// neither may one that the server is ending (class 57P: terminated, shutting down).
function isBroken(fault: unknown): boolean {
  return !(fault instanceof pg.DatabaseError) || (fault.code ?? '').startsWith('57P')
}

/** A `@db.Date` of Prisma (midnight UTC) as a plain date. */
export function fromDbDate(waarde: Date): PlainDate {
  return plainDate(waarde.toISOString().slice(0, 10))
}

/** A plain date as Prisma wants it for `@db.Date`: midnight UTC. */
export function toDbDate(dag: PlainDate): Date {
  return new Date(`${dag}T00:00:00.000Z`)
}

/** Closes every connection; only for processes that end (workers, scripts, tests). */
export async function closeDb(): Promise<void> {
  await prisma.$disconnect()
  if (!pool.ended) await pool.end()
  if (!poolByKey.ended) await poolByKey.end()
  delete store.stapDb
}
