import { within } from '@/lib/platform/batcher'
import type { WachtkamerStand } from '@/lib/wachtkamer/model'
import { readStand } from '@/lib/wachtkamer/views'
import { toAscii } from './answer'
import { PER_BLOK, plaatsenOf, plaatsenPad } from './plaatsen'
import { contentHash } from './styles'

/** How often the stand of a wachtkamer is read while somebody asks for it. */
const REFRESH_MS = 500

/** Nobody asked for this long: it is not read any more until somebody does. */
const ASKED_WITHIN_MS = 5_000

/** A stand older than this is read again before it is given. */
const FRESH_MS = 1_500

/** When the database does not answer, the last stand with its own moment is good for this long; then we say that we do not know. */
const LAST_RESORT_MS = 5_000

const FORGET_MS = 60_000
const READ_WITHIN_MS = 2_000

/** Nothing is in memory yet, so whoever asks has to wait: the first question after a start opens connections too. */
const FIRST_WITHIN_MS = 6_000

/** Codes that are not those of a tijdvak: remembered for a while, because anybody can ask for any number of them. */
const UNKNOWN_MS = 10_000
const MAX_UNKNOWN = 1_000
const MAX_FIRST_READS = 8

/** The stand of a wachtkamer, ready to be sent. */
export type KeptStand = {
  readonly stand: WachtkamerStand
  /** The document, in ASCII: Node sends text that is one byte a letter in one piece with the headers. */
  readonly body: string
  readonly etag: string
  /** The headers with which it is sent, and those of a 304, as one list each: made once, used for everybody. */
  readonly headers: string[]
  readonly headers304: string[]
  /** performance.now() of the reading. */
  readonly readAt: number
}

type Place = { kept: KeptStand | undefined; madeAt: number; askedAt: number; reading: Promise<KeptStand | undefined> | undefined; failedAt: number }

const places = new Map<string, Place>()
const unknown = new Map<string, number>()
let firstReads = 0

/** Thrown when the stand is not known now. */
export class StandUnknown extends Error {
  override name = 'StandUnknown'
}

/** The stand that is in memory, when it is fresh. */
export function freshStand(code: string): KeptStand | undefined {
  const place = places.get(code)
  if (place?.kept === undefined) return undefined
  const now = performance.now()
  place.askedAt = now
  return now - place.kept.readAt <= FRESH_MS ? place.kept : undefined
}

/**
 * The stand of the wachtkamer of a tijdvak; undefined when there is no such tijdvak.
 * @throws StandUnknown when the database does not answer and the last stand is too old to be told
 */
export async function standOf(code: string): Promise<KeptStand | undefined> {
  const fresh = freshStand(code)
  if (fresh !== undefined) return fresh
  if (!/^[0-9A-Za-z-]{1,24}$/.test(code) || isUnknown(code)) return undefined
  const place = places.get(code)
  try {
    return await refresh(code)
  } catch {
    if (place?.kept !== undefined && performance.now() - place.kept.readAt <= LAST_RESORT_MS) return place.kept
    throw new StandUnknown()
  }
}

function isUnknown(code: string): boolean {
  const until = unknown.get(code)
  if (until === undefined) return false
  if (until > performance.now()) return true
  unknown.delete(code)
  return false
}

async function refresh(code: string): Promise<KeptStand | undefined> {
  const place = places.get(code)
  if (place === undefined) return readFirst(code)
  if (place.reading !== undefined) return place.reading
  if (performance.now() - place.failedAt < REFRESH_MS) throw new StandUnknown()
  place.reading = read(code, place).finally(() => { place.reading = undefined })
  return place.reading
}

async function readFirst(code: string): Promise<KeptStand | undefined> {
  if (firstReads >= MAX_FIRST_READS) throw new StandUnknown()
  firstReads += 1
  const place: Place = { kept: undefined, madeAt: 0, askedAt: performance.now(), reading: undefined, failedAt: -REFRESH_MS }
  // Who asks at the same moment waits for the same reading.
  places.set(code, place)
  place.reading = read(code, place).finally(() => { place.reading = undefined })
  try {
    return await place.reading
  } finally {
    firstReads -= 1
    if (place.kept === undefined) places.delete(code)
  }
}

async function read(code: string, place: Place): Promise<KeptStand | undefined> {
  let stand: WachtkamerStand | undefined
  try {
    stand = await within(place.kept === undefined ? FIRST_WITHIN_MS : READ_WITHIN_MS, readStand(code))
  } catch (fault) {
    place.failedAt = performance.now()
    throw fault
  }
  if (stand === undefined) {
    if (unknown.size >= MAX_UNKNOWN) unknown.clear()
    unknown.set(code, performance.now() + UNKNOWN_MS)
    return undefined
  }
  keep(place, stand)
  if (stand.lijstHash !== null) void plaatsenOf(code, stand.lijstHash).catch(() => undefined)
  return place.kept
}

// The same bytes as long as nothing changed but the moment of measuring, so that a browser that has them gets a 304.
function keep(place: Place, stand: WachtkamerStand): void {
  const now = performance.now()
  const { kept } = place
  if (kept !== undefined && now - place.madeAt < FRESH_MS && JSON.stringify({ ...stand, gemetenOp: 0 }) === JSON.stringify({ ...kept.stand, gemetenOp: 0 })) {
    place.kept = { ...kept, readAt: now }
    return
  }
  const body = toDocument(stand)
  const etag = `"${contentHash(body)}"`
  const headers304 = [...HEADERS, 'etag', etag]
  place.kept = { stand, body, etag, headers: [...headers304, 'content-length', String(body.length)], headers304, readAt: now }
  place.madeAt = now
}

// Few headers: this is the answer that everybody asks for, every few seconds, and each header costs. It is JSON and can do nothing.
const HEADERS = ['content-type', 'application/json', 'cache-control', 'public, max-age=1', 'x-content-type-options', 'nosniff']

/** What everybody may know, without the draw: that is published apart, for who wants to do it again. `plaatsen`: where each nummer finds its place. */
function toDocument({ toestand, nu, perMinuut, wachtend, overCent, gemetenOp, zaad: _zaad, zaadHash: _hash, lijstHash, aantalVoor, ...rest }: WachtkamerStand): string {
  const plaatsen = lijstHash === null || aantalVoor === null ? null : { pad: plaatsenPad(rest.code, lijstHash), perBlok: PER_BLOK, aantal: aantalVoor }
  return toAscii(JSON.stringify({ toestand, nu, perMinuut, wachtend, overCent, gemetenOp, ...rest, plaatsen }))
}

setInterval(() => {
  const now = performance.now()
  for (const [code, place] of places) {
    if (now - place.askedAt > FORGET_MS) places.delete(code)
    else if (now - place.askedAt < ASKED_WITHIN_MS) refresh(code).catch(() => undefined)
  }
}, REFRESH_MS).unref()

/** The legal moment now, without asking: that of the stand and what went by since. */
export function legalNow({ stand, readAt }: KeptStand): Date {
  return new Date(stand.gemetenOp.getTime() + performance.now() - readAt)
}

/** The place of a nummer, from memory once the draw was read; null before the draw. */
export async function plaatsVan({ stand: { code, geloot, lijstHash } }: KeptStand, nummer: number): Promise<number | null> {
  if (!geloot || lijstHash === null) return null
  const gelote = await within(READ_WITHIN_MS, plaatsenOf(code, lijstHash))
  if (gelote === undefined) return null
  return nummer < gelote.length ? (gelote[nummer] ?? null) : nummer
}

const drawnAt = new Map<string, number>()

/** For how long this process has known of the draw, in ms; endless when there was none yet. */
export function drawnForMs({ stand: { code, geloot, lijstHash } }: KeptStand): number {
  if (!geloot || lijstHash === null) return Infinity
  const key = `${code} ${lijstHash}`
  const at = drawnAt.get(key) ?? performance.now()
  drawnAt.set(key, at)
  return performance.now() - at
}
