import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { lockBericht, saveBerichtBrief } from '@/lib/verantwoording/repo/deelname-termijn'
import { makeMeldherinnering } from '@/lib/verantwoording/rules/deelname-berichten'
import { calculateTeLaatGrens } from '@/lib/verantwoording/rules/deelname-termijn'
import { toMeldtermijnen } from '@/lib/verantwoording/use-cases/bewaak-deelnametermijnen'

/** Sends an opleider the message of a day about what it still has to report. All reported meanwhile, or sent before: sends nothing. */
export function herinnerOpleider(berichtId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const vandaag = await todayIn(tx)
    const { maanden, navraagDagen } = toMeldtermijnen(await leesRegeling(tx, vandaag))
    const bericht = await lockBericht(tx, berichtId, { maanden, grens: calculateTeLaatGrens(vandaag, { maanden }) })
    if (bericht === undefined || bericht.aantal === 0) return
    const { id } = await stuurBrief(tx, { soort: 'mededeling', opleiderId: bericht.opleiderId, ...makeMeldherinnering(bericht.opleider, bericht, { navraagDagen }) })
    await saveBerichtBrief(tx, berichtId, id)
  })
}
