import { oneOf } from '@/lib/base/one-of'
import type { PlainDate } from '@/lib/base/date'
import type { Iban } from '@/lib/base/iban'
import type { Cent } from '@/lib/base/money'

const VERPLICHTING_STATUSSEN = ['open', 'gefactureerd', 'betaald', 'vervallen'] as const
/** The inkoopopdracht of UWV to an opleider for one verlening. Vervallen when the aanvraag is withdrawn before it is paid. */
export type VerplichtingStatus = (typeof VERPLICHTING_STATUSSEN)[number]
export const toVerplichtingStatus = (text: string): VerplichtingStatus => oneOf(VERPLICHTING_STATUSSEN, text)

export const FACTUUR_STATUSSEN = ['gematcht', 'afgekeurd', 'in-batch', 'betaald', 'teruggekomen'] as const
/** An invoice is matched to its verplichting or refused on arrival; after that it moves on to betaald, and back when the money did not arrive. */
export type FactuurStatus = (typeof FACTUUR_STATUSSEN)[number]
export const toFactuurStatus = (text: string): FactuurStatus => oneOf(FACTUUR_STATUSSEN, text)

export const BETALING_STATUSSEN = ['onderweg', 'uitgevoerd', 'afgewezen', 'teruggekomen'] as const
/** A payment is under way until the bank says what became of it: carried out, refused, or come back after all. */
export type BetalingStatus = (typeof BETALING_STATUSSEN)[number]
export const toBetalingStatus = (text: string): BetalingStatus => oneOf(BETALING_STATUSSEN, text)

const BATCH_STATUSSEN = ['opgesteld', 'goedgekeurd', 'aangemaakt'] as const
/** A batch is composed, approved by two people, and made into a file. */
export type BetaalbatchStatus = (typeof BATCH_STATUSSEN)[number]
export const toBatchStatus = (text: string): BetaalbatchStatus => oneOf(BATCH_STATUSSEN, text)


/** Prefixes of the numbers that people see; the number itself comes from a sequence of the database. */
export const ORDER_PREFIX = 'ORDER'
export const BATCH_PREFIX = 'BATCH'

/** What is wrong with an invoice: which rule, where in the file, and what stood there against what is expected. */
export type FactuurFout<Code extends string = string> = {
  readonly code: Code
  readonly plaats: string
  readonly gevonden?: string
  readonly verwacht?: string
}

/** An amount as it stands in an invoice. `cent` is null when it is not a decimal number with at most two decimals. */
export type UblBedrag = { readonly tekst: string; readonly cent: Cent | null; readonly valuta: string | null }

export type UblAdres = { readonly straat: string | null; readonly plaats: string | null; readonly postcode: string | null; readonly land: string | null }

export type UblPartij = {
  readonly naam: string | null
  /** Null when there is no PostalAddress at all. */
  readonly adres: UblAdres | null
  /** Legal registration: KvK number with scheme 0106, OIN with 0190. */
  readonly registratie: { readonly nummer: string; readonly schema: string | null } | null
  readonly btwNummer: string | null
}

export type UblBtw = {
  readonly grondslag: UblBedrag | null
  readonly belasting: UblBedrag | null
  readonly categorie: string | null
  /** Percentage in hundredths (21 % is 2100); null when missing or not a number. */
  readonly procent: number | null
  readonly reden: string | null
}

export type UblRegel = {
  readonly nummer: string | null
  readonly aantal: string | null
  readonly eenheid: string | null
  readonly bedrag: UblBedrag | null
  readonly prijs: string | null
  readonly naam: string | null
  readonly omschrijving: string | null
  readonly btwCategorie: string | null
  readonly orderregel: string | null
}

export type UblToeslag = { readonly toeslag: boolean; readonly bedrag: UblBedrag | null }

/** A UBL 2.1 invoice or credit note as plain data; everything that is missing is null, nothing is judged yet. */
export type UblFactuur = {
  readonly soort: 'factuur' | 'creditnota'
  /** Names of elements that may stand once and stand there more often. */
  readonly dubbel: readonly string[]
  readonly specificatie: string | null
  readonly profiel: string | null
  readonly nummer: string | null
  readonly datum: string | null
  readonly vervaldatum: string | null
  readonly typecode: string | null
  readonly valuta: string | null
  readonly inkopersreferentie: string | null
  readonly ordernummer: string | null
  readonly betaalvoorwaarden: string | null
  readonly leverancier: UblPartij
  readonly klant: UblPartij
  readonly betaalwijzen: readonly { readonly code: string | null; readonly rekening: string | null }[]
  readonly toeslagen: readonly UblToeslag[]
  readonly btwTotaal: UblBedrag | null
  readonly btw: readonly UblBtw[]
  readonly totalen: {
    readonly regels: UblBedrag | null
    readonly exclusief: UblBedrag | null
    readonly inclusief: UblBedrag | null
    readonly kortingen: UblBedrag | null
    readonly toeslagen: UblBedrag | null
    readonly vooruitbetaald: UblBedrag | null
    readonly afronding: UblBedrag | null
    readonly teBetalen: UblBedrag | null
  }
  readonly regels: readonly UblRegel[]
}

/** A credit transfer in a batch, as the bank gets it. `endToEndId` is unique over everything UWV ever pays. */
export type Overboeking = {
  readonly endToEndId: string
  readonly bedrag: Cent
  readonly iban: Iban
  readonly tenaamstelling: string
  readonly omschrijving: string
}

/** Everything that a pain.001 is made of: the same values always give the same bytes. */
export type Betaalopdracht = {
  readonly msgId: string
  readonly opgesteldOp: Date
  readonly uitvoeringsdag: PlainDate
  readonly betaler: { readonly naam: string; readonly iban: Iban; readonly bic: string }
  readonly overboekingen: readonly Overboeking[]
}
