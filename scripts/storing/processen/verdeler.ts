/**
 * The loops of the workers without the queue: allocation, opening and closing, sealing. Jobs stay in the outbox, so that an
 * experiment about money does not wait for thousands of letters.
 */
import { closeDb } from '@/lib/platform/db'
import { LOOPS } from '@/workers/loops'

// Without a poort there is no waiting room. Empty: all of them.
const WANTED = (process.env['STORING_LUSSEN'] ?? 'zegel,toewijzing,reservelijst,tijdvakken').split(',').filter(Boolean)
let isStopping = false

const loops = LOOPS.filter(({ naam }) => WANTED.length === 0 || WANTED.includes(naam)).map(async ({ everyMs, run }) => {
  while (!isStopping) {
    try {
      if ((await run()) === true) continue
    } catch {
      // The loop goes on, as in workers/index.ts.
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(everyMs, 200)))
  }
})

process.once('SIGTERM', () => {
  isStopping = true
  void Promise.all(loops).then(closeDb).then(() => process.exit(0))
})
