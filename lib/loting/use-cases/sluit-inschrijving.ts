import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import type { Zaadbron } from '@/lib/loting/model'
import { countOngetoetst, lockLoting, lockLotingTijdvak, SLUIT_INSCHRIJVING } from '@/lib/loting/repo'
import type { LotingReden } from '@/lib/loting/texts'

type Opdracht = { code: string; zaadBron: Zaadbron; baken: string | undefined; reden: string }

/** Orders the list of participants to be fixed: after the period, when everything that was received has been checked. */
export function sluitInschrijving(actor: Medewerker, { code, zaadBron, baken, reden }: Opdracht): Promise<Outcome<LotingReden>> {
  return inTransaction(async (tx) => {
    const tijdvak = await lockLotingTijdvak(tx, code)
    if (tijdvak === undefined) return refused('geen-loting')
    if ((await nowIn(tx)) < tijdvak.sluitOp) return refused('periode-loopt-nog')
    if ((await lockLoting(tx, { code })) !== undefined) return refused('lijst-ligt-vast')
    if (zaadBron === 'baken' && baken === undefined) return refused('baken-ontbreekt')
    if ((await countOngetoetst(tx, tijdvak.id)) > 0) return refused('toetsing-loopt')
    // The job reads its order from the log: it carries ids only.
    const gegevens = { zaadBron, baken: zaadBron === 'baken' ? (baken ?? null) : null }
    await saveGebeurtenis(tx, { onderwerp: 'tijdvak', onderwerpId: tijdvak.id, soort: SLUIT_INSCHRIJVING, actor, reden, gegevens })
    await enqueue(tx, 'stel-lijst-vast', { tijdvakId: tijdvak.id })
    return done
  })
}
