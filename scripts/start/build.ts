import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildStyles } from '../poort/styles'
import { StartFault } from './fault'
import { output, timed } from './output'
import { start } from './processes'

const ROOT = path.resolve(import.meta.dirname, '../..')
const SOURCES = ['app', 'components', 'lib', 'public', 'prisma/schema.prisma', 'proxy.ts', 'instrumentation.ts', 'next.config.js',
  'postcss.config.mjs', 'tsconfig.json', 'package-lock.json']

/** Runs a program of the packages to its end with its lines shown. */
async function tool(naam: string, args: readonly string[], env: NodeJS.ProcessEnv, onLine: (line: string) => void): Promise<boolean> {
  const program = path.join(ROOT, 'node_modules', ...args[0]?.split('/') ?? [])
  const running = start(naam, [process.execPath, program, ...args.slice(1)], { cwd: ROOT, env, onLine })
  return (await running.ended) === 0
}

/** Generates the Prisma client when the schema is not the one it was made from. */
export async function ensureClient(): Promise<void> {
  const stamp = path.join(ROOT, 'prisma/generated/.stap-hash')
  const hash = hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  await timed('Databaseclient maken', async () => {
    const lines: string[] = []
    // The client has no engine of its own; the tool only wants to find one, and would otherwise try to download it.
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }
    const ok = await tool('prisma', ['prisma/build/index.js', 'generate', '--no-hints'], env, (line) => lines.push(line))
    if (!ok) throw new StartFault(`De databaseclient kon niet worden gemaakt: ${lines.join(' ').trim()}`)
    writeFileSync(stamp, hash)
  })
}

/** Builds the site for production when its sources are not the ones of the last build. */
export async function ensureBuild(env: NodeJS.ProcessEnv): Promise<void> {
  const stamp = path.join(ROOT, '.next/stap-hash')
  const hash = hashOf(SOURCES)
  const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (isFresh()) return
  const unlock = await lockBuild()
  try {
    if (isFresh()) return
    await timed('Website bouwen (next build)', async () => {
      rmSync(stamp, { force: true })
      const ok = await tool('build', ['next/dist/bin/next', 'build'], { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
        (line) => { output.line('build', line) })
      if (!ok) throw new StartFault('De website kon niet worden gebouwd; de regels hierboven zeggen waarom.')
      writeFileSync(stamp, hash)
    })
  } finally {
    unlock()
  }
}

/** Compiles the stylesheet of the poort when its sources are not the ones it was made from. */
export async function ensureStyles(): Promise<void> {
  const stamp = path.join(ROOT, '.poort/stap-hash')
  const hash = hashOf(['app', 'components', 'scripts/poort', 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  await buildStyles()
  writeFileSync(stamp, hash)
}

/** Two starts with their own data share one build directory: one builds, the other waits. */
async function lockBuild(): Promise<() => void> {
  const lock = path.join(ROOT, 'node_modules/.cache/stap-build')
  mkdirSync(path.dirname(lock), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => { rmSync(lock, { force: true }) }
    } catch {
      if (!isAlive(Number(readFileSync(lock, { encoding: 'utf8', flag: 'a+' })))) rmSync(lock, { force: true })
      else await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A hash of the contents of files and folders of the project, and of the version of Node. */
export function hashOf(sources: readonly string[]): string {
  const hash = createHash('sha256').update(process.versions.node)
  const add = (place: string) => {
    const full = path.join(ROOT, place)
    if (!existsSync(full)) return
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(path.join(place, name))
      return
    }
    hash.update(place).update('\0').update(readFileSync(full)).update('\0')
  }
  for (const source of sources) add(source)
  return hash.digest('hex')
}
