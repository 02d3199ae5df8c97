import { SYSTEEM } from '@/lib/base/actor'
import { ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { listFromBank, markRead, readFromBank } from '@/lib/platform/bank'
import { log } from '@/lib/platform/log'

/**
 * Takes in what the bank's transport has put in the folder, oldest name first. A file is moved away only after it was kept, so a
 * crash in between offers it again, and then it is known by its bytes. Gives whether there was anything.
 */
export async function leesBankmap(): Promise<boolean> {
  const namen = await listFromBank()
  for (const naam of namen) {
    const inhoud = await readFromBank(naam)
    // Another process was first.
    if (inhoud === undefined) continue
    const ontvangen = await ontvangBankbericht(SYSTEEM, { naam, inhoud })
    if (!ontvangen.ok) log.warn('bestand van de bank niet aangenomen', { fout: ontvangen.redenen.join() })
    await markRead(naam)
  }
  return false
}
