import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const schema = z.object({
  jwk: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), d: z.string() }),
  cookies: z.string(),
  subjects: z.string(),
})

export type Keys = z.output<typeof schema>

/** The keys of the stand-in, made once and kept in the data directory: a login that is under way survives a restart of the site. */
export async function loadKeys(dataDir: string): Promise<Keys> {
  const file = path.resolve(dataDir, 'idp', 'sleutels.json')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text !== undefined) return schema.parse(JSON.parse(text))
  const keys = schema.parse({
    jwk: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
    cookies: randomBytes(32).toString('hex'),
    subjects: randomBytes(32).toString('hex'),
  })
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 })
  return keys
}

/** The `sub` of somebody at one issuer: the same every time, and it says nothing about who it is. */
export function opaqueSubject(keys: Keys, issuer: string, identity: string): string {
  return createHmac('sha256', keys.subjects).update(`${issuer}\n${identity}`).digest('base64url')
}
