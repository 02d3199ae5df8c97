import { createHash } from 'node:crypto'

/** Of the public API under /api/v1; the first number stands in the address. docs/api.md has what changed. */
export const API_VERSION = '1.1.0'

/** What the NL API Design Rules ask of every answer; scripts/web/headers.ts sets the security headers of all answers. */
const API_HEADERS = { 'api-version': API_VERSION, 'access-control-allow-origin': '*', 'access-control-expose-headers': 'API-Version, ETag, Link, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After' } as const

type Extra = Readonly<Record<string, string>>
export type ProblemText = { title: string; detail: string }

/** What makes a refusal in the shape of one API. */
export type Refuser = (status: number, code: string, text: ProblemText, headers?: Extra) => Response

/** A refusal of /api/v1: RFC 9457, with the sentence that says how to mend it in `detail`. `members` are extra facts of this problem. */
export function apiProblem(status: number, code: string, { title, detail }: ProblemText, headers: Extra = {}, members: Readonly<Record<string, unknown>> = {}): Response {
  const body = { type: `/problemen/${code}`, title, status, detail, code, ...members }
  return Response.json(body, { status, headers: { ...API_HEADERS, 'cache-control': 'no-store', ...headers, 'content-type': 'application/problem+json' } })
}

/** An answer for one caller, that nobody keeps. */
export function apiJson(body: unknown, { status = 200, headers = {} }: { status?: number; headers?: Extra } = {}): Response {
  return Response.json(body, { status, headers: { ...API_HEADERS, 'cache-control': 'no-store', ...headers } })
}

/** An answer that is the same for everybody: kept by every cache for `maxAgeS` seconds, and 304 to who has it already. */
export function apiPublic(request: Request, body: unknown, { maxAgeS, headers = {} }: { maxAgeS: number; headers?: Extra }): Response {
  const text = JSON.stringify(body)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const all = { ...API_HEADERS, ...headers, etag, 'cache-control': `public, max-age=${String(maxAgeS)}`, vary: 'accept-encoding' }
  if (hasEtag(request, etag)) return new Response(null, { status: 304, headers: all })
  return new Response(text, { headers: { ...all, 'content-type': 'application/json' } })
}

/** True when the caller already has this version. A cache may have made the mark weak. */
export function hasEtag(request: Request, etag: string): boolean {
  return (request.headers.get('if-none-match') ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === etag || known.trim() === '*')
}
