/** An RFC 9457 answer. `code` is the last part of `type`, for callers that only look at that. */
export function problem(status: number, code: string, { title, detail }: { title: string; detail?: string }): Response {
  const body = { type: `/problemen/${code}`, code, title, status, ...(detail === undefined ? {} : { detail }) }
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } })
}

/** True when the caller asks for JSON and not for a page. */
export function wantsJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? ''
  return /\bapplication\/(?:problem\+)?json\b/.test(accept) && !accept.includes('text/html')
}

/** True when a request that changes something comes from a page of this site (also checked by the web process, for every POST). */
export function isFromThisSite(request: Request): boolean {
  const origin = request.headers.get('origin')
  const host = request.headers.get('host')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host
}
