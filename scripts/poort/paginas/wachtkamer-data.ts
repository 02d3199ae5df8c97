import type { WachtkamerStand } from '@/lib/wachtkamer/model'
import { formatGetal } from '../bestanden/wachttijd.js'
import type { Html } from '../html'

/** Everything the page of a wachtkamer shows. All moments are legal ones, from the clock of the database. */
export type WachtkamerData = {
  nu: Date
  tijdvak: {
    code: string
    naam: string
    /** When the wachtkamer opens: from then on a place can be taken. */
    kamerOpentOp: Date
    /** Until when the reserve list runs; null when this tijdvak has none. */
    reserveTot: Date | null
    compartimenten: readonly { code: string; naam: string; plafondCent: number }[]
  }
  stand: WachtkamerStand
  /** Who is logged in; undefined when nobody is. `aanvraag` is the one for this tijdvak. */
  bezoeker: { wie: string; aanvraag: WachtkamerAanvraag | undefined } | undefined
  /** The place of this person, from the session or else from the ticket; undefined when there is none, or it was left. */
  plaats: { nummer: number; lot: string; plaats: number | null } | undefined
  /** True when this person gave up the place just now, or earlier. */
  isVerlaten?: boolean
  /** How many are on the reserve list now; left out when not known. */
  opReservelijst?: number
  /** Why the submit that led back to this page did not count yet, in sentences. */
  geweigerd?: readonly string[]
}

export type WachtkamerAanvraag = {
  kenmerk: string
  titel: string
  /** Whether it is complete and declared, still being prepared, or received. */
  stand: 'concept' | 'gereed' | 'ingediend'
}

/** What this page is about for this person: one thing. */
export type Situatie =
  | 'loting' | 'dicht' | 'gesloten' | 'ingediend' | 'uitgeput' | 'pauze' | 'inloggen' | 'neem-plaats' | 'met-plaats' | 'loten' | 'wachten' | 'beurt'

export function kiesSituatie({ stand, bezoeker, plaats }: WachtkamerData): Situatie {
  if (bezoeker?.aanvraag?.stand === 'ingediend') return 'ingediend'
  if (stand.toestand === 'gesloten') return 'gesloten'
  if (stand.modus === 'loting') return 'loting'
  if (stand.ronde === 0) return 'dicht'
  if (stand.toestand === 'uitgeput') return 'uitgeput'
  if (stand.toestand === 'pauze') return 'pauze'
  if (plaats === undefined) return bezoeker === undefined ? 'inloggen' : 'neem-plaats'
  if (stand.toestand === 'voor') return 'met-plaats'
  if (plaats.plaats === null) return 'loten'
  return plaats.plaats <= stand.nu ? 'beurt' : 'wachten'
}

export type Inhoud = { title: string; inhoud: Html; verversS?: number | undefined }

/** "tot en met plaats 12.400", or that nobody is in yet. */
export function totEnMet(nu: number): string {
  return nu === 0 ? 'nog niemand' : `tot en met plaats ${formatGetal(nu)}`
}
