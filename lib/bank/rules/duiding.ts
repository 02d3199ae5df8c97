import { daysBetween, type PlainDate } from '@/lib/base/date'
import type { Mutatie, MutatieSoort, VraagSoort } from '@/lib/bank/model'
import type { BetalingStatus } from '@/lib/betaling/model'
import { findBetalingskenmerken, findTerugstortkenmerken } from '@/lib/vordering/rules/kenmerk'
import type { Ontvangstuitkomst } from '@/lib/vordering/model'

/** A payment or a batch of ours that a movement may be about. Amounts in cents, more than zero. */
export type BekendeBetaling = {
  readonly id: string; readonly bedragCent: number; readonly status: BetalingStatus
  /** It came back before a statement showed that it had left. */
  readonly isNietAfgeschreven?: boolean
}
export type BekendeBatch = {
  readonly id: string; readonly onderwegCent: number; readonly aantalOnderweg: number
  /** The bank refused all of it. */
  readonly isAfgewezen?: boolean
}

/** What a movement is, what it does, and why a person must look (null: nobody needs to). */
export type Duiding = {
  readonly soort: MutatieSoort
  readonly gevolg: 'bevestig' | 'bevestig-batch' | 'boek-terug' | 'niets'
  readonly vraag: VraagSoort | null
}

const ask = (vraag: VraagSoort, soort: MutatieSoort = 'onbekend'): Duiding => ({ soort, gevolg: 'niets', vraag })

/**
 * What a movement on the account means. Only what matches to the cent has a consequence by itself; everything else is kept and
 * asked to a person, never guessed.
 */
export function duidMutatie(mutatie: Mutatie, betaling: BekendeBetaling | undefined, batch: BekendeBatch | undefined): Duiding {
  if (mutatie.isTeruggedraaid) return ask('teruggedraaid')
  return mutatie.bedrag < 0 ? duidAfschrijving(mutatie, betaling, batch) : duidOntvangst(mutatie, betaling)
}

function duidAfschrijving({ bedrag }: Mutatie, betaling: BekendeBetaling | undefined, batch: BekendeBatch | undefined): Duiding {
  if (betaling !== undefined) {
    // What came back before it was seen to leave, is seen to leave now: the only debit that there is.
    if (betaling.isNietAfgeschreven === true && betaling.bedragCent + bedrag === 0) return { soort: 'betaling', gevolg: 'niets', vraag: null }
    if (betaling.status === 'afgewezen') return ask('afgewezen-na-uitvoering', 'betaling')
    if (betaling.status !== 'onderweg') return ask('dubbel-afgeschreven', 'betaling')
    return betaling.bedragCent + bedrag === 0 ? { soort: 'betaling', gevolg: 'bevestig', vraag: null } : ask('bedrag-wijkt-af', 'betaling')
  }
  if (batch !== undefined) {
    if (batch.aantalOnderweg === 0) return ask(batch.isAfgewezen === true ? 'afgewezen-na-uitvoering' : 'dubbel-afgeschreven', 'batch')
    return batch.onderwegCent + bedrag === 0 ? { soort: 'batch', gevolg: 'bevestig-batch', vraag: null } : ask('batchbedrag-wijkt-af', 'batch')
  }
  return ask('onbekende-afschrijving')
}

function duidOntvangst({ bedrag }: Mutatie, betaling: BekendeBetaling | undefined): Duiding {
  if (betaling === undefined) return ask('onbekende-ontvangst')
  // Also when the bank returns a payment before it showed the debit: the money is back on the account.
  const isTerug = betaling.status === 'uitgevoerd' || betaling.status === 'onderweg'
  if (!isTerug) return ask('onbekende-ontvangst', 'retour')
  return betaling.bedragCent === bedrag ? { soort: 'retour', gevolg: 'boek-terug', vraag: 'teruggekomen' } : ask('deel-teruggekomen', 'retour')
}

/**
 * The betalingskenmerken that a movement carries, when it may be about a claim: it names no payment or batch of ours, and the bank
 * does not send anything back with it.
 */
export function kenmerkenOf(mutatie: Mutatie, isVanBetaling: boolean): readonly string[] {
  if (isVanBetaling || mutatie.isTeruggedraaid || mutatie.retourcode !== null) return []
  return findBetalingskenmerken(mutatie.omschrijving, mutatie.endToEndId, mutatie.referentie)
}

/** The kenmerken of money without a claim that a debit carries; of what came in, and of what the bank turned back, none. */
export function terugstortkenmerkenOf(mutatie: Mutatie): readonly string[] {
  return mutatie.bedrag > 0 || mutatie.isTeruggedraaid ? [] : findTerugstortkenmerken(mutatie.omschrijving, mutatie.endToEndId, mutatie.referentie)
}

const NA_ONTVANGST: Readonly<Record<Ontvangstuitkomst, VraagSoort | null>> = {
  geheel: null, deel: null, 'te-veel': 'te-veel-ontvangen', 'na-afloop': 'vordering-afgelopen', onbekend: 'onbekend-betalingskenmerk',
}

/** What a receipt on a claim is, when it was booked or could not be. */
export function duidVordering(uitkomst: Ontvangstuitkomst): Duiding {
  return { soort: 'vordering', gevolg: 'niets', vraag: NA_ONTVANGST[uitkomst] }
}

/** What a transfer with a betalingskenmerk is: to the cent what we owed back, or something to ask. */
export function duidTerugbetaling(isGeboekt: boolean): Duiding {
  return { soort: 'terugbetaling', gevolg: 'niets', vraag: isGeboekt ? null : 'andere-terugbetaling' }
}

/** The name of a line of a statement, under which it is booked once. A bank may give another statement the same identification in a later year. */
export function herkomstVan({ rekening, kenmerk, datum }: { rekening: string; kenmerk: string; datum: PlainDate | null }, volgnummer: number): string {
  return [rekening, datum === null ? kenmerk : `${kenmerk}@${datum}`, volgnummer].join('/')
}

/** The movements in an order in which each can be judged: a bank may list what came back above the debit of the same day. */
export function debitsFirst(mutaties: readonly Mutatie[]): readonly Mutatie[] {
  return [...mutaties.filter(({ bedrag }) => bedrag < 0), ...mutaties.filter(({ bedrag }) => bedrag >= 0)]
}

/** How a statement stands in the chain of its account. `laatste` is undefined when it is the first one ever. */
export type Aansluiting = 'sluit-aan' | 'al-verwerkt' | 'te-vroeg' | 'sluit-niet-aan'

type Geketend = { readonly volgnummer: number | null; readonly datum: PlainDate | null }

/**
 * Whether a statement may be booked now. The balances decide: it must begin where the last one ended, whatever its number, for banks
 * begin to count again each year and leave numbers out. An account that is emptied every day has the same balances every time, so one that
 * is older than the last one does not follow it. Of one that does not connect, number and day tell whether something is missing between,
 * so that it waits, or that it cannot be right.
 */
export function beoordeelAansluiting(afschrift: Geketend & { begin: number }, laatste: (Geketend & { eind: number }) | undefined): Exclude<Aansluiting, 'al-verwerkt'> {
  if (laatste === undefined) return 'sluit-aan'
  const dagen = afschrift.datum === null || laatste.datum === null ? 0 : daysBetween(laatste.datum, afschrift.datum)
  const nummers = afschrift.volgnummer === null || laatste.volgnummer === null ? undefined : afschrift.volgnummer - laatste.volgnummer
  const isOpDag = afschrift.datum !== null && laatste.datum !== null && dagen === 0
  if (afschrift.begin === laatste.eind) return dagen < 0 || (isOpDag && nummers !== undefined && nummers <= 0) ? 'sluit-niet-aan' : 'sluit-aan'
  if (nummers === undefined) return 'te-vroeg'
  // Nothing can be missing between two numbers that follow each other.
  if (nummers === 1) return 'sluit-niet-aan'
  return nummers > 1 || dagen > 0 ? 'te-vroeg' : 'sluit-niet-aan'
}
