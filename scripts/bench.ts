/**
 * npm run bench [-- intake]: each benchmark measures the limit of the same machine in the same run and prints the ratio. It works
 * on the server of the running system, in a database of its own that is thrown away; the last line is JSON.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { migrate } from '@/scripts/migrate'

type Resultaat = { naam: string; waarde: number; eenheid: string; grens: number; grensEenheid: string; verhouding: number }

// Loaded when they are asked for: by then DATABASE_URL points to the database of the benchmark.
const BENCHMARKS: Readonly<Record<string, (databaseUrl: string) => Promise<Resultaat>>> = {
  intake: async (databaseUrl) => (await import('./bench/intake')).benchIntake(databaseUrl),
}

async function main(): Promise<string | undefined> {
  const gevraagd = process.argv.slice(2)
  const namen = gevraagd.length === 0 ? Object.keys(BENCHMARKS) : gevraagd
  const onbekend = namen.filter((naam) => !Object.hasOwn(BENCHMARKS, naam))
  if (onbekend.length > 0) return `Onbekend: ${onbekend.join(', ')}. Gebruik: npm run bench [-- ${Object.keys(BENCHMARKS).join('|')}]`
  const server = process.env['DATABASE_URL']
  if (server === undefined) return 'DATABASE_URL ontbreekt. Start het systeem met npm start, of zet DATABASE_URL.'

  const resultaten: Resultaat[] = []
  for (const naam of namen) {
    const bench = BENCHMARKS[naam]
    if (bench === undefined) continue
    console.log(`${naam}: bezig …`)
    const resultaat = await withOwnDatabase(server, bench)
    const { waarde, eenheid, grens, grensEenheid, verhouding } = resultaat
    console.log(`${naam}: ${String(waarde)} ${eenheid}; grens ${String(grens)} ${grensEenheid}; verhouding ${String(verhouding).replace('.', ',')}`)
    resultaten.push(resultaat)
  }
  console.log(JSON.stringify({ resultaten }))
  return undefined
}

async function withOwnDatabase(server: string, bench: (databaseUrl: string) => Promise<Resultaat>): Promise<Resultaat> {
  const database = `stap_bench_${randomUUID().slice(0, 8)}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(`create database ${database}`)
    const url = new URL(server)
    url.pathname = `/${database}`
    await migrate(url.href)
    process.env['DATABASE_URL'] = url.href
    return await bench(url.href)
  } finally {
    process.env['DATABASE_URL'] = server
    await client.query(`drop database if exists ${database} with (force)`)
    await client.end()
  }
}

const fout = await main()
if (fout !== undefined) {
  console.error(fout)
  process.exitCode = 1
}
