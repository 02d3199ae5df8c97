/**
 * The poort: the public door of the system. It answers the opening-day path itself and forwards everything else to web.
 * This parent holds the port and hands each connection to a child (scripts/poort/child.ts); a child that dies is replaced.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { createServer, type Socket } from 'node:net'
import path from 'node:path'
import { config } from '@/lib/platform/config'

/** A child that says nothing for this many seconds gets no new connections; after the second number it is ended. */
const SILENT_S = 2
const STUCK_S = 10

/** Connections that wait while no child can take them. */
const MAX_WAITING = 4_096

/** How long a stop may take before what is left is ended. */
const STOP_MS = 9_000

type Child = { process: ChildProcess; isReady: boolean; silentS: number }

// In order of age. The first `config.poorten` that are able work; the last one is loaded and waits, so that a dead child is
// replaced at once and not only after a new one has started.
const children: Child[] = []
const waiting: Socket[] = []
let turn = 0
let stopping = false
let wasReady = false
let failedStarts = 0

const server = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => { hand(socket) })

function hand(socket: Socket): void {
  const able = children.filter(({ isReady, silentS }) => isReady && silentS < SILENT_S).slice(0, config.poorten)
  turn += 1
  const child = able[turn % Math.max(1, able.length)]
  if (child !== undefined) child.process.send('neem', socket, (fault) => { if (fault !== null) socket.destroy() })
  else if (waiting.length < MAX_WAITING) waiting.push(socket)
  else socket.destroy()
}

function handWaiting(): void {
  for (const socket of waiting.splice(0)) if (!socket.destroyed) hand(socket)
}

function addChild(): void {
  const child: Child = { process: fork(path.join(import.meta.dirname, 'poort/child.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }), isReady: false, silentS: 0 }
  children.push(child)
  child.process.on('message', (message) => {
    child.silentS = 0
    if (message !== 'klaar') return
    child.isReady = true
    failedStarts = 0
    handWaiting()
    if (!wasReady) process.stdout.write(`poort: klaar op ${config.url}\n`)
    wasReady = true
  })
  child.process.on('error', () => undefined)
  child.process.once('exit', (code, signal) => { replace(child, String(code ?? signal)) })
}

function replace(child: Child, reason: string): void {
  children.splice(children.indexOf(child), 1)
  if (stopping) return
  process.stderr.write(`${JSON.stringify({ level: 'error', msg: 'poort: kind gestopt', fout: reason })}\n`)
  if (!child.isReady) failedStarts += 1
  // It cannot start: a wrong setting, or a fault in the program. Somebody must look.
  if (!wasReady && failedStarts > 2) process.exit(1)
  setTimeout(() => { if (!stopping) addChild() }, child.isReady ? 0 : Math.min(10_000, 500 * failedStarts))
  handWaiting()
}

setInterval(() => {
  for (const child of children) {
    if (!child.isReady) continue
    child.silentS += 1
    if (child.silentS > STUCK_S) child.process.kill('SIGKILL')
  }
  handWaiting()
}, 1_000).unref()

function stop(): void {
  if (stopping) return
  stopping = true
  server.close()
  for (const socket of waiting.splice(0)) socket.destroy()
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

server.on('error', (fault: NodeJS.ErrnoException) => {
  process.stderr.write(fault.code === 'EADDRINUSE' ? `Poort ${String(config.port)} is bezet: kies een andere met PORT.\n` : `De poort kan niet starten: ${fault.message}\n`)
  process.exit(1)
})
server.listen({ port: config.port, backlog: 4_096 }, () => { for (let count = 0; count <= config.poorten; count += 1) addChild() })
