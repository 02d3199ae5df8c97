/** npm run controle: verifies the invariants of the domain on the running database; the last line is JSON, exit 1 when one is broken. */
import pg from 'pg'
import type { Uitslag } from './controle/controleer'
import { ControleFout } from './controle/fout'

/** What one statement may cost before it is given up. */
const TIMEOUT = '10min'

/** Runs the checks on one read only snapshot, so that a system under load is judged at one moment and goes on meanwhile. */
async function run(): Promise<readonly Uitslag[]> {
  // Here and not at the top: settings that are not in order are told in one sentence.
  const { closeDb, withClient } = await import('@/lib/platform/db')
  const { controleer } = await import('./controle/controleer')
  try {
    return await withClient(async (client) => {
      await client.query('begin isolation level repeatable read read only')
      await client.query(`set local statement_timeout = '${TIMEOUT}'`)
      await client.query(`set local idle_in_transaction_session_timeout = '${TIMEOUT}'`)
      const uitslagen = await controleer(client, { print: (regel) => { console.log(regel) }, progress: (regel) => { console.error(regel) } })
      await client.query('rollback')
      return uitslagen
    })
  } finally {
    await closeDb()
  }
}

/** One sentence for the operator. What a database says may quote data, so only its code is told. */
function explain(fault: unknown): string {
  if (fault instanceof Error && fault.name === 'ConfigError') return fault.message
  const cause = fault instanceof ControleFout ? fault.cause : fault
  const waar = fault instanceof ControleFout ? `${fault.id} kon niet worden nagekeken` : 'De database kon niet worden nagekeken'
  if (!(cause instanceof pg.DatabaseError)) {
    if (isUnreachable(cause)) return `De database op ${address()} is niet bereikbaar. Start het systeem met npm start, of controleer DATABASE_URL.`
    return `${waar}: ${cause instanceof Error ? cause.name : 'onbekende fout'} in de controle zelf. Meld dit aan de beheerder van de software.`
  }
  switch (cause.code) {
    case '57014':
      return `${waar}: het duurde langer dan ${TIMEOUT}.`
    case '42P01':
    case '42703':
      return `${waar}: de database hoort bij een andere versie. Start het systeem opnieuw, dan wordt zij bijgewerkt.`
    case '28P01':
    case '28000':
    case '3D000':
    case '57P03':
      return `De database op ${address()} laat ons niet toe (${cause.code}). Controleer DATABASE_URL.`
    default:
      return `${waar}: de database gaf fout ${cause.code ?? 'zonder code'}.`
  }
}

/** A connection that could not be made or that broke: the driver gives a code of the network, or says so in words. */
function isUnreachable(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  return ('code' in fault && typeof fault.code === 'string' && /^E[A-Z_]+$/.test(fault.code)) || /connect|terminat|timeout/i.test(fault.message)
}

function address(): string {
  try {
    return new URL(process.env['DATABASE_URL'] ?? '').host
  } catch {
    return 'het adres in DATABASE_URL'
  }
}

try {
  const uitslagen = await run()
  console.log(JSON.stringify({ invarianten: uitslagen.map(({ id, ok, aantal }) => ({ id, ok, aantal })) }))
  process.exitCode = uitslagen.every(({ ok }) => ok) ? 0 : 1
} catch (fault) {
  console.error(explain(fault))
  process.exitCode = 2
}
