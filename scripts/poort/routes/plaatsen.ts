import type { IncomingMessage, ServerResponse } from 'node:http'
import { within } from '@/lib/platform/batcher'
import { keptBlok, makeBlok, plaatsenOf, plaatsenPad } from '../plaatsen'
import { standOf } from '../stand'
import { sendRefusal, type Route } from '../vraag'

const READ_WITHIN_MS = 2_000

const HEADERS = ['content-type', 'application/json', 'cache-control', 'public, max-age=31536000, immutable', 'x-content-type-options', 'nosniff', 'access-control-allow-origin', '*']

/** Answers with a file of places that was made before; false when there is none at this address yet. */
export function sendKeptPlaatsen(req: IncomingMessage, res: ServerResponse, pad: string): boolean {
  const body = keptBlok(pad)
  if (body !== undefined) send(req, res, body)
  return body !== undefined
}

function send(req: IncomingMessage, res: ServerResponse, body: string): void {
  res.writeHead(200, [...HEADERS, 'content-length', String(body.length)])
  if (req.method === 'HEAD') res.end()
  else res.end(body, 'latin1')
}

/**
 * The drawn places, in files of a few hundred that anybody may keep for ever. At the draw everybody wants to know one number at
 * the same moment: so nobody has to log in for it, the database is asked once, and a cache in front of us can carry it.
 */
export const plaatsen: Route = {
  method: 'GET',
  pad: /^\/wachtkamer\/([^/]+)\/plaatsen\/([0-9a-f]{16})\/([1-9][0-9]{0,6})$/,
  answer: async (vraag) => {
    const { req, res, delen: [code = '', lijst = '', blok = ''] } = vraag
    const kept = await standOf(code)
    const lijstHash = kept?.stand.lijstHash ?? undefined
    const gelote = lijstHash?.startsWith(lijst) === true ? await within(READ_WITHIN_MS, plaatsenOf(code, lijstHash)) : undefined
    const body = lijstHash === undefined || gelote === undefined ? undefined : makeBlok(`${plaatsenPad(code, lijstHash)}/${blok}`, gelote, Number(blok))
    if (body === undefined) sendRefusal(vraag, 404, 'niet-gevonden', { titel: 'Deze plaatsen zijn er niet', tekst: 'De loting moet nog komen, of dit is een eerdere loting. Vraag de stand van de wachtkamer opnieuw.' })
    else send(req, res, body)
  },
}
