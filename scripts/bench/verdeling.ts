import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import pg from 'pg'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { closeDb, inTransaction } from '@/lib/platform/db'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { maakBenchAanvragen, type Deelnemer } from './aanvragen'
import { CLIENTS, percentielen, perSecond, toResultaat, withInsertLimit, type Resultaat } from './frame'

const WARM = 4_000
const AANVRAGEN = 28_000
/** At an opening thousands wait at the same time: what arrives during one commit goes in the next. Fewer than an appender holds. */
const WACHTENDEN = 2_048
const PATIENCE_MS = 60_000

/**
 * How many aanvragen a second are received and decided, from the first submit to the last decision: status, log, ledger and
 * work for both, with the allocator beside intake in a process of its own. Without HTTP.
 */
export async function benchVerdeling(databaseUrl: string): Promise<Resultaat> {
  const owner = new pg.Pool({ connectionString: databaseUrl, max: CLIENTS })
  owner.on('error', () => undefined)
  let verdeler: ChildProcess | undefined
  try {
    await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
    const deelnemers = await maakBenchAanvragen(owner, AANVRAGEN)
    verdeler = fork(path.join(import.meta.dirname, 'verdeler.ts'))
    await once(verdeler, 'message')
    await perSecond(WARM, WACHTENDEN, (n) => submit(deelnemers[n]))
    await untilDecided(owner, WARM)
    const duren: number[] = []
    const { waarde, grens } = await withInsertLimit(owner, async () => {
      const begin = performance.now()
      await perSecond(AANVRAGEN - WARM, WACHTENDEN, async (n) => {
        const sent = performance.now()
        await submit(deelnemers[WARM + n])
        duren.push(performance.now() - sent)
      })
      await untilDecided(owner, AANVRAGEN)
      return (AANVRAGEN - WARM) / ((performance.now() - begin) / 1_000)
    })
    await report(owner, duren)
    return toResultaat('verdeling', { waarde, eenheid: 'ontvangen en beslist/s', grens, grensEenheid: 'inserts/s' })
  } finally {
    if (verdeler !== undefined && verdeler.exitCode === null) {
      verdeler.kill('SIGTERM')
      await once(verdeler, 'exit')
    }
    await owner.end()
    await closeDb()
  }
}

async function submit(deelnemer: Deelnemer | undefined): Promise<void> {
  if (deelnemer === undefined) throw new Error('more submits than aanvragen')
  const antwoord = await dienIn(deelnemer.burger, deelnemer.kenmerk, { isFormeel: false })
  if (!antwoord.ok) throw new Error(`an aanvraag was refused: ${antwoord.redenen.join()}`)
}

async function untilDecided(owner: pg.Pool, aantal: number): Promise<void> {
  const limit = performance.now() + PATIENCE_MS
  while (performance.now() < limit) {
    const { rows: [row] } = await owner.query<{ besloten: string }>('select count(*) as besloten from toewijzing')
    if (Number(row?.besloten) === aantal) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`not all of ${String(aantal)} were decided`)
}

/** From receipt to decision by the clock of the database, and whether the sums are right: a fast wrong answer is worth nothing. */
async function report(owner: pg.Pool, duren: readonly number[]): Promise<void> {
  const { rows } = await owner.query<{ ms: number }>(
    'select extract(epoch from w.besloten_op - i.ontvangen_op)::float8 * 1000 as ms from toewijzing w join indiening i using (volgnummer) order by w.volgnummer offset $1', [WARM])
  console.log(`verdeling: ${String(WACHTENDEN)} klanten; bevestiging ${percentielen(duren)}; van ontvangst tot uitkomst ${percentielen(rows.map(({ ms }) => ms))}`)
  const { rows: [stand] } = await owner.query<{ gereserveerd: string; toegekend: string; verwacht: string }>(
    `select c.gereserveerd_cent as gereserveerd, (select sum(bedrag_cent) from toewijzing where uitkomst = 'gereserveerd') as toegekend,
            c.plafond_cent - c.plafond_cent % 100000 as verwacht from compartiment c`)
  if (stand === undefined || stand.gereserveerd !== stand.toegekend || stand.gereserveerd !== stand.verwacht) throw new Error(`the ledger does not add up: ${JSON.stringify(stand)}`)
}
