import type { Cent } from '@/lib/base/money'
import type { PlainDate } from '@/lib/base/date'

export const AANMELDBEWIJS_STATUSSEN = ['uitgegeven', 'gebruikt', 'ingetrokken'] as const
export type AanmeldbewijsStatus = (typeof AANMELDBEWIJS_STATUSSEN)[number]

/** The door through which an aanmeldbewijs came. */
export const HERKOMSTEN = ['portaal', 'bestand', 'api'] as const
export type Herkomst = (typeof HERKOMSTEN)[number]

/** Where a deelnemer lives. In the Netherlands everything but the toevoeging is known. */
export type Adres = {
  readonly straat: string | null
  readonly huisnummer: string | null
  readonly huisnummertoevoeging: string | null
  readonly postcode: string | null
  readonly woonplaats: string | null
  /** ISO 3166-1 alpha-2 */
  readonly land: string
}

/** Everything that is signed: what the aanmeldbewijs says, and which version of it says so. Amounts in cents. */
export type Bewijsinhoud = Adres & {
  /** What the burger types to begin an aanvraag; random, with check digits. */
  readonly code: string
  /** 1, and one more for every change. */
  readonly versie: number
  readonly opleiderId: string
  readonly opleidingId: string
  readonly scholingsactiviteitId: string
  readonly studentnummer: string
  readonly voornaam: string
  readonly tussenvoegsel: string | null
  readonly achternaam: string
  readonly geboortedatum: PlainDate
  readonly kostenCent: Cent
  readonly subsidiabelCent: Cent
  /** What is asked: never more than what is subsidiabel in the register, and never more than the maximumbedrag. */
  readonly gevraagdCent: Cent
  readonly startdatum: PlainDate
  readonly einddatum: PlainDate
  readonly plaats: string | null
  readonly uitgegevenOp: Date
}

/** A STAP-aanmeldbewijs: who enrolled, for which scholingsactiviteit, at which costs. */
export type Aanmeldbewijs = Bewijsinhoud & {
  readonly id: string
  /** The version of the opleiding at the moment of issue. */
  readonly opleidingVersie: number
  readonly status: AanmeldbewijsStatus
  readonly bron: Herkomst
  /** Over all of Bewijsinhoud; null on one from before signing began. */
  readonly handtekening: string | null
  /** The burger who kept it, and who from then on has a say in what changes. */
  readonly burgerId: string | null
}

/** Whether what is stored is what was signed. */
export type Echtheid = 'echt' | 'ongetekend' | 'vals'

/** What an opleider can ask of the burger who kept an aanmeldbewijs. */
export const VOORSTEL_SOORTEN = ['wijziging', 'intrekking'] as const
export type VoorstelSoort = (typeof VOORSTEL_SOORTEN)[number]
export const VOORSTEL_STATUSSEN = ['voorgelegd', 'akkoord', 'geweigerd'] as const
export type VoorstelStatus = (typeof VOORSTEL_STATUSSEN)[number]

export const VERZOEK_STATUSSEN = ['gevraagd', 'ingewilligd', 'geweigerd', 'ingetrokken'] as const
export type VerzoekStatus = (typeof VERZOEK_STATUSSEN)[number]

export const BESTAND_TOESTANDEN = ['ontvangen', 'klaar', 'mislukt'] as const
export type BestandToestand = (typeof BESTAND_TOESTANDEN)[number]

/** One reason why a row of a file or a request is refused; `veld` as the sender named it. */
export type Rijfout = { readonly veld: string; readonly reden: string }

/**
 * How an aanmeldbewijs stands for the opleider: its own status, and after it was used the broad outcome of the aanvraag. Why
 * somebody got no budget is between UWV and the burger.
 */
export const BEWIJS_STANDEN = ['uitgegeven', 'bewaard', 'voorgelegd', 'aangevraagd', 'toegekend', 'niet-toegekend', 'ingetrokken'] as const
export type BewijsStand = (typeof BEWIJS_STANDEN)[number]
