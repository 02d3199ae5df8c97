import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { isOpeningDruk } from '@/lib/aanvraag/use-cases/is-opening-druk'
import { inPgTransaction, pool } from '@/lib/platform/db'
import { ACHTERGROND, isJobName } from '@/lib/platform/jobs'
import { enqueueVoorAanvragen } from '@/lib/platform/outbox'
import { forwardOutbox, ontvouwOutbox } from '@/lib/platform/relay'
import { anOpening } from '@/tests/builders/opening'
import { asOwner, freshDb } from '@/tests/setup/db'

freshDb()
beforeEach(async () => { await asOwner('truncate outbox, outbox_groep') })

const druk = () => Promise.resolve(true)
const rustig = () => Promise.resolve(false)

const plan = (job: string, aantal: number, ouder = '0 seconds') =>
  asOwner(`insert into outbox (job, payload, created_at) select $1, jsonb_build_object('aanvraagId', gen_random_uuid()), clock_timestamp() - $3::interval from generate_series(1, $2)`, [job, aantal, ouder])

async function forward(isDruk: () => Promise<boolean>, waiting = 0): Promise<Record<string, number>> {
  const seen: Record<string, number> = {}
  const add = (rows: readonly { job: string }[]) => {
    for (const { job } of rows) seen[job] = (seen[job] ?? 0) + 1
    return Promise.resolve()
  }
  await forwardOutbox({ add, countWaiting: () => Promise.resolve(waiting) }, isDruk)
  return seen
}

describe('tijdens een opening gaat achtergrondwerk opzij', () => {
  test('wat een plaats of budget vrijmaakt gaat meteen door; van de brieven en beoordelingen enkele', async () => {
    await plan('beoordeel-aanvraag', 300)
    await plan('laat-reservering-vrij', 40)
    expect(await forward(druk)).toEqual({ 'laat-reservering-vrij': 40, 'beoordeel-aanvraag': 2 })
  })

  test('tegenproef: zonder drukte gaat alles door', async () => {
    await plan('beoordeel-aanvraag', 300)
    await plan('laat-reservering-vrij', 40)
    expect(await forward(rustig)).toEqual({ 'laat-reservering-vrij': 40, 'beoordeel-aanvraag': 300 })
  })

  test('er blijft altijd iets doorgaan, en wat lang wacht gaat sneller: niets wacht voor altijd', async () => {
    await plan('bevestig-ontvangst', 30, '16 minutes')
    await plan('maak-brief-pdf', 30)
    expect(await forward(druk)).toEqual({ 'bevestig-ontvangst': 5 })
    let rondes = 1
    // Nothing is done in this test, so the oldest stays the oldest.
    while (Object.keys(await forward(druk)).length > 0) rondes += 1
    expect(rondes).toBe(12)
  })

  test('wat al in de wachtrij staat, houdt spoed niet op en achtergrond wel', async () => {
    await plan('beoordeel-aanvraag', 10)
    await plan('laat-reservering-vrij', 10)
    expect(await forward(druk, 500)).toEqual({ 'laat-reservering-vrij': 10 })
  })

  test('de database en de code noemen dezelfde jobs', async () => {
    const { rows } = await pool.query<{ uitdrukking: string }>(
      `select pg_get_expr(adbin, adrelid) as uitdrukking from pg_attrdef where adrelid = 'outbox'::regclass and pg_get_expr(adbin, adrelid) like '%ANY%'`)
    const inDatabase = [...(rows[0]?.uitdrukking ?? '').matchAll(/'([a-z-]+)'/g)].map(([, job]) => job ?? '')
    expect(inDatabase.sort()).toEqual([...ACHTERGROND].sort())
    expect(inDatabase.filter((job) => !isJobName(job))).toEqual([])
  })
})

describe('I11: het werk van een hele partij', () => {
  test('twintig of meer worden één rij, die wordt ontvouwd tot een job voor elk, in volgorde', async () => {
    const ids = Array.from({ length: 25 }, () => randomUUID())
    await inPgTransaction((client) => enqueueVoorAanvragen(client, 'bevestig-ontvangst', ids))
    expect((await asOwner('select 1 from outbox')).length).toBe(0)
    expect(await ontvouwOutbox(rustig)).toBe(true)
    const rijen = await asOwner<{ job: string; payload: { aanvraagId: string } }>('select job, payload from outbox order by id')
    expect(rijen).toEqual(ids.map((aanvraagId) => ({ job: 'bevestig-ontvangst', payload: { aanvraagId } })))
    expect((await asOwner('select 1 from outbox_groep')).length).toBe(0)
    expect(await ontvouwOutbox(rustig)).toBe(false)
  })

  test('tijdens de drukte wacht een partij, maar niet langer dan twee minuten', async () => {
    await inPgTransaction((client) => enqueueVoorAanvragen(client, 'bevestig-ontvangst', Array.from({ length: 20 }, () => randomUUID())))
    expect(await ontvouwOutbox(druk)).toBe(false)
    await asOwner(`update outbox_groep set created_at = created_at - interval '2 minutes 1 second'`)
    expect(await ontvouwOutbox(druk)).toBe(true)
  })

  test('twee werkers ontvouwen een partij één keer', async () => {
    for (let n = 0; n < 5; n += 1) await inPgTransaction((client) => enqueueVoorAanvragen(client, 'bevestig-ontvangst', Array.from({ length: 30 }, () => randomUUID())))
    while ((await Promise.all([ontvouwOutbox(rustig), ontvouwOutbox(rustig), ontvouwOutbox(rustig)])).some(Boolean));
    expect(await asOwner(`select count(*)::integer as jobs, count(distinct payload ->> 'aanvraagId')::integer as aanvragen from outbox`)).toEqual([{ jobs: 150, aanvragen: 150 }])
  })
})

test('een opening is druk als er honderd aanvragen in vijf seconden binnenkwamen', async () => {
  expect(await isOpeningDruk()).toBe(false)
  await anOpening({ aanvragers: 120, plafondCent: 100_000 })
  const ontvang = (aantal: number, geleden: string) => asOwner(
    `insert into indiening (aanvraag_id, tijdvak_id, compartiment_ids, burger_id, kalenderjaar, bedrag_cent, ontvangen_op)
     select id, tijdvak_id, array[compartiment_id], burger_id, kalenderjaar, bedrag_cent, nu() - $2::interval from aanvraag a
     where not exists (select from indiening i where i.aanvraag_id = a.id) limit $1`, [aantal, geleden])
  const later = () => new Promise((resolve) => setTimeout(resolve, 1_050))
  await ontvang(20, '1 minute')
  await ontvang(99, '1 second')
  await later()
  expect(await isOpeningDruk()).toBe(false)
  await ontvang(1, '1 second')
  await later()
  expect(await isOpeningDruk()).toBe(true)
})
