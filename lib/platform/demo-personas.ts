import 'server-only'
import { z } from 'zod'
import { PROVIDERS, type Provider } from '@/lib/platform/assurance'
import { config } from '@/lib/platform/config'

const schema = z.array(z.object({
  id: z.string(),
  provider: z.enum(PROVIDERS),
  naam: z.string(),
  uitleg: z.string(),
}))

/** Somebody of the demo, and where that person logs in. */
export type DemoPersona = z.output<typeof schema>[number]

/** The people of the demo as the identity provider stand-in offers them. In production there is no stand-in, and nobody. */
export async function listDemoPersonas(provider: Provider): Promise<DemoPersona[]> {
  if (config.isProductie) return []
  const response = await fetch(new URL('/testpersonen', config.issuers.digid.issuer), { signal: AbortSignal.timeout(3_000) })
  return schema.parse(await response.json()).filter((persona) => persona.provider === provider)
}
