import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { now } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { fetchIbanNaam } from '@/lib/platform/iban-naam'
import { findLopend, listOngecontroleerd, lockOpleider, saveNaamcontrole } from '@/lib/bankrekening/repo'
import type { RekeningReden } from '@/lib/bankrekening/texts'
import { MAX_STIL } from '@/lib/bankrekening/use-cases/werk-rekeningen-bij'

const DAG_MS = 24 * 60 * 60 * 1_000

/**
 * Asks the banks about every account that an invoice waits to be paid on and that never matched, once a day each. Outside of any
 * transaction: nobody waits for a bank with a lock. When the service does not answer, it is asked again the next time.
 */
export async function controleerWachtendeRekeningen(): Promise<void> {
  const sinds = new Date((await now()).getTime() - DAG_MS)
  let stil = 0
  for (const { opleiderId, iban, naam } of await listOngecontroleerd(sinds)) {
    const antwoord = await fetchIbanNaam(iban, naam)
    if (antwoord !== 'antwoordt-niet') await inTransaction((tx) => saveNaamcontrole(tx, { opleiderId, iban, naam, ...antwoord }))
    else if ((stil += 1) === MAX_STIL) return
  }
}

/** Asks the banks again about the account of an opleider, because somebody looks at it now: the one that is asked for, or the one in use. */
export async function controleerRekening(_medewerker: Medewerker, { opleiderId }: { opleiderId: string }): Promise<Outcome<RekeningReden>> {
  const rekening = await inTransaction(async (tx) => {
    const opleider = await lockOpleider(tx, opleiderId)
    const iban = (await findLopend(tx, opleiderId))?.iban ?? opleider?.iban
    return opleider === undefined || iban == null ? undefined : { iban, naam: opleider.naam }
  })
  if (rekening === undefined) return refused('geen-rekening')
  const antwoord = await fetchIbanNaam(rekening.iban, rekening.naam)
  if (antwoord === 'antwoordt-niet') return refused('bank-antwoordt-niet')
  await inTransaction((tx) => saveNaamcontrole(tx, { opleiderId, ...rekening, ...antwoord }))
  return done
}
