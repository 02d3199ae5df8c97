import { amsterdamDate } from '@/lib/base/amsterdam'
import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { insertSignaal, lockGeval, saveGeval } from '@/lib/verantwoording/repo/deelname-controle'
import { makeOordeelbericht } from '@/lib/verantwoording/rules/deelname-berichten'
import { whyNietTeBeoordelen, type OordeelReden } from '@/lib/verantwoording/rules/deelname-controle'
import type { DeelnameOordeelInput } from '@/lib/verantwoording/schema'

/**
 * The Toetsingskamer judges the documents behind a report, with a reason that the opleider reads. What is not in order becomes a signal
 * for the vaststelling: UWV decides on the amount, the Toetsingskamer does not.
 */
export function beoordeelDeelname(onderzoeker: Medewerker, { gevalId, oordeel, reden }: DeelnameOordeelInput): Promise<Outcome<OordeelReden>> {
  return inTransaction(async (tx) => {
    const geval = await lockGeval(tx, { id: gevalId })
    if (geval === undefined) return refused('geval-niet-gevonden')
    const nu = await nowIn(tx)
    const redenen = whyNietTeBeoordelen(oordeel, { ...geval, vandaag: amsterdamDate(nu) })
    if (redenen.length > 0) return refused(...redenen)

    await saveGeval(tx, gevalId, { oordeel, reden, doorId: onderzoeker.id, beoordeeldOp: nu })
    if (oordeel !== 'goed') await insertSignaal(tx, { aanvraagId: geval.aanvraagId, soort: `controle-${oordeel}`, gevalId, reden })
    await saveGebeurtenis(tx, { onderwerp: 'deelnamecontrole', onderwerpId: gevalId, soort: 'beoordeel-deelname', actor: onderzoeker, gegevens: { oordeel, aanvraagId: geval.aanvraagId } })
    await stuurBrief(tx, { soort: 'mededeling', opleiderId: geval.opleiderId, ...makeOordeelbericht(geval, { isGoed: oordeel === 'goed', reden }) })
    return done
  })
}
