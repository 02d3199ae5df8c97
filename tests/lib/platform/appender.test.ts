import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAppender } from '@/lib/platform/appender'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

const fault = (code: string) => Object.assign(new pg.DatabaseError('no', 2, 'error'), { code })
const settle = async <T>(answers: readonly Promise<T>[]) => {
  const settled = Promise.allSettled(answers)
  await vi.runAllTimersAsync()
  return (await settled).map((one) => (one.status === 'fulfilled' ? one.value : 'rejected'))
}

/** Writes what it gets and answers ten times the item; `faults` come first, one per call. */
function aWriter(...faults: unknown[]) {
  const batches: number[][] = []
  const write = (items: readonly number[]) => {
    batches.push([...items])
    const next = faults.shift()
    return next === undefined ? Promise.resolve(items.map((item) => item * 10)) : Promise.reject(next instanceof Error ? next : new Error('lost'))
  }
  return { write, batches }
}

describe('one commit for many callers', () => {
  test('what arrives at once is one batch, in order of arrival, and everybody gets his own answer', async () => {
    const { write, batches } = aWriter()
    const append = createAppender(write)
    expect(await settle([1, 2, 3].map(append))).toEqual([10, 20, 30])
    expect(batches).toEqual([[1, 2, 3]])
  })

  test('what arrives during a write waits for the next one; a batch is never larger than the limit', async () => {
    const { write, batches } = aWriter()
    const append = createAppender(write, 2)
    expect(await settle([1, 2, 3, 4, 5].map(append))).toEqual([10, 20, 30, 40, 50])
    expect(batches).toEqual([[1, 2], [3, 4], [5]])
  })
})

describe('I2: niemand krijgt een antwoord voordat het vastligt, en een verbroken verbinding kost niemand zijn plaats', () => {
  test.each([
    ['de verbinding viel weg', new Error('Connection terminated unexpectedly')],
    ['de server beëindigde de verbinding', fault('57P01')],
    ['de server start nog', fault('57P03')],
    ['er is even geen verbinding vrij', fault('53300')],
    ['twee transacties wachtten op elkaar', fault('40P01')],
  ])('%s: dezelfde groep wordt opnieuw geschreven, in dezelfde volgorde', async (_, one) => {
    const { write, batches } = aWriter(one, one)
    expect(await settle([1, 2].map(createAppender(write)))).toEqual([10, 20])
    expect(batches).toEqual([[1, 2], [1, 2], [1, 2]])
  })

  test('blijft het stuk, dan krijgt niemand een bewijs, en daarna werkt het weer', async () => {
    const { write } = aWriter(...Array.from({ length: 5 }, () => fault('57P03')))
    const append = createAppender(write)
    expect(await settle([1, 2].map(append))).toEqual(['rejected', 'rejected'])
    expect(await settle([append(3)])).toEqual([30])
  })

  test('één verkeerde aanvraag neemt de andere niet mee', async () => {
    const written: number[] = []
    const append = createAppender((items: readonly number[]) => {
      if (items.includes(2)) return Promise.reject(fault('23514'))
      written.push(...items)
      return Promise.resolve([...items])
    })
    expect(await settle([1, 2, 3].map(append))).toEqual([1, 'rejected', 3])
    expect(written).toEqual([1, 3])
  })
})
