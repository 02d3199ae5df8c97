import { Redis, type ChainableCommander } from 'ioredis'

const PAGE = 500

/**
 * Gives every key of Redis with what is in it, as text, page by page; undefined when Redis is not reachable. What disappears
 * meanwhile is left out.
 */
export async function* scanRedis(url: string): AsyncGenerator<{ key: string; tekst: string }> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, connectTimeout: 2_000, commandTimeout: 10_000, retryStrategy: () => null })
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    let cursor = '0'
    do {
      const [next, keys] = await redis.scan(cursor, 'COUNT', String(PAGE))
      cursor = next
      yield* await readKeys(redis, keys)
    } while (cursor !== '0')
  } finally {
    redis.disconnect()
  }
}

async function readKeys(redis: Redis, keys: readonly string[]): Promise<readonly { key: string; tekst: string }[]> {
  if (keys.length === 0) return []
  const types = await run(redis, (pipeline) => { for (const key of keys) pipeline.type(key) })
  const values = await run(redis, (pipeline) => { for (const [nr, key] of keys.entries()) ask(pipeline, key, String(types[nr])) })
  return keys.map((key, nr) => ({ key, tekst: JSON.stringify(values[nr] ?? null) }))
}

function ask(pipeline: ChainableCommander, key: string, type: string): void {
  switch (type) {
    case 'string':
      pipeline.get(key)
      break
    case 'hash':
      pipeline.hgetall(key)
      break
    case 'list':
      pipeline.lrange(key, 0, -1)
      break
    case 'set':
      pipeline.smembers(key)
      break
    case 'zset':
      pipeline.zrange(key, '0', '-1')
      break
    case 'stream':
      pipeline.xrange(key, '-', '+')
      break
    default:
      // Gone since it was listed; the answers must stay as many as the keys.
      pipeline.exists(key)
  }
}

async function run(redis: Redis, fill: (pipeline: ChainableCommander) => void): Promise<readonly unknown[]> {
  const pipeline = redis.pipeline()
  fill(pipeline)
  return ((await pipeline.exec()) ?? []).map(([, value]) => value)
}
