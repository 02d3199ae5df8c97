import { readConfig, ConfigError, type Config } from '@/lib/platform/env'
import { StartFault } from './fault'

export type Environment = Record<string, string> & { NODE_ENV: 'development' | 'production' }

export type Addresses = { databaseUrl: string; redisUrl: string; idpPort: number }

/** The environment of every process of the system: what the operator set wins, the rest is made here. */
export function environmentOf(given: NodeJS.ProcessEnv, geheimen: Readonly<Record<string, string>>, addresses: Addresses, dev: boolean): Environment {
  const issuers = `http://127.0.0.1:${addresses.idpPort}`
  const port = given['PORT'] ?? '3000'
  const made: Record<string, string> = {
    ...geheimen,
    // Production refuses to start with any of these.
    STAP_ONTWIKKELGEHEIMEN: Object.keys(geheimen).filter((naam) => !isSet(given[naam])).join(','),
    STAP_OMGEVING: 'ontwikkeling',
    STAP_URL: `http://localhost:${port}`,
    PORT: port,
    DIGID_ISSUER: `${issuers}/digid`,
    DIGID_CLIENT_ID: 'stap-burger',
    EHERKENNING_ISSUER: `${issuers}/eherkenning`,
    EHERKENNING_CLIENT_ID: 'stap-opleider',
    MEDEWERKER_ISSUER: `${issuers}/medewerkers`,
    MEDEWERKER_CLIENT_ID: 'stap-medewerker',
  }
  const set = Object.fromEntries(Object.entries(given).flatMap(([naam, waarde]) => (isSet(waarde) ? [[naam, waarde]] : [])))
  return {
    ...made,
    ...set,
    NODE_ENV: dev ? 'development' : 'production',
    DATABASE_URL: addresses.databaseUrl,
    REDIS_URL: addresses.redisUrl,
    IDP_PORT: String(addresses.idpPort),
  }
}

function isSet(waarde: string | undefined): waarde is string {
  return waarde !== undefined && waarde !== ''
}

/**
 * Checks what the operator set, before anything is started.
 * @throws StartFault that names what is wrong
 */
export function checkEnvironment(given: NodeJS.ProcessEnv, dev: boolean): Config {
  if (given['STAP_OMGEVING'] === 'productie')
    throw new StartFault('npm start is voor ontwikkeling en demonstratie en start de nagebootste inlogdienst. Productie draait met docker-compose.yml; zie README.md.')
  const key = Buffer.alloc(32).toString('base64')
  const placeholders = {
    STAP_ENCRYPTIE_SLEUTELS: `ontwikkel-0:${key}`, STAP_HMAC_SLEUTEL: key, STAP_SESSIE_GEHEIM: key,
    DIGID_CLIENT_SECRET: key, EHERKENNING_CLIENT_SECRET: key, MEDEWERKER_CLIENT_SECRET: key,
  }
  const addresses = {
    databaseUrl: isSet(given['DATABASE_URL']) ? given['DATABASE_URL'] : 'postgres://localhost/stap',
    redisUrl: isSet(given['REDIS_URL']) ? given['REDIS_URL'] : 'redis://localhost',
    idpPort: 1,
  }
  try {
    return readConfig(environmentOf(given, placeholders, addresses, dev))
  } catch (fault) {
    if (fault instanceof ConfigError) throw new StartFault(fault.message)
    throw fault
  }
}
