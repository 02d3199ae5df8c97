import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

/** Rules are pure: they hold no pool and no cache, so their tests may share a process. Those that ask the database do not. */
const regels = readdirSync(path.join(root, 'tests/lib'), { recursive: true, encoding: 'utf8' })
  .map((file) => path.posix.join('tests/lib', file))
  .filter((file) => /(\/rules|tests\/lib\/base)\/.*\.test\.ts$/.test(file) && !readFileSync(path.join(root, file), 'utf8').includes('@/tests/setup/db'))

const resolve = {
  alias: [
    { find: /^@\//, replacement: `${root}/` },
    { find: 'server-only', replacement: path.join(root, 'tests/setup/empty.ts') },
  ],
}
const shared = { setupFiles: 'tests/setup/each-file.ts', pool: 'forks', testTimeout: 20_000, hookTimeout: 60_000, env: { TZ: 'UTC' } } as const

export default defineConfig({
  resolve,
  test: {
    // Once for all: a project that had it too would start a PostgreSQL of its own.
    globalSetup: ['tests/setup/global.ts'],
    maxWorkers: 3,
    projects: [
      // A process per file: modules that hold a pool or a cache never leak into the next file.
      { resolve, test: { ...shared, name: 'rest', include: ['tests/{lib,app,components,workers,scripts,architecture,model}/**/*.test.{ts,tsx}'], exclude: regels } },
      { resolve, test: { ...shared, name: 'regels', include: regels, isolate: false } },
    ],
  },
})
