/**
 * What `prisma migrate diff` does, without the binary it would download: the schema engine in WASM.
 * `DATABASE_URL=… node --import tsx scripts/schema-sql.ts` prints the SQL of the tables of prisma/schema.prisma.
 * The engine asks any PostgreSQL for its version; nothing is changed there.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'

const require = createRequire(import.meta.url)
const WASM = join(dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm')
const SCHEMA = { path: 'prisma/schema.prisma', content: readFileSync('prisma/schema.prisma', 'utf8') }

async function startEngine(databaseUrl: string) {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => { throw new Error(message) } } })
  // The main entry imports .wasm, which plain Node cannot: instantiate by hand.
  const bytes = readFileSync(WASM)
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...engine } })
  engine.__wbg_set_wasm(instance.exports)
  const start: unknown = instance.exports['__wbindgen_start']
  if (typeof start === 'function') Reflect.apply(start, undefined, [])
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }))
  return engine.SchemaEngine.new({ datamodels: [[SCHEMA.path, SCHEMA.content]] }, () => undefined, adapter)
}

/** The SQL that makes the tables of prisma/schema.prisma from nothing. */
export async function schemaSql(databaseUrl: string): Promise<string> {
  const schemaEngine = await startEngine(databaseUrl)
  const { stdout } = await schemaEngine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [SCHEMA] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return stdout ?? ''
}

if (process.argv[1]?.endsWith('schema-sql.ts')) {
  process.stdout.write(await schemaSql(process.env['DATABASE_URL'] ?? ''))
  process.exit(0)
}
