import type { Actor, Rol } from '@/lib/base/actor'
import { POLICY, type Handeling } from '@/lib/platform/policy'

const ORIGIN = 'http://intern.invalid'

/**
 * A path on this site, fit to return to after a login. Undefined for anything else: another site ("//kwaad.nl", "/\kwaad.nl"),
 * a scheme, control characters, or the login itself.
 */
export function safePath(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined || text.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\')) return undefined
  const url = URL.parse(text, ORIGIN)
  if (url?.origin !== ORIGIN || /^\/(inloggen|uitloggen|sessie|api)(\/|$)/.test(url.pathname)) return undefined
  return url.pathname + url.search
}

/** The login page that leads back to `terug` and puts the login in front that this handeling needs. */
export function loginUrl(to: { terug: string | undefined; handeling: Handeling; verlopen: boolean }): string {
  const query = new URLSearchParams()
  const terug = safePath(to.terug)
  if (terug !== undefined) query.set('terug', terug)
  query.set('voor', audienceOf(to.handeling))
  if (to.verlopen) query.set('verlopen', 'ja')
  return `/inloggen?${query.toString()}`
}

function audienceOf(handeling: Handeling): 'burger' | 'opleider' | 'medewerker' {
  const [rol] = POLICY[handeling]
  return rol === 'burger' || rol === 'opleider' ? rol : 'medewerker'
}

const HOMES: Readonly<Partial<Record<Rol, string>>> = {
  burger: '/mijn',
  opleider: '/opleider',
  erkenner: '/erkenner',
  werkplein: '/werkplein',
  financieel: '/uwv/betalingen',
  'teamleider-financieel': '/uwv/betalingen',
  registerbeheerder: '/duo',
  onderzoeker: '/toetsingskamer',
  jurist: '/toetsingskamer',
  beslisser: '/toetsingskamer',
  beleid: '/beleid',
  ketenregisseur: '/regie',
}

/** The first page of somebody who just logged in. */
export function homeOf(actor: Actor): string {
  const [rol] = actor.rollen
  return (rol === undefined ? undefined : HOMES[rol]) ?? '/uwv'
}
