import { expect, test } from 'vitest'
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
