import pg from 'pg'

type Waiting<In, Out> = { item: In; resolve: (answer: Out) => void; reject: (fault: unknown) => void }

/**
 * Groups what comes in while the last write is under way into the next write, so that one commit serves many callers.
 * A caller gets its answer only after its batch was written; answers come in the order of the items.
 *
 * - a batch that broke with the connection is written once more: `write` must therefore be idempotent;
 * - a batch that the database refused is written item by item, so that one bad item does not take the others with it.
 */
export function createAppender<In, Out>(write: (items: readonly In[]) => Promise<readonly Out[]>, maxBatch = 500): (item: In) => Promise<Out> {
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
    try {
      return await write(items)
    } catch (fault) {
      // Whether the commit arrived is unknown; writing again finds out.
      if (isRefusedByDatabase(fault) && !isShutdown(fault)) throw fault
      return write(items)
    }
  }

  return (item) =>
    new Promise<Out>((resolve, reject) => {
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

function isRefusedByDatabase(fault: unknown): boolean {
  return fault instanceof pg.DatabaseError
}

// Class 57: the server ended this connection (terminated, shutting down, starting up).
function isShutdown(fault: unknown): boolean {
  return fault instanceof pg.DatabaseError && (fault.code ?? '').startsWith('57')
}
