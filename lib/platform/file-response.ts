import 'server-only'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { hasEtag } from '@/lib/platform/api'

export type ServedFile = {
  readonly path: string
  readonly size: number
  readonly sha256: string
  readonly name: string
  readonly mediatype: string
  /** ISO moment of the last change. */
  readonly changed: string
  /** The file is stored as gzip of what `name` says: sent so to who can unpack it, unpacked to who cannot. */
  readonly isPacked: boolean
}

/** A public file that is sent while it is read: memory does not depend on its size. With ETag, and a part of it to who asks a range. */
export function serveFile(request: Request, file: ServedFile): Response {
  const asGzip = file.isPacked && acceptsGzip(request)
  const unpack = file.isPacked && !asGzip
  const etag = `"${file.sha256.slice(0, 32)}${unpack ? '-u' : ''}"`
  const headers = {
    etag, 'last-modified': new Date(file.changed).toUTCString(), 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*', 'content-type': file.mediatype,
    'content-security-policy': "default-src 'none'; sandbox", 'content-disposition': `attachment; filename="${file.name.replace(/[^A-Za-z0-9._-]+/g, '-')}"`,
    ...(file.isPacked ? { vary: 'accept-encoding' } : { 'accept-ranges': 'bytes' }), ...(asGzip ? { 'content-encoding': 'gzip' } : {}),
  }
  if (hasEtag(request, etag)) return new Response(null, { status: 304, headers })
  const range = file.isPacked ? undefined : parseRange(request, file.size, etag)
  if (range === 'onmogelijk') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${String(file.size)}` } })
  if (range !== undefined) {
    const part = createReadStream(file.path, { start: range.from, end: range.to })
    return stream(part, 206, { ...headers, 'content-length': String(range.to - range.from + 1), 'content-range': `bytes ${String(range.from)}-${String(range.to)}/${String(file.size)}` })
  }
  const whole = createReadStream(file.path)
  if (!unpack) return stream(whole, 200, { ...headers, 'content-length': String(file.size) })
  const unpacked = createGunzip()
  whole.on('error', (fault) => { unpacked.destroy(fault) })
  unpacked.on('close', () => { whole.destroy() })
  return stream(whole.pipe(unpacked), 200, headers)
}

function stream(source: Readable, status: number, headers: Record<string, string>): Response {
  const chunks: AsyncIterator<Buffer> = source[Symbol.asyncIterator]()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await chunks.next()
      if (chunk.done === true) controller.close()
      else controller.enqueue(new Uint8Array(chunk.value))
    },
    cancel() { source.destroy() },
  })
  return new Response(body, { status, headers })
}

/** Whether the caller takes gzip; `gzip;q=0` says that it does not. */
function acceptsGzip(request: Request): boolean {
  const entries = (request.headers.get('accept-encoding') ?? '').toLowerCase().split(',').map((entry) => entry.trim().split(/\s*;\s*q=/))
  return entries.some(([name, q = '1']) => (name === 'gzip' || name === '*') && Number(q) > 0)
}

/** One range of bytes; more ranges at once, or another version of the file, is the whole file. */
function parseRange(request: Request, size: number, etag: string): { from: number; to: number } | 'onmogelijk' | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.headers.get('range') ?? '')
  const condition = request.headers.get('if-range')
  if (match === null || (condition !== null && condition !== etag)) return undefined
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from > to || from >= size ? 'onmogelijk' : { from, to }
}
