import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { migrate, readMigrations, type Migration } from '@/scripts/migrate'

const name = `m_${randomUUID().replaceAll('-', '')}`
const url = new URL(inject('postgresUrl'))
url.pathname = `/${name}`

async function sql<Row extends pg.QueryResultRow>(text: string, connection = url.href): Promise<Row[]> {
  const client = new pg.Client({ connectionString: connection })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

beforeAll(() => sql(`create database ${name}`, inject('postgresUrl')))
afterAll(() => sql(`drop database ${name} with (force)`, inject('postgresUrl')))

const een: Migration = { naam: '1_een', sql: 'create table een (id int)', checksum: 'a' }
const twee: Migration = { naam: '2_twee', sql: 'create table twee (id int)', checksum: 'b' }

describe('the runner of migrations', () => {
  test('applies what is new, once, also when two processes start at once', async () => {
    const applied = await Promise.all([migrate(url.href, [een]), migrate(url.href, [een])])
    expect(applied.flat()).toEqual(['1_een'])
    expect(await migrate(url.href, [een, twee])).toEqual(['2_twee'])
    expect(await migrate(url.href, [een, twee])).toEqual([])
  })

  test('keeps the table that Prisma keeps', async () => {
    const rows = await sql("select migration_name, checksum, applied_steps_count, finished_at is not null as klaar from _prisma_migrations order by 1")
    expect(rows).toEqual([
      { migration_name: '1_een', checksum: 'a', applied_steps_count: 1, klaar: true },
      { migration_name: '2_twee', checksum: 'b', applied_steps_count: 1, klaar: true },
    ])
  })

  test('refuses a migration that was changed after it was applied', async () => {
    await expect(migrate(url.href, [{ ...een, checksum: 'anders' }, twee])).rejects.toThrow('De migratie 1_een is veranderd nadat zij is uitgevoerd.')
  })

  test('refuses a database that is ahead of this version', async () => {
    await expect(migrate(url.href, [een])).rejects.toThrow('De database kent de migratie 2_twee, maar deze versie van het programma niet.')
  })

  test('a migration that fails leaves nothing', async () => {
    const stuk: Migration = { naam: '3_stuk', sql: 'create table half (id int); select 1/0', checksum: 'c' }
    await expect(migrate(url.href, [een, twee, stuk])).rejects.toThrow('De migratie 3_stuk is niet gelukt en is teruggedraaid')
    expect(await sql("select to_regclass('half') as half")).toEqual([{ half: null }])
  })

  test('every migration of the project has a name in the order in which it is applied', () => {
    const namen = readMigrations().map(({ naam }) => naam)
    expect(namen.filter((naam) => !/^\d{14}_[a-z0-9_]+$/.test(naam))).toEqual([])
  })
})
