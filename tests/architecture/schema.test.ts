import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { schemaSql } from '@/scripts/schema-sql'
import { asOwner, freshDb } from '@/tests/setup/db'

type Column = { tabel: string; kolom: string; type: string; nullable: string }

const COLUMNS = `
  select table_name as tabel, column_name as kolom, udt_name as type, is_nullable as nullable
  from information_schema.columns join information_schema.tables using (table_schema, table_name)
  where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations'
  order by table_name, column_name`
const FOREIGN_KEYS = `
  select conrelid::regclass::text || '.' || conname as naam from pg_constraint
  where contype = 'f' and connamespace = 'public'::regnamespace order by 1`
// What Prisma cannot express; made by hand in the migrations.
const BY_HAND = ['aanvraag.loopt', 'aanvraag.werk_uiterlijk_op', 'outbox.achtergrond']

freshDb()

// The tables of schema.prisma, made beside the migrated ones.
const byPrisma = `prisma_${process.pid}`
let server: pg.Client
let prismaSide: pg.Client

beforeAll(async () => {
  const url = new URL(inject('postgresUrl'))
  server = new pg.Client({ connectionString: url.href })
  await server.connect()
  await server.query(`create database ${byPrisma}`)
  url.pathname = `/${byPrisma}`
  prismaSide = new pg.Client({ connectionString: url.href })
  await prismaSide.connect()
  await prismaSide.query('create function nu() returns timestamptz language sql as $$ select now() $$')
  await prismaSide.query(await schemaSql(url.href))
})

afterAll(async () => {
  await prismaSide.end()
  await server.query(`drop database ${byPrisma} with (force)`)
  await server.end()
})

test('every column of the migrations stands in schema.prisma with the same type, and the other way round', async () => {
  const migrated = (await asOwner<Column>(COLUMNS)).filter(({ tabel, kolom }) => !BY_HAND.includes(`${tabel}.${kolom}`))
  const { rows } = await prismaSide.query<Column>(COLUMNS)
  expect(migrated).toEqual(rows)
  expect(rows.length).toBeGreaterThan(300)
})

test('every foreign key of schema.prisma stands in the migrations', async () => {
  const migrated = (await asOwner<{ naam: string }>(FOREIGN_KEYS)).map(({ naam }) => naam)
  const { rows } = await prismaSide.query<{ naam: string }>(FOREIGN_KEYS)
  expect(migrated).toEqual(rows.map(({ naam }) => naam))
})
