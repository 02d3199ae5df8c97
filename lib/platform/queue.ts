import 'server-only'
import { Queue, Worker, type Job } from 'bullmq'
import { Redis } from 'ioredis'
import { config } from '@/lib/platform/config'
import { ACHTERGROND } from '@/lib/platform/jobs'

export const QUEUE = 'stap'

/** What travels through Redis: the name and the number of a row in the outbox. The row itself stays in PostgreSQL. */
export type Reference = { outboxId: number }

const REMOVE = { removeOnComplete: true, removeOnFail: true } as const

/** A connection for BullMQ: it waits for a Redis that is away instead of giving up. */
export function connectRedis(): Redis {
  const redis = new Redis(config.redisUrl, { maxRetriesPerRequest: null, retryStrategy: (poging) => Math.min(poging * 100, 2_000) })
  // Reported by the health check; without a listener ioredis writes to the console.
  redis.on('error', () => undefined)
  return redis
}

/** The queue as the relay sees it. */
export function openQueue(): {
  add: (rows: readonly { id: number; job: string }[]) => Promise<void>
  countWaiting: () => Promise<number>
  close: () => Promise<void>
} {
  const connection = connectRedis()
  const queue = new Queue<Reference>(QUEUE, { connection })
  queue.on('error', () => undefined)
  return {
    // The job id is the number of the row: forwarding a row twice while it waits adds nothing.
    add: async (rows) => {
      await queue.addBulk(rows.map(({ id, job }) => ({ name: job, data: { outboxId: id }, opts: { jobId: `outbox-${id}`, ...priority(job), ...REMOVE } })))
    },
    countWaiting: async () => {
      const { wait = 0, prioritized = 0 } = await queue.getJobCounts('wait', 'prioritized')
      return wait + prioritized
    },
    close: async () => {
      await queue.close()
      connection.disconnect()
    },
  }
}

/** A job without a priority goes before those that have one. */
function priority(job: string): { priority?: number } {
  return ACHTERGROND.includes(job) ? { priority: 10 } : {}
}

/**
 * A job of a process that died goes to another one after this long. It may be short: that no job runs twice at a time is kept
 * by the lock of its row (relay.ts) and not by the queue.
 */
const LOCK_MS = 12_000

/** Takes jobs from the queue until it is closed; closing waits for the jobs that run. */
export function openWorker(run: (reference: Reference) => Promise<void>, concurrency: number): { close: () => Promise<void> } {
  const connection = connectRedis()
  const worker = new Worker<Reference>(QUEUE, (job: Job<Reference>) => run(job.data), { connection, concurrency, lockDuration: LOCK_MS, stalledInterval: LOCK_MS / 2 })
  worker.on('error', () => undefined)
  return {
    close: async () => {
      await worker.close()
      connection.disconnect()
    },
  }
}

/** Whether Redis answers within `timeoutMs`. */
export async function pingRedis(timeoutMs: number): Promise<boolean> {
  const redis = new Redis(config.redisUrl, { lazyConnect: true, maxRetriesPerRequest: 0, connectTimeout: timeoutMs, retryStrategy: () => null })
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    return (await redis.ping()) === 'PONG'
  } catch {
    return false
  } finally {
    redis.disconnect()
  }
}
