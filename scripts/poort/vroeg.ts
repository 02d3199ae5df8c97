import { hash } from 'node:crypto'
import type { Beurt } from '@/lib/wachtkamer/model'
import { freshStand } from './stand'

/** Somebody whose turn is nearer than this is looked up every time. */
const FAR_S = 8

/**
 * The stand in memory may lag behind the database by a second and a half: only who is further away than that, with room to spare, is
 * refused by it. So nobody who was let in by then, by this process or another, hears that it is too early.
 */
const SURE_S = 4

/** Of the time that is left to the turn, so much is answered from memory, and never more than some seconds. */
const PART = 4
const LONGEST_MS = 5_000
const MOST = 50_000

type Early = { readonly code: string; readonly ronde: number; readonly plaats: number; readonly until: number }

const seen = new Map<string, Early>()

/** Not the token itself: memory that is looked into must not open a session. */
function keyOf(token: string, kenmerk: string): string {
  return hash('sha256', `${token}\n${kenmerk}`, 'base64')
}

/** Remembers that the database said that this submit comes far too early, and had not been received. */
export function rememberEarly(token: string, kenmerk: string, { code, plaats }: Beurt, secondsAway: number): void {
  const ronde = freshStand(code)?.stand.ronde
  if (secondsAway < FAR_S || plaats?.plaats == null || ronde === undefined) return
  if (seen.size >= MOST) for (const oldest of seen.keys()) { seen.delete(oldest); break }
  seen.set(keyOf(token, kenmerk), { code, ronde, plaats: plaats.plaats, until: performance.now() + Math.min(LONGEST_MS, secondsAway * 1_000 / PART) })
}

/**
 * How many seconds away the turn is of who asked just before and came far too early, as a script does, again and again: nothing
 * has to be looked up to say so once more. Memory only refuses; whoever may be let in is read from the database.
 */
export function stillEarlyS(token: string, kenmerk: string): number | undefined {
  const early = seen.get(keyOf(token, kenmerk))
  if (early === undefined) return undefined
  const stand = freshStand(early.code)?.stand
  if (performance.now() > early.until || stand?.toestand !== 'open' || stand.ronde !== early.ronde || stand.perMinuut === 0) return undefined
  const secondsAway = (early.plaats - stand.nu) / stand.perMinuut * 60
  return secondsAway >= SURE_S ? secondsAway : undefined
}
