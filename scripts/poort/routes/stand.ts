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

function sendStand(req: IncomingMessage, res: ServerResponse, { body, etag, headers, headers304 }: KeptStand): void {
  if (req.headers['if-none-match'] === etag) {
    res.writeHead(304, headers304)
    res.end()
    return
  }
  res.writeHead(200, headers)
  if (req.method === 'HEAD') res.end()
  else res.end(body, 'latin1')
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
