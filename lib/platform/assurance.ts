/** Who vouches for somebody: DigiD for a burger, eHerkenning for an opleider, the staff login for a medewerker. */
export type Provider = 'digid' | 'eherkenning' | 'medewerker'

export const PROVIDERS = ['digid', 'eherkenning', 'medewerker'] as const satisfies readonly Provider[]

export function isProvider(text: string | undefined): text is Provider {
  return PROVIDERS.some((provider) => provider === text)
}

/** One level of assurance: `acr` is what the issuer sends, `naam` what people call it. */
export type Niveau = { readonly acr: string; readonly naam: string }

const SAML = 'urn:oasis:names:tc:SAML:2.0:ac:classes'
const ETOEGANG = 'urn:etoegang:core:assurance-class'

/** The levels of each provider, from low to high. */
export const NIVEAUS: Readonly<Record<Provider, readonly Niveau[]>> = {
  digid: [
    { acr: `${SAML}:PasswordProtectedTransport`, naam: 'Basis' },
    { acr: `${SAML}:MobileTwoFactorContract`, naam: 'Midden' },
    { acr: `${SAML}:Smartcard`, naam: 'Substantieel' },
    { acr: `${SAML}:SmartcardPKI`, naam: 'Hoog' },
  ],
  eherkenning: [
    { acr: `${ETOEGANG}:loa2`, naam: 'EH2' },
    { acr: `${ETOEGANG}:loa2plus`, naam: 'EH2+' },
    { acr: `${ETOEGANG}:loa3`, naam: 'EH3' },
    { acr: `${ETOEGANG}:loa4`, naam: 'EH4' },
  ],
  medewerker: [{ acr: 'urn:stap:medewerker:mfa', naam: 'Met tweede factor' }],
}

const MINIMUM: Readonly<Record<Provider, string>> = {
  digid: 'Midden',
  eherkenning: 'EH3',
  medewerker: 'Met tweede factor',
}

/** The lowest level with which this provider gives access. */
export function minimumNiveau(provider: Provider): Niveau {
  const niveau = NIVEAUS[provider].find(({ naam }) => naam === MINIMUM[provider])
  if (niveau === undefined) throw new Error(`no minimum level for ${provider}`)
  return niveau
}

/**
 * The level that an issuer vouched for, when it is enough. Undefined for a lower level, an unknown one,
 * and one of another provider: an issuer can only vouch in its own scheme.
 */
export function acceptedNiveau(provider: Provider, acr: unknown): Niveau | undefined {
  const niveaus = NIVEAUS[provider]
  const found = niveaus.findIndex((niveau) => niveau.acr === acr)
  return found >= niveaus.indexOf(minimumNiveau(provider)) ? niveaus[found] : undefined
}
