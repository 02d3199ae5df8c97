import { fromDbDate, type Tx } from '@/lib/platform/db'
import type { PlainDate } from '@/lib/base/date'
import type { Iban } from '@/lib/base/iban'
import { findLopend } from '@/lib/bankrekening/repo'

/** The account that this opleider asked for and that is not in use yet; `gaatInOp` is null until a second person confirmed it. */
export async function leesGevraagdeRekening(tx: Tx, opleiderId: string): Promise<{ iban: Iban; gaatInOp: PlainDate | null } | undefined> {
  const wijziging = await findLopend(tx, opleiderId)
  return wijziging === undefined ? undefined : { iban: wijziging.iban, gaatInOp: wijziging.gaatInOp === null ? null : fromDbDate(wijziging.gaatInOp) }
}
