/** Intake without HTTP: what the harness sends is submitted by the use case, and the answer goes back. */
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { trekAanvraagIn } from '@/lib/aanvraag/use-cases/trek-in'
import { closeDb } from '@/lib/platform/db'

type Vraag = { id: number; act: 'dien-in' | 'trek-in'; burgerId: string; kenmerk: string }

const busy = new Set<Promise<void>>()
let isStopping = false

async function answer({ id, act, burgerId, kenmerk }: Vraag): Promise<void> {
  const burger = { soort: 'burger', id: burgerId, rollen: ['burger'] } as const
  try {
    const outcome = await (act === 'dien-in' ? dienIn(burger, kenmerk) : trekAanvraagIn(burger, { kenmerk }))
    process.send?.({ id, outcome })
  } catch (fault) {
    process.send?.({ id, fault: fault instanceof Error ? fault.message : 'unknown' })
  }
}

process.on('message', (message: Vraag) => {
  // Who is stopping takes nothing more: the other side hears nothing and asks somebody else.
  if (isStopping) return
  const work = answer(message).finally(() => busy.delete(work))
  busy.add(work)
})

process.once('SIGTERM', () => {
  isStopping = true
  void Promise.all(busy).then(closeDb).then(() => process.exit(0))
})
