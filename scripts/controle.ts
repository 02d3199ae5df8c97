/** npm run controle: verifies the invariants of the domain on the running database; the last line is JSON, exit 1 when one is broken. */
import pg from 'pg'
import { ControleFout, controleer, type Uitslag } from './controle/controleer'

/** What a check may cost before it is given up. */
const TIMEOUT = '10min'

/** Runs the checks in one read only snapshot, so that a system under load is judged at one moment. */
async function run(): Promise<readonly Uitslag[]> {
  const { closeDb, withClient } = await import('@/lib/platform/db')
  try {
    return await withClient(async (client) => {
      await client.query('begin isolation level repeatable read read only')
      await client.query(`set local statement_timeout = '${TIMEOUT}'`)
      await client.query(`set local idle_in_transaction_session_timeout = '${TIMEOUT}'`)
      const uitslagen = await controleer(client, (regel) => { console.log(regel) }, (regel) => { console.error(regel) })
      await client.query('rollback')
      return uitslagen
    })
  } finally {
    await closeDb()
  }
}

/** One sentence for the operator. Messages of the database may quote data, so only the code is told. */
function explain(fault: unknown): string {
  if (fault instanceof Error && fault.name === 'ConfigError') return fault.message
  const cause = fault instanceof ControleFout ? fault.cause : fault
  if (!(cause instanceof pg.DatabaseError)) {
    return `De database op ${address()} is niet bereikbaar. Start het systeem met npm start, of controleer DATABASE_URL.`
  }
  const waar = fault instanceof ControleFout ? `${fault.id} kon niet worden nagekeken` : 'De database kon niet worden nagekeken'
  if (cause.code === '57014') return `${waar}: het duurde langer dan ${TIMEOUT}.`
  if (cause.code === '42P01' || cause.code === '42703') return `${waar}: de database hoort bij een andere versie. Start het systeem opnieuw, dan wordt zij bijgewerkt.`
  return `${waar}: de database gaf fout ${cause.code ?? 'zonder code'}.`
}

function address(): string {
  try {
    return new URL(process.env['DATABASE_URL'] ?? '').host
  } catch {
    return 'DATABASE_URL'
  }
}

try {
  const invarianten = await run()
  console.log(JSON.stringify({ invarianten }))
  process.exitCode = invarianten.every(({ ok }) => ok) ? 0 : 1
} catch (fault) {
  console.error(explain(fault))
  process.exitCode = 2
}
