import type { Mutatie, MutatieSoort, VraagSoort } from '@/lib/bank/model'
import type { BetalingStatus } from '@/lib/betaling/model'
import { findBetalingskenmerken } from '@/lib/vordering/rules/kenmerk'
import type { Ontvangstuitkomst } from '@/lib/vordering/model'

/** A payment or a batch of ours that a movement may be about. Amounts in cents, more than zero. */
export type BekendeBetaling = { readonly id: string; readonly bedragCent: number; readonly status: BetalingStatus }
export type BekendeBatch = { readonly id: string; readonly onderwegCent: number; readonly aantalOnderweg: number }

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
    if (betaling.status !== 'onderweg') return ask('dubbel-afgeschreven', 'betaling')
    return betaling.bedragCent + bedrag === 0 ? { soort: 'betaling', gevolg: 'bevestig', vraag: null } : ask('bedrag-wijkt-af', 'betaling')
  }
  if (batch !== undefined) {
    if (batch.aantalOnderweg === 0) return ask('dubbel-afgeschreven', 'batch')
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

/** How a statement stands in the chain of its account. `laatste` is undefined when it is the first one ever. */
export type Aansluiting = 'sluit-aan' | 'al-verwerkt' | 'te-vroeg' | 'sluit-niet-aan'

/**
 * Whether a statement may be booked now. The balances decide: it must begin where the last one ended. One with a number that
 * lies further on waits for those between.
 */
export function beoordeelAansluiting(
  afschrift: { volgnummer: number | null; begin: number },
  laatste: { volgnummer: number | null; eind: number } | undefined,
): Exclude<Aansluiting, 'al-verwerkt'> {
  if (laatste === undefined) return 'sluit-aan'
  if (afschrift.volgnummer !== null && laatste.volgnummer !== null) {
    if (afschrift.volgnummer <= laatste.volgnummer) return 'sluit-niet-aan'
    if (afschrift.volgnummer > laatste.volgnummer + 1) return 'te-vroeg'
    return afschrift.begin === laatste.eind ? 'sluit-aan' : 'sluit-niet-aan'
  }
  return afschrift.begin === laatste.eind ? 'sluit-aan' : 'te-vroeg'
}
