import type { PlainDate } from '@/lib/base/date'
import type { Bank } from '../../storing/bank'
import type { Boekhouding } from './boekhouding'
import type { Deur } from './deuren'
import type { Mensen, Zaken } from './wereld'

/** Everything that a year is played with. */
export type Spel = {
  readonly zaken: Zaken
  readonly mensen: Mensen
  readonly deur: Deur
  readonly bank: Bank
  readonly telling: Boekhouding
  /** What was done once, by id. */
  readonly gedaan: Set<string>
  /** Where the legal clock stands. */
  readonly vandaag: () => PlainDate
  readonly meld: (regel: string) => void
}

/** One day of it on which people act; `nummer` counts them. */
export type Dag = { readonly vandaag: PlainDate; readonly nummer: number }
