import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { POORT_HEADERS } from './answer'
import { contentHash, readStyles } from './styles'

/** Where the poort serves its own files: its pages use no other, so that they are whole when web is away. */
const BESTANDEN = '/wachtkamer/bestanden'

const ROOT = path.resolve(import.meta.dirname, '../..')

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml', woff2: 'font/woff2',
}

type Bestand = { body: Buffer; zipped: Buffer | undefined; type: string; hash: string; etag: string }

const bestanden = new Map<string, Bestand>()

function add(naam: string, body: Buffer): void {
  const extension = naam.slice(naam.lastIndexOf('.') + 1)
  const hash = contentHash(body)
  bestanden.set(naam, { body, zipped: extension === 'woff2' ? undefined : gzipSync(body, { level: 9 }), type: TYPES[extension] ?? 'application/octet-stream', hash, etag: `"${hash}"` })
}

const { css, fonts } = await readStyles((font, body) => `${BESTANDEN}/${font}?v=${contentHash(body)}`)
add('stap.css', Buffer.from(css))
for (const [font, body] of fonts) add(font, body)
for (const naam of ['beeldmerk.svg', 'iconen.svg']) add(naam, readFileSync(path.join(ROOT, 'public', naam)))
const SCRIPTS = path.join(import.meta.dirname, 'bestanden')
for (const naam of readdirSync(SCRIPTS).filter((een) => een.endsWith('.js'))) add(naam, readFileSync(path.join(SCRIPTS, naam)))

/** The address of one of our files; it changes with the content, so that a browser may keep it for ever. */
export function bestandUrl(naam: string): string {
  const bestand = bestanden.get(naam)
  if (bestand === undefined) throw new Error(`the poort has no file ${naam}`)
  return `${BESTANDEN}/${naam}?v=${bestand.hash}`
}

/** Answers with one of our files, from memory. False when there is no such file. */
export function sendBestand(req: IncomingMessage, res: ServerResponse): boolean {
  const [pad = '', query = ''] = (req.url ?? '').split('?', 2)
  const bestand = bestanden.get(pad.slice(BESTANDEN.length + 1))
  if (bestand === undefined) return false
  const { body, zipped, type, hash, etag } = bestand
  // A script names another without its hash: that one is asked for again after a while.
  const cacheControl = query === `v=${hash}` ? 'public, max-age=31536000, immutable' : 'public, max-age=60'
  const headers = { ...POORT_HEADERS, 'content-type': type, 'cache-control': cacheControl, etag, vary: 'accept-encoding' }
  if (req.headers['if-none-match'] === etag) {
    res.writeHead(304, headers).end()
    return true
  }
  const sent = zipped !== undefined && /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? '')) ? zipped : body
  res.writeHead(200, { ...headers, ...(sent === zipped && { 'content-encoding': 'gzip' }), 'content-length': sent.length })
  res.end(req.method === 'HEAD' ? undefined : sent)
  return true
}
