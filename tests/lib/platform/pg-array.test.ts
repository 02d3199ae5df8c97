import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { bigintArray, boolArray, dateArray, intArray, textArray, timestamptzArray, uuidArray } from '@/lib/platform/pg-array'
import { freshDb } from '@/tests/setup/db'

freshDb()

/** What PostgreSQL reads in it, as its own text. */
async function read(type: string, array: Buffer): Promise<string> {
  const { rows } = await pool.query<{ tekst: string }>(`select $1::${type}[]::text as tekst`, [array])
  return rows[0]?.tekst ?? ''
}

describe('arrays go over in binary form', () => {
  test('of every type, with what is not there', async () => {
    const id = randomUUID()
    expect(await read('uuid', uuidArray([id, null]))).toBe(`{${id},NULL}`)
    expect(await read('integer', intArray([1, -2_147_483_648, null, 2_147_483_647]))).toBe('{1,-2147483648,NULL,2147483647}')
    expect(await read('bigint', bigintArray([0, -1, 9_007_199_254_740_991, -9_007_199_254_740_991, null]))).toBe('{0,-1,9007199254740991,-9007199254740991,NULL}')
    expect(await read('boolean', boolArray([true, false, null]))).toBe('{t,f,NULL}')
    expect(await read('text', textArray(['a', '', 'é "{,}', null]))).toBe(String.raw`{a,"","é \"{,}",NULL}`)
    expect(await read('date', dateArray(['2022-11-01', '1999-12-31', null]))).toBe('{2022-11-01,1999-12-31,NULL}')
    expect(await read('timestamptz', timestamptzArray([new Date('2022-11-01T09:00:00.123Z'), new Date('1970-01-01T00:00:00Z'), null])))
      .toBe('{"2022-11-01 09:00:00.123+00","1970-01-01 00:00:00+00",NULL}')
  })

  test('of nothing', async () => {
    expect(await read('uuid', uuidArray([]))).toBe('{}')
    expect(await read('text', textArray([]))).toBe('{}')
  })

  test('what does not belong in it is a fault, not another value', () => {
    expect(() => uuidArray(['00000000-0000-0000-0000-00000000000g'])).toThrow(RangeError)
    expect(() => uuidArray(['0'])).toThrow(RangeError)
    expect(() => intArray([2_147_483_648])).toThrow(RangeError)
    expect(() => bigintArray([0.5])).toThrow(RangeError)
  })
})
