import type { WachtkamerStand } from '@/lib/wachtkamer/model'
import { formatGetal } from '../bestanden/wachttijd.js'
import { html, type Html } from '../html'
import { frame } from './frame'
import { uitgeput } from './wachtkamer-uitgeput'
import { dicht, gesloten, ingediend, inloggen, loting, metPlaats, neemPlaats, pauze } from './wachtkamer-voor'
import { beurt, loten, wachten } from './wachtkamer-wachten'

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

const INHOUD: Readonly<Record<Situatie, (data: WachtkamerData) => Inhoud>> = {
  loting, dicht, gesloten, ingediend, uitgeput, pauze, inloggen, 'neem-plaats': neemPlaats, 'met-plaats': metPlaats, loten, wachten, beurt,
}

/** The waiting room for one person at one moment, complete without JavaScript. */
export function wachtkamerPagina(data: WachtkamerData): string {
  const situatie = kiesSituatie(data)
  const { title, inhoud, verversS } = INHOUD[situatie](data)
  return frame({ title, wie: data.bezoeker?.wie, verversS }, html`<p id="stand-melding" role="status" class="sr-only"></p>
<div id="verbinding" class="mb-6" hidden><p class="stap-card">Geen verbinding. <strong>Uw plaats blijft van u.</strong> Deze pagina probeert het vanzelf opnieuw.</p></div>
<div id="wachtkamer" class="stap-stapel"${kenmerken(data, situatie)}>
${inhoud}
</div>`)
}

/** What wachtkamer.js starts from; it asks /stand for the rest. */
function kenmerken({ stand, plaats, tijdvak, nu }: WachtkamerData, situatie: Situatie): Html {
  const { toestand, ronde, nu: toegelaten, perMinuut, gemetenOp, opentOp, reiktTot } = stand
  return html` data-code="${tijdvak.code}" data-situatie="${situatie}" data-toestand="${toestand}" data-ronde="${ronde}" data-geloot="${stand.geloot ? 'ja' : 'nee'}" data-nu="${toegelaten}" data-per-minuut="${perMinuut}" data-gemeten="${gemetenOp.getTime()}" data-opent="${opentOp.getTime()}" data-klok="${nu.getTime()}" data-reikt-tot="${reiktTot ?? ''}" data-plaats="${plaats?.plaats ?? ''}"`
}

/** "tot en met plaats 12.400", or that nobody is in yet. */
export function totEnMet(nu: number): string {
  return nu === 0 ? 'nog niemand' : `tot en met plaats ${formatGetal(nu)}`
}
