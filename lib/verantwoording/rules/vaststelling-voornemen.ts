import { addDays, addMonths, type PlainDate } from '@/lib/base/date'
import type { Cent } from '@/lib/base/money'
import type { AanvraagStatus } from '@/lib/aanvraag/model'
import type { GeldVan, Vervolggrond } from '@/lib/beschikking/model'
import type { VoornemenSoort } from '@/lib/verantwoording/model'
import type { VoornemenInput } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { VERGOEDT_SCHADE } from '@/lib/verantwoording/rules/vaststelling-schade'

export type VoornemenReden =
  | 'status-past-niet' | 'grond-past-niet' | 'van-past-niet' | 'niet-lager' | 'intrekking-is-nul' | 'wijziging-boven-nul' | 'niet-met-terugwerkende-kracht'
  | 'ingangsdatum-ontbreekt' | 'redelijke-termijn' | 'intrekking-na-start' | 'nog-geen-melding' | 'termijn-voorbij' | 'al-een-voornemen' | 'meldtermijn-loopt' | 'maanden-ontbreken' | 'te-lang' | 'al-uitgesloten'

const LID_2 = [
  'niet-gegeven', 'niet-gestart', 'niet-afgerond-opleider', 'niet-afgerond-burger', 'niet-afgerond-overmacht', 'niet-aangetoond',
  'verplichting-niet-nagekomen', 'onjuiste-gegevens', 'onjuist-en-bekend',
] as const satisfies readonly Vervolggrond[]

/** The grounds on which each besluit may rest: Awb 4:46 lid 2, 4:48 lid 1 and 4:50 lid 1, 4:49 lid 1, regeling art. 14. */
export const GRONDEN_VAN: Readonly<Record<VoornemenSoort, readonly Vervolggrond[]>> = {
  vaststelling: LID_2,
  intrekking: [...LID_2, ...VERGOEDT_SCHADE],
  wijziging: [...LID_2, ...VERGOEDT_SCHADE],
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
/** What these say, they say of the opleider. */
const OVER_OPLEIDER: readonly Vervolggrond[] = ['niet-gegeven', 'niet-gestart', 'niet-afgerond-opleider', 'niet-aangetoond']

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
  readonly startdatum: PlainDate
  readonly isGemeld: boolean
  /** Reported as not completed. */
  readonly isNietAfgerond: boolean
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
    const sinds = grond === 'niet-nagekomen-na-vaststelling' ? ingaatOp : feiten.vastgesteldOp
    if (sinds === null) return ['ingangsdatum-ontbreekt']
    return when(isHerzieningVoorbij({ grond, ingaatOp }, feiten), 'termijn-voorbij')
  }
  if (soort !== 'intrekking' && soort !== 'wijziging') return []
  const isVijftig = VERGOEDT_SCHADE.includes(grond)
  if (isVijftig && werktTerug === true) return ['niet-met-terugwerkende-kracht']
  if (werktTerug === true) return []
  if (ingaatOp === null) return ['ingangsdatum-ontbreekt']
  // What was followed before that day keeps its subsidy: then something is left, and it is a wijziging.
  if (soort === 'intrekking' && ingaatOp > feiten.startdatum) return ['intrekking-na-start']
  return when(isVijftig && ingaatOp < addDays(feiten.vandaag, feiten.redelijkeTermijnDagen), 'redelijke-termijn')
}

function whyNietUitTeSluiten({ maanden }: Voorstel, feiten: VoornemenFeiten): readonly VoornemenReden[] {
  return [
    // Nobody is excluded before it stands that the scholing was not completed.
    ...when(NA_VERLENING.includes(feiten.status) && !feiten.isNietAfgerond, 'nog-geen-melding'),
    ...when(maanden === null || maanden < 1, 'maanden-ontbreken'),
    ...when(maanden !== null && maanden > feiten.maximaalMaanden, 'te-lang'),
    ...when(feiten.isAlUitgesloten, 'al-uitgesloten'),
  ]
}

function when(applies: boolean, reden: VoornemenReden): readonly VoornemenReden[] {
  return applies ? [reden] : []
}

/**
 * Whether the opleider is asked as well (Awb 4:8 lid 1): it would pay, or would not be paid for what is said of it, or an invoice of it
 * would be given back.
 */
export function isAanOpleider({ soort, grond, van }: Pick<Voorstel, 'soort' | 'grond' | 'van'>, raaktFacturen: boolean): boolean {
  return soort !== 'uitsluiting' && (van === 'opleider' || (van === 'niemand' && (raaktFacturen || OVER_OPLEIDER.includes(grond))))
}

/** Whether what happened is about the opleider: then it reads it, and otherwise it is about the burger only. */
export function isOverOpleider({ grond, van }: Pick<Voorstel, 'grond' | 'van'>): boolean {
  return van === 'opleider' || OVER_OPLEIDER.includes(grond)
}

type Gevraagd = { readonly soort: VoornemenSoort; readonly van: GeldVan | null; readonly opleiderBriefId: string | null }

/** Who has to be heard before the besluit: the burger, whose subsidy it is, and an opleider that was asked. */
export function listTeHoren({ soort, van, opleiderBriefId }: Gevraagd): readonly ('burger' | 'opleider')[] {
  return soort !== 'uitsluiting' && (van === 'opleider' || opleiderBriefId !== null) ? ['burger', 'opleider'] : ['burger']
}

type Reactie = { readonly van: string; readonly kanaal: string; readonly doorId: string; readonly klaar: boolean; readonly zietAf: boolean }
type Beslisbaar = Gevraagd & { readonly reagerenTot: PlainDate; readonly zienswijzen: readonly Reactie[] }

/**
 * Whether somebody can decide on a voornemen: the term to react has passed, or everybody who has to be heard said to add nothing more
 * (Awb 4:8). What somebody wrote down for another does not let that same person decide sooner.
 */
export function canBeslissen({ reagerenTot, zienswijzen, ...gevraagd }: Beslisbaar, vandaag: PlainDate, beslisserId: string): boolean {
  const isKlaar = ({ kanaal, doorId, klaar, zietAf }: Reactie) => (klaar || zietAf) && (kanaal === 'online' || doorId !== beslisserId)
  return vandaag > reagerenTot || listTeHoren(gevraagd).every((wie) => zienswijzen.some((een) => een.van === wie && isKlaar(een)))
}

/** Whether the five years in which a vaststelling can be lowered are over (Awb 4:49 lid 3); counted again when it is decided. */
export function isHerzieningVoorbij(
  { grond, ingaatOp }: Pick<Voorstel, 'grond' | 'ingaatOp'>, { vandaag, vastgesteldOp, herzieningJaren }: Pick<VoornemenFeiten, 'vandaag' | 'vastgesteldOp' | 'herzieningJaren'>,
): boolean {
  const sinds = grond === 'niet-nagekomen-na-vaststelling' ? ingaatOp : vastgesteldOp
  return sinds !== null && vandaag > addMonths(sinds, 12 * herzieningJaren)
}
