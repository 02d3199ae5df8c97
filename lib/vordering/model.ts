import { oneOf } from '@/lib/base/one-of'
import type { PlainDate } from '@/lib/base/date'
import type { Cent } from '@/lib/base/money'

/** Prefix of the betalingskenmerk of a claim: 'VORD-0000123-44'. */
export const VORDERING_PREFIX = 'VORD'

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

const MUTATIE_SOORTEN = ['instelling', 'vergoeding', 'rente', 'ontvangst', 'intrekking', 'kwijtschelding', 'oninbaar', 'verjaring'] as const
/** What adds to a claim (the first three) or comes off it. */
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

/** What a receipt turned out to be: all that was open, a part, more (the rest is owed back), on a claim that is over, or on none that we know. */
export type Ontvangstuitkomst = 'geheel' | 'deel' | 'te-veel' | 'na-afloop' | 'onbekend'
