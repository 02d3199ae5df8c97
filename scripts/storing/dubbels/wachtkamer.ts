/** Wrong ways to keep a waiting room. Used only by the negative controls: the harness must catch them. */
import pg from 'pg'

type Vraag = { id: number; burgerId: string; kenmerk: string }

const soort = process.env['STORING_DUBBEL'] ?? ''
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 8, options: '-c role=stap_app', connectionTimeoutMillis: 1_000 })
pool.on('error', () => undefined)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Reads the counter and writes the place after it, without holding the row in between. */
async function zonderSlot({ burgerId }: Vraag): Promise<number | undefined> {
  const { rows: [kamer] } = await pool.query<{ id: string; nummer: number }>('select tijdvak_id as id, volgende_nummer as nummer from wachtkamer')
  if (kamer === undefined) return undefined
  const { rows: [eerder] } = await pool.query<{ nummer: number }>('select nummer from wachtplaats where burger_id = $1', [burgerId])
  if (eerder !== undefined) return eerder.nummer
  await pause(5)
  await pool.query(`insert into wachtplaats (tijdvak_id, nummer, burger_id, lot, genomen_op) values ($1, $2, $3, md5(random()::text), nu())`, [kamer.id, kamer.nummer, burgerId])
  await pool.query('update wachtkamer set volgende_nummer = greatest(volgende_nummer, $1) where tijdvak_id = $2', [kamer.nummer + 1, kamer.id])
  return kamer.nummer
}

// What was last seen, kept for when the database is away; and when nothing was seen, the door is open: people must not wait for a fault.
const cache = new Map<string, number>()
let toegelatenTot = Infinity

async function refresh(): Promise<void> {
  const { rows } = await pool.query<{ burgerId: string; nummer: number }>('select burger_id as "burgerId", nummer from wachtplaats')
  for (const { burgerId, nummer } of rows) cache.set(burgerId, nummer)
  const { rows: [kamer] } = await pool.query<{ tot: number }>('select toegelaten_tot as tot from wachtkamer')
  toegelatenTot = kamer?.tot ?? Infinity
}

async function uitCache({ burgerId }: Vraag): Promise<number | undefined> {
  try {
    await refresh()
  } catch {
    toegelatenTot = Infinity
  }
  const nummer = cache.get(burgerId) ?? 1
  return nummer <= toegelatenTot ? nummer : undefined
}

const way = soort === 'zonder-slot' ? zonderSlot : uitCache

process.on('message', (vraag: Vraag) => {
  way(vraag).then(
    (nummer) => process.send?.({ id: vraag.id, outcome: nummer === undefined ? { ok: false, redenen: ['niet-aan-de-beurt'] } : { ok: true, value: { volgnummer: nummer, isNieuw: true } } }),
    (fault: unknown) => process.send?.({ id: vraag.id, fault: fault instanceof Error ? fault.message : 'unknown' }))
})
process.once('SIGTERM', () => process.exit(0))
