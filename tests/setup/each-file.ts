import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { format } from 'node:util'
import { afterAll, afterEach, beforeEach, expect, inject } from 'vitest'

// Set before the test file loads lib/platform/config. The database itself is made by freshDb(), so pure tests stay quick.
const url = new URL(inject('postgresUrl'))
url.pathname = `/t_${randomUUID().replaceAll('-', '')}`
const redis = new URL(inject('redisUrl'))
redis.pathname = `/${Number(process.env['VITEST_POOL_ID'] ?? '1') % 16}`
const dataDir = mkdtempSync(path.join(tmpdir(), 'stap-test-data-'))

const geheim = (letter: string) => letter.repeat(40)
Object.assign(process.env, {
  NODE_ENV: 'test',
  STAP_OMGEVING: 'test',
  DATABASE_URL: url.href,
  REDIS_URL: redis.href,
  STAP_DATA_DIR: dataDir,
  STAP_URL: 'http://localhost:3000',
  STAP_LOG: 'silent',
  STAP_ENCRYPTIE_SLEUTELS: `test2:${Buffer.alloc(32, 2).toString('base64')},test1:${Buffer.alloc(32, 1).toString('base64')}`,
  STAP_HMAC_SLEUTEL: Buffer.alloc(32, 3).toString('base64'),
  STAP_SESSIE_GEHEIM: geheim('s'),
  DIGID_ISSUER: 'http://localhost:3001/digid',
  DIGID_CLIENT_ID: 'stap-burger',
  DIGID_CLIENT_SECRET: geheim('d'),
  EHERKENNING_ISSUER: 'http://localhost:3001/eherkenning',
  EHERKENNING_CLIENT_ID: 'stap-opleider',
  EHERKENNING_CLIENT_SECRET: geheim('e'),
  MEDEWERKER_ISSUER: 'http://localhost:3001/medewerker',
  MEDEWERKER_CLIENT_ID: 'stap-medewerker',
  MEDEWERKER_CLIENT_SECRET: geheim('m'),
})

afterAll(() => { rmSync(dataDir, { recursive: true, force: true }) })

// A line on the console is a warning nobody reads. A test that expects one replaces the method itself (vi.spyOn).
const written: string[] = []
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  console[method] = (...args: unknown[]) => { written.push(`console.${method}: ${format(...args)}`) }
}
beforeEach(() => { written.length = 0 })
afterEach(() => {
  expect(written.splice(0), 'onverwachte uitvoer op de console').toEqual([])
})

/** Prints figures that a test measured; the only way past the rule above. */
export function printFigures(line: string): void {
  process.stdout.write(`${line}\n`)
}
