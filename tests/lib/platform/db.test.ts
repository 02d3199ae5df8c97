import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { fromDbDate, inPgTransaction, inTransaction, isUniqueViolation, pool, toDbDate } from '@/lib/platform/db'
import { readDocument, saveDocument } from '@/lib/platform/documents'
import { freshDb } from '@/tests/setup/db'

freshDb()

describe('the connections of the application', () => {
  test('work as the role without rights on ledger, log and clock', async () => {
    expect((await pool.query('select current_user as wie')).rows).toEqual([{ wie: 'stap_app' }])
    await expect(pool.query('update klok set verschuiving_ms = 1')).rejects.toThrow('permission denied')
    await expect(inTransaction((tx) => tx.$executeRaw`delete from boekingsregel`)).rejects.toThrow('permission denied')
  })

  test('give int8 as a number and a date as a plain date', async () => {
    const { rows } = await pool.query("select 9007199254740991::int8 as som, date '2022-02-28' as dag")
    expect(rows).toEqual([{ som: 9007199254740991, dag: '2022-02-28' }])
  })

  test('a transaction that throws leaves nothing, in Prisma and in SQL', async () => {
    await expect(inTransaction(async (tx) => {
      await tx.zaad.create({ data: { naam: 'proef' } })
      throw new Error('toch niet')
    })).rejects.toThrow('toch niet')
    await expect(inPgTransaction(async (client) => {
      await client.query("insert into zaad (naam) values ('proef')")
      throw new Error('toch niet')
    })).rejects.toThrow('toch niet')
    expect((await pool.query('select from zaad')).rowCount).toBe(0)
  })

  test('name a double row, whoever asked', async () => {
    await pool.query("insert into zaad (naam) values ('dubbel')")
    const sql = await pool.query("insert into zaad (naam) values ('dubbel')").catch((fault: unknown) => fault)
    const prismas = await inTransaction((tx) => tx.zaad.create({ data: { naam: 'dubbel' } })).catch((fault: unknown) => fault)
    expect([isUniqueViolation(sql), isUniqueViolation(sql, 'zaad_pkey'), isUniqueViolation(sql, 'iets_anders')]).toEqual([true, true, false])
    expect([isUniqueViolation(prismas), isUniqueViolation(new Error('x'))]).toEqual([true, false])
  })
})

test('dates go to the database and back without a zone', () => {
  expect(toDbDate(plainDate('2022-03-27')).toISOString()).toBe('2022-03-27T00:00:00.000Z')
  expect(fromDbDate(new Date('2022-03-27T00:00:00.000Z'))).toBe('2022-03-27')
})

test('a document comes back as it was', async () => {
  const inhoud = Buffer.from([0, 255, 10, 13, 65])
  const id = await inTransaction((tx) => saveDocument(tx, { soort: 'proef', naam: 'a.bin', mediatype: 'application/octet-stream', inhoud }))
  expect(await readDocument(id)).toMatchObject({ naam: 'a.bin', inhoud, sha256: '7324c9525db64f21dac0fb72486637a83b959ce4bf38804a7021f11a97ebd205' })
  expect(await readDocument('00000000-0000-4000-8000-000000000000')).toBeUndefined()
})
