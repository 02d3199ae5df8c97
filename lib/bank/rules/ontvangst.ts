import { oneOf } from '@/lib/base/one-of'
import { parseKenmerk } from '@/lib/base/kenmerk'
import type { VraagSoort } from '@/lib/bank/model'
import { VORDERING_PREFIX } from '@/lib/vordering/model'
import { findBetalingskenmerken } from '@/lib/vordering/rules/kenmerk'

const BESLUIT_SOORTEN = ['neem-aan', 'betaal-terug', 'boek', 'stort-terug', 'bevestig'] as const
/** What a person can do with the money of a question. */
export type Besluit = (typeof BESLUIT_SOORTEN)[number]
export const toBesluit = (text: string): Besluit => oneOf(BESLUIT_SOORTEN, text)

/**
 * What can be decided about money on a statement: of a receipt on a claim that is over, take it or give it back; of an unknown one, book it on
 * claims or send it back to where it came from; of the sum of a batch that does not fit, say which payments were carried out.
 */
const BESLUITEN: Readonly<Partial<Record<VraagSoort, readonly Besluit[]>>> = {
  'vordering-afgelopen': ['neem-aan', 'betaal-terug'],
  'onbekende-ontvangst': ['boek', 'stort-terug'],
  'onbekend-betalingskenmerk': ['boek', 'stort-terug'],
  'meer-betalingskenmerken': ['boek', 'stort-terug'],
  'batchbedrag-wijkt-af': ['bevestig'],
}

/** The decisions that a question leaves open; none when it is only to be looked into. */
export function besluitenOver(soort: VraagSoort): readonly Besluit[] {
  return BESLUITEN[soort] ?? []
}

export function isBeslisbaar(soort: VraagSoort, besluit: Besluit): boolean {
  return besluitenOver(soort).includes(besluit)
}

/** The claim that a decision is about: what a person found, or the one that stands with the receipt. Undefined when that is not one claim. */
export function kenmerkVan(besluit: Besluit, gegeven: string | undefined, { omschrijving, endToEndId, referentie }: { omschrijving: string | null; endToEndId: string | null; referentie: string | null }): string | undefined {
  if (besluit === 'boek') return parseKenmerk(VORDERING_PREFIX, gegeven ?? '')
  const [kenmerk, ander] = findBetalingskenmerken(omschrijving, endToEndId, referentie)
  return ander === undefined ? kenmerk : undefined
}
