import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

type Handle = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** Statuses with a page of their own under app/fout; another one gets the page of 500 or 400. */
const PAGES = [400, 403, 404, 405, 411, 413, 500, 503]

/** Whether an error gets our page: always when Next may have made it (its bodies are empty), otherwise unless it is a page already. */
export function needsErrorPage(status: number, contentType: string): boolean {
  return status >= 400 && (PAGES.includes(status) || !contentType.startsWith('text/html'))
}

/** Renders the page of an error status inside this process; without cookies, so that it depends on nobody's session. */
export async function renderErrorPage(handle: Handle, status: number, headers: IncomingMessage['headers']): Promise<Buffer> {
  const page = PAGES.includes(status) ? status : status >= 500 ? 500 : 400
  const req = new IncomingMessage(new Socket())
  req.method = 'GET'
  req.url = `/fout/${String(page)}`
  req.headers = headers
  req.push(null)
  const res = new ServerResponse(req)
  const chunks: Buffer[] = []
  const finished = new Promise<void>((resolve, reject) => {
    captureBody(res, chunks, resolve)
    setTimeout(() => { reject(new Error('the error page took too long')) }, 10_000).unref()
  })
  await handle(req, res)
  await finished
  const body = Buffer.concat(chunks)
  if (res.statusCode !== 200 || body.length === 0) throw new Error(`the error page itself failed with ${String(res.statusCode)}`)
  return body
}

/** Lets a response write into memory instead of a socket. */
function captureBody(res: ServerResponse, chunks: Buffer[], finish: () => void): void {
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const called = (...rest: unknown[]) => {
    const callback = rest.find((value) => typeof value === 'function')
    if (typeof callback === 'function') queueMicrotask(() => { Reflect.apply(callback, res, []) })
  }
  res.write = (chunk: unknown, ...rest: unknown[]) => {
    keep(chunk, rest[0])
    called(...rest)
    return true
  }
  res.end = (...args: unknown[]) => {
    keep(args[0], args[1])
    called(...args)
    finish()
    res.emit('finish')
    res.emit('close')
    return res
  }
}

/** The page of last resort, when even the error page cannot be rendered. */
export function plainErrorPage(kenmerk: string): Buffer {
  return Buffer.from(`<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Er ging iets mis - STAP-budget</title></head><body><main><h1>Er ging iets mis</h1><p>Dit ligt aan ons. Probeer het over een paar minuten opnieuw.</p><p>Bel UWV als het blijft gebeuren. Noem dan dit kenmerk: <strong>${kenmerk}</strong>.</p><p><a href="/">Naar de startpagina</a></p></main></body></html>`)
}
