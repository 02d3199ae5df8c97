import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65535)
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ })
const redisUrl = z.url({ protocol: /^rediss?$/ })
const webUrl = z.url({ protocol: /^https?$/ })
const geheim = z.string().min(32)
const sleutel = z.base64().refine((tekst) => Buffer.from(tekst, 'base64').length === 32, 'verwacht 32 bytes in base64')

/** `id:base64,id:base64`; the first encrypts, the others can still decrypt. */
const sleutelbos = z.string().transform((tekst, ctx) => {
  const sleutels = tekst.split(',').map((deel) => {
    const [id = '', waarde = ''] = deel.split(':')
    return { id, sleutel: waarde }
  })
  for (const { id, sleutel: waarde } of sleutels) {
    if (!/^[a-z0-9-]{1,32}$/.test(id) || !sleutel.safeParse(waarde).success)
      ctx.addIssue({ code: 'custom', message: 'verwacht id:sleutel, met een sleutel van 32 bytes in base64, gescheiden door komma’s' })
  }
  return sleutels
})

/** `http://host:port` or `unix:/path`, separated by commas. */
const webAdressen = z.string().transform((tekst, ctx) => {
  const adressen = tekst.split(',').map((deel) => deel.trim()).filter((deel) => deel !== '')
  for (const adres of adressen) {
    if (!/^unix:.+/.test(adres) && !/^http:\/\/[^/]+\/?$/.test(adres))
      ctx.addIssue({ code: 'custom', message: 'verwacht http://host:poort of unix:/pad, gescheiden door komma’s' })
  }
  return adressen
})

/** Every environment variable the application reads; docs and `.env` examples follow this list. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  STAP_OMGEVING: z.enum(['ontwikkeling', 'test', 'productie']).default('ontwikkeling'),
  PORT: port.default(3000),
  STAP_URL: webUrl.optional(),
  STAP_DATA_DIR: z.string().min(1).default('.stap'),
  // Where web listens when the poort stands in front of it, where the poort looks for web, and how many processes the poort has.
  STAP_WEB_SOCKET: z.string().min(1).max(100).optional(),
  STAP_WEB_URLS: webAdressen.optional(),
  STAP_POORTEN: z.coerce.number().int().min(1).max(64).default(1),
  // For npm start only: how many processes of each kind, and whether one that ends is started again, as a container engine does.
  STAP_WORKERS: z.coerce.number().int().min(1).max(64).default(1),
  STAP_WEBS: z.coerce.number().int().min(1).max(64).default(1),
  STAP_HERSTART: z.enum(['ja', 'nee']).default('nee'),
  DATABASE_URL: postgresUrl,
  REDIS_URL: redisUrl,
  STAP_POOL: z.coerce.number().int().min(2).max(200).default(20),
  STAP_ENCRYPTIE_SLEUTELS: sleutelbos,
  STAP_HMAC_SLEUTEL: sleutel,
  STAP_SESSIE_GEHEIM: geheim,
  DIGID_ISSUER: webUrl,
  DIGID_CLIENT_ID: z.string().min(1),
  DIGID_CLIENT_SECRET: geheim,
  EHERKENNING_ISSUER: webUrl,
  EHERKENNING_CLIENT_ID: z.string().min(1),
  EHERKENNING_CLIENT_SECRET: geheim,
  MEDEWERKER_ISSUER: webUrl,
  MEDEWERKER_CLIENT_ID: z.string().min(1),
  MEDEWERKER_CLIENT_SECRET: geheim,
  BASISREGISTERS_URL: webUrl.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  STAP_MAIL_VAN: z.string().min(3).default('STAP-budget <geen-antwoord@stap.invalid>'),
  // Who pays: on the invoices as the customer, in the payment files as the debtor. The account is that of an example; production sets its own.
  STAP_UWV_KVK: z.string().regex(/^[0-9]{8}$/).default('34360247'),
  STAP_UWV_IBAN: z.string().regex(/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/).default('NL91ABNA0417164300'),
  STAP_UWV_BIC: z.string().regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/).default('ABNANL2A'),
  // How payment files reach the bank and its messages reach us (lib/platform/bank.ts): the folder STAP_DATA_DIR/bank.
  STAP_BANK: z.enum(['map']).default('map'),
  // Where this process fails on purpose (lib/platform/faultpoint.ts); only for npm run storing.
  STAP_FAULTPOINTS: z.string().optional(),
  STAP_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

type Env = z.output<typeof schema>

/** Why production refuses these settings; an empty list when it does not. */
function productionObjections(env: Env, raw: Record<string, string | undefined>): string[] {
  const geheimen = ['STAP_ENCRYPTIE_SLEUTELS', 'STAP_HMAC_SLEUTEL', 'STAP_SESSIE_GEHEIM',
    'DIGID_CLIENT_SECRET', 'EHERKENNING_CLIENT_SECRET', 'MEDEWERKER_CLIENT_SECRET']
  const ontwikkeling = (raw['STAP_ONTWIKKELGEHEIMEN'] ?? '').split(',').filter(Boolean)
  const issuers = { DIGID_ISSUER: env.DIGID_ISSUER, EHERKENNING_ISSUER: env.EHERKENNING_ISSUER, MEDEWERKER_ISSUER: env.MEDEWERKER_ISSUER }
  return [
    ...geheimen.filter((naam) => /ontwikkel/i.test(raw[naam] ?? '')).map((naam) => `${naam} is een ontwikkelsleutel`),
    ...ontwikkeling.map((naam) => `${naam} is door npm start gemaakt en alleen voor ontwikkeling`),
    ...Object.entries(issuers).filter(([, url]) => !url.startsWith('https://') || isLoopback(url)).map(([naam]) => `${naam} is geen https-adres van een ander systeem: de nagebootste inlogdienst mag niet in productie`),
    ...(env.BASISREGISTERS_URL?.startsWith('https://') === true && !isLoopback(env.BASISREGISTERS_URL) ? [] : ['BASISREGISTERS_URL moet een https-adres van een ander systeem zijn']),
    ...(env.STAP_URL?.startsWith('https://') === true ? [] : ['STAP_URL moet een https-adres zijn']),
    ...['STAP_UWV_IBAN', 'STAP_UWV_BIC'].filter((naam) => (raw[naam] ?? '') === '').map((naam) => `${naam} ontbreekt: vul de rekening in waarvan betaald wordt`),
    ...(env.STAP_FAULTPOINTS === undefined ? [] : ['STAP_FAULTPOINTS laat dit proces met opzet mislukken']),
    ...(env.NODE_ENV === 'production' ? [] : ['NODE_ENV moet production zijn']),
  ]
}

function isLoopback(url: string): boolean {
  return /^(localhost|.*\.localhost|127\..*|\[::1\]|0\.0\.0\.0)$/.test(new URL(url).hostname)
}

/** Thrown at start-up; the message is one sentence for the operator and never contains a value. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * Reads the settings from the environment.
 * @throws ConfigError that names every wrong variable, or every reason why production refuses to start.
 */
export function readConfig(raw: Record<string, string | undefined>) {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(raw).filter(([, waarde]) => waarde !== '')))
  if (!parsed.success) {
    const fouten = parsed.error.issues.map((issue) => {
      const naam = issue.path.join('.')
      return raw[naam] === undefined || raw[naam] === '' ? `${naam} ontbreekt` : `${naam} klopt niet (${issue.message})`
    })
    throw new ConfigError(`De instellingen kloppen niet: ${[...new Set(fouten)].join('; ')}.`)
  }
  const env = parsed.data
  if (env.STAP_OMGEVING === 'productie') {
    const bezwaren = productionObjections(env, raw)
    if (bezwaren.length > 0) throw new ConfigError(`Productie start niet met deze instellingen: ${bezwaren.join('; ')}.`)
  }
  return {
    omgeving: env.STAP_OMGEVING,
    isProductie: env.STAP_OMGEVING === 'productie',
    port: env.PORT,
    /** Public address of the site, without a slash at the end. */
    url: (env.STAP_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    dataDir: env.STAP_DATA_DIR,
    /** The unix socket that web listens on instead of the port: then only the poort can reach it. */
    webSocket: env.STAP_WEB_SOCKET,
    webUrls: env.STAP_WEB_URLS ?? [`unix:${env.STAP_DATA_DIR}/web.sock`],
    poorten: env.STAP_POORTEN,
    start: { workers: env.STAP_WORKERS, webs: env.STAP_WEBS, herstart: env.STAP_HERSTART === 'ja' },
    databaseUrl: env.DATABASE_URL,
    poolSize: env.STAP_POOL,
    redisUrl: env.REDIS_URL,
    encryptieSleutels: env.STAP_ENCRYPTIE_SLEUTELS,
    hmacSleutel: env.STAP_HMAC_SLEUTEL,
    sessieGeheim: env.STAP_SESSIE_GEHEIM,
    issuers: {
      digid: { issuer: env.DIGID_ISSUER, clientId: env.DIGID_CLIENT_ID, clientSecret: env.DIGID_CLIENT_SECRET },
      eherkenning: { issuer: env.EHERKENNING_ISSUER, clientId: env.EHERKENNING_CLIENT_ID, clientSecret: env.EHERKENNING_CLIENT_SECRET },
      medewerker: { issuer: env.MEDEWERKER_ISSUER, clientId: env.MEDEWERKER_CLIENT_ID, clientSecret: env.MEDEWERKER_CLIENT_SECRET },
    },
    /** Base address of the base registers; in development they run beside the identity provider stand-in. */
    basisregistersUrl: (env.BASISREGISTERS_URL ?? new URL(env.DIGID_ISSUER).origin).replace(/\/$/, ''),
    smtpUrl: env.SMTP_URL,
    mailVan: env.STAP_MAIL_VAN,
    uwv: { kvk: env.STAP_UWV_KVK, iban: env.STAP_UWV_IBAN, bic: env.STAP_UWV_BIC },
    bankTransport: env.STAP_BANK,
    faultpoints: env.STAP_FAULTPOINTS,
    logLevel: env.STAP_LOG,
  }
}

export type Config = ReturnType<typeof readConfig>
