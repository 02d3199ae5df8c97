import { SYSTEEM } from '@/lib/base/actor'
import { MAX_BERICHT_BYTES, ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { bankTransport, type BankTransport } from '@/lib/platform/bank'
import { log } from '@/lib/platform/log'

/**
 * Takes in what the bank's transport has for us, oldest name first. A file is taken away only after it was kept, or after a row says why it
 * was not, so a crash in between offers it again, and then it is known by its bytes. Gives whether there was anything.
 */
export async function leesBankmap(transport: BankTransport = bankTransport): Promise<boolean> {
  for (const naam of await transport.list()) {
    const bestand = await transport.read(naam, MAX_BERICHT_BYTES)
    // Another process was first.
    if (bestand === undefined) continue
    const ontvangen = await ontvangBankbericht(SYSTEEM, { naam, ...bestand })
    if (!ontvangen.ok) log.warn('bestand van de bank niet aangenomen', { fout: ontvangen.redenen.join() })
    await transport.markRead(naam)
  }
  return false
}
