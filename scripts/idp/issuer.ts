import { Provider as OidcProvider, type ClientMetadata, type Configuration } from 'oidc-provider'
import { NIVEAUS, type Provider } from '@/lib/platform/assurance'
import type { LoggedIn } from '@/scripts/idp/login'
import type { Keys } from '@/scripts/idp/keys'
import { MemoryStore } from '@/scripts/idp/store'

export type IssuerOptions = {
  provider: Provider
  /** 'digid', 'eherkenning' or 'medewerkers': the path under which the issuer answers */
  naam: string
  origin: string
  clientId: string
  clientSecret: string
  redirectUris: readonly string[]
  keys: Keys
}

/** One issuer of the stand-in: code flow with PKCE, ES256, an opaque sub, and always a fresh login. */
export function createIssuer(options: IssuerOptions, logins: ReadonlyMap<string, LoggedIn>): OidcProvider {
  const oidc = new OidcProvider(`${options.origin}/${options.naam}`, configuration(options, logins))
  oidc.on('server_error', (_ctx, error) => { process.stderr.write(`inlogdienst ${options.naam}: ${error.name}\n`) })
  return oidc
}

function configuration({ provider, naam, keys, ...options }: IssuerOptions, logins: ReadonlyMap<string, LoggedIn>): Configuration {
  const client: ClientMetadata = {
    client_id: options.clientId,
    client_secret: options.clientSecret,
    redirect_uris: [...options.redirectUris],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'client_secret_basic',
    id_token_signed_response_alg: 'ES256',
  }
  return {
    clients: [client],
    adapter: new MemoryStore().adapterFor,
    jwks: { keys: [{ ...keys.jwk, use: 'sig', alg: 'ES256', kid: `${naam}-1` }] },
    acrValues: NIVEAUS[provider].map(({ acr }) => acr),
    claims: { openid: ['sub', 'acr', ...claimsOf(provider)] },
    scopes: ['openid'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/${naam}/inloggen/${uid}` },
    // Three issuers share one host, and cookies do not know ports: each has names of its own.
    cookies: {
      keys: [keys.cookies],
      names: { session: `testinlog.${naam}.sessie`, interaction: `testinlog.${naam}.inloggen`, resume: `testinlog.${naam}.verder` },
    },
    ttl: { Interaction: 900, Session: 900, Grant: 900, AuthorizationCode: 60, AccessToken: 300, IdToken: 300 },
    // Nothing to agree to: who logs in at DigiD is not asked either.
    loadExistingGrant: async (ctx) => {
      const { client: asking, session } = ctx.oidc
      if (asking === undefined || session?.accountId === undefined) return undefined
      const grant = new ctx.oidc.provider.Grant({ clientId: asking.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    findAccount: (_ctx, accountId) => {
      const login = logins.get(accountId)
      return login === undefined ? undefined : { accountId, claims: () => ({ sub: accountId, ...login.claims }) }
    },
    renderError: (ctx, out) => {
      ctx.type = 'text/plain'
      ctx.body = `De testinlogdienst kan dit niet: ${out.error}`
    },
  }
}

function claimsOf(provider: Provider): string[] {
  switch (provider) {
    case 'digid':
      return ['bsn', 'sectorcode']
    case 'eherkenning':
      return ['urn:etoegang:core:LegalSubjectID', 'urn:etoegang:core:LegalSubjectIDNameQualifier', 'urn:etoegang:core:ActingSubjectID',
        'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr']
    case 'medewerker':
      return ['medewerker', 'naam', 'rollen', 'erkenner']
  }
}
