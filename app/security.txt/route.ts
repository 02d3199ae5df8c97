import { machineNow } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'

export const dynamic = 'force-dynamic'

const DAY_MS = 86_400_000

/** Where to report a weakness (RFC 9116). Expires must lie within a year; it moves along with every request. */
export function GET(): Response {
  const expires = new Date(Math.floor(machineNow().getTime() / DAY_MS) * DAY_MS + 180 * DAY_MS)
  return new Response([
    `Contact: ${config.url}/contact`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: nl, en',
    `Canonical: ${config.url}/.well-known/security.txt`,
    '',
  ].join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
