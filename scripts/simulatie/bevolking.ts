import { Toeval } from '../data/toeval'

/** What somebody does beside the ordinary: see GEDRAG for how many do it. */
export type Gedrag =
  | 'gewoon'
  /** Presses the button twice, the second time before the answer is there. */
  | 'dubbelklik'
  /** Sends the aanvraag again after the receipt: it must be the same receipt. */
  | 'herhaalt'
  /** Uses no JavaScript: a form that is sent on to the page of the receipt. */
  | 'formulier'
  /** Leaves the room before its turn. */
  | 'afhaker'
  /** Sends the kenmerk of somebody else first. */
  | 'andermans-kenmerk'
  /** Shows a ticket that it made up. */
  | 'vals-ticket'
  /** Did not finish its aanvraag. */
  | 'niet-compleet'
  /** A program that asks for a place and submits again and again, from before the opening. */
  | 'script'
  /** Is helped at a werkplein, on the device there. */
  | 'werkplein'

/** Of a thousand people. Nobody counted this in 2022; the numbers are ours and large enough to see each kind in a small play. */
export const GEDRAG = [
  ['dubbelklik', 80], ['herhaalt', 50], ['formulier', 120], ['afhaker', 20], ['andermans-kenmerk', 5], ['vals-ticket', 5], ['niet-compleet', 3], ['script', 5],
] as const satisfies readonly (readonly [Gedrag, number])[]

/** What somebody does who is told that the budget cannot reach its place. */
export type Keuze = 'weg' | 'blijft' | 'weigering'

export type Mens = {
  readonly id: number
  readonly gedrag: Gedrag
  /** Has a prepared aanvraag; the others stand ready without one, as most people on 1 November 2022 did. */
  readonly isAanvrager: boolean
  readonly apparaten: number
  /** Milliseconds from the opening: below zero is before it. */
  readonly komtMs: number
  /** From seeing that it is one's turn to pressing the button. */
  readonly reactieMs: number
  readonly keuze: Keuze
  /** When somebody who leaves early has had enough, after coming. */
  readonly geduldMs: number
}

export type Omvang = {
  readonly wachtenden: number
  readonly apparaten: number
  readonly seed: number
  /** Per prepared aanvraag whether it goes through a werkplein. */
  readonly werkplein: readonly boolean[]
  /** How long the hours before the opening take in the play. */
  readonly voorMs: number
}

/** Of those who come, how many are there before ten. */
const VROEG = 0.88
/** Who is late comes on average this long after the opening; sooner when there are few, so that a small play is short. */
const LAAT_MS = 25_000
const LAAT_PER_MENS_MS = 3
const MEESTE_APPARATEN = 6

/** The people of an opening. The same seed gives the same people. Those with an aanvraag come first in the list; their order says nothing. */
export function makeBevolking({ wachtenden, apparaten, seed, werkplein, voorMs }: Omvang): readonly Mens[] {
  const toeval = new Toeval(seed)
  const gedragingen = divideGedrag(werkplein, toeval)
  const laatMs = Math.min(LAAT_MS, Math.max(1_500, wachtenden * LAAT_PER_MENS_MS))
  const extra = divideApparaten(wachtenden, apparaten, gedragingen, toeval)
  return Array.from({ length: wachtenden }, (_, id) => {
    const gedrag = gedragingen[id] ?? 'gewoon'
    const komtMs = drawKomst(gedrag, voorMs, { toeval, laatMs })
    return {
      id, gedrag, komtMs,
      isAanvrager: id < werkplein.length,
      apparaten: 1 + (extra[id] ?? 0),
      reactieMs: gedrag === 'script' ? 0 : Math.min(20_000, Math.round(1_500 * Math.exp(0.7 * normal(toeval)))),
      keuze: toeval.chance(0.5) ? 'weigering' : toeval.chance(0.5) ? 'weg' : 'blijft',
      geduldMs: toeval.between(2_000, 60_000),
    }
  })
}

function divideGedrag(werkplein: readonly boolean[], toeval: Toeval): Gedrag[] {
  const gedragingen: Gedrag[] = werkplein.map((isWerkplein) => (isWerkplein ? 'werkplein' : 'gewoon'))
  const gewone = toeval.shuffle(gedragingen.flatMap((gedrag, id) => (gedrag === 'gewoon' ? [id] : [])))
  const aantal = gewone.length
  for (const [gedrag, promille] of GEDRAG) {
    // Half of them stay ordinary, also in a play of ten people.
    const deel = gewone.splice(0, Math.min(Math.max(0, gewone.length - Math.ceil(aantal / 2)), Math.max(1, Math.round((aantal * promille) / 1_000))))
    for (const id of deel) gedragingen[id] = gedrag
  }
  return gedragingen
}

/** One device each, and the rest thrown at random: most have one, some two or three, few more. At a werkplein there is one. */
function divideApparaten(wachtenden: number, apparaten: number, gedragingen: readonly Gedrag[], toeval: Toeval): Uint8Array {
  const extra = new Uint8Array(wachtenden)
  for (let over = apparaten - wachtenden, pogingen = 0; over > 0 && pogingen < apparaten * 20; pogingen += 1) {
    const id = toeval.between(0, wachtenden - 1)
    const had = extra[id] ?? 0
    if (gedragingen[id] === 'werkplein' || had >= MEESTE_APPARATEN - 1) continue
    extra[id] = had + 1
    over -= 1
  }
  return extra
}

/** Before ten the stream swells to the very last minute; after ten it dies down. */
function drawKomst(gedrag: Gedrag, voorMs: number, { toeval, laatMs }: { toeval: Toeval; laatMs: number }): number {
  if (gedrag === 'script') return -voorMs
  if (gedrag !== 'werkplein' && !toeval.chance(VROEG)) return Math.min(4 * laatMs, Math.round(-Math.log(1 - toeval.next()) * laatMs))
  return -Math.round(voorMs * Math.pow(toeval.next(), 1.6))
}

function normal(toeval: Toeval): number {
  return Math.sqrt(-2 * Math.log(1 - toeval.next())) * Math.cos(2 * Math.PI * toeval.next())
}
