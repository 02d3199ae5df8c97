import pg from 'pg'

/** A database that restarts is back within a few seconds; who waits for a receipt can wait that long. */
const RETRY_AFTER_MS = [20, 200, 1_000, 3_000] as const

type Waiting<In, Out> = { item: In; resolve: (answer: Out) => void; reject: (fault: unknown) => void }

/** Too many callers wait already. Nothing was written and nothing will be: the caller may come again. */
export class AppenderFull extends Error {
  override name = 'AppenderFull'
}

/**
 * Groups what comes in while the last write is under way into the next write, so that one commit serves many callers.
 * A caller gets its answer only after its batch was written; answers come in the order of the items.
 *
 * - a batch whose connection broke is written again, a few times: `write` must therefore be idempotent;
 * - a batch that the database refused is written item by item, so that one bad item does not take the others with it;
 * - no more than `maxWaiting` wait: whoever comes above that gets an AppenderFull at once.
 */
export function createAppender<In, Out>(
  write: (items: readonly In[]) => Promise<readonly Out[]>, maxBatch = 500, maxWaiting = Number.POSITIVE_INFINITY,
): (item: In) => Promise<Out> {
  let waiting: Waiting<In, Out>[] = []
  let isWriting = false

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, maxBatch)
      waiting = waiting.slice(maxBatch)
      await deliver(batch)
    }
    isWriting = false
  }

  async function deliver(batch: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      answer(batch, await writeOrRetry(batch.map(({ item }) => item)))
    } catch (fault) {
      const [only] = batch
      if (batch.length === 1) only?.reject(fault)
      else if (isRefusedByDatabase(fault)) for (const one of batch) await deliver([one])
      else for (const one of batch) one.reject(fault)
    }
  }

  async function writeOrRetry(items: readonly In[]): Promise<readonly Out[]> {
    for (const waitMs of RETRY_AFTER_MS) {
      try {
        return await write(items)
      } catch (fault) {
        if (isRefusedByDatabase(fault)) throw fault
        // Whether the commit arrived is unknown; writing again finds out.
        await new Promise((resolve) => setTimeout(resolve, waitMs))
      }
    }
    return write(items)
  }

  return (item) =>
    new Promise<Out>((resolve, reject) => {
      if (waiting.length >= maxWaiting) {
        reject(new AppenderFull('too many wait for the next write'))
        return
      }
      waiting.push({ item, resolve, reject })
      if (isWriting) return
      isWriting = true
      // Let everything that arrived in this turn of the event loop join the first batch.
      setImmediate(() => void drain())
    })
}

function answer<In, Out>(batch: readonly Waiting<In, Out>[], answers: readonly Out[]): void {
  batch.forEach(({ resolve, reject }, index) => {
    const own = answers[index]
    if (own === undefined) reject(new Error('the write gave no answer for this item'))
    else resolve(own)
  })
}

// Says nothing about the items: the server ends the connection (57P: terminated, shutting down, starting up), has no room
// (53: too many connections) or broke a deadlock (40).
const NOT_ABOUT_THE_ITEMS = ['57P', '53', '40'] as const

function isRefusedByDatabase(fault: unknown): boolean {
  if (!(fault instanceof pg.DatabaseError)) return false
  const code = fault.code ?? ''
  return !NOT_ABOUT_THE_ITEMS.some((prefix) => code.startsWith(prefix))
}
