import { describe, expect, test } from 'vitest'
import { beat, endBeat, readGezondheid } from '@/lib/platform/health'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

freshDb()

const onderdelen = async () => (await readGezondheid()).onderdelen

describe('de gezondheid van het systeem', () => {
  test('zonder workers is het stuk, met een levende worker niet', async () => {
    expect(await readGezondheid()).toEqual({ status: 'stuk', onderdelen: { database: 'ok', redis: 'ok', workers: 'stuk' } })
    await beat('workers-1', 'workers')
    await beat('workers-1', 'workers')
    expect(await readGezondheid()).toEqual({ status: 'ok', onderdelen: { database: 'ok', redis: 'ok', workers: 'ok' } })
  })

  test('een worker die stopt of twintig seconden zwijgt, leeft niet', async () => {
    await beat('workers-1', 'workers')
    await endBeat('workers-1')
    expect(await onderdelen()).toMatchObject({ workers: 'stuk' })
    await beat('workers-2', 'workers')
    await asOwner(`update hartslag set op = op - interval '21 seconds'`)
    expect(await onderdelen()).toMatchObject({ workers: 'stuk' })
  })

  test('een verzette klok maakt niemand ziek', async () => {
    await beat('workers-3', 'workers')
    await zetKlok('2023-11-01T09:00:00Z')
    expect(await onderdelen()).toMatchObject({ workers: 'ok' })
  })

  test('een database die weg is, wordt gezegd en niet gegooid', async () => {
    await asOwner('alter table hartslag rename to weg')
    expect(await readGezondheid()).toMatchObject({ status: 'stuk', onderdelen: { database: 'stuk' } })
    await asOwner('alter table weg rename to hartslag')
  })
})
