type Waiting<In, Out> = { item: In; resolve: (answer: Out) => void; reject: (fault: unknown) => void }

/**
 * Groups questions that come in while earlier ones are under way into one, so that many callers share one query. For reading
 * only: a fault goes to all who asked together, and nothing is asked again (lib/platform/appender.ts is for writing). Throws when
 * there is no answer within `timeoutMs` after the question was sent: a database that hangs must not hold everybody.
 *
 * @param read answers in the order of the items
 * @param atOnce how many groups may be under way side by side
 */
export function createBatcher<In, Out>(read: (items: readonly In[]) => Promise<readonly Out[]>, { maxBatch = 500, atOnce = 2, timeoutMs = 8_000 } = {}): (item: In) => Promise<Out> {
  let waiting: Waiting<In, Out>[] = []
  let underWay = 0
  let isPlanned = false

  function plan(): void {
    if (isPlanned || waiting.length === 0 || underWay >= atOnce) return
    isPlanned = true
    // What arrives in this turn of the event loop goes along.
    setImmediate(() => {
      isPlanned = false
      void ask()
    })
  }

  async function ask(): Promise<void> {
    const batch = waiting.slice(0, maxBatch)
    waiting = waiting.slice(maxBatch)
    if (batch.length === 0) return
    underWay += 1
    plan()
    try {
      const answers = await within(timeoutMs, read(batch.map(({ item }) => item)))
      if (answers.length !== batch.length) throw new Error('the read gave another number of answers than questions')
      answers.forEach((answer, index) => { batch[index]?.resolve(answer) })
    } catch (fault) {
      for (const { reject } of batch) reject(fault)
    }
    underWay -= 1
    plan()
  }

  return (item) => new Promise((resolve, reject) => {
    waiting.push({ item, resolve, reject })
    plan()
  })
}

/** The answer, or a fault when it takes longer than this. What was asked goes on and its answer is dropped. */
export async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => { reject(new Error(`no answer within ${String(ms)} ms`)) }, ms)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
