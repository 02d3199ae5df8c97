import { addDays, daysBetween, type PlainDate } from '@/lib/base/date'
import { endOfTermijn } from '@/lib/base/termijn'
import type { Regeling } from '@/lib/regeling/model'

/** A stretch in which the clock stands still (Awb 4:15). `tot` is the day it runs again, null while it still stands still. */
export type Opschorting = { readonly van: PlainDate; readonly tot: PlainDate | null }

export type Beslistermijn =
  | { readonly stand: 'loopt'; readonly uiterlijkOp: PlainDate }
  | { readonly stand: 'opgeschort'; readonly sinds: PlainDate }

/**
 * The last day on which the beschikking on an aanvraag is in time: four weeks after receipt (Awb 4:13 lid 1 with the regeling),
 * longer by each opschorting (Awb 4:15), and never ending on a weekend or feestdag.
 * The Atw binds for a wet or an AMvB (Atw 5); that it is followed for this regeling too is our own choice (invariant I12).
 * Opschortingen may not overlap.
 */
export function calculateBeslistermijn(ontvangenOp: PlainDate, opschortingen: readonly Opschorting[], regeling: Pick<Regeling, 'get'>): Beslistermijn {
  let laatsteDag = addDays(ontvangenOp, regeling.get('beslistermijn').dagen)
  for (const { van, tot } of opschortingen) {
    if (tot === null) return { stand: 'opgeschort', sinds: van }
    laatsteDag = addDays(laatsteDag, daysBetween(van, tot))
  }
  return { stand: 'loopt', uiterlijkOp: endOfTermijn(laatsteDag, regeling.get('gelijkgestelde-dagen')) }
}
