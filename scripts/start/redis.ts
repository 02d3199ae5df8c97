import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { StartFault } from './fault'
import { freePort } from './ports'
import { run, start, stop, which, type Running } from './processes'

export type RedisServer = { url: string; running: Running; stop: () => Promise<void> }

type Program = { command: readonly [string, ...string[]]; env: NodeJS.ProcessEnv }

/**
 * Starts a Redis of our own: appendonly, never evicting, on a free port with a password.
 * @param note tells the operator about work that takes long
 * @throws StartFault with what to install when no Redis can be had
 */
export async function startRedis(dir: string, note: (text: string) => void): Promise<RedisServer> {
  const home = path.join(path.resolve(dir), 'redis')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const program = findProgram(path.resolve(dir), note)
  const port = await freePort()
  const password = randomBytes(24).toString('hex')
  const conf = path.join(home, 'redis.conf')
  const settings = (where: string, bind: string) => [`port ${port}`, `bind ${bind}`, `dir ${where}`, `requirepass ${password}`, 'save ""',
    'appendonly yes', 'appendfsync everysec', 'maxmemory-policy noeviction', 'loglevel warning', 'daemonize no'].join('\n')
  // In a file and not on the command line: everybody on the machine can read a command line.
  writeFileSync(conf, settings(`"${home}"`, '127.0.0.1'), { mode: 0o600 })

  const lines: string[] = []
  const running = program === 'docker'
    ? startInDocker(port, home, conf, settings('/data', '0.0.0.0'), lines)
    : start('redis', [...program.command, conf], { env: program.env, cwd: home, onLine: (line) => lines.push(line) })
  const end = performance.now() + 30_000
  while (!(await answersPing(port, password))) {
    if (running.hasEnded() || performance.now() > end) {
      await stop(running, 2_000)
      throw new StartFault(`Redis start niet met de gegevens in ${home}: ${lines.at(-1) ?? 'geen melding'}. Verwijder die map (er gaat niets verloren) en probeer het opnieuw.`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { url: `redis://:${password}@127.0.0.1:${port}`, running, stop: () => stop(running, 5_000) }
}

const MISSING = 'Er is geen Redis gevonden: installeer redis-server of valkey-server (Debian en Ubuntu: apt install redis-server, macOS: brew install redis), start Docker, of zet REDIS_URL.'

/** On the PATH, then by apt as root, then unpacked from apt's packages without root, then Docker. */
function findProgram(dir: string, note: (text: string) => void): Program | 'docker' {
  const onPath = which('redis-server') ?? which('valkey-server')
  if (onPath !== undefined) return { command: [onPath], env: process.env }

  const root = process.getuid?.() === 0
  if (which('apt-get') !== undefined) {
    if (root) {
      note('Redis ontbreekt: apt-get install redis-server …')
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
      const install = () => run(['apt-get', 'install', '-y', '--no-install-recommends', 'redis-server'], { env, timeoutMs: 300_000 })
      if (!install().ok) {
        run(['apt-get', 'update'], { env, timeoutMs: 120_000 })
        install()
      }
      const installed = which('redis-server')
      if (installed !== undefined) return { command: [installed], env: process.env }
    } else {
      const unpacked = unpackFromApt(dir, note)
      if (unpacked !== undefined) return unpacked
    }
  }
  if (which('docker') !== undefined && run(['docker', 'info'], { timeoutMs: 10_000 }).ok) return 'docker'
  throw new StartFault(MISSING)
}

/** Downloads Debian's packages with apt and unpacks them under the data directory: no rights needed. */
function unpackFromApt(dir: string, note: (text: string) => void): Program | undefined {
  const root = path.join(dir, 'apt')
  const found = (): Program | undefined => {
    const program = path.join(root, 'uit/usr/bin/redis-server')
    if (!existsSync(program)) return undefined
    const env = { ...process.env, LD_LIBRARY_PATH: libraryDirs(path.join(root, 'uit')).join(':') }
    return run([program, '--version'], { env }).ok ? { command: [program], env } : undefined
  }
  const before = found()
  if (before !== undefined) return before

  note('Redis ontbreekt: pakketten van Debian ophalen en uitpakken …')
  for (const sub of ['lists/partial', 'cache/archives/partial', 'deb', 'uit']) mkdirSync(path.join(root, sub), { recursive: true })
  const cache = ['-o', `Dir::Cache=${root}/cache`, '-o', 'APT::Sandbox::User=']
  if (!download(root, cache)) {
    // A machine that never ran `apt-get update`: lists of our own, where we may write.
    const own = [...cache, '-o', `Dir::State::lists=${root}/lists`]
    run(['apt-get', ...own, 'update'], { timeoutMs: 180_000 })
    download(root, own)
  }
  for (const file of readdirSync(path.join(root, 'deb'))) run(['dpkg', '-x', path.join(root, 'deb', file), path.join(root, 'uit')])
  return found()
}

function download(root: string, options: readonly string[]): boolean {
  const names = ['redis-server', 'redis-tools', ...dependencies(options)]
  const cwd = path.join(root, 'deb')
  return run(['apt-get', ...options, 'download', ...names], { cwd, timeoutMs: 180_000 }).ok
}

/** The shared libraries that redis-tools needs and this machine may lack. */
function dependencies(options: readonly string[]): string[] {
  const { output } = run(['apt-cache', ...options, 'depends', '--recurse', '--no-recommends', '--no-suggests', '--no-conflicts', '--no-breaks', '--no-replaces', '--no-enhances', 'redis-tools'])
  const names = output.split('\n').filter((line) => /^[a-z0-9][a-z0-9+.-]*$/.test(line))
  return [...new Set(names)].filter((name) => /^lib/.test(name) && !/^libc6$/.test(name))
}

function libraryDirs(root: string): string[] {
  return ['usr/lib', 'lib'].flatMap((dir) => {
    const place = path.join(root, dir)
    if (!existsSync(place)) return []
    return [place, ...readdirSync(place).filter((name) => name.endsWith('-linux-gnu')).map((name) => path.join(place, name))]
  })
}

function startInDocker(port: number, home: string, conf: string, settings: string, lines: string[]): Running {
  writeFileSync(conf, settings, { mode: 0o600 })
  const user = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`
  return start('redis', ['docker', 'run', '--rm', '--init', '--user', user, '--publish', `127.0.0.1:${port}:${port}`, '--volume', `${home}:/data`,
    'redis:8-alpine', 'redis-server', '/data/redis.conf'], { onLine: (line) => lines.push(line) })
}

function answersPing(port: number, password: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const finish = (answer: boolean) => { socket.destroy(); resolve(answer) }
    socket.setTimeout(1_000, () => { finish(false) })
    socket.once('error', () => { finish(false) })
    socket.once('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`))
    let seen = ''
    socket.on('data', (chunk) => {
      seen += chunk.toString()
      if (seen.includes('PONG')) finish(true)
    })
  })
}

/** Checks that the Redis of REDIS_URL can be used. */
export async function checkRedis(url: string): Promise<void> {
  const { Redis } = await import('ioredis')
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, connectTimeout: 5_000, retryStrategy: () => null })
  let reason = 'geen antwoord'
  redis.on('error', (fault) => { reason = fault.message })
  try {
    await redis.connect()
    await redis.ping()
  } catch (fault) {
    if (fault instanceof Error && !/closed/i.test(fault.message)) reason = fault.message
    throw new StartFault(`De Redis van REDIS_URL is niet te gebruiken: ${reason}. Controleer of hij draait en of het adres klopt.`)
  } finally {
    redis.disconnect()
  }
}
