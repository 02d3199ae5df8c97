import { SYSTEEM } from '@/lib/base/actor'
import { MAX_BERICHT_BYTES, ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { bankTransport, type BankTransport } from '@/lib/platform/bank'
import { log } from '@/lib/platform/log'

/**
 * Takes in what the bank's transport has for us, oldest name first. A file is taken away only after it was kept, or after a row says why it
 * was not, so a crash in between offers it again, and then it is known by its bytes. One that cannot be opened never holds up the others.
 * Throws, after all of them, when some could not be taken in: those stay where they are. Gives whether there was anything.
 */
export async function leesBankmap(transport: BankTransport = bankTransport): Promise<boolean> {
  const fouten: unknown[] = []
  for (const naam of await transport.list()) {
    try {
      await neemIn(transport, naam)
    } catch (fout) {
      fouten.push(fout)
    }
  }
  if (fouten.length > 0) throw new AggregateError(fouten, `${String(fouten.length)} files of the bank were not taken in`)
  return false
}

async function neemIn(transport: BankTransport, naam: string): Promise<void> {
  const bestand = await transport.read(naam, MAX_BERICHT_BYTES)
  // Another process was first, or it is still being written.
  if (bestand === undefined) return
  const ontvangen = await ontvangBankbericht(SYSTEEM, { naam, ...bestand })
  if (!ontvangen.ok) log.warn('bestand van de bank niet aangenomen', { fout: ontvangen.redenen.join() })
  await transport.markRead(naam)
}
