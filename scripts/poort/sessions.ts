import { createBatcher } from '@/lib/platform/batcher'
import { describeFault, log } from '@/lib/platform/log'
import { readSessions, slideSessions, type Session } from '@/lib/platform/session-store'

/** Seconds between two moments of writing down who was active. */
const SLIDE_EVERY_S = 1

// One group at a time: while it is under way the next one fills, and few large questions cost less than many small ones.
const read = createBatcher<string, Session | undefined>(readSessions, { timeoutMs: 3_000, atOnce: 1 })
let active = new Set<string>()

/**
 * The session of a token, read from the database for every request, many at once. Counts as activity. Undefined when it ended.
 * Throws when the database does not answer: that is not the same as logged out.
 */
export async function sessionOf(token: string): Promise<Session | undefined> {
  const session = await read(token)
  if (session !== undefined) active.add(token)
  return session
}

// Apart from the reading, so that nobody waits for it; what a crash loses is at most a second of an idle time of fifteen minutes.
setInterval(() => {
  if (active.size === 0) return
  const tokens = [...active]
  active = new Set()
  slideSessions(tokens).catch((fault: unknown) => { log.warn('sessies niet verlengd', describeFault(fault)) })
}, SLIDE_EVERY_S * 1_000).unref()
