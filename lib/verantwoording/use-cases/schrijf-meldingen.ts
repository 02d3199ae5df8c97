import type { OpleiderActor } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { addDays, type PlainDate } from '@/lib/base/date'
import { endOfTermijn } from '@/lib/base/termijn'
import { saveGebeurtenissen } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { enqueueVeel } from '@/lib/platform/outbox'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { insertMeldingen, type TeMelden } from '@/lib/verantwoording/repo/deelname'
import type { Herkomst } from '@/lib/vooraanmelding/model'

/** So many reports are written in one statement. */
const GROEP = 500

/** The regeling of today, as far as a report is judged by it. */
export type Meldregels = { readonly vandaag: PlainDate; readonly nu: Date; readonly norm: number; readonly reactieUiterlijkOp: PlainDate }

/** What a report of today is judged by: the norm of art. 14, and the last day on which the burger can answer. */
export async function leesMeldregels(tx: Tx): Promise<Meldregels> {
  const nu = await nowIn(tx)
  const vandaag = amsterdamDate(nu)
  const regeling = await leesRegeling(tx, vandaag)
  return {
    nu, vandaag, norm: regeling.get('aanwezigheidsnorm').procent,
    // A day on which the burger can reach somebody.
    reactieUiterlijkOp: endOfTermijn(addDays(vandaag, regeling.get('deelname-reactie').dagen), regeling.get('gelijkgestelde-dagen')),
  }
}

/**
 * Writes reports that were judged before, with their log; a job asks each burger whether it is right. Nothing follows from a report
 * before that answer, the end of its term, or the look of a behandelaar.
 */
export async function schrijfMeldingen(tx: Tx, opleider: OpleiderActor, meldingen: readonly TeMelden[], { bron, regels }: { bron: Herkomst; regels: Meldregels }): Promise<void> {
  for (let vanaf = 0; vanaf < meldingen.length; vanaf += GROEP) {
    const groep = meldingen.slice(vanaf, vanaf + GROEP)
    await insertMeldingen(tx, groep, { gemeldDoor: opleider.id, bron, reactieUiterlijkOp: regels.reactieUiterlijkOp })
    await saveGebeurtenissen(tx, groep.map(({ aanvraagId, melding, bewijsId }) => ({
      onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'meld-deelname', actor: opleider, zichtbaar: true,
      gegevens: { uitkomst: melding.uitkomst, hasBewijs: bewijsId !== null, bron },
    })))
    await enqueueVeel(tx, 'vraag-reactie', groep.map(({ aanvraagId }) => ({ aanvraagId })))
  }
}
