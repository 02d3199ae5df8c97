import type { Medewerker } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { lockOpschorting, saveEinde } from '@/lib/opschorting/repo'
import { toestandOp } from '@/lib/opschorting/rules/duur'
import { makeEindbericht } from '@/lib/opschorting/rules/kennisgeving'
import type { BeeindigInput } from '@/lib/opschorting/schema'
import type { OpschortReden } from '@/lib/opschorting/texts'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'

/** Ends a suspension before its day, with a letter to the opleider; the burgers hear it by the loop `opschortingen`. From this moment a batch may hold its invoices again. */
export function beeindigOpschorting(medewerker: Medewerker, { opschortingId, reden }: BeeindigInput): Promise<Outcome<OpschortReden>> {
  return inTransaction(async (tx) => {
    const opschorting = await lockOpschorting(tx, opschortingId)
    if (opschorting === undefined) return refused('onbekende-opschorting')
    const nu = await nowIn(tx)
    if (toestandOp(opschorting.duur, amsterdamDate(nu)) !== 'loopt') return refused('al-afgelopen')
    const { opleiderId, bereik, zaak, aanvraagId } = opschorting
    await saveEinde(tx, opschortingId, { beeindigdOp: nu, beeindigdDoor: medewerker.id, beeindigdReden: reden })
    const { id: briefId } = await stuurBrief(tx, { soort: 'opschorting', opleiderId, ...(aanvraagId === null ? {} : { aanvraagId }), ...makeEindbericht(bereik, { zaak, reden }) })
    await saveGebeurtenis(tx, { onderwerp: 'opschorting', onderwerpId: opschortingId, soort: 'beeindig-opschorting', actor: medewerker, reden, gegevens: { briefId } })
    return done
  })
}
