import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendProblem } from '../answer'
import { countBezoek } from '../meting'
import { freshStand, standOf, type KeptStand } from '../stand'
import { sendRefusal, sendStoring, type Route } from '../vraag'

/** Answers with the stand of a wachtkamer when it is in memory and fresh; false when it has to be read first. */
export function sendFreshStand(req: IncomingMessage, res: ServerResponse, code: string): boolean {
  const kept = freshStand(code)
  if (kept === undefined) return false
  countBezoek()
  sendStand(req, res, kept)
  return true
}

// What the rules for public API's ask for besides.
const API_HEADERS = ['api-version', '1.0.0', 'access-control-allow-origin', '*', 'content-security-policy', `default-src 'none'; frame-ancestors 'none'`]

function sendApiStand(req: IncomingMessage, res: ServerResponse, kept: KeptStand): void {
  sendStand(req, res, { ...kept, headers: [...kept.headers, ...API_HEADERS], headers304: [...kept.headers304, ...API_HEADERS] })
}

function sendStand(req: IncomingMessage, res: ServerResponse, { body, etag, headers, headers304 }: KeptStand): void {
  if (ifNoneMatch(req.rawHeaders) === etag) {
    res.writeHead(304, headers304)
    res.end()
    return
  }
  res.writeHead(200, headers)
  if (req.method === 'HEAD') res.end()
  else res.end(body, 'latin1')
}

// `req.headers` would make an object of all of them, for this one.
function ifNoneMatch(raw: readonly string[]): string | undefined {
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index]
    if (name?.length === 13 && name.toLowerCase() === 'if-none-match') return raw[index + 1]
  }
  return undefined
}

/** How the wachtkamer of a tijdvak stands, for everybody: one small document, the same for all, from memory. */
export const stand: Route = {
  method: 'GET',
  pad: /^\/(?:wachtkamer|api\/v1\/tijdvakken)\/([^/]+)\/stand$/,
  answer: async (vraag) => {
    const { req, res, delen: [code = ''] } = vraag
    let kept: KeptStand | undefined
    try {
      kept = await standOf(code)
    } catch {
      req.headers.accept = 'application/json'
      sendStoring(vraag, 'wachtkamer', vraag.pad)
      return
    }
    if (kept === undefined && vraag.pad.startsWith('/api/')) sendProblem(res, 404, 'niet-gevonden', { title: 'Dit tijdvak kennen wij niet.' })
    else if (kept === undefined) sendRefusal(vraag, 404, 'niet-gevonden', { titel: 'Dit tijdvak kennen wij niet', tekst: 'Controleer het adres.' })
    else if (vraag.pad.startsWith('/api/')) sendApiStand(req, res, kept)
    else sendStand(req, res, kept)
  },
}
