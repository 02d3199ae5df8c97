/**
 * The poort: the public door of the system. It answers the opening-day path itself and forwards everything else to web.
 * This parent holds the port and its children (scripts/poort/child.ts) take the connections from it; a child that dies is replaced,
 * and who knocks meanwhile waits in the queue of the kernel.
 */
import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { config } from '@/lib/platform/config'
import { watchSources } from './poort/herladen'
import { bindPort } from './poort/listener'

/** A child that says nothing for this many seconds gets help from the next one; after the second number it is ended. */
const SILENT_S = 2
const STUCK_S = 10

/** How long a stop may take before what is left is ended. */
const STOP_MS = 9_000

type Child = { process: ChildProcess; isReady: boolean; isListening: boolean; isOld: boolean; silentS: number }

// In order of age. The first `config.poorten` that are able work; the last one is loaded and waits, so that a dead child is
// replaced at once and not only after a new one has started.
const children: Child[] = []
const listener = bindPort(config.port)
let stopping = false
let wasListening = false
let failedStarts = 0

function addChild(): void {
  const child: Child = {
    process: fork(path.join(import.meta.dirname, 'poort/child.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc', listener.fd] }),
    isReady: false, isListening: false, isOld: false, silentS: 0,
  }
  children.push(child)
  child.process.on('message', (message) => { hear(child, message) })
  child.process.on('error', () => undefined)
  child.process.once('exit', (code, signal) => { replace(child, String(code ?? signal)) })
}

function hear(child: Child, message: unknown): void {
  child.silentS = 0
  if (message === 'klaar') {
    child.isReady = true
    failedStarts = 0
    // One of before its source changed goes when one of after it is ready: there is always somebody at the door.
    if (!child.isOld) children.find((one) => one.isOld)?.process.kill('SIGTERM')
    putToWork()
  } else if (message === 'luistert' && !wasListening) {
    wasListening = true
    process.stdout.write(`poort: klaar op ${config.url}\n`)
  } else if (message === 'bezet') {
    process.stderr.write(`Poort ${String(config.port)} is bezet: kies een andere met PORT.\n`)
    for (const one of children) one.process.kill('SIGKILL')
    process.exit(1)
  }
}

/** Lets as many children as there should be take connections. */
function putToWork(): void {
  if (stopping) return
  for (const child of children.filter(({ isReady, silentS }) => isReady && silentS < SILENT_S).slice(0, config.poorten)) {
    if (child.isListening || !child.process.connected) continue
    child.isListening = true
    child.process.send('luister')
  }
}

function replace(child: Child, reason: string): void {
  children.splice(children.indexOf(child), 1)
  if (stopping) return
  if (!child.isOld) process.stderr.write(`${JSON.stringify({ level: 'error', msg: 'poort: kind gestopt', fout: reason })}\n`)
  putToWork()
  if (child.isOld) return
  if (!child.isReady) failedStarts += 1
  // It cannot start: a wrong setting, or a fault in the program. Somebody must look.
  if (!wasListening && failedStarts > 2) process.exit(1)
  setTimeout(() => { if (!stopping) addChild() }, child.isReady ? 0 : Math.min(10_000, 500 * failedStarts))
}

setInterval(() => {
  for (const child of children) {
    if (!child.isReady) continue
    child.silentS += 1
    if (child.silentS > STUCK_S) child.process.kill('SIGKILL')
  }
  putToWork()
}, 1_000)

function stop(): void {
  if (stopping) return
  stopping = true
  setTimeout(() => {
    for (const child of children) child.process.kill('SIGKILL')
    process.exit(0)
  }, STOP_MS).unref()
  void Promise.all(children.map((child) => new Promise((resolve) => {
    child.process.once('exit', resolve)
    child.process.kill('SIGTERM')
  }))).then(() => { process.exit(0) })
}

process.on('SIGTERM', stop)
process.on('SIGINT', stop)

if (process.env['NODE_ENV'] === 'development') {
  watchSources((file) => {
    process.stdout.write(`poort: ${file} is gewijzigd, de poort herlaadt\n`)
    for (const child of children.filter(({ isOld }) => !isOld)) {
      child.isOld = true
      addChild()
    }
  })
}

for (let count = 0; count <= config.poorten; count += 1) addChild()
