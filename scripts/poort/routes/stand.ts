import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendProblem } from '../answer'
import { countBezoek } from '../meting'
import { freshStand, standOf, type KeptStand } from '../stand'
import { sendRefusal, sendStoring, type Route } from '../vraag'

// Fewer headers than a page has: this is the answer that everybody asks for, every few seconds. It is JSON and can do nothing.
const HEADERS = [
  'content-type', 'application/json', 'cache-control', 'public, max-age=1', 'access-control-allow-origin', '*',
  'x-content-type-options', 'nosniff', 'content-security-policy', `default-src 'none'; frame-ancestors 'none'`, 'api-version', '1.0.0',
]

/** Answers with the stand of a wachtkamer when it is in memory and fresh; false when it has to be read first. */
export function sendFreshStand(req: IncomingMessage, res: ServerResponse, code: string): boolean {
  const kept = freshStand(code)
  if (kept === undefined) return false
  countBezoek()
  sendStand(req, res, kept)
  return true
}

function sendStand(req: IncomingMessage, res: ServerResponse, { body, etag }: KeptStand): void {
  if (req.headers['if-none-match'] === etag) {
    res.writeHead(304, [...HEADERS, 'etag', etag])
    res.end()
    return
  }
  res.writeHead(200, [...HEADERS, 'etag', etag, 'content-length', String(body.length)])
  res.end(req.method === 'HEAD' ? undefined : body)
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
    else sendStand(req, res, kept)
  },
}
