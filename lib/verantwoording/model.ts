import { oneOf } from '@/lib/base/one-of'

/** How a scholing ended, as the opleider reports it. */
export type DeelnameUitkomst = 'succesvol' | 'niet-succesvol'

/** Regeling art. 14 lid 2: completed with a diploma or certificate, by attendance, or by taking part in an examination. */
export const WIJZEN = ['diploma', 'aanwezigheid', 'examen'] as const
export type Wijze = (typeof WIJZEN)[number]

/**
 * Why a scholing was not completed; it decides whether the opleider repays or the burger is excluded. `niet-gegeven` is the scholing
 * that was never given, `niet-gestart` the deelnemer who never came: of both the whole price is asked back from the opleider.
 */
export const OORZAKEN = ['opleider', 'burger', 'overmacht', 'niet-gegeven', 'niet-gestart'] as const
export type Oorzaak = (typeof OORZAKEN)[number]

/** What the burger says of the report. */
export const REACTIES = ['bevestigd', 'betwist'] as const

/** How the report stands with the burger: an answer, or a term that went by without one and counts as "not disputed". */
export const REACTIESTANDEN = [...REACTIES, 'zonder-reactie'] as const
export type Reactiestand = (typeof REACTIESTANDEN)[number]

/** What the opleider reports about one participant. */
export type Melding =
  | { readonly uitkomst: 'succesvol'; readonly wijze: Wijze; readonly percentage: number | null }
  | { readonly uitkomst: 'niet-succesvol'; readonly oorzaak: Oorzaak; readonly toelichting: string }

/** What happens with a report after the burger answered: decided by the system, or put before a behandelaar. */
export type Vervolg = 'wacht-op-burger' | 'stel-vast' | 'leg-voor'

/** The steps in which an opleider is reminded of a report: before the term ends, after it, and once more. */
export const HERINNERING_SOORTEN = ['vooraf', 'te-laat', 'laatste'] as const
export type HerinneringSoort = (typeof HERINNERING_SOORTEN)[number]

/** What a burger says of a scholing about which the opleider reported nothing (Awb 4:47). */
export const NAVRAAG_ANTWOORDEN = ['afgerond', 'niet-afgerond', 'niet-gevolgd'] as const
export type NavraagAntwoord = (typeof NAVRAAG_ANTWOORDEN)[number]

/** A file with reports: read and shown first, written when the opleider says so, or left. */
export const DEELNAME_BESTAND_TOESTANDEN = ['ontvangen', 'gelezen', 'mislukt', 'doorgevoerd', 'vervallen'] as const
export type DeelnameBestandToestand = (typeof DEELNAME_BESTAND_TOESTANDEN)[number]

/** What the Toetsingskamer finds of the documents behind a report (art. 23). */
export const CONTROLE_OORDELEN = ['goed', 'onvoldoende', 'niet-geleverd'] as const
export type ControleOordeel = (typeof CONTROLE_OORDELEN)[number]

/** Why a report has more chance to be drawn. */
export const CONTROLE_SIGNALEN = ['te-laat', 'betwist', 'zonder-stuk', 'zonder-reactie', 'rond-de-norm', 'eerder-onvoldoende', 'gestopt'] as const
export type ControleSignaal = (typeof CONTROLE_SIGNALEN)[number]

/** What the vaststelling has to know of a deelname. */
export const DEELNAME_SIGNALEN = ['controle-onvoldoende', 'controle-niet-geleverd'] as const
export type DeelnameSignaal = (typeof DEELNAME_SIGNALEN)[number]

/** Besluiten to somebody's detriment: announced, with time to react, before they are taken (Awb 4:8, 4:12 lid 2). */
export const VOORNEMEN_SOORTEN = ['vaststelling', 'intrekking', 'wijziging', 'herziening', 'uitsluiting'] as const
export type VoornemenSoort = (typeof VOORNEMEN_SOORTEN)[number]
export const toVoornemenSoort = (text: string): VoornemenSoort => oneOf(VOORNEMEN_SOORTEN, text)

const VOORNEMEN_STATUSSEN = ['open', 'besloten', 'vervallen'] as const
/** A voornemen ends once: with its besluit, or because it does not go on. */
export type VoornemenStatus = (typeof VOORNEMEN_STATUSSEN)[number]
export const toVoornemenStatus = (text: string): VoornemenStatus => oneOf(VOORNEMEN_STATUSSEN, text)

export const ZIENSWIJZE_KANALEN = ['telefoon', 'gesprek', 'brief'] as const
/** How somebody reacted, when not in Mijn STAP. */
export type ZienswijzeKanaal = (typeof ZIENSWIJZE_KANALEN)[number]

/** The questions of the human measure (Awb 3:4, 4:57): each is answered before a besluit to a burger's detriment. */
export const WEEGVRAGEN = ['contact', 'oorzaak', 'ziekte', 'verwijt', 'gemeld', 'geldproblemen', 'zienswijze', 'evenredigheid'] as const
export type Weegvraag = (typeof WEEGVRAGEN)[number]

/** The answer to one question, with why. */
export type Weegantwoord = { readonly vraag: Weegvraag; readonly antwoord: string; readonly toelichting: string }

/** Why a besluit is undone: an objection was right (Awb 7:11), a judge said so (8:72), or we saw ourselves that it did not hold. */
export const AANLEIDINGEN = ['bezwaar', 'uitspraak', 'eigen-beweging'] as const
export type Aanleiding = (typeof AANLEIDINGEN)[number]
export const toAanleiding = (text: string): Aanleiding => oneOf(AANLEIDINGEN, text)

const HERROEPING_STATUSSEN = ['voorgesteld', 'besloten', 'afgewezen'] as const
/** A proposal to undo a besluit waits for somebody else, who does it or says no. */
export type HerroepingStatus = (typeof HERROEPING_STATUSSEN)[number]
export const toHerroepingStatus = (text: string): HerroepingStatus => oneOf(HERROEPING_STATUSSEN, text)

/** Why a case is in the worklist of vaststellingen: what can be decided now first, what waits for somebody else last. */
export const ZAAKREDENEN = ['beslissen', 'herroepen', 'betwist', 'niet-afgerond', 'gestopt', 'annuleringskosten', 'signaal', 'afgezegd', 'niets-gemeld', 'schade-betalen', 'wacht-op-reactie'] as const
export type Zaakreden = (typeof ZAAKREDENEN)[number]
