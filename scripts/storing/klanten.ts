import type { Proces } from './proces'
import type { Handeling } from './processen/handeling'
import type { Deelnemer } from './wereld'

/** What a client knows after one request: an answer, or that there was none. `onbekend` may have happened all the same. */
export type Antwoord =
  | { readonly soort: 'ok'; readonly volgnummer: number; readonly isNieuw: boolean }
  | { readonly soort: 'geweigerd'; readonly redenen: readonly string[]; readonly wachtMs?: number }
  | { readonly soort: 'onbekend'; readonly fout: string }

/** Where one submits: a process with the use case, or a poort over HTTP. */
export type Loket = {
  dienIn: (deelnemer: Deelnemer) => Promise<Antwoord>
  trekIn?: (deelnemer: Deelnemer) => Promise<Antwoord>
}

/** What one applicant went through, by the clock of the client; nothing here comes from the database. */
export type Ervaring = {
  readonly deelnemer: Deelnemer
  /** When the first request was sent, and when the last one was answered, in ms of one monotonic clock. */
  readonly sentAt: number
  readonly endAt: number
  readonly antwoord: Antwoord
  /** How many requests of it got no answer. */
  readonly onbekend: number
  /** Every number that was acknowledged to it: more than one different is a fault. */
  readonly nummers: readonly number[]
}

const NO_ANSWER_MS = 8_000

/** A loket by the channel between processes. Who gets no answer within 8 s does not know. */
export function loketOf(proces: Proces): Loket {
  let last = 0
  const open = new Map<number, (antwoord: Antwoord) => void>()
  proces.onMessage((message) => {
    const reply = readReply(message)
    if (reply === undefined) return
    open.get(reply.id)?.(reply.antwoord)
    open.delete(reply.id)
  })
  proces.onDeath(() => {
    for (const resolve of open.values()) resolve({ soort: 'onbekend', fout: 'het proces stierf' })
    open.clear()
  })
  const ask = (act: 'dien-in' | 'trek-in', { burgerId, kenmerk }: Deelnemer) => new Promise<Antwoord>((resolve) => {
    last += 1
    const id = last
    const timer = setTimeout(() => {
      open.delete(id)
      resolve({ soort: 'onbekend', fout: 'geen antwoord' })
    }, NO_ANSWER_MS)
    open.set(id, (antwoord) => {
      clearTimeout(timer)
      resolve(antwoord)
    })
    if (proces.send({ id, act, burgerId, kenmerk })) return
    clearTimeout(timer)
    open.delete(id)
    setTimeout(() => { resolve({ soort: 'onbekend', fout: 'het proces is er niet' }) }, 50)
  })
  return { dienIn: (deelnemer) => ask('dien-in', deelnemer), trekIn: (deelnemer) => ask('trek-in', deelnemer) }
}

function readReply(message: unknown): { id: number; antwoord: Antwoord } | undefined {
  if (typeof message !== 'object' || message === null || !('id' in message) || typeof message.id !== 'number') return undefined
  const { id } = message
  if ('fault' in message) return { id, antwoord: { soort: 'onbekend', fout: String(message.fault) } }
  const outcome = 'outcome' in message ? message.outcome : undefined
  if (typeof outcome !== 'object' || outcome === null || !('ok' in outcome)) return undefined
  if (outcome.ok !== true) return { id, antwoord: { soort: 'geweigerd', redenen: 'redenen' in outcome && Array.isArray(outcome.redenen) ? outcome.redenen.map(String) : [] } }
  const value = 'value' in outcome && typeof outcome.value === 'object' && outcome.value !== null ? outcome.value : {}
  return { id, antwoord: { soort: 'ok', volgnummer: 'volgnummer' in value ? Number(value.volgnummer) : 0, isNieuw: 'isNieuw' in value && value.isNieuw === true } }
}

export type SpeelOptions = {
  readonly loketten: readonly Loket[]
  readonly klanten?: number
  /** How long somebody keeps pressing again. */
  readonly volhoudenMs?: number
  /** Reasons of a refusal after which one tries again, such as a turn that is still to come. */
  readonly opnieuwNa?: readonly string[]
  /** Called after every answer, to strike at a swept point. */
  readonly naAntwoord?: (aantal: number) => void
}

/**
 * Clients that each take the next applicant when their own is done. Who gets no answer sends the same again, elsewhere if there
 * is an elsewhere: the moment of sending stays the first one.
 */
export async function speel(deelnemers: readonly Deelnemer[], options: SpeelOptions): Promise<readonly Ervaring[]> {
  const { klanten = 64, naAntwoord } = options
  const ervaringen: Ervaring[] = []
  const rij = deelnemers.values()
  await Promise.all(Array.from({ length: Math.min(klanten, deelnemers.length) }, async (_, klant) => {
    for (const deelnemer of rij) {
      ervaringen.push(await dienInTotAntwoord(deelnemer, klant, options))
      naAntwoord?.(ervaringen.length)
    }
  }))
  return ervaringen
}

/** Submits until there is an answer; what was answered last is what counts for this person. */
export async function dienInTotAntwoord(deelnemer: Deelnemer, klant: number, { loketten, volhoudenMs = 60_000, opnieuwNa = [] }: SpeelOptions): Promise<Ervaring> {
  const sentAt = performance.now()
  let onbekend = 0
  for (let poging = 0; ; poging += 1) {
    const loket = loketten[(klant + poging) % loketten.length]
    if (loket === undefined) throw new Error('no loket')
    const antwoord = await loket.dienIn(deelnemer)
    const again = antwoord.soort === 'onbekend' || (antwoord.soort === 'geweigerd' && antwoord.redenen.some((reden) => opnieuwNa.includes(reden)))
    if (antwoord.soort === 'onbekend') onbekend += 1
    if (!again || performance.now() - sentAt > volhoudenMs)
      return { deelnemer, sentAt, endAt: performance.now(), antwoord, onbekend, nummers: antwoord.soort === 'ok' ? [antwoord.volgnummer] : [] }
    const asked = antwoord.soort === 'geweigerd' ? antwoord.wachtMs : undefined
    await new Promise((resolve) => setTimeout(resolve, asked ?? 50 + Math.random() * 250))
  }
}

/** Lets a process of processen/handeling.ts do something, and answers how it ended: the reasons, none when it was done. */
export function roepOf(proces: Proces): (handeling: Handeling) => Promise<readonly string[]> {
  let last = 0
  const open = new Map<number, (redenen: readonly string[]) => void>()
  proces.onMessage((message) => {
    if (typeof message !== 'object' || message === null || !('id' in message)) return
    const outcome = 'outcome' in message ? message.outcome : undefined
    const redenen = 'fault' in message ? [`fout: ${String(message.fault)}`]
      : typeof outcome === 'object' && outcome !== null && 'redenen' in outcome && Array.isArray(outcome.redenen) ? outcome.redenen.map(String) : []
    open.get(Number(message.id))?.(redenen)
    open.delete(Number(message.id))
  })
  return (handeling) => new Promise((resolve) => {
    last += 1
    open.set(last, resolve)
    proces.send({ id: last, handeling })
  })
}
