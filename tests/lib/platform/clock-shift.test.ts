import { afterEach, describe, expect, test, vi } from 'vitest'
import { now } from '@/lib/platform/clock'
import { shiftClock } from '@/lib/platform/clock-shift'
import { config } from '@/lib/platform/config'
import { pool } from '@/lib/platform/db'
import { freshDb } from '@/tests/setup/db'

freshDb()
afterEach(() => { vi.restoreAllMocks() })

describe('de klok van een ontwikkelsysteem', () => {
  test('staat op het gevraagde moment en loopt vanaf daar', async () => {
    expect((await shiftClock(new Date('2022-11-01T08:55:00Z'))).toISOString()).toMatch(/^2022-11-01T08:55:0/)
    expect((await now()).toISOString()).toMatch(/^2022-11-01T08:55:/)
  })

  // Rounded to the nearest millisecond it stood before the moment in three of ten, and what began at that moment had not begun.
  test('staat nooit een deel van een milliseconde te vroeg', async () => {
    const moment = new Date('2022-11-01T09:00:00Z')
    const gezien = []
    for (let keer = 0; keer < 50; keer += 1) gezien.push(await shiftClock(moment))
    expect(gezien.filter((nu) => nu < moment)).toEqual([])
  })

  test('kan terug naar de echte tijd', async () => {
    await shiftClock(new Date('2022-11-01T08:55:00Z'))
    await shiftClock('echt')
    const { rows } = await pool.query<{ echt: boolean }>(`select abs(extract(epoch from nu() - clock_timestamp())) < 1 as echt`)
    expect(rows).toEqual([{ echt: true }])
  })

  test('kan in productie niet worden verzet', async () => {
    vi.spyOn(config, 'isProductie', 'get').mockReturnValue(true)
    await expect(shiftClock(new Date('2022-11-01T08:55:00Z'))).rejects.toThrow('zij kan niet worden verzet')
  })

  test('kan door de toepassing zelf niet worden verzet', async () => {
    await expect(pool.query('update klok set verschuiving_ms = 1')).rejects.toThrow('permission denied')
  })
})
