import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '@/scripts/start/processes'

const ROOT = path.resolve(import.meta.dirname, '../..')

export type Start = {
  child: ChildProcess
  /** Everything it wrote so far. */
  text: () => string
  /** Resolves with the exit code. */
  ended: Promise<number | null>
  /** Resolves with the seconds until it said that the system runs; rejects when it ends before. */
  ready: Promise<number>
}

/** Runs the real starter with these settings, as `npm start` does. */
export function startStap(env: Record<string, string>): Start {
  const { DATABASE_URL: _database, REDIS_URL: _redis, STAP_OMGEVING: _omgeving, STAP_URL: _url, npm_lifecycle_event: _npm, ...rest } = process.env
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: ROOT, env: { ...rest, NODE_ENV: 'production', ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const begin = performance.now()
  let written = ''
  const ended = new Promise<number | null>((resolve) => { child.once('exit', resolve) })
  const ready = new Promise<number>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      written += chunk.toString()
      if (written.includes('Stoppen: Ctrl-C')) resolve((performance.now() - begin) / 1000)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then(() => { reject(new Error(`ended before it was ready:\n${written.slice(-2_000)}`)) })
  })
  ready.catch(() => undefined)
  const start = { child, text: () => written, ended, ready }
  started.push(start)
  return start
}

const started: Start[] = []

/** Stops what a test that failed left running, so that the next one starts clean. */
export async function stopStarted(): Promise<void> {
  for (const { child, ended } of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  }
}

/** A data directory of its own, removed by `clean`. */
export function dataDir(): { dir: string; clean: () => void } {
  const dir = mkdtempSync(path.join(tmpdir(), 'stap-start-test-'))
  // As root PostgreSQL runs as another user, who must be able to pass.
  chmodSync(dir, 0o711)
  return { dir, clean: () => { rmSync(dir, { recursive: true, force: true }) } }
}

/** A port that somebody else listens on. */
export function takenPort(): Promise<{ port: number; server: Server }> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, () => {
      const address = server.address()
      resolve({ port: typeof address === 'object' && address !== null ? address.port : 0, server })
    })
  })
}

/**
 * The processes of this starter that still run: everything whose environment names the data directory, or whose command line
 * does (PostgreSQL, Redis).
 */
export function leftovers(dir: string): string[] {
  const rows = run(['ps', '-eo', 'pid=,args=']).output.trim().split('\n').map((row) => row.trim())
  return rows.filter((row) => {
    const pid = row.split(' ', 1)[0] ?? ''
    if (Number(pid) === process.pid) return false
    return row.includes(dir) || environmentOf(pid).includes(`STAP_DATA_DIR=${dir}`)
  })
}

/** What still runs after the moments that the last process, the guard, needs to see that it may go. */
export async function lingering(dir: string): Promise<string[]> {
  for (let tries = 0; tries < 30 && leftovers(dir).length > 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100))
  return leftovers(dir)
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8')
  } catch {
    return ''
  }
}
