/** Wrong ways to divide the budget. Used only by the negative controls: the harness must catch them. */
import pg from 'pg'

type Rij = { volgnummer: string; aanvraagId: string; burgerId: string; kalenderjaar: number; bedragCent: number; compartimentId: string }

const soort = process.env['STORING_DUBBEL'] ?? ''
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 4, options: '-c role=stap_app' })
pool.on('error', () => undefined)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
let isStopping = false

const SELECT = `select i.volgnummer, i.aanvraag_id as "aanvraagId", i.burger_id as "burgerId", i.kalenderjaar, i.bedrag_cent as "bedragCent", a.compartiment_id as "compartimentId"
  from indiening i join aanvraag a on a.id = i.aanvraag_id`
const OPEN = `not exists (select from toewijzing w where w.volgnummer = i.volgnummer)`

async function readVrij(client: pg.ClientBase, compartimentId: string, lock: string): Promise<number> {
  const { rows } = await client.query<{ vrij: string }>(
    `select plafond_cent + overschrijding_cent - gereserveerd_cent - verplicht_cent - betaald_cent as vrij from compartiment where id = $1 ${lock}`, [compartimentId])
  return Number(rows[0]?.vrij)
}

async function decide(client: pg.ClientBase, rijen: readonly Rij[], begin: number): Promise<void> {
  let vrij = begin
  const toegekend: Rij[] = []
  for (const rij of rijen) {
    const past = rij.bedragCent <= vrij
    await client.query(
      `insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_rol, gegevens, zichtbaar, op)
       values ('aanvraag', $1::text, $2, 'ingediend', $3, 'systeem', jsonb_build_object('volgnummer', $4::bigint, 'bedragCent', $5::bigint, 'beschikbaarCent', $6::bigint), true, nu())`,
      [rij.aanvraagId, past ? 'wijs-toe' : 'wijs-niet-toe', past ? 'gereserveerd' : 'niet-toegewezen', rij.volgnummer, past ? rij.bedragCent : 0, vrij])
    await client.query(
      `insert into toewijzing (volgnummer, aanvraag_id, compartiment_id, burger_id, kalenderjaar, uitkomst, bedrag_cent, beschikbaar_cent, plek, besloten_op)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, nu())`,
      [rij.volgnummer, rij.aanvraagId, rij.compartimentId, rij.burgerId, rij.kalenderjaar, past ? 'gereserveerd' : 'plafond-bereikt', past ? rij.bedragCent : 0, vrij, past ? 1 : null])
    await client.query('update aanvraag set status = $2, versie = versie + 1 where id = $1', [rij.aanvraagId, past ? 'gereserveerd' : 'niet-toegewezen'])
    await client.query(`insert into outbox (job, payload) values ($1, jsonb_build_object('aanvraagId', $2::text))`, [past ? 'beoordeel-aanvraag' : 'wijs-aanvraag-af', rij.aanvraagId])
    if (!past) continue
    vrij -= rij.bedragCent
    toegekend.push(rij)
  }
  const [eerste] = toegekend
  if (eerste === undefined) return
  const { rows: [boeking] } = await client.query<{ id: string }>(`insert into boeking (soort, oorzaak, oorzaak_id) values ('reserveer', 'toewijzing', $1) returning id`, [eerste.volgnummer])
  await client.query(
    `insert into boekingsregel (boeking_id, rekening, compartiment_id, aanvraag_id, bedrag_cent)
     select $1::bigint, 'gereserveerd', $2::uuid, r.id, r.bedrag from unnest($3::uuid[], $4::bigint[]) as r (id, bedrag)
     union all select $1::bigint, 'vrij', $2::uuid, null, -$5::bigint`,
    [boeking?.id, eerste.compartimentId, toegekend.map(({ aanvraagId }) => aanvraagId), toegekend.map(({ bedragCent }) => bedragCent), toegekend.reduce((som, { bedragCent }) => som + bedragCent, 0)])
}

/** A queue of work and several workers: each takes some, looks what is left, and then takes it. */
async function kijkEnPak(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<Rij>(`${SELECT} where a.status = 'ingediend' and ${OPEN} order by i.volgnummer limit 20 for update of a skip locked`)
  const [eerste] = rows
  if (eerste === undefined) return
  const vrij = await readVrij(client, eerste.compartimentId, '')
  await pause(15)
  await decide(client, rows, vrij)
}

let laatste = 0

/** Goes through the numbers and remembers the last one. */
async function opNummer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<Rij>(`${SELECT} where i.volgnummer > $1 order by i.volgnummer limit 500`, [laatste])
  const [eerste] = rows
  if (eerste === undefined) return
  await decide(client, rows, await readVrij(client, eerste.compartimentId, 'for update'))
  laatste = Number(rows.at(-1)?.volgnummer)
}

/** Now and then everything that came in, in the order of the stamps it got. */
async function opTijdstempel(client: pg.ClientBase): Promise<void> {
  await pause(800)
  const { rows } = await client.query<Rij>(`${SELECT} where ${OPEN} order by i.ontvangen_op, i.volgnummer`)
  const [eerste] = rows
  if (eerste !== undefined) await decide(client, rows, await readVrij(client, eerste.compartimentId, 'for update'))
}

const WAYS: Readonly<Record<string, (client: pg.ClientBase) => Promise<void>>> = { 'kijk-en-pak': kijkEnPak, 'op-nummer': opNummer, 'op-tijdstempel': opTijdstempel }
const way = WAYS[soort]
if (way === undefined) throw new Error(`no such double: ${soort}`)

const loop = (async () => {
  while (!isStopping) {
    const client = await pool.connect().catch(() => undefined)
    if (client !== undefined) {
      const was = laatste
      try {
        await client.query('begin')
        await way(client)
        await client.query('commit')
      } catch {
        laatste = was
        await client.query('rollback').catch(() => undefined)
      }
      client.release()
    }
    await pause(3)
  }
})()
process.once('SIGTERM', () => {
  isStopping = true
  void loop.then(() => process.exit(0))
})
