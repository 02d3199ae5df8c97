import type { ServerResponse } from 'node:http'

/** What to do with an answer once its status is known. */
export type AnswerRules = {
  /** Whether the body that comes is thrown away and `replace` writes one in its place. */
  isReplaced: (status: number, contentType: string) => boolean
  replace: (status: number, send: (status: number, body: Buffer) => void) => void
  /** Last changes to the headers of an answer that goes out as it is. */
  beforeHead: (res: ServerResponse, status: number) => void
}

/**
 * Watches an answer until its status is known, and swaps the body when the rules say so.
 * Next answers a page that is not found or that throws with an empty body or plain text: without JavaScript a blank screen.
 */
export function guardResponse(res: ServerResponse, rules: AnswerRules): void {
  const original = { writeHead: res.writeHead.bind(res), write: res.write.bind(res), end: res.end.bind(res), flushHeaders: res.flushHeaders.bind(res) }
  const ownHeaders = new Set(res.getHeaderNames())
  let state: 'open' | 'passing' | 'swallowing' | 'replaced' = 'open'
  let status = 200

  const decide = (known = res.statusCode) => {
    if (state !== 'open') return
    status = known
    state = rules.isReplaced(status, String(res.getHeader('content-type') ?? '')) ? 'swallowing' : 'passing'
    if (state === 'passing') rules.beforeHead(res, status)
  }
  const send = (finalStatus: number, body: Buffer) => {
    Object.assign(res, original)
    for (const name of res.getHeaderNames()) if (!ownHeaders.has(name)) res.removeHeader(name)
    res.writeHead(finalStatus, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length, 'cache-control': 'private, no-store' })
    res.end(body)
  }

  res.writeHead = (...args: unknown[]) => {
    decide(Number(args[0]))
    if (state === 'passing') Reflect.apply(original.writeHead, res, args)
    return res
  }
  res.flushHeaders = () => {
    decide()
    if (state === 'passing') original.flushHeaders()
  }
  res.write = (...args: unknown[]) => {
    decide()
    if (state === 'passing') return Reflect.apply(original.write, res, args) === true
    callBack(args)
    return true
  }
  res.end = (...args: unknown[]) => {
    decide()
    if (state === 'passing') {
      Reflect.apply(original.end, res, args)
      return res
    }
    if (state === 'swallowing') {
      state = 'replaced'
      rules.replace(status, send)
    }
    callBack(args)
    return res
  }
}

function callBack(args: readonly unknown[]): void {
  const callback = args.find((value) => typeof value === 'function')
  if (typeof callback === 'function') queueMicrotask(() => { Reflect.apply(callback, undefined, []) })
}
