import { expect, test } from 'vitest'
import { inPgTransaction } from '@/lib/platform/db'
import { freshDb } from '@/tests/setup/db'

freshDb()

test('I2: een antwoord betekent dat het vastligt, ook als onderweg een fout is ingeslikt', async () => {
  await expect(inPgTransaction(async (client) => {
    await client.query('select 1 / 0').catch(() => undefined)
    return 'ontvangen'
  })).rejects.toThrow('rolled back')
})

test('wat lukt, wordt beantwoord', async () => {
  expect(await inPgTransaction(async (client) => (await client.query<{ n: number }>('select 1 as n')).rows[0]?.n)).toBe(1)
})
