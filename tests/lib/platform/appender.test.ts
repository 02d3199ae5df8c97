import pg from 'pg'
import { expect, test } from 'vitest'
import { createAppender } from '@/lib/platform/appender'

const databaseError = (code: string) => Object.assign(new pg.DatabaseError('refused', 7, 'error'), { code })

test('what arrives while a write is under way goes in the next one, and everybody gets his own answer', async () => {
  const batches: number[][] = []
  const append = createAppender<number, number>(async (items) => {
    batches.push([...items])
    await new Promise((resolve) => setTimeout(resolve, 5))
    return items.map((item) => item * 10)
  })
  const first = append(1)
  await new Promise((resolve) => setTimeout(resolve, 2))
  expect(await Promise.all([first, append(2), append(3), append(4)])).toEqual([10, 20, 30, 40])
  expect(batches).toEqual([[1], [2, 3, 4]])
})

test('a batch has a largest size', async () => {
  const sizes: number[] = []
  const append = createAppender<number, number>((items) => {
    sizes.push(items.length)
    return Promise.resolve(items)
  }, 2)
  await Promise.all([1, 2, 3, 4, 5].map(append))
  expect(sizes).toEqual([2, 2, 1])
})

test('a broken connection is tried again, and nobody notices', async () => {
  let attempts = 0
  const append = createAppender<number, number>((items) => {
    attempts += 1
    return attempts < 3 ? Promise.reject(attempts === 1 ? new Error('connection reset') : databaseError('57P01')) : Promise.resolve(items)
  })
  expect(await append(7)).toBe(7)
  expect(attempts).toBe(3)
})

test('one item that the database refuses does not take the others with it', async () => {
  const append = createAppender<number, number>((items) => (items.includes(13) ? Promise.reject(databaseError('23514')) : Promise.resolve(items)))
  const answers = await Promise.allSettled([12, 13, 14].map(append))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('a write that forgets an item is a fault for that item only', async () => {
  const append = createAppender<number, number>((items) => Promise.resolve(items.slice(0, 1)))
  const answers = await Promise.allSettled([1, 2].map(append))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
})
