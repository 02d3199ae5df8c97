import 'server-only'
import { cache } from 'react'
import { cookies, headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import type { Actor, Burger, Medewerker, OpleiderActor } from '@/lib/base/actor'
import { log } from '@/lib/platform/log'
import { loginUrl } from '@/lib/platform/login-url'
import { isAllowed, type Handeling } from '@/lib/platform/policy'
import { problem, wantsJson } from '@/lib/platform/problem'
import { readSession, SESSION_COOKIE, tokenFromCookie, type Session } from '@/lib/platform/session-store'

/** Set by proxy.ts on every request: path and query of the page, so that a login can come back to it. */
const PATH_HEADER = 'x-stap-pad'

/** The session of this request, read once per request. Undefined when nobody is logged in. */
export const currentSession = cache(async (): Promise<Session | undefined> => {
  const token = (await cookies()).get(SESSION_COOKIE)?.value
  return token === undefined || token === '' ? undefined : readSession(token)
})

/** Who is logged in, or undefined. */
export async function currentActor(): Promise<Session['actor'] | undefined> {
  return (await currentSession())?.actor
}

/**
 * Who is logged in, when the policy lets that person do this. For pages and server actions.
 * Nobody logged in: to the login page and back. Another role: the 403 page.
 */
export async function requireActor(handeling: Handeling): Promise<Session['actor']> {
  const actor = await currentActor()
  if (actor === undefined) redirect(await loginUrlOfThisPage(handeling))
  return isAllowed(actor, handeling) ? actor : refuse(actor, handeling)
}

/** The 403 page; who asked for what is logged. */
function refuse(actor: Actor, handeling: Handeling): never {
  logRefusal(actor, handeling)
  forbidden()
}

function logRefusal(actor: Actor, handeling: Handeling): void {
  log.warn('toegang geweigerd', { onderdeel: handeling, id: actor.id ?? 'systeem' })
}

/** As requireActor, for what only a burger does. */
export async function requireBurger(handeling: Handeling): Promise<Burger> {
  const actor = await requireActor(handeling)
  return actor.soort === 'burger' ? actor : refuse(actor, handeling)
}

/** As requireActor, for what only an opleider does. */
export async function requireOpleider(handeling: Handeling): Promise<OpleiderActor> {
  const actor = await requireActor(handeling)
  return actor.soort === 'opleider' ? actor : refuse(actor, handeling)
}

/** As requireActor, for what only a medewerker does. */
export async function requireMedewerker(handeling: Handeling): Promise<Medewerker> {
  const actor = await requireActor(handeling)
  return actor.soort === 'medewerker' ? actor : refuse(actor, handeling)
}

async function loginUrlOfThisPage(handeling: Handeling): Promise<string> {
  const hadSession = (await cookies()).has(SESSION_COOKIE)
  return loginUrl({ terug: (await headers()).get(PATH_HEADER) ?? undefined, handeling, verlopen: hadSession })
}

/**
 * As requireActor, for route handlers. There redirect() would answer 307, which makes a browser send a form again;
 * so this gives the answer to send: 303 to the login page, or 403; to a caller that asks for JSON a problem, 401 or 403.
 */
export async function requireInRoute(handeling: Handeling, request: Request): Promise<Exclude<Actor, { soort: 'systeem' }> | Response> {
  const token = tokenFromCookie(request.headers.get('cookie'))
  const session = token === undefined ? undefined : await readSession(token)
  if (session !== undefined) {
    if (isAllowed(session.actor, handeling)) return session.actor
    logRefusal(session.actor, handeling)
    return wantsJson(request)
      ? problem(403, 'geen-toegang', { title: 'Uw rol mag dit niet' })
      : new Response('U hebt geen toegang tot deze pagina.', { status: 403 })
  }
  if (wantsJson(request)) return problem(401, 'niet-ingelogd', { title: 'U bent niet ingelogd', detail: 'Log in en stuur het sessiekoekje mee.' })

  const { pathname, search } = new URL(request.url)
  const terug = request.method === 'GET' ? pathname + search : undefined
  return new Response(null, { status: 303, headers: { location: loginUrl({ terug, handeling, verlopen: token !== undefined }) } })
}
