import { oneOf } from '@/lib/base/one-of'
import type { PlainDate } from '@/lib/base/date'
import type { Cent } from '@/lib/base/money'

/** Prefix of the betalingskenmerk of a claim: 'VORD-0000123-44'. */
export const VORDERING_PREFIX = 'VORD'
/** Prefix of what goes back without a claim: 'TERUG-0000123-44'. */
export const TERUGSTORTING_PREFIX = 'TERUG'

export const VORDERING_STATUSSEN = ['open', 'deels-voldaan', 'voldaan', 'ingetrokken', 'kwijtgescholden', 'oninbaar', 'verjaard'] as const
/** What became of a claim. The first two are still to be paid. */
export type VorderingStatus = (typeof VORDERING_STATUSSEN)[number]
export const toVorderingStatus = (text: string): VorderingStatus => oneOf(VORDERING_STATUSSEN, text)
export const LOPEND: readonly VorderingStatus[] = ['open', 'deels-voldaan']

const VORDERING_GRONDEN = ['lager-vastgesteld', 'ingetrokken', 'herzien', 'creditnota', 'onverschuldigd-betaald'] as const
/** Why subsidy must come back (Awb 4:46-4:50, 4:57, 4:95 lid 4). */
export type VorderingGrond = (typeof VORDERING_GRONDEN)[number]
export const toVorderingGrond = (text: string): VorderingGrond => oneOf(VORDERING_GRONDEN, text)

/** Who must pay it back. */
export type Schuldenaar = { readonly soort: 'opleider'; readonly opleiderId: string } | { readonly soort: 'burger'; readonly burgerId: string }

const MUTATIE_SOORTEN = ['instelling', 'vergoeding', 'rente', 'herleving', 'ontvangst', 'verrekening', 'intrekking', 'kwijtschelding', 'oninbaar', 'verjaring'] as const
/** What adds to a claim (the first four) or comes off it. Herleving: what was given up is paid after all. */
export type VorderingMutatieSoort = (typeof MUTATIE_SOORTEN)[number]
export const toVorderingMutatieSoort = (text: string): VorderingMutatieSoort => oneOf(MUTATIE_SOORTEN, text)

/** A movement on one day; what comes off is negative. `kosten` is the fee of the aanmaning and interest. */
export type VorderingMutatie = { readonly soort: VorderingMutatieSoort; readonly dag: PlainDate; readonly hoofdsom: Cent; readonly kosten: Cent }

/** What is to be paid now. */
export type OpenBedrag = { readonly hoofdsom: Cent; readonly kosten: Cent }

const REGELING_STATUSSEN = ['aangevraagd', 'toegewezen', 'afgewezen', 'nagekomen', 'vervallen'] as const
/** Paying in instalments (Awb 4:94): asked, decided, and how it ended. */
export type BetalingsregelingStatus = (typeof REGELING_STATUSSEN)[number]
export const toBetalingsregelingStatus = (text: string): BetalingsregelingStatus => oneOf(REGELING_STATUSSEN, text)

const BESLAGVRIJ_ANTWOORDEN = ['ja', 'nee', 'weet-niet', 'nvt'] as const
/** Whether somebody keeps enough to live on (beslagvrije voet); 'nvt' for an opleider. */
export type BeslagvrijAntwoord = (typeof BESLAGVRIJ_ANTWOORDEN)[number]
export const toBeslagvrijAntwoord = (text: string): BeslagvrijAntwoord => oneOf(BESLAGVRIJ_ANTWOORDEN, text)

const OVERDRACHTEN = ['voorgelegd', 'overgedragen', 'niet-overgedragen'] as const
/** Whether the gerechtsdeurwaarder is to collect it: put to a person, and what that person decided. */
export type Overdracht = (typeof OVERDRACHTEN)[number]
export const toOverdracht = (text: string | null): Overdracht | null => (text === null ? null : oneOf(OVERDRACHTEN, text))

export const AFBOEKING_SOORTEN = ['kwijtschelding', 'oninbaar'] as const
/** Remitting because collecting weighs too heavily (Awb 4:94a), or writing off because nothing can be had. */
export type AfboekingSoort = (typeof AFBOEKING_SOORTEN)[number]
export const toAfboekingSoort = (text: string): AfboekingSoort => oneOf(AFBOEKING_SOORTEN, text)

/** What a person may propose about a claim: give it up, set it off against what we owe back (Awb 4:93), or make it less. */
export type VoorstelSoort = AfboekingSoort | 'verrekening' | 'intrekking'
export const toVoorstelSoort = (text: string): VoorstelSoort => oneOf([...AFBOEKING_SOORTEN, 'verrekening', 'intrekking'] as const, text)

export const TERUGBETALING_STATUSSEN = ['open', 'in-batch', 'betaald', 'teruggekomen', 'verrekend'] as const
/** What we owe back of what we received: to be paid, in a batch, paid, sent back by the bank, or set off against another claim. */
export type TerugbetalingStatus = (typeof TERUGBETALING_STATUSSEN)[number]
export const toTerugbetalingStatus = (text: string): TerugbetalingStatus => oneOf(TERUGBETALING_STATUSSEN, text)

const TERUGSTORTING_STATUSSEN = ['te-controleren', 'te-beoordelen', 'open', 'in-batch', 'betaald', 'teruggekomen', 'ingetrokken'] as const
/**
 * Money of nobody's claim that goes back to where it came from: the banks are asked for the name, a person looks when it does not match, then it is
 * paid as everything else. Taken back when it turned out to be for a claim after all.
 */
export type TerugstortingStatus = (typeof TERUGSTORTING_STATUSSEN)[number]
export const toTerugstortingStatus = (text: string): TerugstortingStatus => oneOf(TERUGSTORTING_STATUSSEN, text)

export const REKENING_STATUSSEN = ['voorgesteld', 'bevestigd', 'akkoord', 'te-beoordelen', 'afgewezen', 'vervangen'] as const
/**
 * The account on which a burger gets money back: seen at a receipt, confirmed by the burger, accepted because the name matches, put to a
 * person because it does not, refused by that person, or replaced by another.
 */
export type RekeningStatus = (typeof REKENING_STATUSSEN)[number]
export const toRekeningStatus = (text: string): RekeningStatus => oneOf(REKENING_STATUSSEN, text)

const REKENING_HERKOMSTEN = ['ontvangst', 'opgave'] as const
/** Where an account is known from: money came from it, or the burger gave it. */
export type RekeningHerkomst = (typeof REKENING_HERKOMSTEN)[number]
export const toRekeningHerkomst = (text: string): RekeningHerkomst => oneOf(REKENING_HERKOMSTEN, text)

/** What a receipt turned out to be: all that was open, a part, more (the rest is owed back), on a claim that is over, or on none that we know. */
export type Ontvangstuitkomst = 'geheel' | 'deel' | 'te-veel' | 'na-afloop' | 'onbekend'
