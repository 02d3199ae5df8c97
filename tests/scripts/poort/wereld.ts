import { createServer, request, type IncomingHttpHeaders } from 'node:http'
import { once } from 'node:events'
import { makeToken, openSession, SESSION_COOKIE } from '@/lib/platform/session-store'
import type { Ingediend } from '@/tests/builders/aanvraag-wereld'

/** The address of the site in tests; a form comes from it. */
export const SITE = 'http://localhost:3000'

export type Antwoord = { status: number; headers: IncomingHttpHeaders; text: string; json: () => Record<string, unknown> }

export type Poort = {
  port: number
  /** Sends a request; a POST comes from our own site and asks for JSON unless the headers say otherwise. */
  vraag: (method: string, pad: string, headers?: Record<string, string>, body?: string | Buffer) => Promise<Antwoord>
  close: () => Promise<void>
}

/** The requests of the poort on a port of its own, in this process. */
export async function aPoort(handle: Parameters<typeof createServer>[1]): Promise<Poort> {
  const server = createServer(handle).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    port,
    vraag: (method, pad, headers = {}, body) => vraagAan(port, { method, pad, headers, body }),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** One request on a connection of its own. */
export function vraagAan(port: number, { method, pad, headers, body }: { method: string; pad: string; headers: Record<string, string>; body: string | Buffer | undefined }): Promise<Antwoord> {
  return new Promise((resolve, reject) => {
    const all = { accept: 'application/json', ...(method === 'POST' && { origin: SITE, 'content-length': String(Buffer.byteLength(body ?? '')) }), ...headers }
    const out = request({ host: '127.0.0.1', port, method, path: pad, headers: all, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => { text += chunk })
      answer.on('end', () => { resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json: () => JSON.parse(text) as Record<string, unknown> }) })
      answer.on('error', reject)
    })
    out.on('error', reject)
    out.end(body)
  })
}

/** Logs a burger in; gives the cookie of that session. */
export async function login({ burger }: Pick<Ingediend, 'burger'>): Promise<string> {
  const token = makeToken()
  await openSession({ token, gebruikerId: burger.id, provider: 'digid', niveau: 'Midden', previousToken: undefined })
  return `${SESSION_COOKIE}=${token}`
}

/** The cookie that an answer sets, as a browser sends it back. */
export function cookieOf({ headers }: Antwoord): string {
  return (headers['set-cookie'] ?? []).map((text) => text.split(';', 1)[0]).join('; ')
}
