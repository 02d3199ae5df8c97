import { randomUUID } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pool } from '@/lib/platform/db'
import { beat } from '@/lib/platform/health'

/** What became of a submit: received, refused with a reason, or a fault of ours. */
export type SubmitUitkomst = 'bevestigd' | 'geweigerd' | 'fout'

const proces = `poort-${randomUUID()}`
const CLEAN_EVERY_S = 60
const BEAT_EVERY_S = 5
const LOOP_RESOLUTION_MS = 10

// A request that is not read yet waits for the ones before it: nobody sees that from within, but for the delay of the event loop.
const vertraging = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS })

let bezoeken = 0
let geteld: Record<SubmitUitkomst, number> = { bevestigd: 0, geweigerd: 0, fout: 0 }
let begonnen = 0
let onderhanden = 0
let duren: number[] = []
let seconden = 0
let wasStil = true

/** A submit that is being measured. `wacht` leaves out the time for which somebody who pressed too early waits for the turn: that is no slowness of ours. */
export type GemetenSubmit = { readonly wacht: <T>(turn: Promise<T>) => Promise<T>; readonly klaar: (uitkomst: SubmitUitkomst) => void }

/** Counts a request to the opening-day path. */
export function countBezoek(): void {
  bezoeken += 1
}

/** How many submits wait for their answer now. */
export function submitsOnderhanden(): number {
  return onderhanden
}

/** Measures a submit; call `klaar` when the answer is known. */
export function beginSubmit(): GemetenSubmit {
  const begin = performance.now()
  let gewachtMs = 0
  begonnen += 1
  onderhanden += 1
  return {
    wacht: async (turn) => {
      const van = performance.now()
      try {
        return await turn
      } finally {
        gewachtMs += performance.now() - van
      }
    },
    klaar: (uitkomst) => {
      onderhanden -= 1
      geteld[uitkomst] += 1
      if (uitkomst === 'bevestigd') duren.push(performance.now() - begin - gewachtMs)
    },
  }
}

/** Writes a row for each second in which something happened, one to say that it became quiet, and a sign of life all the time. */
export function startMeting(): void {
  vertraging.enable()
  setInterval(() => {
    seconden += 1
    const isStil = bezoeken === 0 && begonnen === 0 && onderhanden === 0 && geteld.fout === 0
    if (!(isStil && wasStil)) save().catch(() => undefined)
    wasStil = isStil
    if (seconden % BEAT_EVERY_S === 1) beat(proces, 'poort').catch(() => undefined)
    if (seconden % CLEAN_EVERY_S === 0) pool.query(`delete from poort_meting where op < clock_timestamp() - interval '1 day'`).catch(() => undefined)
  }, 1_000).unref()
}

async function save(): Promise<void> {
  duren.sort((a, b) => a - b)
  const wachtMs = (part: number) => Math.max(0, vertraging.percentile(part * 100) / 1e6 - LOOP_RESOLUTION_MS)
  const at = (part: number) => (duren.length === 0 ? null : Math.round((duren[Math.min(duren.length - 1, Math.floor(duren.length * part))] ?? 0) + wachtMs(part)))
  const values = [proces, bezoeken, begonnen, geteld.bevestigd, geteld.geweigerd, geteld.fout, onderhanden, at(0.5), at(0.99)]
  bezoeken = 0
  begonnen = 0
  geteld = { bevestigd: 0, geweigerd: 0, fout: 0 }
  duren = []
  vertraging.reset()
  await pool.query(
    `insert into poort_meting (proces, bezoeken, indieningen, bevestigd, geweigerd, fouten, onderhanden, p50_ms, p99_ms)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`, values)
}
