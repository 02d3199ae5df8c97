import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { config } from '@/lib/platform/config'
import { fixedHeaders } from '../web/headers'

const https = config.url.startsWith('https://')

/** Pages of the poort have no inline script or style, so their policy needs no nonce. */
const CSP = [
  `default-src 'none'`, `script-src 'self'`, `style-src 'self'`, `img-src 'self'`, `font-src 'self'`, `connect-src 'self'`, `manifest-src 'self'`,
  `form-action 'self'`, `frame-ancestors 'none'`, `base-uri 'none'`, `object-src 'none'`, ...(https ? ['upgrade-insecure-requests'] : []),
].join('; ')

/** The security headers of every answer that the poort makes itself. */
export const POORT_HEADERS: Readonly<Record<string, string>> = { ...fixedHeaders({ https, dev: false }), 'content-security-policy': CSP }

export function sendHtml(res: ServerResponse, status: number, html: string, headers: OutgoingHttpHeaders = {}): void {
  const body = Buffer.from(html)
  res.writeHead(status, { ...POORT_HEADERS, 'content-type': 'text/html; charset=utf-8', 'content-length': body.length, 'cache-control': 'private, no-store', ...headers })
  res.end(res.req.method === 'HEAD' ? undefined : body)
}

export function sendJson(res: ServerResponse, status: number, value: object, headers: OutgoingHttpHeaders = {}): void {
  const body = toAscii(JSON.stringify(value))
  res.writeHead(status, { ...POORT_HEADERS, 'content-type': 'application/json', 'content-length': body.length, 'cache-control': 'no-store', ...headers })
  if (res.req.method === 'HEAD') res.end()
  else res.end(body, 'latin1')
}

/** JSON in ASCII: Node sends text that is one byte a letter in one piece with the headers. */
export function toAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** An RFC 9457 answer, as lib/platform/problem.ts makes for web. */
export function sendProblem(res: ServerResponse, status: number, code: string, { title, detail, retryAfterS }: { title: string; detail?: string; retryAfterS?: number }): void {
  const body = { type: `/problemen/${code}`, code, title, status, ...(detail !== undefined && { detail }) }
  sendJson(res, status, body, { 'content-type': 'application/problem+json', ...(retryAfterS !== undefined && { 'retry-after': String(retryAfterS) }) })
}

/** 303, so that the browser asks for the next page and going back does not send the form again. */
export function seeOther(res: ServerResponse, location: string, headers: OutgoingHttpHeaders = {}): void {
  res.writeHead(303, { ...POORT_HEADERS, location, 'content-length': 0, 'cache-control': 'no-store', ...headers })
  res.end()
}

/** True when the caller asks for JSON and not for a page. */
export function wantsJson(req: IncomingMessage): boolean {
  const accept = req.headers.accept ?? ''
  return /\bapplication\/(?:problem\+)?json\b/.test(accept) && !accept.includes('text/html')
}

/** Seconds to wait before trying again, different for everybody, so that they do not all come back at once. */
export function retryAfterS(least: number): number {
  return least + Math.floor(Math.random() * least)
}
