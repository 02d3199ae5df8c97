import 'server-only'
import type { PoolClient, Tx } from '@/lib/platform/db'
import { jobSchemas, type JobName, type JobPayloads } from '@/lib/platform/jobs'

/**
 * Plans a job in the transaction of the change that causes it: it happens when, and only when, that change is committed.
 * The handler runs at least once, so it must be idempotent. `nietVoor` is a legal moment (judged by nu()).
 * The relay looks for rows every 200 ms. No NOTIFY: its lock makes every commit of the database wait for the one before.
 */
export async function enqueue<Name extends JobName>(tx: Tx, job: Name, payload: JobPayloads[Name], opts: { nietVoor?: Date } = {}): Promise<void> {
  await tx.outbox.create({ data: { job, payload: jobSchemas[job].parse(payload), nietVoor: opts.nietVoor ?? null } })
}

/** The same for many jobs of one kind in a transaction in plain SQL. */
export async function enqueueAll<Name extends JobName>(client: PoolClient, job: Name, payloads: readonly JobPayloads[Name][]): Promise<void> {
  if (payloads.length === 0) return
  const parsed = payloads.map((payload) => JSON.stringify(jobSchemas[job].parse(payload)))
  await client.query('insert into outbox (job, payload) select $1, p::jsonb from unnest($2::text[]) as p', [job, parsed])
}
