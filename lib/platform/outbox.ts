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

/** The same for many jobs of one kind. */
export async function enqueueVeel<Name extends JobName>(tx: Tx, job: Name, payloads: readonly JobPayloads[Name][]): Promise<void> {
  if (payloads.length > 0) await tx.outbox.createMany({ data: payloads.map((payload) => ({ job, payload: jobSchemas[job].parse(payload) })) })
}

/** The same for many jobs of one kind in a transaction in plain SQL. */
export async function enqueueAll<Name extends JobName>(client: PoolClient, job: Name, payloads: readonly JobPayloads[Name][]): Promise<void> {
  if (payloads.length === 0) return
  const parsed = payloads.map((payload) => JSON.stringify(jobSchemas[job].parse(payload)))
  await client.query('insert into outbox (job, payload) select $1, p::jsonb from unnest($2::text[]) as p', [job, parsed])
}

/** From this many aanvragen on, their jobs are written as one row. */
const GROEP_VANAF = 20

/** Jobs that have an aanvraag as their only payload. */
type AanvraagJob = { [Name in JobName]: JobPayloads[Name] extends { aanvraagId: string } ? Name : never }[JobName]

/**
 * The same for the aanvragen of one batch of an opening: many become one row, which a worker unfolds to a job for each
 * (ontvouwOutbox). A batch then costs one row, not one for each of its aanvragen.
 */
export async function enqueueVoorAanvragen(client: PoolClient, job: AanvraagJob, aanvraagIds: readonly string[]): Promise<void> {
  if (aanvraagIds.length < GROEP_VANAF) return enqueueAll(client, job, aanvraagIds.map((aanvraagId) => ({ aanvraagId })))
  await client.query({ name: 'outbox-groep', text: 'insert into outbox_groep (job, aanvraag_ids) values ($1, $2::uuid[])', values: [job, aanvraagIds] })
}
