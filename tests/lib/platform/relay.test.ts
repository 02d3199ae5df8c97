import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { inTransaction, pool } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { openQueue, openWorker } from '@/lib/platform/queue'
import { FORWARD_AGAIN_S, forwardOutbox, MAX_POGINGEN, processOutbox, type Handlers } from '@/lib/platform/relay'
import { handlers as realHandlers } from '@/workers/handlers'
import { asOwner, freshDb, freshRedis, zetKlok, zetKlokEcht } from '@/tests/setup/db'

freshDb()
afterEach(async () => {
  await asOwner('delete from outbox')
  await freshRedis()
})

const gezien: string[] = []
const recording = (run: (mailId: string) => Promise<void> = () => Promise.resolve()): Handlers => {
  gezien.length = 0
  return { ...realHandlers, 'verstuur-mail': async ({ mailId }) => { gezien.push(mailId); await run(mailId) } }
}
const plan = async (mailId = randomUUID(), nietVoor?: Date) => {
  await inTransaction((tx) => enqueue(tx, 'verstuur-mail', { mailId }, nietVoor === undefined ? {} : { nietVoor }))
  return mailId
}
const forwarded = async () => {
  const ids: number[] = []
  const add = (rows: readonly { id: number }[]) => { ids.push(...rows.map(({ id }) => id)); return Promise.resolve() }
  await forwardOutbox({ add, countWaiting: () => Promise.resolve(0) })
  return ids
}
const nietVerwerkt = async () => Number((await asOwner<{ n: string }>('select count(*) as n from outbox where verwerkt_op is null'))[0]?.n)
const letTimePass = () => asOwner(`update outbox set doorgezet_op = doorgezet_op - interval '${FORWARD_AGAIN_S + 1} seconds'`)

describe('I11: een job bestaat als, en alleen als, de wijziging is vastgelegd', () => {
  test('een teruggedraaide transactie laat geen job achter', async () => {
    await expect(inTransaction(async (tx) => {
      await enqueue(tx, 'verstuur-mail', { mailId: randomUUID() })
      throw new Error('toch niet')
    })).rejects.toThrow('toch niet')
    expect(await nietVerwerkt()).toBe(0)
  })

  test('I9: een job draagt alleen ids', async () => {
    await expect(inTransaction((tx) => enqueue(tx, 'verstuur-mail', { mailId: 'sanne@voorbeeld.nl' }))).rejects.toThrow()
  })
})

describe('I11: geen job gaat verloren als Redis wordt geleegd', () => {
  test('honderd jobs, en halverwege is Redis leeg', async () => {
    const planned = new Set<string>()
    for (let nr = 0; nr < 100; nr += 1) planned.add(await plan())
    const handlers = recording()
    const queue = openQueue()
    await forwardOutbox(queue)
    // Everything waits in Redis, nobody has taken anything yet: this is the loss.
    await freshRedis()

    const worker = openWorker((reference) => processOutbox(reference, handlers), 4)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(gezien, 'negative control: without forwarding again the jobs are gone').toHaveLength(0)

    await letTimePass()
    await forwardOutbox(queue)
    await vi.waitFor(async () => { expect(await nietVerwerkt()).toBe(0) }, 10_000)
    expect(new Set(gezien)).toEqual(planned)
    expect(gezien).toHaveLength(100)
    await worker.close()
    await queue.close()
  })

  test('a row is not forwarded again while it may still be on its way', async () => {
    await plan()
    expect(await forwarded()).toHaveLength(1)
    expect(await forwarded()).toHaveLength(0)
    await letTimePass()
    expect(await forwarded()).toHaveLength(1)
  })

  test('een achterstand blijft in PostgreSQL staan: in de wachtrij komt niet meer dan er in past', async () => {
    await asOwner(`insert into outbox (job, payload) select 'verstuur-mail', jsonb_build_object('mailId', gen_random_uuid()) from generate_series(1, 4000)`)
    const queue = openQueue()
    while (await forwardOutbox(queue));
    expect(await queue.countWaiting()).toBe(2_000)
    expect(await forwardOutbox(queue)).toBe(false)
    await queue.close()
  })

  test('two relays at once never forward the same row', async () => {
    for (let nr = 0; nr < 50; nr += 1) await plan()
    const [left, right] = await Promise.all([forwarded(), forwarded()])
    expect(new Set([...left, ...right]).size).toBe(left.length + right.length)
  })
})

describe('processing a row', () => {
  test('delivered twice at once, done once', async () => {
    await plan()
    const [outboxId] = await forwarded()
    const handlers = recording(() => new Promise((resolve) => { setTimeout(resolve, 50) }))
    await Promise.all([1, 2, 3].map(() => processOutbox({ outboxId: outboxId ?? 0 }, handlers)))
    await processOutbox({ outboxId: outboxId ?? 0 }, handlers)
    expect(gezien).toHaveLength(1)
  })

  test('a fault keeps the row, with the kind of fault and without what it said', async () => {
    await plan()
    const [outboxId] = await forwarded()
    await processOutbox({ outboxId: outboxId ?? 0 }, recording(() => Promise.reject(new TypeError('bsn 999990019'))))
    const { rows } = await pool.query('select pogingen, fout, verwerkt_op from outbox')
    expect(rows).toEqual([{ pogingen: 1, fout: 'TypeError', verwerkt_op: null }])
  })

  test(`after ${MAX_POGINGEN} faults a row waits for a person`, async () => {
    await plan()
    await asOwner('update outbox set pogingen = $1', [MAX_POGINGEN])
    expect(await forwarded()).toHaveLength(0)
  })
})

describe('nietVoor is a legal moment', () => {
  test('a job waits until nu() has come to it', async () => {
    await zetKlok('2022-11-01T08:59:00Z')
    await plan(randomUUID(), new Date('2022-11-01T09:00:00Z'))
    expect(await forwarded()).toHaveLength(0)
    await zetKlok('2022-11-01T09:00:00Z')
    expect(await forwarded()).toHaveLength(1)
    await zetKlokEcht()
  })
})
