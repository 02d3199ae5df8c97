import { formatBedrag, type Cent } from '@/lib/base/money'
import type { FactuurFout, FactuurStatus } from '@/lib/betaling/model'
import type { MatchCode } from '@/lib/betaling/rules/zinnen-match'

/**
 * Where the payment of an invoice is: not made or sent back, in a batch that has no file yet, in a file on which the bank did not answer
 * yet, or carried out.
 */
export type Betaalstand = 'geen' | 'in-batch' | 'bij-de-bank' | 'uitgevoerd'

/** The earlier invoice that a credit note or a correction names. */
export type Verwezen = {
  readonly ordernummer: string
  readonly status: FactuurStatus
  readonly betaling: Betaalstand
  /** What was not credited or claimed back of it yet, and no credit note waits for. */
  readonly over: Cent
  /** What credit notes that wait for the bank take back. */
  readonly wachtend: Cent
}

/**
 * What a credit note does, by where the payment is: what did not leave is paid that much less, what was paid must come back, and
 * while only the bank knows which of the two it is, it waits.
 */
export const CREDITNOTA_DOET = { geen: 'verlaagt', 'in-batch': 'verlaagt', 'bij-de-bank': 'wacht', uitgevoerd: 'vordert' } as const satisfies Record<Betaalstand, string>

const VERWIJZING = 'BillingReference/InvoiceDocumentReference/ID'
const BEDRAG = 'LegalMonetaryTotal/TaxInclusiveAmount'

/** Whether a correction may come in the place of this invoice: it stands, and its money has not left. */
export function isVervangbaar({ status, betaling }: Verwezen): boolean {
  return status === 'gematcht' || status === 'teruggekomen' || betaling === 'in-batch'
}

/** What keeps this amount from being taken back of the invoice with this number. */
export function whyNietTeCrediteren({ status, over, wachtend }: Verwezen, nummer: string, bedrag: Cent): FactuurFout<MatchCode>[] {
  // A refused invoice was never booked.
  if (status === 'afgekeurd') return [{ code: 'STAP-CREDIT-AFGEKEURD', plaats: VERWIJZING, gevonden: nummer }]
  if (status === 'gecrediteerd' || status === 'vervangen') return [{ code: 'STAP-VERWIJZING-VOORBIJ', plaats: VERWIJZING, gevonden: nummer }]
  const gevonden = formatBedrag(bedrag)
  if (over <= 0) return [{ code: wachtend > 0 ? 'STAP-CREDIT-WACHT' : 'STAP-CREDIT-TERUG', plaats: VERWIJZING, gevonden }]
  return bedrag > over ? [{ code: 'STAP-CREDIT-TE-HOOG', plaats: BEDRAG, gevonden, verwacht: `hoogstens ${formatBedrag(over)}` }] : []
}
