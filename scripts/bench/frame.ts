import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { z } from 'zod'

/** One line of the outcome, as docs say it. */
export const resultaatSchema = z.strictObject({ naam: z.string(), waarde: z.number(), eenheid: z.string(), grens: z.number(), grensEenheid: z.string(), verhouding: z.number() })
export type Resultaat = z.output<typeof resultaatSchema>

/** As many clients as the plain insert limit is measured with. */
export const CLIENTS = 64
const INSERTS = 12_000

/** Runs `act` for 0 up to `total` by so many clients, each beginning the next as soon as its own is done; answers acts per second. */
export async function perSecond(total: number, clients: number, act: (n: number, client: number) => Promise<unknown>): Promise<number> {
  let next = 0
  const begin = performance.now()
  await Promise.all(Array.from({ length: clients }, async (_, client) => {
    while (next < total) {
      next += 1
      await act(next - 1, client)
    }
  }))
  return total / ((performance.now() - begin) / 1_000)
}

/**
 * The plain insert limit of a database: a row with a number of its own, 64 connections that are open already, one transaction
 * each. Measured right before and right after what is compared with it, so that a busy machine is busy for both.
 */
export async function withInsertLimit(pool: pg.Pool, measure: () => Promise<number>): Promise<{ waarde: number; grens: number }> {
  await pool.query('create table if not exists bench_insert (id bigserial primary key, aanvraag_id uuid not null, tijdvak_id uuid not null, bedrag_cent integer not null, ontvangen_op timestamptz not null default now())')
  const before = await measureInserts(pool)
  const waarde = await measure()
  const after = await measureInserts(pool)
  return { waarde, grens: (before + after) / 2 }
}

async function measureInserts(pool: pg.Pool): Promise<number> {
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => pool.connect()))
  try {
    const tijdvak = randomUUID()
    const insert = (client: number) => clients[client]?.query('insert into bench_insert (aanvraag_id, tijdvak_id, bedrag_cent) values ($1, $2, 100000)', [randomUUID(), tijdvak]) ?? Promise.reject(new Error('no client'))
    await perSecond(CLIENTS * 10, CLIENTS, (_, client) => insert(client))
    return await perSecond(INSERTS, CLIENTS, (_, client) => insert(client))
  } finally {
    for (const client of clients) client.release()
  }
}

/** A result with its figures rounded: rates to whole numbers, the ratio to hundredths. */
export function toResultaat(naam: string, { waarde, eenheid, grens, grensEenheid }: { waarde: number; eenheid: string; grens: number; grensEenheid: string }): Resultaat {
  return { naam, waarde: Math.round(waarde), eenheid, grens: Math.round(grens), grensEenheid, verhouding: Math.round((waarde / grens) * 100) / 100 }
}

/** Percentiles of durations in milliseconds, as text. */
export function percentielen(ms: readonly number[]): string {
  const sorted = [...ms].sort((a, b) => a - b)
  const at = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
  return `p50 ${String(at(0.5))} ms, p95 ${String(at(0.95))} ms, p99 ${String(at(0.99))} ms`
}

/** The most memory that this process ever held, in MB. */
export function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}

/** Does a piece of work, prints how long it took, the memory it ended with and the most there was until then; answers seconds. */
export async function timed(naam: string, work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  const seconds = (performance.now() - begin) / 1_000
  console.log(`  ${naam}: ${seconds.toFixed(1).replace('.', ',')} s, ${String(Math.round(process.memoryUsage().rss / 1024 / 1024))} MB, piek ${String(peakMb())} MB`)
  return seconds
}
