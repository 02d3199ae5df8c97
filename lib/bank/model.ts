import { oneOf } from '@/lib/base/one-of'
import type { PlainDate } from '@/lib/base/date'
import type { Cent } from '@/lib/base/money'

const TOESTANDEN = ['ontvangen', 'wacht', 'verwerkt', 'geweigerd'] as const
/** A message of the bank is read by a job; a statement that comes before its predecessor waits for it. */
export type BerichtToestand = (typeof TOESTANDEN)[number]

const BERICHT_SOORTEN = ['pain.002', 'camt.053'] as const
/** pain.002: what the bank did with an order. camt.053: a statement of the account. */
export type BerichtSoort = (typeof BERICHT_SOORTEN)[number]

export const toBerichtToestand = (text: string): BerichtToestand => oneOf(TOESTANDEN, text)
export const toBerichtSoort = (text: string | null): BerichtSoort | null => (text === null ? null : oneOf(BERICHT_SOORTEN, text))

/** What a movement on the account turns out to be. */
export const MUTATIE_SOORTEN = ['betaling', 'batch', 'retour', 'vordering', 'terugbetaling', 'onbekend'] as const
export type MutatieSoort = (typeof MUTATIE_SOORTEN)[number]

/** Why a person must look. The sentence of each, and what to do, stands in texts.ts. */
export const VRAAG_SOORTEN = [
  'onbekende-afschrijving', 'onbekende-ontvangst', 'bedrag-wijkt-af', 'batchbedrag-wijkt-af', 'dubbel-afgeschreven', 'deel-teruggekomen',
  'teruggedraaid', 'teruggekomen', 'afgewezen', 'afgewezen-na-uitvoering', 'onbekende-opdracht', 'te-veel-ontvangen', 'vordering-afgelopen', 'onbekend-betalingskenmerk', 'meer-betalingskenmerken', 'andere-terugbetaling',
] as const
export type VraagSoort = (typeof VRAAG_SOORTEN)[number]
export const toVraagSoort = (text: string): VraagSoort => oneOf(VRAAG_SOORTEN, text)

/** The head of a statement. Balances in cents; `volgnummer` is null when the bank gives none. */
export type Afschrift = {
  readonly kenmerk: string
  readonly volgnummer: number | null
  /** The day of the closing balance: a bank that counts its statements anew each year uses an identification again. */
  readonly datum: PlainDate | null
  /** IBAN as the bank writes it. */
  readonly rekening: string
  readonly begin: Cent
  readonly eind: Cent
}

/** One movement: an entry, or one of the transactions that an entry sums up. Negative is what left the account. */
export type Mutatie = {
  /** Line in the file. */
  readonly regel: number
  readonly boekdatum: PlainDate
  readonly bedrag: Cent
  /** The bank takes back what it booked before. */
  readonly isTeruggedraaid: boolean
  readonly endToEndId: string | null
  /** The MsgId or PmtInfId of a batch that was booked as one sum. */
  readonly batchkenmerk: string | null
  /** ISO 20022 code why a payment came back (AC01, AC04, MD07 …). */
  readonly retourcode: string | null
  readonly referentie: string | null
  readonly tegenpartij: string | null
  readonly tegenrekening: string | null
  readonly omschrijving: string | null
}

/** What a pain.002 says of one payment. */
export type Uitslag = { readonly regel: number; readonly endToEndId: string; readonly isAfgewezen: boolean; readonly code: string | null }

/** Why a message as a whole is refused, and where. Nothing of it is booked. */
export type BerichtFout<Reden extends string = string> = { readonly reden: Reden; readonly regel: number; readonly gevonden?: string; readonly verwacht?: string }
