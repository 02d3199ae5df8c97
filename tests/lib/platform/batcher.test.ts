import { describe, expect, test } from 'vitest'
import { createBatcher, within } from '@/lib/platform/batcher'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('questions that come together are asked together', () => {
  test('each caller gets its own answer, and what comes during a question goes in the next', async () => {
    const asked: number[][] = []
    const ask = createBatcher(async (items: readonly number[]) => {
      asked.push([...items])
      await pause(20)
      return items.map((item) => item * 10)
    }, { atOnce: 1 })
    const first = [1, 2, 3].map(ask)
    await pause(5)
    const second = [4, 5].map(ask)
    expect(await Promise.all([...first, ...second])).toEqual([10, 20, 30, 40, 50])
    expect(asked).toEqual([[1, 2, 3], [4, 5]])
  })

  test('no more at once than it may, and no larger than it may be', async () => {
    let underWay = 0
    let most = 0
    const sizes: number[] = []
    const ask = createBatcher(async (items: readonly number[]) => {
      underWay += 1
      most = Math.max(most, underWay)
      sizes.push(items.length)
      await pause(5)
      underWay -= 1
      return items
    }, { maxBatch: 10, atOnce: 2 })
    await Promise.all(Array.from({ length: 95 }, (_, index) => ask(index)))
    expect([most, Math.max(...sizes), sizes.reduce((sum, size) => sum + size, 0)]).toEqual([2, 10, 95])
  })

  test('a fault goes to all who asked together and to nobody else', async () => {
    let turn = 0
    const ask = createBatcher(async (items: readonly string[]) => {
      turn += 1
      if (turn === 1) throw new Error('weg')
      return items
    }, { atOnce: 1 })
    const together = await Promise.allSettled([ask('a'), ask('b')])
    expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await ask('c')).toBe('c')
  })

  test('an answer that does not come in time is a fault, and the next question is asked all the same', async () => {
    let turn = 0
    const ask = createBatcher((items: readonly string[]) => {
      turn += 1
      return turn === 1 ? new Promise<readonly string[]>(() => undefined) : Promise.resolve(items)
    }, { atOnce: 1, timeoutMs: 30 })
    await expect(ask('a')).rejects.toThrow('no answer within 30 ms')
    expect(await ask('b')).toBe('b')
    await expect(within(10, new Promise(() => undefined))).rejects.toThrow('no answer within 10 ms')
  })

  test('another number of answers than questions is noticed', async () => {
    const ask = createBatcher(() => Promise.resolve([1]))
    await expect(Promise.all([ask('a'), ask('b')])).rejects.toThrow('another number')
  })
})
