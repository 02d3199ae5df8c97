import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { config } from '@/lib/platform/config'

/** What a browser keeps of its place: shown also without a session, never enough to be let in. No personal data. */
export type Ticket = { readonly code: string; readonly nummer: number; readonly lot: string }

const isHttps = config.url.startsWith('https://')

/** Not beginning with the name of the session cookie; bound to this host where there is TLS (lib/platform/session-store.ts). */
export const TICKET_COOKIE = `${isHttps ? '__Host-' : ''}stap-plaats`

const KEEP_DAYS = 60

// A key of its own: whoever learns one secret cannot make the other.
const key = Buffer.from(hkdfSync('sha256', config.sessieGeheim, '', 'stap wachtkamer plaats', 32))

function sign(text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

export function makeTicket({ code, nummer, lot }: Ticket): string {
  const text = `${code}.${String(nummer)}.${lot}`
  return `${text}.${sign(text)}`
}

/** The ticket in this text, when it is one that we signed. */
export function readTicket(text: string): Ticket | undefined {
  if (text.length > 160) return undefined
  const [code, nummer, lot, signature, ...rest] = text.split('.')
  if (code === undefined || nummer === undefined || lot === undefined || signature === undefined || rest.length > 0) return undefined
  const expected = Buffer.from(sign(`${code}.${nummer}.${lot}`))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return { code, nummer: Number(nummer), lot }
}

/** The ticket for this tijdvak in a Cookie header; one that is forged or for another tijdvak is as if it were not there. */
export function ticketFromCookie(header: string | undefined, code: string): Ticket | undefined {
  const prefix = `${TICKET_COOKIE}=`
  // A page of somebody else under our name may set a cookie of the same name: the one that we signed counts.
  for (const part of (header ?? '').split(';', 40)) {
    const text = part.trim()
    const ticket = text.startsWith(prefix) ? readTicket(text.slice(prefix.length)) : undefined
    if (ticket?.code === code) return ticket
  }
  return undefined
}

export function ticketCookie(ticket: string): string {
  return `${TICKET_COOKIE}=${ticket}; Path=/; Max-Age=${String(KEEP_DAYS * 86_400)}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`
}

/** Takes the ticket away: of somebody who left. */
export const NO_TICKET_COOKIE = `${TICKET_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`
