import type { IncomingMessage } from 'node:http'

/** The largest body that is taken in; next.config.js has the same number for server actions. */
export const MAX_BODY_BYTES = 12 * 1024 * 1024

/** The addresses whose pages are ours: the public one, and on a development machine both names of it. */
export function ownOriginsOf({ url, port, isProductie }: { url: string; port: number; isProductie: boolean }): readonly string[] {
  const { origin } = new URL(url)
  return isProductie ? [origin] : [origin, `http://localhost:${String(port)}`, `http://127.0.0.1:${String(port)}`]
}

const PAGE_METHODS = ['GET', 'HEAD', 'POST']
const API_METHODS = [...PAGE_METHODS, 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

export type Refusal = { status: 400 | 405 | 411 | 413; allow?: string }

/** Paths for machines: more methods, answers that are not pages, and a bearer token instead of a cookie. */
export function isApiPath(path: string): boolean {
  return /^\/(api|edudex)\//.test(path)
}

/**
 * What is refused before it reaches a page: odd methods, bodies that are too large or of unknown length,
 * and a POST that does not come from our own pages (Next itself lets a POST without Origin through).
 */
export function refusalOf(req: IncomingMessage, path: string, ownOrigins: readonly string[]): Refusal | undefined {
  const methods = isApiPath(path) ? API_METHODS : PAGE_METHODS
  const method = req.method ?? ''
  if (!methods.includes(method)) return { status: 405, allow: methods.join(', ') }

  const { origin, authorization } = req.headers
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(method)
  const hasBearer = isApiPath(path) && /^bearer /i.test(authorization ?? '')
  // Without a cookie nobody's login can be misused: a machine that forgot its token is told so by the API itself, in its own shape.
  const isMachine = hasBearer || (/^\/(edudex|api\/v1)\//.test(path) && req.headers.cookie === undefined)
  if (changes && !isMachine && (origin === undefined || !ownOrigins.includes(origin))) return { status: 400 }

  if (req.headers['transfer-encoding'] !== undefined) return { status: 411 }
  return Number(req.headers['content-length'] ?? 0) > MAX_BODY_BYTES ? { status: 413 } : undefined
}

/** True when a person looks at the answer as a page, so that an error must be a page too. */
export function isForReader(req: IncomingMessage, path: string): boolean {
  if (isApiPath(path) || path.startsWith('/_next/')) return false
  if (req.headers['rsc'] !== undefined || req.headers['next-action'] !== undefined) return false
  return (req.headers.accept ?? '').includes('text/html')
}
