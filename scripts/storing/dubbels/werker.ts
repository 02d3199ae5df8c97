/** A handler that does its work again when a job is delivered again. Used only by a negative control: the harness must catch it. */
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 4 })
pool.on('error', () => undefined)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
let isStopping = false
let done = 0

const loop = (async () => {
  while (!isStopping) {
    const { rows } = await pool.query<{ id: string; aanvraagId: string }>(
      `select id, payload ->> 'aanvraagId' as "aanvraagId" from outbox where verwerkt_op is null and job = 'bevestig-ontvangst' order by id limit 10`)
    for (const { id, aanvraagId } of rows) {
      await pool.query(
        `insert into brief (kenmerk, soort, burger_id, aanvraag_id, onderwerp, inhoud)
         select 'BRF-' || gen_random_uuid(), 'ontvangstbevestiging', burger_id, id, 'Ontvangen', '{}' from aanvraag where id = $1`, [aanvraagId])
      done += 1
      // Dies after the work and before it wrote that down, as a process may at any moment; in its first life only.
      if (done === 15 && process.env['STAP_FAULTPOINTS'] !== undefined) process.kill(process.pid, 'SIGKILL')
      await pool.query('update outbox set verwerkt_op = now() where id = $1', [id])
    }
    await pause(50)
  }
})()
process.once('SIGTERM', () => {
  isStopping = true
  void loop.then(() => process.exit(0))
})
