/**
 * npm run bench [-- intake …]: each benchmark measures the limit of the same machine in the same run and prints the ratio. It works
 * on the server of the running system, in a database of its own that is thrown away; the last line is JSON. Ends with 1 when a
 * ratio is lower than was promised.
 */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { z } from 'zod'
import { resultaatSchema, type Resultaat } from '@/scripts/bench/frame'
import { migrate } from '@/scripts/migrate'

// Each with the least that its ratio must be. Loaded when they are asked for: by then DATABASE_URL points to the database of the benchmark.
// `heapMb` is what Node may hold of it before it must clean up: without a bound it lets the process grow as long as the machine has memory.
const BENCHMARKS: Readonly<Record<string, { minstens: number; heapMb?: number; run: (databaseUrl: string) => Promise<Resultaat> }>> = {
  intake: { minstens: 0.5, run: async (databaseUrl) => (await import('./bench/intake')).benchIntake(databaseUrl) },
  'intake-http': { minstens: 0.25, run: async (databaseUrl) => (await import('./bench/intake-http')).benchIntakeHttp(databaseUrl) },
  verdeling: { minstens: 1, run: async (databaseUrl) => (await import('./bench/verdeling')).benchVerdeling(databaseUrl) },
  wachtkamer: { minstens: 0.5, run: async (databaseUrl) => (await import('./bench/wachtkamer')).benchWachtkamer(databaseUrl) },
  zoeken: { minstens: 1, run: async (databaseUrl) => (await import('./bench/zoeken')).benchZoeken(databaseUrl) },
  relevantie: { minstens: 1, run: async () => (await import('./bench/relevantie')).benchRelevantie() },
  import: { minstens: 0.2, run: async () => (await import('./bench/import')).benchImport() },
  facturen: { minstens: 1, run: async (databaseUrl) => (await import('./bench/facturen')).benchFacturen(databaseUrl) },
  betaalbatch: { minstens: 1, heapMb: 256, run: async (databaseUrl) => (await import('./bench/betaling')).benchBetaalbatch(databaseUrl) },
  bankafschrift: { minstens: 1, run: async (databaseUrl) => (await import('./bench/betaling')).benchBankafschrift(databaseUrl) },
  // The times are kept with room; of its memory the ratio is 0,85 while XML is read (470 MB of this whole process, 290 of it before a file came).
  deelname: { minstens: 0.8, run: async (databaseUrl) => (await import('./bench/deelname')).benchDeelname(databaseUrl) },
  edudex: { minstens: 1, run: async () => (await import('./bench/edudex')).benchEdudex() },
  opleiderslijst: { minstens: 1, run: async (databaseUrl) => (await import('./bench/opleiderslijst')).benchOpleiderslijst(databaseUrl) },
  loting: { minstens: 1, run: async (databaseUrl) => (await import('./bench/loting')).benchLoting(databaseUrl) },
}

async function main(): Promise<string | undefined> {
  const gevraagd = process.argv.slice(2)
  const namen = gevraagd.length === 0 ? Object.keys(BENCHMARKS) : gevraagd
  const onbekend = namen.filter((naam) => !Object.hasOwn(BENCHMARKS, naam))
  if (onbekend.length > 0) return `Onbekend: ${onbekend.join(', ')}. Gebruik: npm run bench [-- ${Object.keys(BENCHMARKS).join('|')}]`
  const server = process.env['DATABASE_URL']
  if (server === undefined) return 'DATABASE_URL ontbreekt. Start het systeem met npm start, of zet DATABASE_URL.'

  const resultaten: Resultaat[] = []
  // A process of its own for each: none inherits the connections or the warm code of the one before.
  if (namen.length > 1) for (const naam of namen) resultaten.push(...(await runApart(naam)))
  else for (const naam of namen) resultaten.push(...(isBound(naam) ? [await runHere(naam, server)] : await runApart(naam)))
  console.log(JSON.stringify({ resultaten }))
  if (resultaten.some(({ naam, verhouding }) => verhouding < (BENCHMARKS[naam]?.minstens ?? 0))) process.exitCode = 1
  return undefined
}

async function runHere(naam: string, server: string): Promise<Resultaat> {
  const bench = BENCHMARKS[naam]
  if (bench === undefined) throw new Error(`${naam} does not exist`)
  console.log(`${naam}: bezig …`)
  const resultaat = await withOwnDatabase(server, bench.run)
  const { waarde, eenheid, grens, grensEenheid, verhouding } = resultaat
  console.log(`${naam}: ${String(waarde)} ${eenheid}; grens ${String(grens)} ${grensEenheid}; verhouding ${decimaal(verhouding)}, minstens ${decimaal(bench.minstens)}`)
  return resultaat
}

/** Whether this process has the heap that the benchmark is measured in. */
function isBound(naam: string): boolean {
  const heapMb = BENCHMARKS[naam]?.heapMb
  return heapMb === undefined || process.execArgv.includes(heapFlag(heapMb))
}

function heapFlag(heapMb: number): string {
  return `--max-old-space-size=${String(heapMb)}`
}

/** The results that the process printed as its last line; none when it did not get that far, which is a fault. */
async function runApart(naam: string): Promise<readonly Resultaat[]> {
  const heapMb = BENCHMARKS[naam]?.heapMb
  const child = spawn(process.execPath, [...(heapMb === undefined ? [] : [heapFlag(heapMb)]), ...process.execArgv, import.meta.filename, naam], { stdio: ['ignore', 'pipe', 'inherit'] })
  let last = ''
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) last = line
    else console.log(line)
  }
  const { resultaten } = z.object({ resultaten: z.array(resultaatSchema) }).parse(JSON.parse(last === '' ? '{}' : last))
  return resultaten
}

function decimaal(getal: number): string {
  return String(getal).replace('.', ',')
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
