import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { freshDb } from '@/tests/setup/db'

const ROOT = path.resolve(import.meta.dirname, '../../..')

type Handler = (request: Request, found: Record<string, string>) => Promise<Response> | Response

export type World = { site: string; issuer: string; handled: string[] }

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/**
 * The stand-in as a process of its own, and the real route handlers behind a bare web server: everything of a login but Next.
 * Any other path answers who is logged in, as JSON.
 */
export function authWorld(seed?: () => Promise<void>, startIssuer: (port: number) => Promise<Stop> = startStandIn): World {
  const world: World = { site: '', issuer: '', handled: [] }
  let stop: Stop | undefined
  let site: Server | undefined
  freshDb(seed)

  beforeAll(async () => {
    const [port, idpPort] = [await freePort(), await freePort()]
    world.site = `http://localhost:${String(port)}`
    world.issuer = `http://127.0.0.1:${String(idpPort)}`
    Object.assign(process.env, {
      PORT: String(port), STAP_URL: world.site,
      DIGID_ISSUER: `${world.issuer}/digid`, EHERKENNING_ISSUER: `${world.issuer}/eherkenning`, MEDEWERKER_ISSUER: `${world.issuer}/medewerkers`,
    })
    stop = await startIssuer(idpPort)
    site = await startSite(port, world)
  })
  afterAll(async () => {
    site?.closeAllConnections()
    site?.close()
    await stop?.()
  })
  return world
}

type Stop = () => Promise<void>

async function startStandIn(port: number): Promise<Stop> {
  const standIn = spawn(process.execPath, ['--import', 'tsx', 'scripts/idp/main.ts'], {
    cwd: ROOT, env: { ...process.env, IDP_PORT: String(port) }, stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(standIn, 'exit')
  await Promise.race([once(standIn.stdout, 'data'), ended.then(() => { throw new Error('the stand-in did not start') })])
  return async () => { standIn.kill('SIGTERM'); await ended }
}

async function startSite(port: number, world: World): Promise<Server> {
  // Loaded only now: the settings are read when these modules load.
  const start = await import('@/app/(publiek)/inloggen/[provider]/route')
  const callback = await import('@/app/api/auth/[...nextauth]/route')
  const logout = await import('@/app/(publiek)/uitloggen/route')
  const state = await import('@/app/(publiek)/sessie/stand/route')
  const landing = await import('@/app/(publiek)/inloggen/klaar/route')
  const { actorFromCookie } = await import('@/lib/platform/session-store')

  const nextauth = (found: Record<string, string>) => ({ params: Promise.resolve({ nextauth: (found['rest'] ?? '').split('/') }) })
  const routes: readonly (readonly [RegExp, Record<string, Handler>])[] = [
    [/^\/api\/auth\/(?<rest>.*)$/, { GET: (request, found) => callback.GET(request, nextauth(found)), POST: () => callback.POST() }],
    [/^\/inloggen\/klaar$/, { GET: (request) => landing.GET(request) }],
    [/^\/inloggen\/(?<provider>[a-z]+)$/, { GET: (request, { provider = '' }) => start.GET(request, { params: Promise.resolve({ provider }) }) }],
    [/^\/uitloggen$/, { GET: () => logout.GET(), POST: (request) => logout.POST(request) }],
    [/^\/sessie\/stand$/, { GET: (request) => state.GET(request), POST: (request) => state.POST(request) }],
  ]
  const whoAmI: Handler = async (request) => Response.json((await actorFromCookie(request.headers.get('cookie'))) ?? null)

  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const request = await toRequest(incoming, world.site)
      const { pathname } = new URL(request.url)
      world.handled.push(`${request.method} ${pathname}`)
      const found = routes.find(([pattern]) => pattern.test(pathname))
      const handler = found === undefined ? whoAmI : found[1][request.method]
      const response = handler === undefined ? new Response(null, { status: 405 }) : await handler(request, found?.[0].exec(pathname)?.groups ?? {})
      outgoing.statusCode = response.status
      for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
      outgoing.setHeader('set-cookie', response.headers.getSetCookie())
      outgoing.end(Buffer.from(await response.arrayBuffer()))
    })().catch((fault: unknown) => { outgoing.statusCode = 500; outgoing.end(String(fault)) })
  })
  server.listen(port)
  await once(server, 'listening')
  return server
}

async function toRequest(incoming: IncomingMessage, site: string): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  const headers = Object.entries(incoming.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] satisfies [string, string]] : []))
  const method = incoming.method ?? 'GET'
  return new Request(site + (incoming.url ?? '/'), { method, headers, ...(method === 'POST' ? { body: Buffer.concat(chunks) } : {}) })
}
