import type { IncomingMessage, ServerResponse } from 'node:http'
import { config } from '@/lib/platform/config'
import { isForReader, ownOriginsOf, refusalOf } from '../web/gate'
import { retryAfterS, sendHtml, sendJson, sendProblem } from './answer'
import { createProxy } from './proxy'
import { createWebs } from './webs'

const STORING = '<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Even niet bereikbaar - STAP-budget</title></head><body><main><h1>Deze pagina is even niet bereikbaar</h1><p>Dit ligt aan ons. Probeer het over een minuut opnieuw.</p></main></body></html>'

const ownOrigins = ownOriginsOf(config)

export const proxy = createProxy({
  webs: createWebs(config.webUrls),
  proto: new URL(config.url).protocol.slice(0, -1),
  isRefused: (req) => refusalOf(req, pathOf(req), ownOrigins) !== undefined,
  answerWithoutWeb: (req, res, reason) => {
    const wait = retryAfterS(10)
    if (isForReader(req, pathOf(req))) sendHtml(res, 503, STORING, { 'retry-after': String(wait) })
    else sendProblem(res, 503, reason, { title: reason === 'te-druk' ? 'Het is nu te druk.' : 'Dit deel van de site is even niet bereikbaar.', retryAfterS: wait })
  },
})

/** Every request to the site. */
export function handleRequest(req: IncomingMessage, res: ServerResponse): void {
  // For a load balancer: whether this process answers, whatever stands behind it.
  if (pathOf(req) === '/api/v1/gezondheid/poort') {
    sendJson(res, 200, { status: 'ok' })
    return
  }
  proxy.forward(req, res)
}

function pathOf(req: IncomingMessage): string {
  return (req.url ?? '/').split('?', 1)[0] ?? '/'
}
