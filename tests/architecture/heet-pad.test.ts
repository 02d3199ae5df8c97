import { describe, expect, test } from 'vitest'
import { anOpening } from '@/tests/builders/opening'
import { asOwner, freshDb } from '@/tests/setup/db'

freshDb()

// What intake and allocation write in a row of aanvraag.
const GESCHREVEN = ['status', 'ingediend_op', 'kalenderjaar', 'beslis_uiterlijk_op', 'versie', 'updated_at']

test('no index of aanvraag names what an opening changes: then a row changes where it stands (docs/adr/0018)', async () => {
  const indexen = await asOwner<{ naam: string; kolommen: string[] }>(`
    select i.indexrelid::regclass::text as naam,
           array(select a.attname::text from pg_depend d join pg_attribute a on a.attrelid = i.indrelid and a.attnum = d.refobjsubid
                 where d.classid = 'pg_class'::regclass and d.objid = i.indexrelid and d.refobjid = i.indrelid) as kolommen
    from pg_index i where i.indrelid = 'aanvraag'::regclass order by 1`)
  expect(indexen.length).toBeGreaterThan(8)
  // The primary key and unique constraints depend on their constraint; their columns never change.
  expect(indexen.filter(({ kolommen }) => kolommen.some((kolom) => GESCHREVEN.includes(kolom)))).toEqual([])
})

test('there is room on its page for the next version of an aanvraag and of an aanmeldbewijs', async () => {
  const rijen = await asOwner<{ relname: string; reloptions: string[] | null }>(
    `select relname, reloptions from pg_class where oid in ('aanvraag'::regclass, 'aanmeldbewijs'::regclass) order by relname`)
  expect(rijen.map(({ relname, reloptions }) => [relname, reloptions?.find((optie) => optie.startsWith('fillfactor'))])).toEqual([
    ['aanmeldbewijs', 'fillfactor=50'], ['aanvraag', 'fillfactor=50'],
  ])
})

describe('I7: the moves of an opening are judged per statement, and as strictly as the others', () => {
  const aanvraag = async () => {
    const opening = await anOpening({ aanvragers: 2, plafondCent: 100_000 })
    const [een, twee] = opening.deelnemers
    if (een === undefined || twee === undefined) throw new Error('two were asked for')
    return [een, twee] as const
  }
  const log = (aanvraagId: string, { van = 'gereed', naar = 'ingediend', rol = 'burger' } = {}) =>
    `insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_rol) values ('aanvraag', '${aanvraagId}', 'dien-in', '${van}', '${naar}', '${rol}')`
  const indienen = (...ids: string[]) => `update aanvraag set status = 'ingediend', ingediend_op = nu() where id in (${ids.map((id) => `'${id}'`).join(', ')})`

  test('without an entry in the log the statement is refused', async () => {
    const [{ aanvraagId }] = await aanvraag()
    await expect(asOwner(indienen(aanvraagId))).rejects.toThrow('staat niet in het logboek')
  })

  test('one of many without an entry refuses them all', async () => {
    const [een, twee] = await aanvraag()
    await expect(asOwner(`begin; ${log(een.aanvraagId)}; ${indienen(een.aanvraagId, twee.aanvraagId)}; commit`)).rejects.toThrow('staat niet in het logboek')
  })

  test('an entry of an earlier transaction, of another move or by another role does not count', async () => {
    const [{ aanvraagId }] = await aanvraag()
    await asOwner(log(aanvraagId))
    await expect(asOwner(indienen(aanvraagId))).rejects.toThrow('staat niet in het logboek')
    await expect(asOwner(`begin; ${log(aanvraagId, { naar: 'concept' })}; ${indienen(aanvraagId)}; commit`)).rejects.toThrow('staat niet in het logboek')
    await expect(asOwner(`begin; ${log(aanvraagId, { rol: 'systeem' })}; ${indienen(aanvraagId)}; commit`)).rejects.toThrow('staat niet in het logboek')
  })

  test('with its entry it goes, and a move that does not exist is refused as before', async () => {
    const [{ aanvraagId }] = await aanvraag()
    await asOwner(`begin; ${log(aanvraagId)}; ${indienen(aanvraagId)}; commit`)
    await expect(asOwner(`update aanvraag set status = 'concept' where id = '${aanvraagId}'`)).rejects.toThrow('bestaat niet voor aanvraag')
    await expect(asOwner(`update aanvraag set status = 'verleend' where id = '${aanvraagId}'`)).rejects.toThrow('bestaat niet voor aanvraag')
  })
})
