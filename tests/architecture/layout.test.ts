import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')

function files(dir: string): string[] {
  return readdirSync(path.join(ROOT, dir), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
}

const MODULES = ['regeling', 'register', 'aanlevering', 'tijdvak', 'wachtkamer', 'vooraanmelding', 'aanvraag', 'toewijzing', 'reservelijst', 'beschikking', 'betaling',
  'verantwoording', 'toezicht', 'bezwaar', 'monitoring', 'hulp', 'loting', 'bewijs', 'bank', 'financien', 'koppeling', 'opendata', 'kwaliteit', 'voorportaal', 'toelating', 'wijziging', 'vordering', 'opschorting', 'annulering', 'bankrekening']
const IN_MODULE = /^(README\.md|model\.ts|schema\.ts|texts\.ts|repo\.ts|repo\/[a-z0-9-]+\.ts|views\.ts|views\/[a-z0-9-]+\.ts|rules\/[a-z0-9-]+\.ts|use-cases\/[a-z0-9-]+\.ts)$/

describe('the house: a Dutch folder under lib is law, base and platform are technology', () => {
  const modules = readdirSync(path.join(ROOT, 'lib')).filter((name) => name !== 'base' && name !== 'platform')

  test('no folder under lib but the modules of the architecture', () => {
    expect(modules.filter((name) => !MODULES.includes(name))).toEqual([])
  })

  test.each(modules)('lib/%s has the shape of every module', (name) => {
    const strange = files(`lib/${name}`).map((file) => file.slice(`lib/${name}/`.length)).filter((file) => !IN_MODULE.test(file))
    expect(strange).toEqual([])
    expect(files(`lib/${name}`)).toContain(`lib/${name}/README.md`)
  })

  // A browser bundle that holds one of these does not build. Next sets the condition under which the import is empty; workers and
  // scripts set it themselves (--conditions=react-server).
  test("in a module 'server-only' stands in the repo and the views, the two doors to the database, and in nothing else", () => {
    const code = files('lib').filter((file) => /^lib\/(?!base\/|platform\/).+\.ts$/.test(file))
    const marked = code.filter((file) => /^import 'server-only'$/m.test(read(file)))
    expect(marked).toEqual(code.filter((file) => /\/(repo|views)(\.ts$|\/)/.test(file)))
  })

  test('use cases reach the database through lib/platform/db, which a browser cannot load either', () => {
    expect(read('lib/platform/db.ts')).toMatch(/^import 'server-only'$/m)
  })
})

describe('the top level holds what it should', () => {
  test('no stray folders', () => {
    const allowed = ['app', 'components', 'prisma', 'lib', 'workers', 'tests', 'public', 'docs', 'scripts']
    const strange = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules' && entry.name !== 'test-results')
      .map(({ name }) => name)
    expect(strange.filter((name) => !allowed.includes(name))).toEqual([])
  })
})

describe('files of the app', () => {
  const app = files('app').filter((file) => /\.tsx?$/.test(file))

  test("'use client' only in form.tsx, *.client.tsx and the error pages that React wants there", () => {
    const allowed = /(^|\/)(form|error|global-error|[a-z0-9-]+\.client)\.tsx$/
    const clients = [...app, ...files('components').filter((file) => /\.tsx?$/.test(file))].filter((file) => /^['"]use client['"]/m.test(read(file)))
    expect(clients.filter((file) => !allowed.test(file))).toEqual([])
  })

  test("'use server' only in action.ts", () => {
    const servers = [...app, ...files('lib'), ...files('components')].filter((file) => /\.tsx?$/.test(file)).filter((file) => /^\s*['"]use server['"]/m.test(read(file)))
    expect(servers.filter((file) => path.basename(file) !== 'action.ts')).toEqual([])
  })

  test('route groups are audiences', () => {
    const groups = ['(publiek)', '(burger)', '(opleider)', '(erkenner)', '(uwv)', '(duo)', '(toetsingskamer)', '(beleid)', '(regie)']
    const seen = readdirSync(path.join(ROOT, 'app')).filter((name) => name.startsWith('('))
    expect(seen.filter((name) => !groups.includes(name))).toEqual([])
  })
})

describe('names', () => {
  test('identifiers and files are ASCII', () => {
    const strange = ['app', 'lib', 'components', 'workers', 'scripts', 'tests'].flatMap(files).filter((file) => !/^[\x20-\x7e]+$/.test(file))
    expect(strange).toEqual([])
  })
})

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8')
}
