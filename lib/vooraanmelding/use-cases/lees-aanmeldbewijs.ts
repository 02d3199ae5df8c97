import type { Tx } from '@/lib/platform/db'
import type { Aanmeldbewijs, Echtheid } from '@/lib/vooraanmelding/model'
import { findAanmeldbewijs, lockAanmeldbewijs, saveBewijsStatus } from '@/lib/vooraanmelding/repo'
import { checkEchtheid } from '@/lib/vooraanmelding/use-cases/teken'

/** An aanmeldbewijs by its id or its code (in its own spelling), locked until the end of the transaction. */
export function leesAanmeldbewijs(tx: Tx, welk: { id: string } | { code: string }): Promise<Aanmeldbewijs | undefined> {
  return lockAanmeldbewijs(tx, welk)
}

/** Whether an aanmeldbewijs is still as it was signed; for who decides on the aanvraag. */
export async function leesEchtheid(tx: Tx, id: string): Promise<Echtheid> {
  return checkEchtheid(await findAanmeldbewijs(tx, id))
}

/** Makes an aanmeldbewijs usable again, because the aanvraag that used it was withdrawn. */
export async function geefAanmeldbewijsTerug(tx: Tx, id: string): Promise<void> {
  const bewijs = await lockAanmeldbewijs(tx, { id })
  if (bewijs?.status === 'gebruikt') await saveBewijsStatus(tx, id, 'uitgegeven')
}

/** Marks one aanmeldbewijs as used by an aanvraag that goes on with it. */
export async function gebruikAanmeldbewijs(tx: Tx, id: string): Promise<void> {
  await saveBewijsStatus(tx, id, 'gebruikt')
}
