import { describe, expect, test } from 'vitest'
import { inTransaction } from '@/lib/platform/db'
import { now, nowIn, today, todayIn } from '@/lib/platform/clock'
import { asOwner, freshDb, zetKlok, zetKlokEcht } from '@/tests/setup/db'

freshDb()

describe('I12: bewaard in UTC, beoordeeld in Europe/Amsterdam', () => {
  test('de dag van vandaag is die in Amsterdam, ook als het in UTC nog gisteren is', async () => {
    await zetKlok('2022-10-31T23:30:00Z')
    expect(await today()).toBe('2022-11-01')
    expect(await inTransaction(todayIn)).toBe('2022-11-01')
  })

  test('the shifted clock keeps running', async () => {
    await zetKlok('2022-11-01T09:00:00Z')
    const first = await now()
    await new Promise((resolve) => setTimeout(resolve, 20))
    const second = await inTransaction(nowIn)
    expect(first.toISOString()).toMatch(/^2022-11-01T09:00:0/)
    expect(second.getTime()).toBeGreaterThan(first.getTime())
  })

  test('the real clock comes back', async () => {
    await zetKlok('2022-11-01T09:00:00Z')
    await zetKlokEcht()
    const [row] = await asOwner<{ gelijk: boolean }>("select abs(extract(epoch from (nu() - clock_timestamp()))) < 1 as gelijk")
    expect(row?.gelijk).toBe(true)
  })
})
