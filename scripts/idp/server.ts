import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Provider as OidcProvider } from 'oidc-provider'
import { PROVIDERS, type Provider } from '@/lib/platform/assurance'
import { readBody } from '@/scripts/idp/http'
import { createIssuer } from '@/scripts/idp/issuer'
import { opaqueSubject, type Keys } from '@/scripts/idp/keys'
import { providerOf, readLogin, type LoggedIn } from '@/scripts/idp/login'
import { loginPage, messagePage } from '@/scripts/idp/pages'
import { PERSONAS } from '@/scripts/idp/personas'
import { answerRegisters } from '@/scripts/idp/registers'

export type Client = { clientId: string; clientSecret: string }

export type StandInOptions = {
  port: number
  /** addresses of the site that may be returned to */
  siteOrigins: readonly string[]
  clients: Readonly<Record<Provider, Client>>
  keys: Keys
}

/** The path under which each issuer answers. */
const PATHS: Readonly<Record<Provider, string>> = { digid: 'digid', eherkenning: 'eherkenning', medewerker: 'medewerkers' }

type Issuer = { provider: Provider; naam: string; oidc: OidcProvider; logins: Map<string, LoggedIn> }

/** The identity provider stand-in and the base registers, in one server that is not listening yet. */
export function createStandIn(options: StandInOptions): Server {
  const origin = `http://127.0.0.1:${String(options.port)}`
  const issuers = PROVIDERS.map((provider): Issuer => {
    const naam = PATHS[provider]
    const logins = new Map<string, LoggedIn>()
    const redirectUris = options.siteOrigins.map((site) => `${site}/api/auth/callback/${provider}`)
    return { provider, naam, logins, oidc: createIssuer({ provider, naam, origin, redirectUris, keys: options.keys, ...options.clients[provider] }, logins) }
  })
  return createServer((request, response) => {
    answer(request, response, issuers, options.keys).catch((fault: unknown) => {
      process.stderr.write(`inlogdienst: ${fault instanceof Error ? fault.name : 'fout'}\n`)
      send(response, 400, messagePage('Deze inlogpoging bestaat niet meer. Begin opnieuw op de site.'))
    })
  })
}

async function answer(request: IncomingMessage, response: ServerResponse, issuers: readonly Issuer[], keys: Keys): Promise<void> {
  if (request.url === '/gezondheid') { response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}'); return }
  if (request.url === '/testpersonen') { response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(listPersonas())); return }
  if (await answerRegisters(request, response)) return

  const [, naam, deel, uid] = new URL(request.url ?? '/', 'http://intern.invalid').pathname.split('/')
  const issuer = issuers.find((candidate) => candidate.naam === naam)
  if (issuer === undefined) { send(response, 404, messagePage('Deze pagina bestaat niet.')); return }
  if (deel === 'inloggen' && uid !== undefined) { await interact(request, response, issuer, keys); return }

  // oidc-provider finds its own path prefix by comparing the two.
  Object.assign(request, { originalUrl: request.url, url: (request.url ?? '').slice(naam === undefined ? 0 : naam.length + 1) })
  await issuer.oidc.callback()(request, response)
}

/** The people of the demo, for the jump page of the site. */
function listPersonas(): object[] {
  return PERSONAS.map((persona) => {
    const { id, naam, uitleg } = persona
    return { id, naam, provider: providerOf(persona), uitleg: persona.soort === 'burger' ? `${uitleg}; BSN ${persona.bsn}` : uitleg }
  })
}

async function interact(request: IncomingMessage, response: ServerResponse, issuer: Issuer, keys: Keys): Promise<void> {
  const { params } = await issuer.oidc.interactionDetails(request, response)
  const action = request.url ?? ''
  const hint = params['login_hint']
  if (request.method === 'GET' && typeof hint !== 'string') { send(response, 200, loginPage(issuer.provider, action)); return }

  // The jump page of a development site names the persona as a hint: that is the one click.
  const fields = request.method === 'GET' ? new URLSearchParams({ persona: String(hint) }) : new URLSearchParams(await readBody(request))
  if (fields.has('annuleren')) {
    await issuer.oidc.interactionFinished(request, response, { error: 'access_denied', error_description: 'geannuleerd' }, { mergeWithLastSubmission: false })
    return
  }
  const login = readLogin(issuer.provider, fields)
  if (typeof login === 'string') { send(response, 422, loginPage(issuer.provider, action, login)); return }

  const accountId = opaqueSubject(keys, issuer.naam, login.identity)
  issuer.logins.set(accountId, login)
  await issuer.oidc.interactionFinished(request, response, { login: { accountId, acr: login.acr, remember: false } }, { mergeWithLastSubmission: false })
}

function send(response: ServerResponse, status: number, html: string): void {
  if (response.headersSent) { response.end(); return }
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  }).end(html)
}
