import 'server-only'
import { config } from '@/lib/platform/config'
import { SESSION_COOKIE } from '@/lib/platform/session-store'

const secure = config.url.startsWith('https://')
const host = secure ? '__Host-' : ''

/** Seconds in which a login must be finished. */
const LOGIN_SECONDS = 15 * 60

/** Flags that every cookie has. Lax, because the issuer sends the browser back with a link from another site. */
const FLAGS = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const

/**
 * All six cookies of next-auth, with names of our own. None begins with the name of another one: next-auth takes
 * every cookie whose name starts with that of the session for a piece of it.
 */
export const LOGIN_COOKIES = {
  sessionToken: { name: SESSION_COOKIE, options: FLAGS },
  callbackUrl: { name: `${host}stap-inlog-terug`, options: { ...FLAGS, maxAge: LOGIN_SECONDS } },
  csrfToken: { name: `${host}stap-inlog-csrf`, options: FLAGS },
  pkceCodeVerifier: { name: `${host}stap-inlog-pkce`, options: { ...FLAGS, maxAge: LOGIN_SECONDS } },
  state: { name: `${host}stap-inlog-state`, options: { ...FLAGS, maxAge: LOGIN_SECONDS } },
  nonce: { name: `${host}stap-inlog-nonce`, options: { ...FLAGS, maxAge: LOGIN_SECONDS } },
}

/** The cookies that a login under way leaves in the browser: what the callback gets to see, and cleans up. */
const OF_ONE_LOGIN = [LOGIN_COOKIES.callbackUrl.name, LOGIN_COOKIES.pkceCodeVerifier.name, LOGIN_COOKIES.state.name, LOGIN_COOKIES.nonce.name]

/** The cookies of a login under way, and no other: the session that this browser already has stays out of it. */
export function loginCookiesOf(request: Request): Record<string, string> {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((part) => part.trim().split('='))
  return Object.fromEntries(pairs.flatMap(([name = '', ...value]) => {
    const text = OF_ONE_LOGIN.includes(name) ? decode(value.join('=')) : undefined
    return text === undefined ? [] : [[name, text]]
  }))
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined // Not something we set: as if it were not there.
  }
}

/** Set-Cookie that makes a browser forget a cookie; a `__Host-` cookie goes only with the same Path and Secure. */
export function forgetCookie(name: string): string {
  return `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** Set-Cookie lines that clear away a login, finished or not. */
export function forgetLogin(): string[] {
  return OF_ONE_LOGIN.map(forgetCookie)
}
