import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import path from 'node:path'

export type Running = {
  naam: string
  child: ChildProcess
  /** Resolves with the exit code (or the signal's name) when the process has ended. */
  ended: Promise<number | string>
  hasEnded: () => boolean
}

/** How a process is asked to end: PostgreSQL ends quickly and cleanly on SIGINT, the others on SIGTERM. */
type StopSignal = 'SIGTERM' | 'SIGINT'

// The guard outlives this process when it is killed with -9, and then ends what would be left behind.
let guard: ChildProcess | undefined

function tellGuard(line: string): void {
  if (guard === undefined) {
    guard = spawn(process.execPath, [path.join(import.meta.dirname, 'guard.mjs')], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
    guard.stdin?.on('error', () => undefined)
    guard.on('exit', () => { guard = undefined })
    guard.unref()
    // The pipe alone must not keep us alive.
    if (guard.stdin instanceof Socket) guard.stdin.unref()
  }
  guard.stdin?.write(`${line}\n`)
}

/**
 * Starts a process in a group of its own, so that Ctrl-C in the terminal reaches only us and we can stop everything in order.
 * Every line it writes is given to `onLine`.
 */
export function start(
  naam: string,
  command: readonly [string, ...string[]],
  options: SpawnOptions & { stop?: StopSignal; onLine?: (line: string) => void } = {},
): Running {
  const { stop = 'SIGTERM', onLine, ...spawnOptions } = options
  const [program, ...args] = command
  const child = spawn(program, args, { ...spawnOptions, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on('line', (line) => onLine?.(line))
  }
  let over = false
  const ended = new Promise<number | string>((resolve) => {
    child.once('error', (fault) => { over = true; resolve(fault.message) })
    child.once('exit', (code, signal) => {
      over = true
      if (child.pid !== undefined) tellGuard(`- ${child.pid}`)
      resolve(code ?? signal ?? 'onbekend')
    })
  })
  if (child.pid !== undefined) tellGuard(`+ ${child.pid} ${stop}`)
  stopSignals.set(child, stop)
  return { naam, child, ended, hasEnded: () => over }
}

const stopSignals = new WeakMap<ChildProcess, StopSignal>()

/** Asks a process group to end, and ends it after `graceMs` when it does not. */
export async function stop(running: Running, graceMs: number): Promise<void> {
  const { pid } = running.child
  if (pid === undefined || running.hasEnded()) return
  signalGroup(pid, stopSignals.get(running.child) ?? 'SIGTERM')
  const timer = setTimeout(() => { signalGroup(pid, 'SIGKILL') }, graceMs)
  await running.ended
  clearTimeout(timer)
  // What the process itself left in its group has no reason to live on.
  signalGroup(pid, 'SIGKILL')
}

/** Lets the guard go; call when everything has been stopped. */
export function dismissGuard(): void {
  guard?.stdin?.end('bye\n')
  guard = undefined
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // The group has already gone.
  }
}

/** Runs a command to its end; gives its output and whether it succeeded. */
export function run(command: readonly [string, ...string[]], options: { env?: NodeJS.ProcessEnv; cwd?: string; timeoutMs?: number } = {}) {
  const [program, ...args] = command
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8', env: options.env ?? process.env, cwd: options.cwd, timeout: options.timeoutMs, maxBuffer: 64 * 1024 * 1024,
  })
  return { ok: error === undefined && status === 0, output: `${stdout ?? ''}${stderr ?? ''}`, fault: error?.message }
}

/** Where a program is on the PATH, or undefined. */
export function which(program: string): string | undefined {
  const { ok, output } = run(['sh', '-c', `command -v ${program}`])
  return ok ? output.trim() : undefined
}
