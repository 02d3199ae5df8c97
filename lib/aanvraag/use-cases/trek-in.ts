import type { Burger } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { todayIn } from '@/lib/platform/clock'
import { fromDbDate, inTransaction, type Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { geefAanmeldbewijsTerug } from '@/lib/vooraanmelding/use-cases/lees-aanmeldbewijs'
import { lockEigenAanvraag, saveOvergang } from '@/lib/aanvraag/repo'
import { checkIntrekken } from '@/lib/aanvraag/rules/intrekken'
import { STATUSSEN_MET_BUDGET } from '@/lib/aanvraag/rules/status'
import type { WijzigReden } from '@/lib/aanvraag/texts'

/** Withdraws an aanvraag, in a transaction of its own; see `trekIn`. */
export function trekAanvraagIn(burger: Burger, { kenmerk }: { kenmerk: string }): Promise<Outcome<WijzigReden>> {
  return inTransaction((tx) => trekIn(tx, burger, { kenmerk, isAfgezegd: false }))
}

/**
 * Withdraws an aanvraag. What was reserved falls free, by a job of the modules that hold it: the reservation, and after a
 * verlening the order to the opleider. A scholing that the opleider called off never begins, so then its start date says nothing.
 */
export async function trekIn(tx: Tx, burger: Burger, { kenmerk, isAfgezegd }: { kenmerk: string; isAfgezegd: boolean }): Promise<Outcome<WijzigReden>> {
  const aanvraag = await lockEigenAanvraag(tx, burger.id, kenmerk)
  if (aanvraag === undefined) return refused('niet-gevonden')
  const redenen = checkIntrekken(aanvraag.status, fromDbDate(aanvraag.aanmeldbewijs.startdatum), await todayIn(tx))
  const beletsels = isAfgezegd ? redenen.filter((reden) => reden !== 'al-begonnen') : redenen
  if (beletsels.length > 0) return refused(...beletsels)

  await saveOvergang(tx, aanvraag, { handeling: 'trek-in', naar: 'ingetrokken', actor: burger, data: { aangehoudenVanaf: null, aangehoudenTot: null } })
  await geefAanmeldbewijsTerug(tx, aanvraag.aanmeldbewijsId)
  if (STATUSSEN_MET_BUDGET.includes(aanvraag.status)) await enqueue(tx, 'laat-reservering-vrij', { aanvraagId: aanvraag.id })
  if (aanvraag.status === 'verleend') await enqueue(tx, 'laat-verplichting-vervallen', { aanvraagId: aanvraag.id })
  return done
}
