import { setTimeout as wait } from 'node:timers/promises'
import { pool } from '@/lib/platform/db'
import type { JobName } from '@/lib/platform/jobs'
import { ontvouwOutbox, processOutbox } from '@/lib/platform/relay'
import { handlers } from '@/workers/handlers'

/** The jobs that money hangs on. Letters as PDF, mail and the search index go on behind it and are not waited for. */
const GELDWERK: readonly JobName[] = [
  'beoordeel-aanvraag', 'wijs-aanvraag-af', 'maak-verplichting', 'laat-verplichting-vervallen', 'leg-annulering-voor', 'maak-betaalbestand', 'verwerk-bankbericht', 'betaal-vraag-opnieuw', 'stel-vast',
  'vraag-reactie', 'sluit-reactietermijn', 'vraag-deelname-na', 'laat-reservering-vrij', 'pas-reservering-aan',
]
const SAMEN = 4
const PER_KEER = 400
const ALS_BEZET_MS = 50
/** A job that fails this often is a fault of the system, and the year ends. */
const MEESTE_POGINGEN = 5

/**
 * Does what the outbox asks, until nothing that money hangs on is left. By the same function as the workers, beside them: each row is
 * done once, by whoever is first. So a year does not wait for a round of the relay, and plays without workers too.
 */
export async function bezorg(): Promise<number> {
  for (let gedaan = 0; ;) {
    while (await ontvouwOutbox()) continue
    const { rows } = await pool.query<{ id: number; job: string; pogingen: number; fout: string | null }>(
      `select id, job, pogingen, fout from outbox where verwerkt_op is null and job = any ($1) and (niet_voor is null or niet_voor <= nu()) order by id limit $2`, [GELDWERK, PER_KEER])
    if (rows.length === 0) return gedaan
    const mislukt = rows.find(({ pogingen }) => pogingen >= MEESTE_POGINGEN)
    if (mislukt !== undefined) throw new Error(`job ${mislukt.job} mislukte ${mislukt.pogingen} keer: ${mislukt.fout ?? ''}`)
    const rij = rows.values()
    await Promise.all(Array.from({ length: SAMEN }, async () => { for (const { id } of rij) await processOutbox({ outboxId: id }, handlers) }))
    gedaan += rows.length
    // What is under way in a worker is waited for.
    if (rows.length < SAMEN) await wait(ALS_BEZET_MS)
  }
}
