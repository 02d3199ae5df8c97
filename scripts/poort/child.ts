/** One process of the poort: gets its connections from scripts/poort.ts, and goes when that tells it to, or goes away itself. */
import { createServer } from 'node:http'
import { Socket } from 'node:net'
import { harden, SERVER_LIMITS } from '../web/harden'
import { handleRequest, requestsInFlight } from './handle'
import { startMeting } from './meting'
import { proxy } from './upstream'

const dev = process.env['NODE_ENV'] === 'development'

/** Connections of one process. From the first number on they are closed after each answer; from the second on new ones are refused. */
const BUSY_CONNECTIONS = 8_000
const MAX_CONNECTIONS = 16_000

/** How long requests that run may take after we were told to stop. */
const DRAIN_MS = 8_000

let connections = 0
let stopping = false

const server = createServer({ ...SERVER_LIMITS, keepAliveTimeout: 20_000, connectionsCheckingInterval: 5_000 }, (req, res) => {
  if (stopping || connections > BUSY_CONNECTIONS) res.shouldKeepAlive = false
  handleRequest(req, res)
})
harden(server)
server.on('upgrade', (req, socket, head) => {
  if (dev) proxy.upgrade(req, socket, head)
  else socket.destroy()
})
// It never listens, because the parent does; but with this event it begins to watch over slow connections.
server.emit('listening')

process.on('message', (message, socket) => {
  if (message !== 'neem' || !(socket instanceof Socket)) return
  if (stopping || connections >= MAX_CONNECTIONS) {
    socket.destroy()
    return
  }
  connections += 1
  socket.once('close', () => { connections -= 1 })
  socket.setNoDelay(true)
  server.emit('connection', socket)
  socket.resume()
})

async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
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

startMeting()
const parent = (message: string) => { if (process.connected) process.send?.(message) }
setInterval(() => { parent('leeft') }, 500)
parent('klaar')
