/**
 * The web process: a Node server around Next, behind the poort. It sets the security headers, refuses what must not reach a page,
 * and puts a readable page in Dutch in the place of every empty error. Argument --dev: with reloading.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import next from 'next'
import { config } from '@/lib/platform/config'
import { needsErrorPage, plainErrorPage, renderErrorPage } from './web/error-page'
import { isForReader, ownOriginsOf, refusalOf } from './web/gate'
import { harden, SERVER_LIMITS } from './web/harden'
import { contentSecurityPolicy, fixedHeaders, type HeaderSettings } from './web/headers'
import { makeRequestKenmerk } from './web/kenmerk'
import { guardResponse } from './web/response'

const dev = process.argv.includes('--dev')
const publicUrl = new URL(config.url)
const settings: HeaderSettings = { https: publicUrl.protocol === 'https:', dev }
const ownOrigins = ownOriginsOf(config)

// `next` decides between development and production by this argument; NODE_ENV must agree with it before Next loads.
// Quiet: Next would print the message of a fault, which may quote what a citizen typed; instrumentation.ts logs its kind and place.
const app = next({ dev, quiet: !dev, port: config.port })
const handle = app.getRequestHandler()

/** Headers that only this process may set; what a client sends under these names is dropped. */
const INTERNAL = ['x-nonce', 'x-stap-pad', 'x-request-id', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-forwarded-for', 'x-middleware-subrequest', 'content-security-policy', 'content-security-policy-report-only']

function answer(req: IncomingMessage, res: ServerResponse): void {
  const started = performance.now()
  const url = req.url ?? '/'
  const path = url.split('?', 1)[0] ?? '/'
  const kenmerk = makeRequestKenmerk()
  const csp = contentSecurityPolicy(randomBytes(18).toString('base64'), settings)

  // Only the poort can reach a socket of ours: who called it is what it says, and on a port nobody is believed.
  const caller = config.webSocket === undefined ? req.socket.remoteAddress : req.headers['x-forwarded-for']
  for (const name of INTERNAL) Reflect.deleteProperty(req.headers, name)
  req.headers['content-security-policy'] = csp
  req.headers['x-request-id'] = kenmerk
  req.headers['x-stap-pad'] = url
  req.headers['x-forwarded-host'] = config.isProductie ? publicUrl.host : (req.headers.host ?? publicUrl.host)
  req.headers['x-forwarded-proto'] = publicUrl.protocol.slice(0, -1)
  req.headers['x-forwarded-for'] = caller ?? ''
  if (config.isProductie) req.headers.host = publicUrl.host
  // A compressed page that holds secrets and repeats input can be guessed at byte by byte (BREACH): compress only what is the same for all.
  if (req.headers.cookie !== undefined && !isStatic(path)) delete req.headers['accept-encoding']

  for (const [name, value] of Object.entries(fixedHeaders(settings))) res.setHeader(name, value)
  res.setHeader('content-security-policy', csp)
  res.setHeader('x-request-id', kenmerk)
  res.on('close', () => { logAccess(req, res, { path, kenmerk, started }) })

  const reader = isForReader(req, path)
  guardResponse(res, {
    isReplaced: (status, contentType) => reader && (needsErrorPage(status, contentType) || path.startsWith('/fout/')),
    replace: (status, send) => { void sendErrorPage(req, status >= 400 ? status : 404, kenmerk, send) },
    beforeHead: (answered) => { if (req.headers.cookie !== undefined && !isStatic(path)) answered.setHeader('cache-control', 'private, no-store') },
  })

  const refusal = refusalOf(req, path, ownOrigins)
  if (refusal !== undefined) {
    if (refusal.allow !== undefined) res.setHeader('allow', refusal.allow)
    refuse(req, res, refusal.status, reader)
    return
  }
  handle(req, res).catch((fault: unknown) => {
    process.stderr.write(`${JSON.stringify({ level: 'error', msg: 'verzoek mislukt', kenmerk, fout: fault instanceof Error ? fault.name : typeof fault })}\n`)
    if (!res.headersSent) res.writeHead(500).end()
  })
}

function isStatic(path: string): boolean {
  return path.startsWith('/_next/static/') || /\.(svg|txt|ico|png|woff2|webmanifest)$/.test(path)
}

/** Refuses; the body that is still coming is read and thrown away, because a browser shows the answer only after it has sent everything. */
function refuse(req: IncomingMessage, res: ServerResponse, status: number, reader: boolean): void {
  res.setHeader('connection', 'close')
  req.resume()
  setTimeout(() => { req.destroy() }, 30_000).unref()
  if (reader) res.writeHead(status).end()
  else res.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ status, title: REFUSALS[status] ?? 'Het verzoek is niet goed.' }))
}

const REFUSALS: Partial<Record<number, string>> = {
  400: 'Het verzoek komt niet van een pagina van deze site en draagt geen token.',
  405: 'Dit adres kent deze methode niet.',
  411: 'De lengte van de inhoud ontbreekt.',
  413: 'De inhoud is te groot: stuur hoogstens 12 MB.',
}

async function sendErrorPage(req: IncomingMessage, status: number, kenmerk: string, send: (status: number, body: Buffer) => void): Promise<void> {
  const { host, 'accept-language': language, 'content-security-policy': csp } = req.headers
  try {
    send(status, await renderErrorPage(handle, status, { host, 'accept-language': language, accept: 'text/html', 'content-security-policy': csp, 'x-request-id': kenmerk }))
  } catch (fault) {
    process.stderr.write(`${JSON.stringify({ level: 'error', msg: 'foutpagina mislukt', kenmerk, fout: fault instanceof Error ? fault.name : typeof fault })}\n`)
    send(status, plainErrorPage(kenmerk))
  }
}

/** One line per request: no query, no address of a person, no number that could be a BSN. Files of the build are not worth a line. */
function logAccess(req: IncomingMessage, res: ServerResponse, { path, kenmerk, started }: { path: string; kenmerk: string; started: number }): void {
  if (isStatic(path)) return
  const route = path.replace(/\d{8,}/g, '[nummer]').replace(/[^\s/@]+(@|%40)[^\s/]+/gi, '[e-mail]').slice(0, 200)
  process.stdout.write(`${JSON.stringify({ level: 'info', msg: 'verzoek', kenmerk, methode: req.method, route, status: res.statusCode, duurMs: Math.round(performance.now() - started) })}\n`)
}

await app.prepare()

const server = createServer({ ...SERVER_LIMITS, keepAliveTimeout: 65_000 }, answer)
if (dev) {
  const upgrade = app.getUpgradeHandler()
  server.on('upgrade', (req, socket, head) => { void upgrade(req, socket, head) })
} else {
  server.on('upgrade', (_req, socket) => { socket.destroy() })
}
harden(server)
server.on('error', (fault: NodeJS.ErrnoException) => {
  process.stderr.write(fault.code === 'EADDRINUSE' ? `Poort ${String(config.port)} is bezet: kies een andere met PORT.\n` : `De webserver kan niet starten: ${fault.message}\n`)
  process.exit(1)
})
listen(config.webSocket)

function listen(socket: string | undefined): void {
  if (socket === undefined) {
    server.listen(config.port, () => { process.stdout.write(`web: klaar op poort ${String(config.port)}\n`) })
    return
  }
  // Left behind by a web that was killed; its own data directory makes sure that no other uses it.
  rmSync(socket, { force: true })
  server.listen(socket, () => {
    chmodSync(socket, 0o600)
    process.stdout.write('web: klaar achter de poort\n')
  })
}

let stopping = false
function stop(): void {
  if (stopping) return
  stopping = true
  // Running requests get eight seconds; a browser that keeps a connection open gets none.
  setTimeout(() => { process.exit(0) }, 8_000).unref()
  server.close(() => { void app.close().finally(() => { process.exit(0) }) })
  server.closeIdleConnections()
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
