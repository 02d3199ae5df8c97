import { describe, expect, test } from 'vitest'
import { anOpening } from '@/tests/builders/opening'
import { asOwner, freshDb, plant } from '@/tests/setup/db'

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

test('no index of aanmeldbewijs names its status: it is used during an opening', async () => {
  const indexen = await asOwner<{ naam: string }>(`
    select i.indexrelid::regclass::text as naam from pg_index i join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = i.indexrelid
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = d.refobjsubid and d.refobjid = i.indrelid
    where i.indrelid = 'aanmeldbewijs'::regclass and a.attname = 'status'`)
  expect(indexen).toEqual([])
})

test('there is room on its page for the next version of an aanvraag and of an aanmeldbewijs', async () => {
  const rijen = await asOwner<{ relname: string; reloptions: string[] | null }>(
    `select relname, reloptions from pg_class where oid in ('aanvraag'::regclass, 'aanmeldbewijs'::regclass) order by relname`)
  expect(rijen.map(({ relname, reloptions }) => [relname, reloptions?.find((optie) => optie.startsWith('fillfactor'))])).toEqual([
    ['aanmeldbewijs', 'fillfactor=50'], ['aanvraag', 'fillfactor=50'],
  ])
})

test('the place of a burger is found by its own index, also one that was left', async () => {
  const [index] = await asOwner<{ definitie: string }>(`select indexdef as definitie from pg_indexes where indexname = 'wachtplaats_burger_id_tijdvak_id_idx'`)
  expect(index?.definitie).toMatch(/\(burger_id, tijdvak_id\)$/)
  // As large as an opening, with the question of lib/wachtkamer/repo/plaatsen.ts: what it reads must not grow with the crowd.
  await plant(`insert into wachtplaats (tijdvak_id, nummer, burger_id, lot, genomen_op) select '00000000-0000-4000-8000-000000000001', n, gen_random_uuid(), md5(n::text), now() from generate_series(1, 20000) n`)
  await asOwner('analyze wachtplaats')
  const plan = await asOwner<Record<string, string>>(`explain select * from unnest(array[gen_random_uuid()]) as v (burger_id)
    join lateral (select * from wachtplaats w where w.tijdvak_id = '00000000-0000-4000-8000-000000000001' and w.burger_id = v.burger_id order by w.verlaten_op is not null, w.nummer desc limit 1) w on true`)
  const regels = plan.map((rij) => rij['QUERY PLAN'] ?? '').join('\n')
  expect(regels).toContain('wachtplaats_burger_id_tijdvak_id_idx')
  expect(regels).not.toContain('Seq Scan on wachtplaats')
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

describe('I2, I5: what an opening writes belongs to something that is there, judged per statement instead of per row', () => {
  const nergens = '00000000-0000-4000-8000-000000000000'
  const opening = async () => {
    const { compartimentId, deelnemers: [een] } = await anOpening({ aanvragers: 1, plafondCent: 100_000 })
    if (een === undefined) throw new Error('one was asked for')
    return { compartimentId, aanvraagId: een.aanvraagId, burgerId: een.burger.id }
  }
  const indiening = (aanvraagIds: readonly string[], compartimentId: string) => `
    insert into indiening (aanvraag_id, tijdvak_id, compartiment_ids, burger_id, kalenderjaar, bedrag_cent)
    select a, c.tijdvak_id, array[c.id], '${nergens}', 2022, 1 from compartiment c, unnest('{${aanvraagIds.join(',')}}'::uuid[]) a where c.id = '${compartimentId}'`
  const regel = (boeking: string, compartimentId: string) =>
    `insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent) select ${boeking}, r.rekening, '${compartimentId}', r.bedrag from (values ('plafond', -1), ('vrij', 1)) as r (rekening, bedrag)`

  test('a receipt of which one has no aanvraag refuses all of its statement', async () => {
    const { aanvraagId, compartimentId } = await opening()
    await expect(asOwner(indiening([aanvraagId, nergens], compartimentId))).rejects.toThrow('indiening hoort bij een aanvraag die er niet is')
    await asOwner(indiening([aanvraagId], compartimentId))
  })

  test('a decision without an aanvraag is refused, and a decision stays with its own', async () => {
    const { aanvraagId, burgerId, compartimentId } = await opening()
    const toewijzing = (id: string) => `
      insert into toewijzing (volgnummer, aanvraag_id, compartiment_id, burger_id, kalenderjaar, uitkomst, bedrag_cent, beschikbaar_cent)
      values (900001, '${id}', '${compartimentId}', '${burgerId}', 2022, 'plafond-bereikt', 0, 0)`
    await expect(asOwner(toewijzing(nergens))).rejects.toThrow('toewijzing hoort bij een aanvraag die er niet is')
    await asOwner(toewijzing(aanvraagId))
    await expect(asOwner(`update toewijzing set aanvraag_id = '${nergens}' where volgnummer = 900001`)).rejects.toThrow('alleen om aan toe te voegen')
  })

  test('a line without a boeking of its own transaction, or with a compartiment that is not there, is refused', async () => {
    const { compartimentId } = await opening()
    await expect(asOwner(regel('0', compartimentId))).rejects.toThrow('een boeking die al vastligt')
    await expect(asOwner(regel('(select max(id) from boeking)', compartimentId))).rejects.toThrow('een boeking die al vastligt')
    const boeking = `with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('verhoog-plafond', 'proef', '1') returning id) `
    await expect(asOwner(boeking + regel('(select id from b)', nergens))).rejects.toThrow('een compartiment dat er niet is')
  })

  test('so an aanvraag and a compartiment never go away, and never become another one', async () => {
    const { aanvraagId, compartimentId } = await opening()
    for (const [tabel, id] of [['aanvraag', aanvraagId], ['compartiment', compartimentId]] as const) {
      await expect(asOwner(`delete from ${tabel} where id = '${id}'`)).rejects.toThrow('blijft bestaan')
      await expect(asOwner(`update ${tabel} set id = '${nergens}' where id = '${id}'`)).rejects.toThrow('blijft bestaan')
      await expect(asOwner(`truncate ${tabel} cascade`)).rejects.toThrow('alleen om aan toe te voegen')
    }
  })
})
