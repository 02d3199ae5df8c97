import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { stuurAanvraagbrief } from '@/lib/beschikking/use-cases/stuur-aanvraagbrief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { lockKeuze, saveKeuzetermijn } from '@/lib/wijziging/repo/keuze'
import { makeVerlengbericht } from '@/lib/wijziging/rules/annuleringsbrieven'
import { calculateKeuzetermijn, whyNietTeVerlengen } from '@/lib/wijziging/rules/keuze'
import type { VerlengInput } from '@/lib/wijziging/schema'
import type { VerlengReden } from '@/lib/wijziging/texts'

/**
 * A behandelaar gives a burger whose scholing was called off more time to choose, instead of announcing an intrekking: never more than the
 * term of the parameter, from today. The burger gets a letter, and is reminded anew.
 */
export function verlengKeuze(behandelaar: Medewerker, { kenmerk, tot, reden }: VerlengInput): Promise<Outcome<VerlengReden>> {
  return inTransaction(async (tx) => {
    const keuze = await lockKeuze(tx, kenmerk)
    if (keuze === undefined) return refused('niet-gevonden')
    const vandaag = await todayIn(tx)
    const regeling = await leesRegeling(tx, vandaag)
    const hoogstens = calculateKeuzetermijn(vandaag, regeling.get('afzegging-keuze'), regeling.get('gelijkgestelde-dagen'))
    const redenen = [...whyNietTeVerlengen({ ...keuze, tot, hoogstens, vandaag }), ...(keuze.heeftVoornemen ? ['voornemen-loopt' as const] : [])]
    if (redenen.length > 0) return refused(...redenen)
    await saveKeuzetermijn(tx, keuze.id, tot)
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: keuze.aanvraagId, soort: 'verleng-keuze', actor: behandelaar, reden, gegevens: { wijzigingId: keuze.id, tot }, zichtbaar: true })
    await stuurAanvraagbrief(tx, { aanvraagId: keuze.aanvraagId, soort: 'mededeling', makeBrief: (feiten) => makeVerlengbericht(feiten, tot) })
    return done
  })
}
