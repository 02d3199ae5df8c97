import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'

/** What an issuer can do wrong, or an attacker in its name. Each is one change to an otherwise good answer. */
export type Mutation = {
  header?: Record<string, unknown>
  claims?: Record<string, unknown>
  userinfo?: Record<string, unknown>
  /** how the id_token is signed; 'other' is with a key that is not the issuer's */
  signing?: 'none' | 'hs256' | 'other' | 'cut'
  callback?: Record<string, string>
}

const SECRET = 'd'.repeat(40)
const CLIENT = 'stap-burger'

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function es256(key: KeyObject, input: string): string {
  return createSign('sha256').update(input).sign({ key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
}

/** An issuer for tests that logs everybody in at once, and lies as `mutation` says. */
export class MutatingOp {
  mutation: Mutation = {}
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly #other = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly #nonces = new Map<string, string>()

  start = async (port: number): Promise<() => Promise<void>> => {
    const issuer = `http://127.0.0.1:${String(port)}/digid`
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', issuer)
      const json = (body: object): void => { response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)) }
      switch (url.pathname) {
        case '/digid/.well-known/openid-configuration':
          return json({
            issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, userinfo_endpoint: `${issuer}/me`, jwks_uri: `${issuer}/jwks`,
            authorization_response_iss_parameter_supported: true, id_token_signing_alg_values_supported: ['ES256'],
          })
        case '/digid/jwks':
          return json({ keys: [{ ...this.#keys.publicKey.export({ format: 'jwk' }), kid: 'een', use: 'sig', alg: 'ES256' }] })
        case '/digid/auth': {
          this.#nonces.set('code', url.searchParams.get('nonce') ?? '')
          const back = new URL(url.searchParams.get('redirect_uri') ?? '')
          const answer = { code: 'code', state: url.searchParams.get('state') ?? '', iss: issuer, ...this.mutation.callback }
          for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value)
          response.writeHead(303, { location: back.href }).end()
          return
        }
        case '/digid/token':
          return json({ access_token: 'toegang', token_type: 'Bearer', expires_in: 300, id_token: this.#idToken(issuer) })
        case '/digid/me':
          return json({ sub: 'persoon-1', bsn: '999990019', sectorcode: 's00000000', ...this.mutation.userinfo })
        default:
          response.writeHead(404).end()
      }
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
    return () => { server.closeAllConnections(); server.close(); return Promise.resolve() }
  }

  #idToken(issuer: string): string {
    const now = Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000)
    const { signing, header, claims } = this.mutation
    const alg = signing === 'none' ? 'none' : signing === 'hs256' ? 'HS256' : 'ES256'
    const payload = {
      iss: issuer, aud: CLIENT, sub: 'persoon-1', nonce: this.#nonces.get('code'), iat: now, exp: now + 300,
      acr: 'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract', ...claims,
    }
    const input = `${part({ alg, kid: 'een', ...header })}.${part(payload)}`
    switch (signing) {
      case 'none': return `${input}.`
      case 'hs256': return `${input}.${createHmac('sha256', SECRET).update(input).digest('base64url')}`
      case 'other': return `${input}.${es256(this.#other.privateKey, input)}`
      case 'cut': return `${input}.${es256(this.#keys.privateKey, input).slice(0, 20)}`
      default: return `${input}.${es256(this.#keys.privateKey, input)}`
    }
  }
}
