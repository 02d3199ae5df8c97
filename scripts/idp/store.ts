import type { Adapter, AdapterPayload } from 'oidc-provider'

type Entry = { payload: AdapterPayload; endsAt: number }

const SWEEP_EVERY = 2_000

/**
 * What oidc-provider wants to remember, in memory: logins under way do not survive a restart of the stand-in.
 * Its own memory adapter keeps a thousand entries and forgets the rest, too few for a simulated opening day.
 */
export class MemoryStore {
  readonly #entries = new Map<string, Entry>()
  readonly #idByUid = new Map<string, string>()
  #writes = 0

  adapterFor = (model: string): Adapter => ({
    upsert: (id, payload, expiresIn) => {
      if (model === 'Session' && payload.uid !== undefined) this.#idByUid.set(payload.uid, id)
      this.#write(`${model}:${id}`, payload, expiresIn)
      return Promise.resolve()
    },
    find: (id) => Promise.resolve(this.#read(`${model}:${id}`)),
    findByUid: (uid) => Promise.resolve(this.#read(`${model}:${this.#idByUid.get(uid) ?? ''}`)),
    findByUserCode: () => Promise.resolve(undefined),
    consume: (id) => {
      const payload = this.#read(`${model}:${id}`)
      if (payload !== undefined) payload.consumed = true
      return Promise.resolve()
    },
    destroy: (id) => { this.#entries.delete(`${model}:${id}`); return Promise.resolve() },
    revokeByGrantId: (grantId) => {
      for (const [key, { payload }] of this.#entries) if (payload.grantId === grantId) this.#entries.delete(key)
      return Promise.resolve()
    },
  })

  #write(key: string, payload: AdapterPayload, expiresIn = 3_600): void {
    this.#writes += 1
    if (this.#writes % SWEEP_EVERY === 0) this.#sweep()
    this.#entries.set(key, { payload, endsAt: performance.now() + expiresIn * 1_000 })
  }

  #read(key: string): AdapterPayload | undefined {
    const entry = this.#entries.get(key)
    return entry === undefined || entry.endsAt < performance.now() ? undefined : entry.payload
  }

  #sweep(): void {
    const now = performance.now()
    for (const [key, { endsAt }] of this.#entries) if (endsAt < now) this.#entries.delete(key)
    for (const [uid, id] of this.#idByUid) if (!this.#entries.has(`Session:${id}`)) this.#idByUid.delete(uid)
  }
}
