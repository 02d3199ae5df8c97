import { addDays, addMonths, type PlainDate } from '@/lib/base/date'
import type { Cent } from '@/lib/base/money'
import type { AanvraagStatus } from '@/lib/aanvraag/model'
import type { GeldVan, Vervolggrond } from '@/lib/beschikking/model'
import type { VoornemenSoort } from '@/lib/verantwoording/model'
import type { VoornemenInput } from '@/lib/verantwoording/rules/vaststelling-invoer'

export type VoornemenReden =
  | 'status-past-niet' | 'grond-past-niet' | 'van-past-niet' | 'niet-lager' | 'intrekking-is-nul' | 'wijziging-boven-nul' | 'niet-met-terugwerkende-kracht'
  | 'ingangsdatum-ontbreekt' | 'redelijke-termijn' | 'termijn-voorbij' | 'al-een-voornemen' | 'meldtermijn-loopt' | 'maanden-ontbreken' | 'te-lang' | 'al-uitgesloten'

const LID_2 = [
  'niet-gegeven', 'niet-gestart', 'niet-afgerond-opleider', 'niet-afgerond-burger', 'niet-afgerond-overmacht', 'niet-aangetoond',
  'verplichting-niet-nagekomen', 'onjuiste-gegevens', 'onjuist-en-bekend',
] as const satisfies readonly Vervolggrond[]
const VIJFTIG: readonly Vervolggrond[] = ['verlening-onjuist', 'veranderde-omstandigheden']

/** The grounds on which each besluit may rest: Awb 4:46 lid 2, 4:48 lid 1 and 4:50 lid 1, 4:49 lid 1, regeling art. 14. */
export const GRONDEN_VAN: Readonly<Record<VoornemenSoort, readonly Vervolggrond[]>> = {
  vaststelling: LID_2,
  intrekking: [...LID_2, ...VIJFTIG],
  wijziging: [...LID_2, ...VIJFTIG],
  herziening: ['nieuwe-feiten', 'vaststelling-onjuist-en-bekend', 'niet-nagekomen-na-vaststelling'],
  uitsluiting: ['verwijtbaar-niet-gemeld'],
}

const NA_VERLENING: readonly AanvraagStatus[] = ['verleend', 'betwist']
const STATUSSEN: Readonly<Record<VoornemenSoort, readonly AanvraagStatus[]>> = {
  vaststelling: NA_VERLENING, intrekking: NA_VERLENING, wijziging: NA_VERLENING, herziening: ['vastgesteld'],
  uitsluiting: [...NA_VERLENING, 'vastgesteld', 'ingetrokken'],
}

/** From whom the money can come on a ground: what the opleider did never from the burger, what happened to the burger neither. */
const NIET_VAN_BURGER: readonly Vervolggrond[] = ['niet-gegeven', 'niet-gestart', 'niet-afgerond-opleider', 'niet-afgerond-overmacht', 'verlening-onjuist']
const NIET_VAN_OPLEIDER: readonly Vervolggrond[] = ['niet-afgerond-burger']

/** What somebody wants to announce. Days are days in Amsterdam. */
export type Voorstel = {
  readonly soort: VoornemenSoort
  readonly grond: Vervolggrond
  readonly bedragCent: Cent | null
  readonly van: GeldVan | null
  readonly werktTerug: boolean | null
  /** From when, without retroactive force; for 4:49 lid 1 onder c the day of what was done wrong. */
  readonly ingaatOp: PlainDate | null
  readonly maanden: number | null
}

/** What a filled-in form proposes: fields that do not belong to the chosen besluit are left out. */
export function toVoorstel({ soort, grond, bedrag, van, terugwerkend, ingaatOp, maanden }: VoornemenInput): Voorstel {
  if (soort === 'uitsluiting') return { soort, grond: 'verwijtbaar-niet-gemeld', bedragCent: null, van: null, werktTerug: null, ingaatOp: null, maanden: maanden ?? null }
  if (grond === undefined) throw new Error('a form that passed its schema names its ground')
  const kiestKracht = soort === 'intrekking' || soort === 'wijziging'
  return {
    soort, grond, bedragCent: bedrag ?? null, van: van ?? null, maanden: null,
    werktTerug: kiestKracht ? terugwerkend === 'ja' : null,
    ingaatOp: (kiestKracht && terugwerkend === 'nee') || soort === 'herziening' ? (ingaatOp ?? null) : null,
  }
}

export type VoornemenFeiten = {
  readonly status: AanvraagStatus
  readonly vandaag: PlainDate
  /** The amount that holds now: of the vaststelling, else of the last wijziging, else of the verlening. */
  readonly geldendCent: Cent
  readonly vastgesteldOp: PlainDate | null
  readonly isGemeld: boolean
  readonly meldenVoor: PlainDate
  readonly heeftOpenVoornemen: boolean
  readonly isAlUitgesloten: boolean
  readonly redelijkeTermijnDagen: number
  readonly herzieningJaren: number
  readonly maximaalMaanden: number
}

/** What keeps this from being announced; empty: the letter can go. */
export function whyNietVoorTeNemen(voorstel: Voorstel, feiten: VoornemenFeiten): readonly VoornemenReden[] {
  const { soort, grond } = voorstel
  return [
    ...when(!STATUSSEN[soort].includes(feiten.status), 'status-past-niet'),
    ...when(feiten.heeftOpenVoornemen, 'al-een-voornemen'),
    ...when(!GRONDEN_VAN[soort].includes(grond), 'grond-past-niet'),
    ...(soort === 'uitsluiting' ? whyNietUitTeSluiten(voorstel, feiten) : whyNietTeVerminderen(voorstel, feiten)),
    ...whyNietVanafDan(voorstel, feiten),
  ]
}

function whyNietTeVerminderen({ soort, grond, bedragCent, van }: Voorstel, feiten: VoornemenFeiten): readonly VoornemenReden[] {
  const isVanBurger = van === 'burger' && NIET_VAN_BURGER.includes(grond)
  const isVanOpleider = van === 'opleider' && NIET_VAN_OPLEIDER.includes(grond)
  return [
    ...when(bedragCent === null || bedragCent >= feiten.geldendCent, 'niet-lager'),
    ...when(soort === 'intrekking' && bedragCent !== 0, 'intrekking-is-nul'),
    ...when(soort === 'wijziging' && bedragCent === 0, 'wijziging-boven-nul'),
    ...when(van === null || isVanBurger || isVanOpleider, 'van-past-niet'),
    // Awb 4:47: without a report of the opleider only after its term has passed.
    ...when(grond === 'niet-aangetoond' && !feiten.isGemeld && feiten.vandaag <= feiten.meldenVoor, 'meldtermijn-loopt'),
  ]
}

/** From when it counts: Awb 4:48 lid 2, 4:49 lid 3 and 4:50 lid 1. */
function whyNietVanafDan({ soort, grond, werktTerug, ingaatOp }: Voorstel, feiten: VoornemenFeiten): readonly VoornemenReden[] {
  if (soort === 'herziening') {
    const isNaar = grond === 'niet-nagekomen-na-vaststelling'
    const van = isNaar ? ingaatOp : feiten.vastgesteldOp
    if (van === null) return ['ingangsdatum-ontbreekt']
    return when(feiten.vandaag > addMonths(van, 12 * feiten.herzieningJaren), 'termijn-voorbij')
  }
  if (soort !== 'intrekking' && soort !== 'wijziging') return []
  const isVijftig = VIJFTIG.includes(grond)
  if (isVijftig && werktTerug === true) return ['niet-met-terugwerkende-kracht']
  if (werktTerug === true) return []
  if (ingaatOp === null) return ['ingangsdatum-ontbreekt']
  return when(isVijftig && ingaatOp < addDays(feiten.vandaag, feiten.redelijkeTermijnDagen), 'redelijke-termijn')
}

function whyNietUitTeSluiten({ maanden }: Voorstel, feiten: VoornemenFeiten): readonly VoornemenReden[] {
  return [
    ...when(maanden === null || maanden < 1, 'maanden-ontbreken'),
    ...when(maanden !== null && maanden > feiten.maximaalMaanden, 'te-lang'),
    ...when(feiten.isAlUitgesloten, 'al-uitgesloten'),
  ]
}

function when(applies: boolean, reden: VoornemenReden): readonly VoornemenReden[] {
  return applies ? [reden] : []
}

type Beslisbaar = { readonly van: GeldVan | null; readonly reagerenTot: PlainDate; readonly zienswijzen: readonly { readonly van: string }[] }

/** Whether a voornemen can be decided on: whoever would bear it reacted, or the term to do so has passed (Awb 4:8). */
export function canBeslissen({ van, reagerenTot, zienswijzen }: Beslisbaar, vandaag: PlainDate): boolean {
  const wie = van === 'opleider' ? 'opleider' : 'burger'
  return vandaag > reagerenTot || zienswijzen.some((zienswijze) => zienswijze.van === wie)
}
