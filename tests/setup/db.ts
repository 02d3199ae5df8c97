import pg from 'pg'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, inject } from 'vitest'

const url = new URL(process.env['DATABASE_URL'] ?? '')
const database = url.pathname.slice(1)

async function onServer(sql: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    for (const statement of sql) await client.query(statement)
  } finally {
    await client.end()
  }
}

/**
 * Gives this file (or this describe) a migrated database without rows; lib/platform/db points to it.
 * Call it once at the top. `seed` runs after it has been made.
 */
export function freshDb(seed?: () => Promise<void>): void {
  beforeAll(async () => {
    await onServer([`drop database if exists ${database} with (force)`, `create database ${database} template ${inject('template')}`])
    await seed?.()
  })
  afterAll(async () => {
    await owners.end()
    owners = makeOwners()
    // The pool of lib/platform/db replaces the connections that this breaks.
    await onServer([`drop database if exists ${database} with (force)`])
  })
}

/** A connection as the owner of the schema, to prepare or spoil what the application's role may not touch. Close it with `end()`. */
export async function ownerClient(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  return client
}

// Kept open: logging in for every statement, and reading the catalogue again, took a third of the time of tests that ask much.
let owners = makeOwners()

function makeOwners(): pg.Pool {
  const pool = new pg.Pool({ connectionString: url.href, max: 20, allowExitOnIdle: true })
  // One that is idle when its database is dropped is replaced by the pool.
  pool.on('error', () => undefined)
  return pool
}

const ignore = () => undefined

/** Lends a connection of the owner that is as good as new: nothing that an earlier statement set, locked or began is left. */
async function lendOwner<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await owners.connect()
  // Whoever waits for its answer hears that it broke.
  client.on('error', ignore)
  try {
    return await work(client)
  } finally {
    // Refused within a transaction that was left open: then the connection goes.
    const isClean = await client.query('discard all').then(() => true, () => false)
    if (isClean) client.off('error', ignore)
    client.release(!isClean)
  }
}

/** Runs SQL as the owner of the schema. */
export async function asOwner<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return lendOwner(async (client) => (await client.query<Row>(sql, [...values])).rows)
}

/**
 * Spoils data behind the back of constraints and triggers, to prove that a check can fail.
 * The statement runs with triggers and foreign keys off.
 */
export async function plant(sql: string, values: readonly unknown[] = []): Promise<void> {
  await lendOwner(async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(sql, [...values])
  })
}

/**
 * Shifts the legal clock (nu()) of this file's database; it runs on from there. Rounded up: what begins at this moment has begun.
 */
export async function zetKlok(iso: string): Promise<void> {
  await asOwner(`update klok set verschuiving_ms = ceil(extract(epoch from ($1::timestamptz - clock_timestamp())) * 1000) where id = 1`, [iso])
}

/** Sets the legal clock back to the real time. */
export async function zetKlokEcht(): Promise<void> {
  await asOwner('update klok set verschuiving_ms = 0 where id = 1')
}

/** Empties this worker's Redis. */
export async function freshRedis(): Promise<void> {
  const redis = new Redis(process.env['REDIS_URL'] ?? '')
  await redis.flushdb()
  await redis.quit()
}

/** Comes back when somebody waits in this database for what another transaction holds; throws when nobody does within ten seconds. */
export async function totIemandWacht(): Promise<void> {
  const until = performance.now() + 10_000
  while (performance.now() < until) {
    const [rij] = await asOwner<{ wacht: boolean }>(`select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as wacht`)
    if (rij?.wacht === true) return
  }
  throw new Error('nobody waits')
}
