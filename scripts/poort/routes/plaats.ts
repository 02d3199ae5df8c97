import { neemPlaats, type PlaatsReden } from '@/lib/wachtkamer/use-cases/neem-plaats'
import { tokenFromCookie } from '@/lib/platform/session-store'
import { sendJson, seeOther, wantsJson } from '../answer'
import { isRemembered, remember } from '../seen'
import { drawnForMs, plaatsVan, standOf } from '../stand'
import { makeTicket, ticketCookie, ticketFromCookie, type Ticket } from '../ticket'
import { readOwnForm, requireInPoort, sendRefusal, type Route, type Vraag } from '../vraag'

const GEWEIGERD: Readonly<Record<PlaatsReden, { status: number; titel: string; tekst: string }>> = {
  'onbekend-tijdvak': { status: 404, titel: 'Dit tijdvak kennen wij niet', tekst: 'Controleer het adres.' },
  'geen-wachtkamer': { status: 409, titel: 'Er is nu geen wachtkamer', tekst: 'De wachtkamer van dit tijdvak is nog niet open, of dit tijdvak heeft er geen.' },
  gesloten: { status: 409, titel: 'Het tijdvak is gesloten', tekst: 'U kunt geen plaats meer nemen.' },
}

/** Takes the one place of who is logged in, or gives the one that is there: the same from every tab and device. */
export const plaats: Route = {
  method: 'POST',
  pad: /^\/wachtkamer\/([^/]+)\/plaats$/,
  answer: async (vraag) => {
    const { req, delen: [code = ''] } = vraag
    if ((await readOwnForm(vraag)) === undefined) return
    // Somebody whose session ended still has a place, and the ticket shows it. It never makes one.
    const ticket = ticketFromCookie(req.headers.cookie, code)
    if (ticket !== undefined && tokenFromCookie(req.headers.cookie) === undefined) {
      await sendPlaats(vraag, ticket)
      return
    }
    const token = tokenFromCookie(req.headers.cookie)
    if (ticket !== undefined && token !== undefined && (await isJustDrawn(code)) && isRemembered(token, ticket)) {
      await sendPlaats(vraag, ticket)
      return
    }
    const burger = await requireInPoort('wachtkamer.plaats', vraag, kamerPad(code))
    if (burger === undefined) return
    const outcome = await neemPlaats(burger.id, code)
    if (outcome.ok) {
      const { nummer, lot } = outcome.value
      if (token !== undefined) remember(token, { code, nummer, lot })
      await sendPlaats(vraag, { code, nummer, lot }, outcome.value.plaats)
      return
    }
    const [reden = 'geen-wachtkamer'] = outcome.redenen
    sendRefusal(vraag, GEWEIGERD[reden].status, reden, GEWEIGERD[reden])
  },
}

/**
 * In the first minutes after the draw everybody asks at once which place it became. Who was given that nummer before, in this
 * session, hears it from memory. A place that was left in those minutes, on another device, is still shown; it lets nobody in.
 */
async function isJustDrawn(code: string): Promise<boolean> {
  const kept = await standOf(code)
  return kept !== undefined && drawnForMs(kept) < JUST_DRAWN_MS
}

const JUST_DRAWN_MS = 5 * 60_000

async function sendPlaats({ req, res }: Vraag, ticket: Ticket, known?: number | null): Promise<void> {
  const text = makeTicket(ticket)
  const headers = { 'set-cookie': ticketCookie(text) }
  if (!wantsJson(req)) {
    seeOther(res, kamerPad(ticket.code), headers)
    return
  }
  const kept = known === undefined ? await standOf(ticket.code) : undefined
  const drawn = known ?? (kept === undefined ? null : await plaatsVan(kept, ticket.nummer))
  sendJson(res, 200, { plaats: drawn, nummer: ticket.nummer, lot: ticket.lot, ticket: text }, headers)
}

function kamerPad(code: string): string {
  return `/wachtkamer/${encodeURIComponent(code)}`
}
