import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate, readMigrations } from '@/scripts/migrate'
import { startPostgres } from '@/scripts/start/postgres'
import { dismissGuard } from '@/scripts/start/processes'
import { startRedis } from '@/scripts/start/redis'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server; the database in it is not used by tests. */
    postgresUrl: string
    redisUrl: string
    /** A migrated database without rows, from which each test makes its own. */
    template: string
  }
}

/**
 * One PostgreSQL and one Redis for the whole run. STAP_TEST_PG and STAP_TEST_REDIS point to running ones, which is quicker
 * while working on one file.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(path.join(tmpdir(), 'stap-test-'))
  // As root PostgreSQL runs as another user, who must be able to pass.
  chmodSync(dir, 0o711)
  const closers: (() => Promise<void>)[] = []
  const teardown = async () => {
    for (const close of closers.reverse()) await close()
    dismissGuard()
    rmSync(dir, { recursive: true, force: true })
  }

  try {
    let postgresUrl = process.env['STAP_TEST_PG']
    if (postgresUrl === undefined) {
      // Tests do not survive a power cut: without fsync they are a good deal quicker.
      const postgres = await startPostgres(dir, ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'])
      closers.push(postgres.stop)
      postgresUrl = postgres.url
    }
    let redisUrl = process.env['STAP_TEST_REDIS']
    if (redisUrl === undefined) {
      const redis = await startRedis(dir, () => undefined)
      closers.push(redis.stop)
      redisUrl = redis.url
    }
    project.provide('postgresUrl', postgresUrl)
    project.provide('redisUrl', redisUrl)
    project.provide('template', await makeTemplate(postgresUrl))
  } catch (fault) {
    await teardown()
    throw fault
  }
  return teardown
}

/** Makes the template once per set of migrations; runs at the same time wait for each other. */
async function makeTemplate(url: string): Promise<string> {
  const migrations = readMigrations()
  const hash = createHash('sha256').update(migrations.map(({ checksum }) => checksum).join()).digest('hex').slice(0, 12)
  const name = `stap_template_${hash}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7300102)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [name])
    if (rowCount === 1) return name
    await client.query(`drop database if exists ${name}`)
    await client.query(`create database ${name}`)
    await migrate(databaseUrl(url, name), migrations)
    await client.query(`alter database ${name} with is_template true`)
    return name
  } finally {
    await client.end()
  }
}

function databaseUrl(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}
