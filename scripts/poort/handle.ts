import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendProblem } from './answer'
import { bestandUrl } from './bestanden'
import { noemBestanden } from './paginas/onderdelen'
import { bestanden } from './routes/bestanden'
import { gezondheid, gezondheidPoort } from './routes/gezondheid'
import { indienen } from './routes/indienen'
import { loting, lotingLijst } from './routes/loting'
import { indienenOpnieuw, ontvangst } from './routes/ontvangst'
import { plaats } from './routes/plaats'
import { plaatsen, sendKeptPlaatsen } from './routes/plaatsen'
import { sendFreshStand, stand } from './routes/stand'
import { toestand } from './routes/toestand'
import { verlaten } from './routes/verlaten'
import { wachtkamer } from './routes/wachtkamer'
import { StandUnknown } from './stand'
import { pathOf, proxy } from './upstream'
import { sendFault, sendStoring, type Route, type Vraag } from './vraag'

noemBestanden(bestandUrl)

/** Everything that the poort answers itself. */
const ROUTES: readonly Route[] = [bestanden, wachtkamer, stand, plaats, plaatsen, indienen, indienenOpnieuw, ontvangst, toestand, verlaten, loting, lotingLijst, gezondheid, gezondheidPoort]

/** Addresses that may be ours; the others need not be compared with every route. */
const OURS = /^\/(?:wachtkamer|aanvragen|api\/v1\/(?:tijdvakken|gezondheid))(?:\/|$)/

/** Requests that wait in this process; more are told from memory that it is busy. */
const MAX_IN_FLIGHT = 5_000

let inFlight = 0

/** Requests that have no answer yet. */
export function requestsInFlight(): number {
  return inFlight
}

/** Every request to the site: the opening-day path is answered here, the rest goes to web. */
export function handleRequest(req: IncomingMessage, res: ServerResponse): void {
  // The calls that everybody makes, again and again or all at once: nothing else may stand before them.
  const { url = '/' } = req
  if (req.method === 'GET' && url.startsWith('/wachtkamer/')) {
    if (url.endsWith('/stand') && sendFreshStand(req, res, url.slice(12, -6))) return
    if (sendKeptPlaatsen(req, res, url)) return
  }
  count(res)
  const pad = pathOf(url)
  if (!OURS.test(pad)) {
    proxy.forward(req, res)
    return
  }
  const found = matchingRoute(pad)
  if (found.length === 0) {
    proxy.forward(req, res)
    return
  }
  const method = req.method === 'HEAD' ? 'GET' : req.method
  const match = found.find(({ route }) => route.method === method)
  if (match === undefined) {
    req.resume()
    res.setHeader('allow', found.map(({ route }) => route.method).join(', '))
    sendProblem(res, 405, 'methode-niet-toegestaan', { title: 'Dit adres kent deze methode niet.' })
    return
  }
  const vraag = { req, res, pad, query: new URLSearchParams((req.url ?? '').slice(pad.length)), delen: match.delen }
  if (inFlight > MAX_IN_FLIGHT) {
    req.resume()
    sendStoring(vraag, 'te-druk', pad)
    return
  }
  void answer(match.route, vraag)
}

function count(res: ServerResponse): void {
  inFlight += 1
  res.once('close', () => { inFlight -= 1 })
}

function matchingRoute(pad: string): readonly { route: Route; delen: readonly string[] }[] {
  return ROUTES.flatMap((route) => {
    const match = route.pad.exec(pad)
    const delen = match?.slice(1).map(decode)
    return delen === undefined || delen.includes(undefined) ? [] : [{ route, delen: delen.filter((deel) => deel !== undefined) }]
  })
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

async function answer(route: Route, vraag: Vraag): Promise<void> {
  try {
    await route.answer(vraag)
  } catch (fault) {
    // Whoever waits for a stand that nobody knows is told so; it is no fault of this process.
    if (fault instanceof StandUnknown) sendStoring(vraag, 'wachtkamer', vraag.pad)
    else sendFault(vraag, fault, vraag.req.method === 'POST' ? vraag.pad.replace(/\/indienen$/, '/ontvangst') : vraag.pad)
  }
}
