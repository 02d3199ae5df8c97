import { z } from 'zod'
import { loadKeys } from '@/scripts/idp/keys'
import { createStandIn } from '@/scripts/idp/server'

const port = z.coerce.number().int().min(1).max(65535)
const text = z.string().min(1)

const schema = z.object({
  STAP_OMGEVING: z.enum(['ontwikkeling', 'test'], 'de testinlogdienst start alleen met STAP_OMGEVING=ontwikkeling of test').default('ontwikkeling'),
  PORT: port.default(3000),
  IDP_PORT: port.optional(),
  STAP_URL: z.url().optional(),
  STAP_DATA_DIR: text.default('.stap'),
  DIGID_CLIENT_ID: text, DIGID_CLIENT_SECRET: text,
  EHERKENNING_CLIENT_ID: text, EHERKENNING_CLIENT_SECRET: text,
  MEDEWERKER_CLIENT_ID: text, MEDEWERKER_CLIENT_SECRET: text,
})

const parsed = schema.safeParse(process.env)
if (!parsed.success) {
  process.stderr.write(`De testinlogdienst start niet: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}.\n`)
  process.exit(1)
}
const env = parsed.data
const idpPort = env.IDP_PORT ?? env.PORT + 1
const sites = [env.STAP_URL, `http://localhost:${String(env.PORT)}`, `http://127.0.0.1:${String(env.PORT)}`]

const server = createStandIn({
  port: idpPort,
  siteOrigins: [...new Set(sites.flatMap((site) => (site === undefined ? [] : [new URL(site).origin])))],
  clients: {
    digid: { clientId: env.DIGID_CLIENT_ID, clientSecret: env.DIGID_CLIENT_SECRET },
    eherkenning: { clientId: env.EHERKENNING_CLIENT_ID, clientSecret: env.EHERKENNING_CLIENT_SECRET },
    medewerker: { clientId: env.MEDEWERKER_CLIENT_ID, clientSecret: env.MEDEWERKER_CLIENT_SECRET },
  },
  keys: await loadKeys(env.STAP_DATA_DIR),
})

server.on('error', (fault) => {
  const inUse = 'code' in fault && fault.code === 'EADDRINUSE'
  process.stderr.write(inUse ? `Poort ${String(idpPort)} is al in gebruik: kies een andere met IDP_PORT.\n` : `De testinlogdienst stopt: ${fault.name}.\n`)
  process.exit(1)
})
// Loopback only: nobody else may reach a login that asks for no password.
server.listen(idpPort, '127.0.0.1', () => { process.stdout.write(`testinlogdienst: http://127.0.0.1:${String(idpPort)}\n`) })

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => { server.close(() => process.exit(0)); server.closeAllConnections() })
}
