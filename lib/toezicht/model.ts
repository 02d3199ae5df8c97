import type { PlainDate } from '@/lib/base/date'
import type { MaatregelSoort } from '@/lib/register/model'

/** Whom a maatregel would touch if it were taken now; shown before it can be confirmed. */
export type Gevolgen = {
  opleidingen: number
  /** Waiting for a decision: these are put aside. */
  wachtend: number
  /** Waiting, but left alone by art. 12 lid 1 onder e. */
  gespaard: number
  /** Not submitted yet: the burger gets a message. */
  voorbereid: number
  /** Granted already: not touched. */
  verleend: number
}

/** What a letter to an opleider about a maatregel needs to know. */
export type MaatregelFeiten = {
  opleider: string
  adres: readonly string[]
  /** Null for the whole opleider. */
  opleiding: string | null
  soort: MaatregelSoort
  reden: string
  ingangsdatum: PlainDate
  einddatum: PlainDate | null
}
