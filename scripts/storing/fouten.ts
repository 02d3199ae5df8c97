import { Redis } from 'ioredis'
import pg from 'pg'
import { familyOf } from './servers'

/**
 * The faults that can be given to any running system by whoever knows its processes and addresses: for the experiments here and
 * for the rehearsal of an opening. Each says when it is over by resolving.
 */

/** kill -9 of a process and everything it started. */
export function killFamily(pid: number): void {
  signalFamily(pid, 'SIGKILL')
}

/** A process that is there and does nothing, for so long. */
export async function freezeFamily(pid: number, ms: number): Promise<void> {
  signalFamily(pid, 'SIGSTOP')
  await new Promise((resolve) => setTimeout(resolve, ms))
  signalFamily(pid, 'SIGCONT')
}

export function signalFamily(pid: number, signal: NodeJS.Signals): void {
  for (const one of familyOf(pid)) {
    try {
      process.kill(one, signal)
    } catch {
      // Gone already.
    }
  }
}

/** Empties Redis: every queue, cache and counter in it. */
export async function emptyRedis(url: string): Promise<void> {
  await withRedis(url, (redis) => redis.flushall())
}

/** Redis takes connections and answers nobody for so long. */
export async function silenceRedis(url: string, ms: number): Promise<void> {
  await withRedis(url, (redis) => redis.client('PAUSE', ms, 'ALL'))
  await new Promise((resolve) => setTimeout(resolve, ms))
}

/** Breaks every connection to the database but our own: as a proxy or a firewall that restarts. */
export async function cutConnections(databaseUrl: string): Promise<number> {
  return withOwner(databaseUrl, async (client) => {
    const { rowCount } = await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')
    return rowCount ?? 0
  })
}

/** A foreign transaction holds the stand of every compartiment for so long: the allocator must wait, and intake must not. */
export async function holdStand(databaseUrl: string, ms: number): Promise<void> {
  await withOwner(databaseUrl, async (client) => {
    await client.query('begin')
    await client.query('select from compartiment for update')
    await new Promise((resolve) => setTimeout(resolve, ms))
    await client.query('rollback')
  })
}

async function withRedis(url: string, work: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null })
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    await work(redis)
  } finally {
    redis.disconnect()
  }
}

async function withOwner<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
