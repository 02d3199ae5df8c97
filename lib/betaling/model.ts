import { oneOf } from '@/lib/base/one-of'
import type { PlainDate } from '@/lib/base/date'
import type { Iban } from '@/lib/base/iban'
import type { Cent } from '@/lib/base/money'

const VERPLICHTING_STATUSSEN = ['open', 'deels-gefactureerd', 'gefactureerd', 'betaald', 'vervallen'] as const
/**
 * The inkoopopdracht of UWV to an opleider for one verlening: nothing invoiced, a part, all, all of it paid. Vervallen when the
 * aanvraag is withdrawn before anything is paid.
 */
export type VerplichtingStatus = (typeof VERPLICHTING_STATUSSEN)[number]
export const toVerplichtingStatus = (text: string): VerplichtingStatus => oneOf(VERPLICHTING_STATUSSEN, text)

export const FACTUUR_STATUSSEN = ['gematcht', 'afgekeurd', 'in-batch', 'betaald', 'teruggekomen', 'gecrediteerd', 'vervangen', 'verwerkt', 'wacht-op-bank'] as const
/**
 * An invoice is matched to its verplichting or refused on arrival; after that it moves on to betaald, and back when the money did not
 * arrive. Before payment a credit note may take it away in full (gecrediteerd), or a correction may come in its place (vervangen). A
 * credit note itself is verwerkt or afgekeurd, or wacht-op-bank: only the bank knows yet whether its invoice was paid.
 */
export type FactuurStatus = (typeof FACTUUR_STATUSSEN)[number]
export const toFactuurStatus = (text: string): FactuurStatus => oneOf(FACTUUR_STATUSSEN, text)

const FACTUUR_SOORTEN = ['factuur', 'correctie', 'creditnota'] as const
/** An invoice (380), a correction that replaces one (384), or a credit note that takes back all or part of one (381). */
export type FactuurSoort = (typeof FACTUUR_SOORTEN)[number]
export const toFactuurSoort = (text: string): FactuurSoort => oneOf(FACTUUR_SOORTEN, text)

const FACTUUR_KANALEN = ['portaal', 'formulier', 'api', 'postbus'] as const
/** By which door an invoice came in: uploaded, made here, sent by a system, or mailed. */
export type FactuurKanaal = (typeof FACTUUR_KANALEN)[number]
export const toFactuurKanaal = (text: string): FactuurKanaal => oneOf(FACTUUR_KANALEN, text)

/** What became of an invoice that was mailed: received as any other, waiting for somebody who finds out whose it is, or put aside. */
export type PostbusToestand = 'verwerkt' | 'vraag' | 'afgehandeld'

const POSTBUS_REDENEN = ['geen-factuur', 'te-groot', 'geen-afzender', 'afzender-betwijfeld', 'kvk-ontbreekt', 'kvk-onbekend', 'afzender-onbekend'] as const
/** Why we do not know whose mailed invoice it is. */
export type PostbusReden = (typeof POSTBUS_REDENEN)[number]
export const toPostbusReden = (text: string): PostbusReden => oneOf(POSTBUS_REDENEN, text)

const INKOOPBERICHT_SOORTEN = ['order', 'wijziging', 'annulering'] as const
/** A document of Peppol BIS ordering that an opleider's system can read: Order, Order Change, Order Cancellation. */
export type InkoopberichtSoort = (typeof INKOOPBERICHT_SOORTEN)[number]
export const toInkoopberichtSoort = (text: string): InkoopberichtSoort => oneOf(INKOOPBERICHT_SOORTEN, text)

export const BETALING_STATUSSEN = ['onderweg', 'uitgevoerd', 'afgewezen', 'teruggekomen', 'vervallen'] as const
/** A payment is under way until the bank says what became of it: carried out, refused, or come back after all. Vervallen: kept out of its file. */
export type BetalingStatus = (typeof BETALING_STATUSSEN)[number]
export const toBetalingStatus = (text: string): BetalingStatus => oneOf(BETALING_STATUSSEN, text)

const BATCH_STATUSSEN = ['opgesteld', 'goedgekeurd', 'aangemaakt', 'afgekeurd'] as const
/** A batch is composed, approved by two people, and made into a file; or refused by one of them. */
export type BetaalbatchStatus = (typeof BATCH_STATUSSEN)[number]
const RENTE_STATUSSEN = ['te-betalen', 'in-batch', 'betaald', 'teruggekomen', 'vervallen'] as const
/** Interest that we owe an opleider because we paid late: fixed, and paid as a payment of its own. Vervallen: its invoice was taken back. */
export type RenteStatus = (typeof RENTE_STATUSSEN)[number]
export const toRenteStatus = (text: string): RenteStatus => oneOf(RENTE_STATUSSEN, text)

const GOEDKEUR_ROLLEN = ['financieel', 'teamleider-financieel'] as const
/** Who approves a batch; above an amount one of the two is the teamleider. */
export type GoedkeurRol = (typeof GOEDKEUR_ROLLEN)[number]
export const toGoedkeurRol = (text: string): GoedkeurRol => oneOf(GOEDKEUR_ROLLEN, text)

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
  /** A remark of the norm that keeps nobody from paying. */
  readonly isOpmerking?: true
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
