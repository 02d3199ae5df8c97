import { SYSTEEM } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { stuurAanvraagbrief } from '@/lib/beschikking/use-cases/stuur-aanvraagbrief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowOn } from '@/lib/platform/clock'
import { inPgTransaction, inTransaction, prisma } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { insertKeuzeherinneringen, lockTeHerinneren, saveHerinneringBrief } from '@/lib/wijziging/repo/keuze'
import { makeKeuzeherinnering } from '@/lib/wijziging/rules/annuleringsbrieven'

/** So many reminders are planned in one transaction. */
const GROEP = 5_000

/**
 * Who has not chosen yet after a call-off is reminded, once, so many days before the term ends (parameter afzegging-keuze). Gives true
 * when there is more to do at once. `isDruk` says whether an opening has the machine for itself.
 */
export async function bewaakKeuzes(isDruk: () => Promise<boolean> = () => Promise.resolve(false)): Promise<boolean> {
  if (await isDruk()) return false
  return inPgTransaction(async (client) => {
    const vandaag = amsterdamDate(await nowOn(client))
    const { herinneringDagen } = (await leesRegeling(prisma, vandaag)).get('afzegging-keuze')
    return (await insertKeuzeherinneringen(client, { vandaag, dagen: herinneringDagen, hoogstens: GROEP })) === GROEP
  })
}

/** Sends the reminder. Chosen meanwhile, or sent before: sends nothing. */
export function herinnerKeuze(wijzigingId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const open = await lockTeHerinneren(tx, wijzigingId)
    if (open === undefined) return
    const { aanvraagId, wisselUiterlijkOp } = open
    const briefId = await stuurAanvraagbrief(tx, { aanvraagId, soort: 'mededeling', makeBrief: (feiten) => makeKeuzeherinnering(feiten, wisselUiterlijkOp) })
    await saveHerinneringBrief(tx, wijzigingId, briefId)
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'herinner-keuze', actor: SYSTEEM, gegevens: { wijzigingId }, zichtbaar: true })
  })
}
