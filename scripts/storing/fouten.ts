import { Redis } from 'ioredis'
import pg from 'pg'
import { familyOf } from './servers'

// Faults that need no more than a process or an address. Each says by resolving when it is over.

/** Sends a signal to a process and everything it started. */
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
