/** What is left of a limit. `resetS` is the seconds until it counts anew, at least 1. */
export type Stand = { readonly limit: number; readonly over: number; readonly resetS: number; readonly isOp: boolean }

const WINDOW_S = 60
const MAX_KEYS = 50_000

/**
 * Counts requests per key and minute in the memory of this process: n web processes let through at most n times the limit.
 * Enough for what is the same for everybody and sits behind a cache. Keys (addresses) are forgotten with the minute.
 */
export function createRateLimit(limit: number, clockMs: () => number = () => performance.now()) {
  let minute = -1
  let counts = new Map<string, number>()
  return function count(key: string): Stand {
    const nowS = clockMs() / 1_000
    const current = Math.floor(nowS / WINDOW_S)
    if (current !== minute || counts.size > MAX_KEYS) {
      minute = current
      counts = new Map()
    }
    const aantal = (counts.get(key) ?? 0) + 1
    counts.set(key, aantal)
    return standOf(limit, aantal, Math.ceil(WINDOW_S - (nowS % WINDOW_S)))
  }
}

/** How a limit stands after `aantal` requests in this window. */
export function standOf(limit: number, aantal: number, resetS: number): Stand {
  return { limit, over: Math.max(0, limit - aantal), resetS: Math.max(1, resetS), isOp: aantal > limit }
}

/** The headers that tell a caller how it stands. */
export function rateHeaders({ limit, over, resetS, isOp }: Stand): Record<string, string> {
  return { 'ratelimit-limit': String(limit), 'ratelimit-remaining': String(over), 'ratelimit-reset': String(resetS), ...(isOp ? { 'retry-after': String(resetS) } : {}) }
}
