import { Agent, request, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream'
import type { Web, Webs } from './webs'

/** Requests that are with web at the same time; more are refused, so that a slow web cannot fill the memory of the poort. */
const MAX_IN_FLIGHT = 2_000

/** How long web may take to begin its answer. */
const ANSWER_MS = 90_000

/** How long a body that nobody reads any more is still taken from the browser, which shows an answer only after it has sent everything. */
const DRAIN_MS = 30_000

/** Of one connection only, or ours to say. */
const NOT_FORWARDED = new Set(['connection', 'expect', 'keep-alive', 'proxy-connection', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer',
  'transfer-encoding', 'upgrade', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'])

export type ProxySettings = {
  webs: Webs
  /** 'http' or 'https': how the public reaches us. */
  proto: string
  /** Whether web will refuse this request by its headers: then its body stays where it is. */
  isRefused: (req: IncomingMessage) => boolean
  /** Answers when no web can be reached, or when there is too much waiting for it. */
  answerWithoutWeb: (req: IncomingMessage, res: ServerResponse, reason: 'web-weg' | 'te-druk') => void
}

export type Proxy = {
  forward: (req: IncomingMessage, res: ServerResponse) => void
  upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => void
}

/** Forwards requests to web as they come: bodies stream both ways and nothing is kept. */
export function createProxy({ webs, proto, isRefused, answerWithoutWeb }: ProxySettings): Proxy {
  const kept = new Agent({ keepAlive: true, maxSockets: MAX_IN_FLIGHT, maxFreeSockets: 64, scheduling: 'lifo' })
  // A body can be sent once: on a connection of its own it cannot meet one that web is closing.
  const fresh = new Agent({ keepAlive: false, maxSockets: MAX_IN_FLIGHT })
  let inFlight = 0

  function forward(req: IncomingMessage, res: ServerResponse): void {
    if (inFlight >= MAX_IN_FLIGHT) {
      answerWithoutWeb(req, res, 'te-druk')
      return
    }
    inFlight += 1
    res.once('close', () => { inFlight -= 1 })
    attempt(req, res, webs.inOrder())
  }

  function attempt(req: IncomingMessage, res: ServerResponse, [web, ...others]: readonly Web[]): void {
    if (res.destroyed) return
    if (web === undefined) {
      answerWithoutWeb(req, res, 'web-weg')
      return
    }
    const body = hasBody(req)
    const isSent = body && !isRefused(req)
    const out = request({ ...web.target, agent: body ? fresh : kept, method: req.method ?? 'GET', path: req.url ?? '/', headers: requestHeaders(req, proto) })
    const giveUp = () => { out.destroy() }
    let isConnected = false
    res.once('close', giveUp)
    out.setTimeout(ANSWER_MS, giveUp)
    out.once('socket', (socket) => {
      const begin = () => { isConnected = true; if (isSent) req.pipe(out) }
      if (socket.connecting) socket.once('connect', begin)
      else begin()
    })
    out.once('response', (answer) => { relay(req, res, { out, answer }) })
    out.on('error', () => {
      if (res.headersSent || res.destroyed) return
      if (!isConnected) {
        webs.failed(web)
        attempt(req, res, others)
      } else if (!body && out.reusedSocket) {
        // Web closed a kept connection just when we used it: nothing was read of this request.
        attempt(req, res, [web, ...others])
      } else {
        answerWithoutWeb(req, res, 'web-weg')
      }
    })
    if (!body) out.end()
    else if (!isSent) out.flushHeaders()
  }

  return { forward, upgrade: (req, socket, head) => { upgrade(req, { socket, head, web: webs.inOrder()[0] }) } }
}

function relay(req: IncomingMessage, res: ServerResponse, { out, answer }: { out: ClientRequest; answer: IncomingMessage }): void {
  if (res.destroyed || res.headersSent) {
    answer.destroy()
    return
  }
  if (!req.complete && hasBody(req)) {
    res.shouldKeepAlive = false
    drain(req, out)
  }
  res.writeHead(answer.statusCode ?? 502, answer.statusMessage, withoutConnectionHeaders(answer.rawHeaders))
  pipeline(answer, res, () => undefined)
}

/** Web answered before it had the whole body: the rest is read and thrown away. */
function drain(req: IncomingMessage, out: ClientRequest): void {
  req.unpipe(out)
  req.resume()
  const limit = setTimeout(() => { req.destroy() }, DRAIN_MS)
  limit.unref()
  req.once('close', () => { clearTimeout(limit) })
}

function hasBody(req: IncomingMessage): boolean {
  return req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) !== 0
}

function requestHeaders(req: IncomingMessage, proto: string): string[] {
  const headers = withoutConnectionHeaders(req.rawHeaders)
  headers.push('x-forwarded-for', req.socket.remoteAddress ?? '', 'x-forwarded-host', req.headers.host ?? '', 'x-forwarded-proto', proto)
  // Without a length Node would announce a body in pieces, which web refuses.
  if (req.headers['content-length'] === undefined && !hasBody(req)) headers.push('content-length', '0')
  if (req.headers['transfer-encoding'] !== undefined) headers.push('transfer-encoding', 'chunked')
  return headers
}

function withoutConnectionHeaders(raw: readonly string[]): string[] {
  const headers: string[] = []
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const [name = '', value = ''] = [raw[index], raw[index + 1]]
    if (!NOT_FORWARDED.has(name.toLowerCase())) headers.push(name, value)
  }
  return headers
}

/** The reloading of `npm run dev` is a websocket: after this head both sides talk to each other. */
function upgrade(req: IncomingMessage, { socket, head, web }: { socket: Duplex; head: Buffer; web: Web | undefined }): void {
  if (web === undefined) {
    socket.destroy()
    return
  }
  const upstream: Socket = 'socketPath' in web.target ? connect(web.target.socketPath) : connect(web.target.port, web.target.host)
  upstream.once('connect', () => {
    const lines = req.rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${req.rawHeaders[index + 1] ?? ''}`] : []))
    upstream.write(`${req.method ?? 'GET'} ${req.url ?? '/'} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
    upstream.write(head)
    upstream.pipe(socket).pipe(upstream)
  })
  for (const side of [upstream, socket]) {
    side.on('error', () => { upstream.destroy(); socket.destroy() })
    side.on('close', () => { upstream.destroy(); socket.destroy() })
  }
}
