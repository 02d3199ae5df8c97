import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { StartFault } from './start/fault'

export const MIGRATIONS = path.resolve(import.meta.dirname, '../prisma/migrations')

export type Migration = { naam: string; sql: string; checksum: string }

/** The migrations on disk, in the order in which they are applied. */
export function readMigrations(dir = MIGRATIONS): Migration[] {
  return readdirSync(dir).sort()
    .filter((naam) => existsSync(path.join(dir, naam, 'migration.sql')))
    .map((naam) => {
      const sql = readFileSync(path.join(dir, naam, 'migration.sql'), 'utf8')
      return { naam, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

// Prisma's own table, so that Prisma's tools see the same history.
const HISTORY = `create table if not exists _prisma_migrations (
  id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
  logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

// Any number nobody else uses: processes that start at once wait for each other.
const LOCK = 7_300_101

/**
 * Brings the database up to date; each migration is one transaction. Gives the names of those that were applied.
 * @throws StartFault when a migration that was applied has been changed or has gone, or does not succeed
 */
export async function migrate(url: string, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(HISTORY)
    const { rows } = await client.query<{ naam: string; checksum: string }>(
      'select migration_name as naam, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null')
    const applied = new Map(rows.map(({ naam, checksum }) => [naam, checksum]))
    refuseChangedHistory(applied, migrations)

    const open = migrations.filter(({ naam }) => !applied.has(naam))
    for (const migration of open) await apply(client, migration)
    return open.map(({ naam }) => naam)
  } finally {
    await client.end()
  }
}

function refuseChangedHistory(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  for (const { naam, checksum } of migrations) {
    const before = applied.get(naam)
    if (before !== undefined && before !== checksum)
      throw new StartFault(`De migratie ${naam} is veranderd nadat zij is uitgevoerd. Zet het bestand terug en maak voor de wijziging een nieuwe migratie.`)
  }
  const known = new Set(migrations.map(({ naam }) => naam))
  const gone = [...applied.keys()].find((naam) => !known.has(naam))
  if (gone !== undefined)
    throw new StartFault(`De database kent de migratie ${gone}, maar deze versie van het programma niet. Gebruik een nieuwere versie, of een andere database.`)
}

async function apply(client: pg.Client, { naam, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, clock_timestamp(), 1)', [randomUUID(), checksum, naam])
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    const reason = fault instanceof Error ? fault.message : String(fault)
    throw new StartFault(`De migratie ${naam} is niet gelukt en is teruggedraaid: ${reason}.`)
  }
}

if (process.argv[1] === import.meta.filename) {
  const url = process.env['DATABASE_URL']
  if (url === undefined || url === '') {
    console.error('DATABASE_URL ontbreekt: zet die op de database die bijgewerkt moet worden.')
    process.exit(1)
  }
  try {
    const applied = await migrate(url)
    console.log(applied.length === 0 ? 'De database is bij.' : `Uitgevoerd: ${applied.join(', ')}`)
  } catch (fault) {
    console.error(fault instanceof StartFault ? fault.message : fault)
    process.exit(1)
  }
}
