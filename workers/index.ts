import { randomUUID } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { isOpeningDruk } from '@/lib/aanvraag/use-cases/is-opening-druk'
import { closeDb } from '@/lib/platform/db'
import { beat, endBeat } from '@/lib/platform/health'
import { describeFault, log } from '@/lib/platform/log'
import { openQueue, openWorker } from '@/lib/platform/queue'
import { forwardOutbox, ontvouwOutbox, processOutbox } from '@/lib/platform/relay'
import { handlers } from '@/workers/handlers'
import { LOOPS, type Loop } from '@/workers/loops'

const CONCURRENCY = 6
const DRAIN_MS = 4_500

const proces = `workers-${randomUUID()}`
const queue = openQueue()
const worker = openWorker((reference) => processOutbox(reference, handlers), CONCURRENCY)
const stopping = new AbortController()
// Every loop waits on it: that is no leak to warn of.
setMaxListeners(0, stopping.signal)

const loops = [
  { naam: 'hartslag', everyMs: 5_000, run: () => beat(proces, 'workers') },
  { naam: 'relay', everyMs: 200, run: () => forwardOutbox(queue, isOpeningDruk) },
  { naam: 'ontvouw', everyMs: 500, run: () => ontvouwOutbox(isOpeningDruk) },
  ...LOOPS,
].map(keepRunning)

/** Runs a loop until the process stops. A fault is logged and the loop goes on: it must survive a database that is away. */
async function keepRunning({ naam, everyMs, run }: Loop): Promise<void> {
  let silent = false
  while (!stopping.signal.aborted) {
    try {
      if ((await run()) === true) continue
      silent = false
    } catch (fault) {
      // One line per outage, not five a second.
      if (!silent) log.error('lus mislukt', { onderdeel: naam, ...describeFault(fault) })
      silent = true
    }
    await pause(everyMs)
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done(): void {
      clearTimeout(timer)
      stopping.signal.removeEventListener('abort', done)
      resolve()
    }
    stopping.signal.addEventListener('abort', done)
  })
}

/** Finishes the jobs that run and takes no new ones. What is not done within the time is forwarded again by another process. */
async function drain(): Promise<void> {
  if (stopping.signal.aborted) return
  stopping.abort()
  const limit = setTimeout(() => { process.exit(1) }, DRAIN_MS)
  try {
    await worker.close()
    await Promise.all(loops)
    await queue.close()
    await endBeat(proces)
    await closeDb()
  } catch (fault) {
    log.warn('niet netjes gestopt', describeFault(fault))
  }
  clearTimeout(limit)
  process.exit(0)
}

process.on('SIGTERM', () => void drain())
process.on('SIGINT', () => void drain())
log.info('workers gestart', { onderdeel: proces })
