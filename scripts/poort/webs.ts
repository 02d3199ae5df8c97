import { request } from 'node:http'

/** How to reach one web process. */
export type Web = { readonly target: { socketPath: string } | { host: string; port: number } }

/** How long a web that could not be reached is passed over while there is another. */
const PASS_OVER_MS = 1_000

export type Webs = {
  /** All of them, in the order in which to try: by turns, those that failed just now last. */
  inOrder: () => readonly Web[]
  failed: (web: Web) => void
}

/** The web processes behind the poort, from `unix:/path` and `http://host:port`. */
export function createWebs(urls: readonly string[]): Webs {
  const webs = urls.map(toWeb)
  const failedAt = new Map<Web, number>()
  let turn = 0
  return {
    inOrder: () => {
      turn += 1
      const start = turn % Math.max(1, webs.length)
      const order = [...webs.slice(start), ...webs.slice(0, start)]
      if (failedAt.size === 0) return order
      const limit = performance.now() - PASS_OVER_MS
      for (const [web, at] of failedAt) if (at < limit) failedAt.delete(web)
      return [...order.filter((web) => !failedAt.has(web)), ...order.filter((web) => failedAt.has(web))]
    },
    failed: (web) => { failedAt.set(web, performance.now()) },
  }
}

function toWeb(url: string): Web {
  if (url.startsWith('unix:')) return { target: { socketPath: url.slice('unix:'.length) } }
  const { hostname, port } = new URL(url)
  return { target: { host: hostname, port: port === '' ? 80 : Number(port) } }
}

/** Whether one of them answers, however it feels about the rest of the system. */
export async function isWebAlive(webs: Webs): Promise<boolean> {
  for (const web of webs.inOrder()) if (await answers(web)) return true
  return false
}

const ALIVE_WITHIN_MS = 3_000

function answers({ target }: Web): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = request({ ...target, agent: false, path: '/api/v1/gezondheid', timeout: ALIVE_WITHIN_MS }, (answer) => {
      answer.resume()
      resolve(true)
    })
    probe.on('timeout', () => { probe.destroy() })
    probe.on('error', () => { resolve(false) })
    probe.end()
  })
}
