import pg from 'pg'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { closeDb, inTransaction } from '@/lib/platform/db'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { maakBenchAanvragen, type Deelnemer } from './aanvragen'
import { CLIENTS, percentielen, perSecond, toResultaat, withInsertLimit, type Resultaat } from './frame'

const WARM = 2_000
const AANVRAGEN = 14_000

/**
 * How many submits a second become durable through the use case, by as many clients as the plain insert limit has. DATABASE_URL
 * must point to a migrated database of its own: it is filled with made-up aanvragen.
 */
export async function benchIntake(databaseUrl: string): Promise<Resultaat> {
  const owner = new pg.Pool({ connectionString: databaseUrl, max: CLIENTS })
  // The database is thrown away while the last connections are still closing.
  owner.on('error', () => undefined)
  try {
    await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
    const deelnemers = await maakBenchAanvragen(owner, AANVRAGEN)
    await perSecond(WARM, CLIENTS, (n) => submit(deelnemers[n]))
    const duren: number[] = []
    const { waarde, grens } = await withInsertLimit(owner, () => perSecond(deelnemers.length - WARM, CLIENTS, async (n) => {
      const begin = performance.now()
      await submit(deelnemers[WARM + n])
      duren.push(performance.now() - begin)
    }))
    const { rows: [telling] } = await owner.query<{ aantal: string }>('select count(*) as aantal from indiening')
    if (Number(telling?.aantal) !== deelnemers.length) throw new Error(`${String(telling?.aantal)} of ${String(deelnemers.length)} were stored`)
    console.log(`intake: ${String(CLIENTS)} klanten, ${percentielen(duren)}`)
    return toResultaat('intake', { waarde, eenheid: 'indieningen/s', grens, grensEenheid: 'inserts/s' })
  } finally {
    await owner.end()
    await closeDb()
  }
}

async function submit(deelnemer: Deelnemer | undefined): Promise<void> {
  if (deelnemer === undefined) throw new Error('more submits than aanvragen')
  const antwoord = await dienIn(deelnemer.burger, deelnemer.kenmerk, { isFormeel: false })
  if (!antwoord.ok) throw new Error(`an aanvraag was refused: ${antwoord.redenen.join()}`)
}
