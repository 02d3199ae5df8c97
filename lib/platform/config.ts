import { readConfig, type Config } from '@/lib/platform/env'

// `next build` loads every module without running any of it: nothing is connected and nothing signed with these.
const BUILD_ONLY: Record<string, string> = {
  DATABASE_URL: 'postgres://build@127.0.0.1:9/build',
  REDIS_URL: 'redis://127.0.0.1:9',
  STAP_ENCRYPTIE_SLEUTELS: `build:${Buffer.alloc(32).toString('base64')}`,
  STAP_HMAC_SLEUTEL: Buffer.alloc(32).toString('base64'),
  STAP_SESSIE_GEHEIM: 'build'.repeat(8),
  ...Object.fromEntries(['DIGID', 'EHERKENNING', 'MEDEWERKER'].flatMap((naam) => [
    [`${naam}_ISSUER`, 'http://127.0.0.1:9'], [`${naam}_CLIENT_ID`, 'build'], [`${naam}_CLIENT_SECRET`, 'build'.repeat(8)]])),
}

/** The settings of this process, validated once when the process starts. */
export const config: Config = process.env['NEXT_PHASE'] === 'phase-production-build'
  ? readConfig({ ...BUILD_ONLY, NODE_ENV: 'production' })
  : readConfig(process.env)
