import type { Cent } from '@/lib/base/money'
import type { PlainDate } from '@/lib/base/date'
import type { Period } from '@/lib/base/period'
import type { Regeling } from '@/lib/regeling/model'

/** The kinds of letter that go out (rows of `brief`). A besluit always has one (invariant I10). */
export const BRIEF_SOORTEN = [
  'ontvangstbevestiging', 'verlening', 'afwijzing', 'aanhouding', 'hervatting', 'vaststelling', 'maatregel', 'opheffing', 'mededeling',
  'reserve', 'aanbod', 'betalingsbeschikking', 'betaalherinnering', 'aanmaning', 'betalingsregeling', 'rentebeschikking', 'terugvordering-gewijzigd',
  'opschorting', 'voornemen', 'intrekking', 'wijziging', 'herziening', 'herroeping', 'uitsluiting', 'opheffing-uitsluiting',
] as const
export type BriefSoort = (typeof BRIEF_SOORTEN)[number]

/** Awb 3:46 and 3:47: why, each reason with the article it rests on. */
export type Grondregel = { zin: string; artikel: string }

/**
 * Everything a letter says, apart from what it gets when it is sent (kenmerk, date, subject).
 * HTML and PDF are both made of this, through rules/brief-opmaak.ts: they cannot say different things.
 */
export type BriefInhoud = {
  afzender: readonly string[]
  /** Name and address lines of the addressee. */
  aan: readonly string[]
  /** Shown above the letter beside kenmerk and date: 'Uw aanvraag' and so on. */
  gegevens: readonly { naam: string; waarde: string }[]
  aanhef: string
  /** The decision or message in one sentence. */
  kern: string
  betekenis: readonly string[]
  doen: readonly string[]
  waarom: { inleiding: readonly string[]; gronden: readonly Grondregel[] }
  /** What the behandelaar wrote about this case, in paragraphs. */
  toelichting?: readonly string[] | undefined
  /** Awb 3:45: until when and with whom; null for a letter that is no besluit. */
  bezwaar: { uiterlijkOp: PlainDate; bij: 'uwv' | 'szw' } | null
  contact: readonly string[]
  ondertekening: readonly string[]
}

/** A letter as it was, or will be, sent. `kenmerk` is null in a preview. */
export type Brief = { kenmerk: string | null; datum: PlainDate; onderwerp: string; inhoud: BriefInhoud }

/** What every letter about an aanvraag needs to know. */
export type BriefFeiten = {
  naam: string
  aanvraagKenmerk: string
  opleiding: string
  opleider: string
  startdatum: PlainDate
  einddatum: PlainDate
  plaats: string | null
  bedragCent: Cent
  /** What the burger asked; more than bedragCent when only a part could be given (Awb 4:25 lid 2). */
  gevraagdCent: Cent
  /** Moment of receipt, as a sentence part: "dinsdag 1 november 2022 om 10.00 uur"; null before submission, as for what follows. */
  ontvangenOp: string | null
  beslisUiterlijkOp: PlainDate | null
}

/**
 * Besluiten that this module takes. Those after a verlening: `vaststelling` fixes the amount (Awb 4:46, 4:47), `intrekking` and `wijziging`
 * undo or lower the verlening before that (4:48, 4:50), `herziening` changes the vaststelling (4:49), `herroeping` undoes one of these after a
 * bezwaar or a judgment (7:11, 8:72), `uitsluiting` is about the burger.
 */
export const BESLUIT_SOORTEN = ['verlening', 'afwijzing', 'vaststelling', 'intrekking', 'wijziging', 'herziening', 'herroeping', 'uitsluiting', 'opheffing-uitsluiting'] as const
export type BesluitSoort = (typeof BESLUIT_SOORTEN)[number]

/** Why an aanvraag is refused (regeling art. 4, 5, 12, 12a and 19; Awb 4:25 and 4:35). */
export const AFWIJZINGSGRONDEN = [
  'te-jong', 'aow-leeftijd-bereikt', 'niet-verzekerd', 'al-toegekend', 'uitgesloten', 'studiefinanciering', 'niet-in-register',
  'opleider-verwijderd', 'start-te-vroeg', 'start-te-laat', 'aanmeldbewijs-klopt-niet', 'bedrag-te-hoog', 'voordeel-aangeboden',
  'plafond-bereikt', 'verleningsgrens-bereikt', 'aanbod-niet-aanvaard', 'geen-andere-opleiding',
] as const
export type Afwijzingsgrond = (typeof AFWIJZINGSGRONDEN)[number]

/** How a vaststelling came about. */
export const VASTSTELLINGSGRONDEN = [
  'afgerond', 'niet-gegeven', 'niet-gestart', 'niet-afgerond-opleider', 'niet-afgerond-burger', 'niet-afgerond-overmacht', 'niet-aangetoond',
  'verplichting-niet-nagekomen', 'onjuiste-gegevens', 'onjuist-en-bekend',
] as const
export type Vaststellingsgrond = (typeof VASTSTELLINGSGRONDEN)[number]

/** The grounds of every besluit after a verlening: those of a vaststelling, and those of Awb 4:49, 4:50 and an uitsluiting. */
export const VERVOLGGRONDEN = [
  ...VASTSTELLINGSGRONDEN, 'nieuwe-feiten', 'vaststelling-onjuist-en-bekend', 'niet-nagekomen-na-vaststelling', 'verlening-onjuist', 'veranderde-omstandigheden',
  'in-uw-voordeel', 'verwijtbaar-niet-gemeld', 'uitsluiting-onterecht', 'op-verzoek',
  'bezwaar-gegrond', 'uitspraak-rechter', 'besluit-hield-niet',
] as const
export type Vervolggrond = (typeof VERVOLGGRONDEN)[number]

/** From whom comes what was paid too much; `niemand` when nothing was. */
export const GELD_VAN = ['opleider', 'burger', 'niemand'] as const
export type GeldVan = (typeof GELD_VAN)[number]

/** What a besluit after a verlening means for the money: what was paid to the opleider, and what of that must come back. */
export type Geldgevolg = { readonly betaaldCent: Cent; readonly terugCent: Cent; readonly van: GeldVan }

/** What a herroeping means for the money, in cents. */
export type Herstel = {
  readonly bestreden: { readonly soort: BesluitSoort; readonly kenmerk: string }
  /** By how much the order to the opleider is made or raised: it may invoice that. */
  readonly bestelCent: Cent
  /** By how much claims become less, and from whom they were asked. */
  readonly vorderingCent: Cent
  readonly van: GeldVan
}

/** The automatic checks, in the order in which they are shown. */
export const CONTROLES = [
  'leeftijd', 'verzekerd', 'een-per-jaar', 'niet-uitgesloten', 'studiefinanciering', 'aanmeldbewijs', 'aanvraagbaar', 'start', 'bedrag',
] as const
export type ControleNaam = (typeof CONTROLES)[number]

/** Three-valued: what is not known is never taken for a yes or a no. */
export type Uitkomst = 'voldoet' | 'voldoet-niet' | 'onbekend'

/** A fact that was used, as shown to the behandelaar. */
export type Feit = { naam: string; waarde: string }

/** The outcome of one check, with what it rests on. */
export type Controle = {
  controle: ControleNaam
  uitkomst: Uitkomst
  /** Dutch sentence for the behandelaar. */
  toelichting: string
  feiten: readonly Feit[]
  /** Where the facts come from: BRP, SVB, scholingsregister, own administration. */
  bron: string
  /** The ground for refusal when the outcome is `voldoet-niet`. */
  grond?: Afwijzingsgrond
  /** True when the facts are certain enough to refuse on without asking (see README, Awb 4:7). */
  hard: boolean
}

/** What the checks together lead to. */
export type Voorstel =
  | { soort: 'verlenen' }
  | { soort: 'afwijzen'; gronden: readonly Afwijzingsgrond[] }
  | { soort: 'voorleggen'; redenen: readonly ControleNaam[]; gronden: readonly Afwijzingsgrond[] }

/** Values of the regeling that held at the moment that counts, as letters and checks use them; stored with the besluit (invariant I8). */
export type Regelwaarden = {
  minimumleeftijd: number
  verzekerdeMaanden: number
  /** The window in which they count ends so many months before the tijdvak. */
  verzekerdTotMaanden: number
  maximumCent: Cent
  verleningenPerJaar: number
  vroegsteStart: PlainDate
  laatsteStart: PlainDate
  aanwezigheidProcent: number
}

/** A fact from another register, or the fact that there is none. */
export type Bekend<Value> = { readonly soort: 'gevonden'; readonly waarde: Value } | { readonly soort: 'niet-gevonden' } | { readonly soort: 'antwoordt-niet' }

/** Everything the checks look at, read once before they run. Amounts in cents. */
export type BeoordelingFeiten = {
  /** Day of submission in Amsterdam: the moment that counts (art. 5). */
  aanvraagDag: PlainDate
  beginTijdvak: PlainDate
  persoon: Bekend<{ achternaam: string; geboortedatum: PlainDate | null }>
  verzekeringen: Bekend<readonly Period[]>
  /** Grants in the same kalenderjaar, this aanvraag not counted. */
  verleningenDitJaar: number
  /** Day until which (exclusive) an uitsluiting holds that was in force on the day of the aanvraag. */
  uitgeslotenTot: PlainDate | null
  bewijs: {
    status: string
    /** What is stored is not what was signed. */
    isVervalst: boolean
    achternaam: string
    geboortedatum: PlainDate
    startdatum: PlainDate
    gevraagdCent: Cent
    opleiderId: string
    opleidingId: string
    scholingsactiviteitId: string
  }
  aanvraag: { opleiderId: string; opleidingId: string; scholingsactiviteitId: string; bedragCent: Cent }
  register: { subsidiabelCent: Cent; niveau: string | null; waardedocument: string | null; nietAanvraagbaar: readonly string[]; maatregel: string | null }
  regeling: Pick<Regeling, 'get' | 'historie'>
  waarden: Regelwaarden
}

/** What is decided about an aanvraag. `motivering` is what a person wrote, null when the system decided by itself. */
export type Besluitinhoud =
  | { soort: 'verlening'; motivering: string | null }
  | { soort: 'afwijzing'; gronden: readonly Afwijzingsgrond[]; motivering: string | null }
  | { soort: 'vaststelling'; gronden: readonly Vaststellingsgrond[]; bedragCent: Cent; motivering: string | null; geld?: Geldgevolg }

/** What is decided after a verlening, the vaststelling apart. Days are days in Amsterdam. */
export type Vervolgbesluit =
  | { soort: 'intrekking' | 'wijziging'; gronden: readonly Vervolggrond[]; bedragCent: Cent; geld: Geldgevolg; werktTerug: boolean; ingaatOp: PlainDate | null; /** What relying on it cost (Awb 4:50 lid 2); absent or null where that is not asked. */ schadeCent?: Cent | null }
  | { soort: 'herziening'; gronden: readonly Vervolggrond[]; bedragCent: Cent; geld: Geldgevolg }
  | { soort: 'herroeping'; gronden: readonly Vervolggrond[]; bedragCent: Cent; herstel: Herstel }
  | { soort: 'uitsluiting'; gronden: readonly Vervolggrond[]; ingaatOp: PlainDate; eindigtOp: PlainDate }
  | { soort: 'opheffing-uitsluiting'; gronden: readonly Vervolggrond[] }
