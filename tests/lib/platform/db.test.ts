import { expect, test } from 'vitest'
import { createAppender } from '@/lib/platform/appender'
import { inPgTransaction, inTransaction, pool, prisma } from '@/lib/platform/db'
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

test('een verbinding die zwijgt wordt na de gestelde tijd verbroken, en de volgende doet het werk', async () => {
  let pogingen = 0
  const append = createAppender<number, number>(async (items) => {
    pogingen += 1
    return inPgTransaction(async (client) => {
      // The first time the server does not answer in time, as with a connection that is gone without a word.
      if (pogingen === 1) await client.query('select pg_sleep(20)')
      return items
    }, 'begin', 200)
  })
  const begin = performance.now()
  expect(await append(5)).toBe(5)
  expect(pogingen).toBe(2)
  expect(performance.now() - begin).toBeLessThan(5_000)
  expect(pool.totalCount).toBeLessThanOrEqual(2)
})

test('wie op tijd klaar is merkt niets van de gestelde tijd', async () => {
  for (let keer = 0; keer < 3; keer += 1) expect(await inPgTransaction(async (client) => (await client.query<{ n: number }>('select 2 as n')).rows[0]?.n, 'begin', 1_000)).toBe(2)
})

test('twee transacties die op elkaar wachten: de database breekt er een af, en die wordt opnieuw gedaan; zonder herhaling mislukt zij (tegenproef)', async () => {
  const kruis = (begin: typeof inTransaction, een: number, ander: number) => begin(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${een}::bigint)`
    await tx.$executeRaw`select pg_sleep(0.3)`
    await tx.$executeRaw`select pg_advisory_xact_lock(${ander}::bigint)`
    return een
  })
  expect(await Promise.all([kruis(inTransaction, 71, 72), kruis(inTransaction, 72, 71)])).toEqual([71, 72])
  const eenmaal: typeof inTransaction = (fn) => prisma.$transaction(fn)
  await expect(Promise.all([kruis(eenmaal, 71, 72), kruis(eenmaal, 72, 71)])).rejects.toThrow(/deadlock|40P01/)
})
