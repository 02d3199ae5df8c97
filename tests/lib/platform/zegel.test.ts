import { beforeEach, describe, expect, test } from 'vitest'
import { SYSTEEM } from '@/lib/base/actor'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction, pool } from '@/lib/platform/db'
import { sealGebeurtenissen, verifyZegels } from '@/lib/platform/zegel'
import { asOwner, freshDb, ownerClient, plant } from '@/tests/setup/db'

freshDb()

const log = (soort: string) => inTransaction((tx) => saveGebeurtenis(tx, { onderwerp: 'proef', onderwerpId: '1', soort, actor: SYSTEEM, gegevens: { b: 1, a: 'é' } }))
const aantalZegels = async () => (await pool.query<{ n: number }>('select count(*) as n from gebeurtenis_zegel')).rows[0]?.n

beforeEach(async () => {
  await plant('delete from gebeurtenis_zegel')
  await plant('delete from gebeurtenis')
})

describe('I7: het logboek is een keten', () => {
  test('elke gebeurtenis krijgt een zegel, en de keten klopt', async () => {
    for (const soort of ['een', 'twee', 'drie']) await log(soort)
    await sealGebeurtenissen()
    expect(await aantalZegels()).toBe(3)
    expect(await verifyZegels()).toBeUndefined()
  })

  test('een gebeurtenis die later zichtbaar wordt met een lager nummer, wordt ook verzegeld', async () => {
    const slow = await ownerClient()
    await slow.query('begin')
    await slow.query("insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol) values ('proef', '1', 'traag', 'systeem')")
    await log('snel')
    await sealGebeurtenissen()
    expect(await aantalZegels()).toBe(1)
    await slow.query('commit')
    await slow.end()
    await sealGebeurtenissen()
    expect(await aantalZegels()).toBe(2)
    expect(await verifyZegels()).toBeUndefined()
  })

  test('een verzegeling die niet werd vastgelegd, wordt overgedaan', async () => {
    await log('een')
    await plant(`create function weiger_vastleggen() returns trigger language plpgsql as $$ begin raise exception 'de verbinding viel weg'; end $$`)
    await plant(`create constraint trigger proef after insert on gebeurtenis_zegel deferrable initially deferred for each row execute function weiger_vastleggen()`)
    await expect(sealGebeurtenissen()).rejects.toThrow('de verbinding viel weg')
    await plant('drop trigger proef on gebeurtenis_zegel')
    await sealGebeurtenissen()
    expect(await aantalZegels()).toBe(1)
  })

  test('meer dan in één keer kan, komt in volgende keren aan de beurt', async () => {
    await asOwner(`insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol) select 'proef', n::text, 'proef', 'systeem' from generate_series(1, 4500) as n`)
    expect(await sealGebeurtenissen()).toBe(true)
    const slow = await ownerClient()
    await slow.query('begin')
    await slow.query("insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol) values ('proef', '1', 'traag', 'systeem')")
    expect(await sealGebeurtenissen()).toBe(true)
    expect(await sealGebeurtenissen()).toBe(false)
    await slow.query('commit')
    await slow.end()
    expect(await sealGebeurtenissen()).toBe(false)
    expect(await aantalZegels()).toBe(4501)
    expect(await verifyZegels()).toBeUndefined()
  })

  test('processes that seal at once make one chain', async () => {
    for (let nr = 0; nr < 40; nr += 1) {
      await log(`nr-${nr}`)
      await Promise.all([sealGebeurtenissen(), sealGebeurtenissen(), sealGebeurtenissen()])
    }
    await sealGebeurtenissen()
    expect(await aantalZegels()).toBe(40)
    expect(await verifyZegels()).toBeUndefined()
  })

  test.each([
    ['gewijzigd', "update gebeurtenis set reden = 'anders' where soort = 'twee'", { volgnummer: 2, reden: 'gewijzigd' }],
    ['verwijderd', "delete from gebeurtenis where soort = 'twee'", { volgnummer: 2, reden: 'verwijderd' }],
    ['met zegel en al verwijderd', "with weg as (delete from gebeurtenis where soort = 'twee' returning id) delete from gebeurtenis_zegel where gebeurtenis_id in (select id from weg)", { volgnummer: 2, reden: 'verwijderd' }],
    ['verschoven naar een ander moment', "update gebeurtenis set op = op - interval '1 microsecond' where soort = 'twee'", { volgnummer: 2, reden: 'gewijzigd' }],
  ])('een gebeurtenis die is %s, wordt aangewezen', async (_, sql, breuk) => {
    for (const soort of ['een', 'twee', 'drie']) await log(soort)
    await sealGebeurtenissen()
    await plant(sql)
    expect(await verifyZegels()).toMatchObject(breuk)
  })

  test.each(['update gebeurtenis set reden = $$x$$', 'delete from gebeurtenis', 'update gebeurtenis_zegel set hash = $$x$$', 'truncate gebeurtenis cascade'])(
    'de toepassing mag het logboek niet wijzigen: %s', async (sql) => {
      await log('een')
      await expect(pool.query(sql)).rejects.toThrow(/permission denied|alleen om aan toe te voegen/)
    })
})
