/**
 * Wrong ways to take submits, each of which somebody has built. Used only by the negative controls: the harness must catch them.
 * STORING_DUBBEL says which; the conversation is that of processen/loket.ts.
 */
import pg from 'pg'

type Vraag = { id: number; burgerId: string; kenmerk: string }
type Dossier = { id: string; tijdvakId: string; compartimentId: string; bedragCent: number; status: string }

const soort = process.env['STORING_DUBBEL'] ?? ''
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 16, options: '-c role=stap_app' })
pool.on('error', () => undefined)

async function read(client: pg.ClientBase | pg.Pool, { burgerId, kenmerk }: Vraag): Promise<Dossier | undefined> {
  const { rows } = await client.query<Dossier>(
    `select id, tijdvak_id as "tijdvakId", compartiment_id as "compartimentId", bedrag_cent as "bedragCent", status from aanvraag where kenmerk = $1 and burger_id = $2`, [kenmerk, burgerId])
  return rows[0]
}

async function insert(client: pg.ClientBase, dossier: Dossier, { burgerId }: Vraag, { ontvangenOp, volgnummer }: { ontvangenOp?: Date; volgnummer?: number } = {}): Promise<number> {
  const { rows } = await client.query<{ volgnummer: string }>(
    `insert into indiening (volgnummer, aanvraag_id, tijdvak_id, ${COLUMN}, burger_id, kalenderjaar, bedrag_cent, ontvangen_op)
     values (coalesce($1, nextval(pg_get_serial_sequence('indiening', 'volgnummer'))), $2, $3, ${COLUMN === 'compartiment_id' ? '$4' : 'array[$4::uuid]'}, $5, 2022, $6, coalesce($7, nu())) returning volgnummer`,
    [volgnummer ?? null, dossier.id, dossier.tijdvakId, dossier.compartimentId, burgerId, dossier.bedragCent, ontvangenOp ?? null])
  await client.query(
    `insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_id, door_rol, gegevens, zichtbaar, op)
     values ('aanvraag', $1::text, 'dien-in', 'gereed', 'ingediend', $2, 'burger', jsonb_build_object('volgnummer', $3::bigint), true, nu())`, [dossier.id, burgerId, rows[0]?.volgnummer])
  await client.query(
    `update aanvraag set status = 'ingediend', ingediend_op = coalesce($2, nu()), beslis_uiterlijk_op = (nu() at time zone 'Europe/Amsterdam')::date + 28, versie = versie + 1 where id = $1`,
    [dossier.id, ontvangenOp ?? null])
  return Number(rows[0]?.volgnummer)
}

async function enqueue(client: pg.ClientBase | pg.Pool, aanvraagId: string): Promise<void> {
  await client.query(`insert into outbox (job, payload) values ('bevestig-ontvangst', jsonb_build_object('aanvraagId', $1::text))`, [aanvraagId])
}

async function transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (fault) {
    await client.query('rollback').catch(() => undefined)
    throw fault
  } finally {
    client.release()
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function known(client: pg.ClientBase | pg.Pool, vraag: Vraag): Promise<number | undefined> {
  const { rows } = await client.query<{ volgnummer: string }>('select i.volgnummer from indiening i join aanvraag a on a.id = i.aanvraag_id where a.kenmerk = $1', [vraag.kenmerk])
  return rows[0] === undefined ? undefined : Number(rows[0].volgnummer)
}

/** Looks first and writes then, with nothing that keeps two of them apart. */
function kijkEnSchrijf(vraag: Vraag): Promise<number> {
  return transaction(async (client) => {
    const eerder = await known(client, vraag)
    if (eerder !== undefined) return eerder
    await pause(5)
    const dossier = await read(client, vraag)
    if (dossier === undefined) throw new Error('not found')
    const volgnummer = await insert(client, dossier, vraag)
    await enqueue(client, dossier.id)
    return volgnummer
  })
}

/** Gives a number at once and writes it down a moment later. */
async function bevestigEerst(vraag: Vraag): Promise<number> {
  const { rows } = await pool.query<{ n: string }>(`select nextval(pg_get_serial_sequence('indiening', 'volgnummer')) as n`)
  const volgnummer = Number(rows[0]?.n)
  setTimeout(() => void transaction(async (client) => {
    const dossier = await read(client, vraag)
    if (dossier === undefined) return
    await insert(client, dossier, vraag, { volgnummer })
    await enqueue(client, dossier.id)
  }).catch(() => undefined), 300)
  return volgnummer
}

/** Asks for the confirmation in a transaction of its own: before the one that receives, or after it. */
async function jobApart(vraag: Vraag, wanneer: 'ervoor' | 'erna'): Promise<number> {
  const eerder = await known(pool, vraag)
  if (eerder !== undefined) return eerder
  const dossier = await read(pool, vraag)
  if (dossier === undefined) throw new Error('not found')
  if (wanneer === 'ervoor') {
    await enqueue(pool, dossier.id)
    await pause(20)
  }
  const volgnummer = await transaction((client) => insert(client, dossier, vraag))
  if (wanneer === 'erna') {
    await pause(20)
    await enqueue(pool, dossier.id)
  }
  return volgnummer
}

/** Stamps with the clock of this machine. */
function eigenKlok(vraag: Vraag): Promise<number> {
  return transaction(async (client) => {
    const dossier = await read(client, vraag)
    if (dossier === undefined) throw new Error('not found')
    const { rows } = await client.query<{ verschuiving: string }>('select verschuiving_ms as verschuiving from klok')
    // eslint-disable-next-line no-restricted-syntax -- the clock of the machine is the mistake that is tried here
    const volgnummer = await insert(client, dossier, vraag, { ontvangenOp: new Date(Date.now() + Number(rows[0]?.verschuiving)) })
    await enqueue(client, dossier.id)
    return volgnummer
  })
}

const WAYS: Readonly<Record<string, (vraag: Vraag) => Promise<number>>> = {
  'kijk-en-schrijf': kijkEnSchrijf,
  'bevestig-eerst': bevestigEerst,
  'job-ervoor': (vraag) => jobApart(vraag, 'ervoor'),
  'job-erna': (vraag) => jobApart(vraag, 'erna'),
  'eigen-klok': eigenKlok,
}
const { rowCount } = await pool.query(`select from information_schema.columns where table_name = 'indiening' and column_name = 'compartiment_id'`)
const COLUMN = rowCount === 1 ? 'compartiment_id' : 'compartiment_ids'
const way = WAYS[soort]
if (way === undefined) throw new Error(`no such double: ${soort}`)

process.on('message', (vraag: Vraag) => {
  way(vraag).then(
    (volgnummer) => process.send?.({ id: vraag.id, outcome: { ok: true, value: { volgnummer, isNieuw: true } } }),
    (fault: unknown) => process.send?.({ id: vraag.id, fault: fault instanceof Error ? fault.message : 'unknown' }))
})
process.once('SIGTERM', () => process.exit(0))
