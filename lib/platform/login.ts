import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import NextAuth from 'next-auth'
import { decode } from 'next-auth/jwt'
import { z } from 'zod'
import { minimumNiveau, PROVIDERS, type Provider } from '@/lib/platform/assurance'
import { machineNow } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { identify, type Identified, type Weigering } from '@/lib/platform/identity'
import { describeFault, log } from '@/lib/platform/log'
import { forgetLogin, LOGIN_COOKIES, loginCookiesOf } from '@/lib/platform/login-cookies'
import { safePath } from '@/lib/platform/login-url'
import { makeToken, openSession, tokenFromCookie } from '@/lib/platform/session-store'

/** Why a login did not succeed; the page /inloggen/melding/<reden> explains it. */
export type Inlogmelding = Weigering | 'geannuleerd' | 'ander-tabblad' | 'storing' | 'mislukt'

/** One login, from the moment next-auth is called until it answers. What we learn about the person stays in here. */
type Attempt = { provider: Provider; previousToken: string | undefined; identified?: Identified; fault?: 'storing' }

/** How far the clock of an issuer may be ahead of ours. */
const CLOCK_SKEW_SECONDS = 30

// next-auth must believe the origin that this file hands it; the request of the browser never reaches it.
process.env['AUTH_TRUST_HOST'] = 'ja'

/** Sends the browser to the issuer. `persona` is a demo person, for the stand-in outside production. */
export async function startLogin(request: Request, provider: Provider, wish: { terug: string | null; persona?: string | null }): Promise<Response> {
  const origin = originOf(request)
  const csrf = randomBytes(32).toString('hex')
  const answer = await callNextAuth(origin, { provider, previousToken: undefined }, {
    method: 'POST',
    action: 'signin',
    // Nothing of the address bar goes in here: next-auth lets these parameters override the configured ones.
    query: config.isProductie || wish.persona == null ? {} : { login_hint: wish.persona },
    cookies: { [LOGIN_COOKIES.csrfToken.name]: `${csrf}|${createHash('sha256').update(csrf + config.sessieGeheim).digest('hex')}` },
    body: { csrfToken: csrf, callbackUrl: origin + (safePath(wish.terug) ?? '/inloggen/klaar') },
  })
  return isOwnError(origin, answer.location) ? toMelding('storing') : seeOther(answer.location, answer.setCookies)
}

/** Handles the browser that comes back from the issuer. */
export async function finishLogin(request: Request, provider: Provider): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  if (query['error'] !== undefined) return toMelding(query['error'] === 'access_denied' ? 'geannuleerd' : 'mislukt')
  const cookies = loginCookiesOf(request)
  if (!(await belongsToThisBrowser(cookies, query['state'], provider))) return toMelding('ander-tabblad')

  const origin = originOf(request)
  const attempt: Attempt = { provider, previousToken: tokenFromCookie(request.headers.get('cookie')) }
  const { location, setCookies } = await callNextAuth(origin, attempt, { method: 'GET', action: 'callback', query, cookies, body: undefined })
  if (typeof attempt.identified === 'string') return toMelding(attempt.identified)
  if (attempt.identified === undefined || isOwnError(origin, location)) return toMelding(attempt.fault ?? 'mislukt')
  log.info('ingelogd', { onderdeel: 'inloggen', id: attempt.identified.gebruikerId })
  return seeOther(location, [...setCookies, ...forgetLogin()])
}

/**
 * Where this site is for this browser. In development it is reached as localhost and as 127.0.0.1;
 * the Host header is believed for those two only.
 */
function originOf(request: Request): string {
  const host = request.headers.get('host') ?? ''
  const local = [`localhost:${String(config.port)}`, `127.0.0.1:${String(config.port)}`].includes(host)
  return local && !config.isProductie ? `http://${host}` : config.url
}

/** The state cookie holds the state of the login that was started last; another tab, or another browser, has another one. */
async function belongsToThisBrowser(cookies: Record<string, string>, state: string | undefined, provider: Provider): Promise<boolean> {
  const { name } = LOGIN_COOKIES.state
  const token = cookies[name]
  if (token === undefined || state === undefined) return false
  const held = await decode({ token, secret: config.sessieGeheim, salt: name }).catch(() => null)
  return held?.['value'] === state && held['provider'] === provider
}

type NextAuthCall = { method: 'GET' | 'POST'; action: string; query: Record<string, string>; cookies: Record<string, string>; body: object | undefined }
type NextAuthAnswer = { location: string; setCookies: string[] }

/** Calls next-auth as if it were an API route of its own, and keeps what it answers. */
async function callNextAuth(origin: string, attempt: Attempt, call: NextAuthCall): Promise<NextAuthAnswer> {
  const { host, protocol } = new URL(origin)
  const headers = new Map<string, unknown>()
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: unknown) => { headers.set(name.toLowerCase(), value); return response },
    end: () => undefined, send: () => undefined, json: () => undefined,
  }
  const request = {
    method: call.method, body: call.body, cookies: call.cookies,
    query: { nextauth: [call.action, attempt.provider], ...call.query },
    headers: { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.replace(':', '') },
  }
  await Reflect.apply(NextAuth, undefined, [request, response, options(attempt)])
  const setCookies = z.array(z.string()).default([]).parse(headers.get('set-cookie'))
  return {
    location: z.string().default(`${origin}/api/auth/error`).parse(headers.get('location')),
    // The csrf token is made and used up within startLogin.
    setCookies: setCookies.filter((line) => !line.startsWith(`${LOGIN_COOKIES.csrfToken.name}=`)),
  }
}

function options(attempt: Attempt) {
  return {
    providers: PROVIDERS.map((provider) => providerOptions(provider, attempt)),
    secret: config.sessieGeheim,
    session: { strategy: 'database', maxAge: LOGIN_COOKIES.state.options.maxAge, generateSessionToken: makeToken },
    cookies: LOGIN_COOKIES,
    adapter: adapter(attempt),
    callbacks: { signIn: () => typeof attempt.identified === 'object' },
    // The own logger of next-auth prints what it was working on, profile and all. The code is enough.
    logger: {
      error: (code: string) => { log.warn('inloggen mislukt', { onderdeel: 'inloggen', fout: code }) },
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}

type Tokens = { claims: () => { sub: string; iat: number; acr?: unknown } }
type Client = { userinfo: (tokens: Tokens) => Promise<object> }

function providerOptions(provider: Provider, attempt: Attempt) {
  const { issuer, clientId, clientSecret } = config.issuers[provider]
  return {
    id: provider, name: provider, type: 'oauth', idToken: true,
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    issuer, clientId, clientSecret,
    client: { token_endpoint_auth_method: 'client_secret_basic', id_token_signed_response_alg: 'ES256' },
    checks: ['pkce', 'state', 'nonce'],
    httpOptions: { timeout: 10_000 },
    authorization: { params: { scope: 'openid', acr_values: minimumNiveau(provider).acr, prompt: 'login' } },
    // The claims are read here and go no further: next-auth sees the sub and nothing else.
    userinfo: {
      request: async ({ tokens, client }: { tokens: Tokens; client: Client }) => {
        const { sub, iat, acr } = tokens.claims()
        // openid-client checks exp and nbf, not this.
        if (iat > machineNow().getTime() / 1_000 + CLOCK_SKEW_SECONDS) throw new Error('the id_token was issued in the future')
        const claims = await client.userinfo(tokens)
        attempt.identified = await identify(provider, acr, claims).catch((fault: unknown) => {
          log.error('inloggen: gegevens niet verwerkt', { onderdeel: 'inloggen', ...describeFault(fault) })
          attempt.fault = 'storing'
          throw fault
        })
        return { sub }
      },
    },
    profile: ({ sub }: { sub: string }) => ({ id: sub }),
  }
}

/** next-auth wants to look up, make and link users; who somebody is has been settled by identify(), so there is little left. */
function adapter(attempt: Attempt) {
  return {
    getUserByAccount: () => Promise.resolve(null),
    createUser: () => Promise.resolve({ id: gebruikerOf(attempt).gebruikerId }),
    linkAccount: () => Promise.resolve(),
    createSession: async ({ sessionToken: token }: { sessionToken: string }) => {
      const { gebruikerId, niveau } = gebruikerOf(attempt)
      await openSession({ token, gebruikerId, provider: attempt.provider, niveau, previousToken: attempt.previousToken })
      // No end for the cookie: the database decides, and slides.
      return { sessionToken: token, userId: gebruikerId, expires: undefined }
    },
  }
}

function gebruikerOf({ identified }: Attempt): Exclude<Identified, string> {
  if (identified === undefined || typeof identified === 'string') throw new Error('nobody was identified')
  return identified
}

function isOwnError(origin: string, location: string): boolean {
  return location.startsWith(`${origin}/api/auth/`)
}

function toMelding(reden: Inlogmelding): Response {
  log.info('niet ingelogd', { onderdeel: 'inloggen', fout: reden })
  return seeOther(`/inloggen/melding/${reden}`, forgetLogin())
}

/** 303, so that no browser ever sends a form again. */
function seeOther(location: string, setCookies: readonly string[]): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' })
  for (const line of setCookies) headers.append('set-cookie', line)
  return new Response(null, { status: 303, headers })
}
