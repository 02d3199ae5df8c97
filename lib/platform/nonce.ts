import 'server-only'
import { headers } from 'next/headers'

/** The nonce that scripts of this answer carry; undefined outside scripts/web.ts, which sets it. */
export async function requestNonce(): Promise<string | undefined> {
  return /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1]
}
