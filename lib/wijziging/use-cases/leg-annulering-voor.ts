import { SYSTEEM } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import type { PlainDate } from '@/lib/base/date'
import { stuurAanvraagbrief } from '@/lib/beschikking/use-cases/stuur-aanvraagbrief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { findAfzegging, insertAnnuleringen, listNietVerleend, listZonderBrief, lockOngemeld, lockZonderBrief, saveBrief, type AnnuleringZonderBrief } from '@/lib/wijziging/repo'
import { makeAfzegbericht, makeAnnuleringsbrief } from '@/lib/wijziging/rules/annuleringsbrieven'
import { calculateKeuzetermijn } from '@/lib/wijziging/rules/keuze'

/**
 * A start date does not go ahead. Every burger with a grant for it gets the choice in one statement; the letters follow, one transaction
 * each, so that it can stop and go on anywhere. Who has no grant yet gets a message. What was done is not done again.
 */
export async function legAnnuleringVoor(activiteitId: string): Promise<void> {
  const afzegging = await inTransaction(async (tx) => {
    const gevonden = await findAfzegging(tx, activiteitId)
    if (gevonden !== undefined) await insertAnnuleringen(tx, { activiteitId, ...gevonden, ...(await leesTermijnen(tx)) })
    return gevonden
  })
  if (afzegging === undefined) return
  for (const annulering of await inTransaction((tx) => listZonderBrief(tx, activiteitId))) await inTransaction((tx) => sendAnnulering(tx, annulering))
  for (const aanvraagId of await inTransaction((tx) => listNietVerleend(tx, activiteitId))) {
    await inTransaction(async (tx) => {
      if (!(await lockOngemeld(tx, aanvraagId))) return
      await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'meld-annulering', actor: SYSTEEM, gegevens: { activiteitId }, zichtbaar: true })
      await stuurAanvraagbrief(tx, { aanvraagId, soort: 'mededeling', makeBrief: (feiten) => makeAfzegbericht(feiten, afzegging.reden) })
    })
  }
}

/** Until when the burger can choose, from today; wisselen and stoppen have one term. */
export async function leesTermijnen(tx: Tx): Promise<{ antwoordUiterlijkOp: PlainDate; wisselUiterlijkOp: PlainDate }> {
  const vandaag = amsterdamDate(await nowIn(tx))
  const regeling = await leesRegeling(tx, vandaag)
  const tot = calculateKeuzetermijn(vandaag, regeling.get('afzegging-keuze'), regeling.get('gelijkgestelde-dagen'))
  return { antwoordUiterlijkOp: tot, wisselUiterlijkOp: tot }
}

/** The letter of one call-off, and its line in the log of the aanvraag. */
export async function sendAnnulering(tx: Tx, { id, aanvraagId, ...feiten }: AnnuleringZonderBrief): Promise<void> {
  if (!(await lockZonderBrief(tx, id))) return
  const briefId = await stuurAanvraagbrief(tx, { aanvraagId, soort: 'mededeling', makeBrief: (brief) => makeAnnuleringsbrief(brief, feiten) })
  await saveBrief(tx, id, briefId)
  await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'meld-annulering', actor: SYSTEEM, gegevens: { wijzigingId: id }, zichtbaar: true })
}
