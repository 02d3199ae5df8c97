import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readSystem } from './data-dir'
import { StartFault } from './fault'
import { freePort } from './ports'
import { dismissGuard, start, stop } from './processes'

const ROOT = path.resolve(import.meta.dirname, '../..')
const READY_WITHIN_MS = 300_000
const STOP_MS = 12_000

export type EigenSysteem = { readonly url: string; readonly env: Record<string, string>; readonly dir: string; readonly pid: number; readonly lines: readonly string[]; readonly stop: () => Promise<void> }

/**
 * Starts the whole system as a newcomer does, on ports and data of its own, and gives what is needed to reach it. `stop` ends it
 * and leaves nothing behind.
 * @param own settings beside those, such as how many processes of each kind
 * @throws StartFault with its last lines when it does not come up
 */
export async function startEigen(own: Readonly<Record<string, string>> = {}, onLine: (line: string) => void = () => undefined): Promise<EigenSysteem> {
  const dir = mkdtempSync(path.join(tmpdir(), 'stap-eigen-'))
  // As root PostgreSQL runs as another user, who must be able to pass.
  chmodSync(dir, 0o711)
  const port = await freePort()
  const lines: string[] = []
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...rest } = process.env
  const running = start('systeem', [process.execPath, 'scripts/start.mjs'], {
    cwd: ROOT,
    env: { ...rest, ...own, NODE_ENV: 'production', STAP_OMGEVING: 'test', STAP_DATA_DIR: dir, PORT: String(port), STAP_URL: `http://localhost:${port}` },
    onLine: (line) => {
      lines.push(line)
      if (lines.length > 400) lines.splice(0, 200)
      onLine(line)
    },
  })
  const end = async (): Promise<void> => {
    await stop(running, STOP_MS)
    dismissGuard()
    rmSync(dir, { recursive: true, force: true })
  }
  const until = performance.now() + READY_WITHIN_MS
  while (performance.now() < until && !running.hasEnded()) {
    const system = readSystem(dir)
    if (system !== undefined) return { url: system.url, env: system.env, dir, pid: system.pid, lines, stop: end }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await end()
  throw new StartFault(`Het eigen systeem is niet gestart:\n${lines.slice(-40).join('\n')}`)
}
