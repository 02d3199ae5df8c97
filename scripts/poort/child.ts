/** One process of the poort: takes connections from the port that scripts/poort.ts holds, once that tells it to, and goes when that goes. */
import { createServer } from 'node:http'
import { within } from '@/lib/platform/batcher'
import { pool } from '@/lib/platform/db'
import { leesBeurtBij } from '@/lib/wachtkamer/use-cases/lees-beurt'
import { harden, SERVER_LIMITS } from '../web/harden'
import { handleRequest, requestsInFlight } from './handle'
import { LISTEN_FD } from './listener'
import { startMeting } from './meting'
import { sessionOf } from './sessions'
import { proxy } from './upstream'

const dev = process.env['NODE_ENV'] === 'development'

/** Connections of one process. From the first number on they are closed after each answer; from the second on new ones are refused. */
const BUSY_CONNECTIONS = 8_000
const MAX_CONNECTIONS = 16_000
const BACKLOG = 4_096

/** How long requests that run may take after we were told to stop. */
const DRAIN_MS = 8_000

/** How long a start waits for the database. */
const WARM_MS = 3_000

let connections = 0
let stopping = false

const server = createServer({ ...SERVER_LIMITS, keepAliveTimeout: 20_000, connectionsCheckingInterval: 5_000 }, (req, res) => {
  if (stopping || connections > BUSY_CONNECTIONS) res.shouldKeepAlive = false
  handleRequest(req, res)
})
harden(server)
server.maxConnections = MAX_CONNECTIONS
server.on('connection', (socket) => {
  connections += 1
  socket.once('close', () => { connections -= 1 })
})
server.on('upgrade', (req, socket, head) => {
  if (dev) proxy.upgrade(req, socket, head)
  else socket.destroy()
})
server.on('error', () => { tell('bezet') })

process.on('message', (message) => {
  if (message === 'luister' && !stopping) server.listen({ fd: LISTEN_FD }, BACKLOG, () => { tell('luistert') })
})

async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  server.close()
  const limit = performance.now() + DRAIN_MS
  // A request may come in on an open connection just before its answer says that the connection closes.
  while (requestsInFlight() > 0 && performance.now() < limit) {
    server.closeIdleConnections()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  process.exit(0)
}

process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
process.on('disconnect', () => void stop())

function tell(message: string): void {
  if (process.connected) process.send?.(message)
}

/**
 * The first who comes must not wait for connections, plans and code that is read for the first time: at an opening that is a crowd.
 * A database that is away keeps nobody from starting.
 */
async function warmUp(): Promise<void> {
  await within(WARM_MS, Promise.allSettled([sessionOf('niemand'), leesBeurtBij('niets'), pool.query('select nu()')])).catch(() => undefined)
}

startMeting()
setInterval(() => { tell('leeft') }, 500)
void warmUp().then(() => { tell('klaar') })
