import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Actor } from '@/lib/base/actor'
import { config } from '@/lib/platform/config'
import { describeFault, log } from '@/lib/platform/log'
import { loginUrl } from '@/lib/platform/login-url'
import { isAllowed, type Handeling } from '@/lib/platform/policy'
import { tokenFromCookie } from '@/lib/platform/session-store'
import { ownOriginsOf } from '../web/gate'
import { retryAfterS, sendHtml, sendProblem, seeOther, wantsJson } from './answer'
import { meldingPagina } from './paginas/melding'
import { storingPagina, type StoringData } from './paginas/storing'
import { sessionOf } from './sessions'

/** A request to the opening-day path; `delen` are the variable parts of its address. */
export type Vraag = {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly pad: string
  readonly query: URLSearchParams
  readonly delen: readonly string[]
}

/** A route of the poort. The file of each stands in ROUTES of lib/platform/policy.ts. */
export type Route = {
  readonly method: 'GET' | 'POST'
  readonly pad: RegExp
  readonly answer: (vraag: Vraag) => void | Promise<void>
}

const ownOrigins = ownOriginsOf(config)

/** The largest body of a form on this path. */
const MAX_FORM_BYTES = 16_384

type LoggedIn = Exclude<Actor, { soort: 'systeem' }>

/** Who sends this request; undefined when nobody is logged in. Throws when the database does not answer. */
export async function whoAsks({ req }: Vraag): Promise<LoggedIn | undefined> {
  const token = tokenFromCookie(req.headers.cookie)
  return token === undefined ? undefined : (await sessionOf(token))?.actor
}

/**
 * Who is logged in, when the policy lets that person do this; otherwise the answer has been sent: to the login page and back to
 * `terug`, or 403; for a caller that asks for JSON a problem, 401 or 403.
 */
export async function requireInPoort(handeling: Handeling, vraag: Vraag, terug = vraag.pad): Promise<LoggedIn | undefined> {
  const { req, res } = vraag
  const actor = await whoAsks(vraag)
  if (actor === undefined) {
    if (wantsJson(req)) sendProblem(res, 401, 'niet-ingelogd', { title: 'U bent niet ingelogd', detail: 'Log in en stuur het sessiekoekje mee.' })
    else seeOther(res, loginUrl({ terug, handeling, verlopen: tokenFromCookie(req.headers.cookie) !== undefined }))
    return undefined
  }
  if (isAllowed(actor, handeling)) return actor
  log.warn('toegang geweigerd', { onderdeel: handeling, id: actor.id })
  sendRefusal(vraag, 403, 'geen-toegang', { titel: 'U hebt geen toegang', tekst: 'Deze pagina is voor iemand met een andere rol. Log uit en log in als aanvrager.' })
  return undefined
}

/** A refusal as a problem or as a page. */
export function sendRefusal({ req, res }: Vraag, status: number, code: string, { titel, tekst }: { titel: string; tekst: string }): void {
  if (wantsJson(req)) sendProblem(res, status, code, { title: titel, detail: tekst })
  else sendHtml(res, status, meldingPagina({ titel, tekst }))
}

/** Says that we cannot answer now, and when to try again: 503. */
export function sendStoring({ req, res }: Vraag, oorzaak: StoringData['oorzaak'], pad: string): void {
  const wait = retryAfterS(oorzaak === 'te-druk' ? 2 : 5)
  const titel = oorzaak === 'te-druk' ? 'Het is nu te druk' : 'Dit is even niet bereikbaar'
  if (wantsJson(req)) sendProblem(res, 503, oorzaak === 'te-druk' ? 'te-druk' : 'niet-bereikbaar', { title: titel, detail: 'Probeer het zo opnieuw. Wat al ontvangen is, telt één keer.', retryAfterS: wait })
  else sendHtml(res, 503, storingPagina({ oorzaak, pad, probeerOverS: wait }), { 'retry-after': String(wait) })
}

/** Between two lines about faults: a database that is away must not fill the log as well. */
const LOG_EVERY_MS = 1_000
let loggedAt = -LOG_EVERY_MS
let unlogged = 0

/** Logs a fault of ours and says that we cannot answer. */
export function sendFault(vraag: Vraag, fault: unknown, pad: string): void {
  unlogged += 1
  if (performance.now() - loggedAt >= LOG_EVERY_MS) {
    log.error('fout in de poort', { ...describeFault(fault), route: vraag.pad.replace(/\d{8,}/g, '[nummer]'), aantal: unlogged })
    loggedAt = performance.now()
    unlogged = 0
  }
  if (vraag.res.headersSent) vraag.res.destroy()
  else sendStoring(vraag, 'wachtkamer', pad)
}

/**
 * The fields of a form that comes from a page of this site. Undefined when the answer has been sent: 403 when it comes from
 * elsewhere, 413 when it is too large.
 */
export async function readOwnForm(vraag: Vraag): Promise<URLSearchParams | undefined> {
  const { req, res } = vraag
  const { origin } = req.headers
  if (origin === undefined || !ownOrigins.includes(origin)) {
    refuseBody(vraag)
    sendRefusal(vraag, 403, 'andere-herkomst', { titel: 'Wij konden dit niet aannemen', tekst: 'Dit verzoek kwam niet van een pagina van deze site. Ga terug en probeer het vanaf de pagina zelf.' })
    return undefined
  }
  // The button of the opening has no fields: reading nothing would still cost a few turns of the event loop.
  if (req.headers['content-length'] === '0') return new URLSearchParams()
  const chunks: Buffer[] = []
  let length = 0
  if (Number(req.headers['content-length'] ?? 0) <= MAX_FORM_BYTES) {
    // Leaving off half-way must not end the connection: the refusal still has to go out on it.
    for await (const chunk of req.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(chunk)) continue
      length += chunk.length
      if (length > MAX_FORM_BYTES) break
      chunks.push(chunk)
    }
  } else {
    length = Infinity
  }
  if (length > MAX_FORM_BYTES) {
    refuseBody(vraag)
    sendRefusal(vraag, 413, 'te-groot', { titel: 'Dit is te groot', tekst: 'Stuur hier geen bestanden mee.' })
    return undefined
  }
  if (res.destroyed) return undefined
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

/** A body that nobody reads is thrown away for a moment, because a browser shows the answer only after it has sent everything. */
function refuseBody({ req, res }: Vraag): void {
  res.shouldKeepAlive = false
  req.resume()
  const limit = setTimeout(() => { req.destroy() }, 20_000)
  limit.unref()
  req.once('close', () => { clearTimeout(limit) })
}
