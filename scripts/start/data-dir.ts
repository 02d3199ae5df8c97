import { createHash, randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { StartFault } from './fault'
import { run } from './processes'

/** Makes the data directory when it is missing, and checks that it can be used. */
export function openDataDir(dir: string): void {
  try {
    // Others may pass through, not look: the user that PostgreSQL runs as must reach its own directory. What is secret has mode 600.
    mkdirSync(dir, { recursive: true, mode: 0o711 })
    if (!statSync(dir).isDirectory()) throw new Error('not a directory')
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new StartFault(`De gegevensmap ${dir} kan niet worden gebruikt: het moet een map zijn waarin u mag schrijven. Kies een andere met STAP_DATA_DIR.`)
  }
}

const lockSchema = z.object({ pid: z.number(), url: z.string() })

/**
 * Makes this process the only one that runs on the data directory; gives the function that frees it again.
 * @throws StartFault when another start runs on it
 */
export function lockDataDir(dir: string, url: string): () => void {
  const file = path.join(dir, 'start.slot')
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, url }), { flag: 'wx', mode: 0o600 })
      return () => { rmSync(file, { force: true }) }
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
      const holder = lockSchema.safeParse(readJson(file))
      if (holder.success && isStarter(holder.data.pid))
        throw new StartFault(`Er draait al een systeem op de gegevensmap ${dir} (proces ${holder.data.pid}, ${holder.data.url}). Stop dat eerst, of kies een andere map met STAP_DATA_DIR.`)
      // Its holder was killed.
      rmSync(file, { force: true })
    }
  }
  throw new StartFault(`De gegevensmap ${dir} wordt op dit moment door een ander proces gestart. Probeer het zo opnieuw.`)
}

// A process number is used again after a while: only a Node process that runs our scripts counts.
function isStarter(pid: number): boolean {
  const { ok, output } = run(['ps', '-o', 'args=', '-p', String(pid)])
  return ok && /scripts\/(start|test|run|bench|simulatie|storing)/.test(output)
}

/** The path of a unix socket may have about a hundred bytes: in a directory with a long name, web's socket lies in the temporary one. */
const MAX_SOCKET_PATH = 100

/** The socket on which web listens behind the poort. */
export function webSocketOf(dir: string): string {
  const own = path.join(dir, 'web.sock')
  if (own.length <= MAX_SOCKET_PATH) return own
  const private_ = path.join(tmpdir(), `stap-web-${createHash('sha256').update(dir).digest('hex').slice(0, 16)}`)
  mkdirSync(private_, { recursive: true, mode: 0o700 })
  return path.join(private_, 'web.sock')
}

const geheimenSchema = z.record(z.string(), z.string())

/** The secrets of this development system: made at random on the first run, kept with mode 600. */
export function readGeheimen(dir: string): Record<string, string> {
  const file = path.join(dir, 'geheimen.json')
  if (!existsSync(file)) {
    const key = () => randomBytes(32).toString('base64')
    const geheimen = {
      STAP_ENCRYPTIE_SLEUTELS: `ontwikkel-1:${key()}`,
      STAP_HMAC_SLEUTEL: key(),
      STAP_SESSIE_GEHEIM: randomBytes(32).toString('hex'),
      DIGID_CLIENT_SECRET: randomBytes(32).toString('hex'),
      EHERKENNING_CLIENT_SECRET: randomBytes(32).toString('hex'),
      MEDEWERKER_CLIENT_SECRET: randomBytes(32).toString('hex'),
    }
    writeFileSync(file, JSON.stringify(geheimen, null, 2), { mode: 0o600 })
  }
  const parsed = geheimenSchema.safeParse(readJson(file))
  if (!parsed.success) throw new StartFault(`Het bestand ${file} is beschadigd. Zet een back-up terug, of verwijder de map ${dir} om opnieuw te beginnen (dan bent u de gegevens kwijt).`)
  return parsed.data
}

const systemSchema = z.object({ pid: z.number(), url: z.string(), env: z.record(z.string(), z.string()) })
export type System = z.output<typeof systemSchema>

/** Leaves for `npm run …` how to reach the system that runs. */
export function writeSystem(dir: string, system: System): void {
  writeFileSync(path.join(dir, 'system.json'), JSON.stringify(system, null, 2), { mode: 0o600 })
}

export function removeSystem(dir: string): void {
  rmSync(path.join(dir, 'system.json'), { force: true })
}

/** The system that runs on a data directory, or undefined. */
export function readSystem(dir: string): System | undefined {
  const parsed = systemSchema.safeParse(readJson(path.join(dir, 'system.json')))
  return parsed.success && isStarter(parsed.data.pid) ? parsed.data : undefined
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
