/** How far ahead of the last place that was given people are let in, in milliseconds of speed: a quiet room has no waiting. */
const VOORSPRONG_MS = 2_000
/** A worker that stood still does not make up for it: at most so much time is given at once. */
const HOOGSTENS_MS = 1_000
const MINUUT_MS = 60_000

export type Toelating = {
  readonly toegelatenTot: number
  readonly uitgegeven: number
  readonly perMinuut: number
  /** Since the last step, on the clock of the database. */
  readonly verstrekenMs: number
  /** How much the system is behind, from 0 (not) to 1 (let nobody in now). */
  readonly druk: number
}

/**
 * One step of letting people in: the place up to which people may submit, and the time that is left over for the next step.
 * Never back, never faster than the speed, and never more than two seconds of speed beyond the last place that was given.
 */
export function calculateToelating({ toegelatenTot, uitgegeven, perMinuut, verstrekenMs, druk }: Toelating): { toegelatenTot: number; restMs: number } {
  const tempo = perMinuut * (1 - Math.min(1, Math.max(0, druk)))
  if (tempo === 0) return { toegelatenTot, restMs: 0 }
  // One person must fit in, also at a speed of one per minute.
  const tijdMs = Math.min(Math.max(0, verstrekenMs), Math.max(HOOGSTENS_MS, MINUUT_MS / tempo))
  const stap = Math.floor((tijdMs * tempo) / MINUUT_MS)
  const grens = uitgegeven + Math.ceil((perMinuut * VOORSPRONG_MS) / MINUUT_MS)
  if (toegelatenTot + stap >= grens) return { toegelatenTot: Math.max(toegelatenTot, grens), restMs: 0 }
  return { toegelatenTot: toegelatenTot + stap, restMs: tijdMs - (stap * MINUUT_MS) / tempo }
}

/** Beyond so many undecided submits nobody is let in, so counting further says nothing. */
export const ONBESLIST_TOT = 25_000
/** From so many submits without a decision people are let in slower, and from so many nobody for a while. */
const ONBESLIST = { vanaf: 5_000, tot: ONBESLIST_TOT } as const
/** The same for the time a submit takes, p99 in milliseconds: slower well before anybody waits a second, nobody when one does. */
const INDIENEN_MS = { vanaf: 250, tot: 1_000 } as const

/** How much the system is behind: the worst of what is still to be decided and of how long a submit takes. */
export function calculateDruk({ onbeslist, indienenMs }: { onbeslist: number; indienenMs: number | null }): number {
  return Math.max(share(onbeslist, ONBESLIST), share(indienenMs ?? 0, INDIENEN_MS))
}

function share(value: number, { vanaf, tot }: { vanaf: number; tot: number }): number {
  return Math.min(1, Math.max(0, (value - vanaf) / (tot - vanaf)))
}
