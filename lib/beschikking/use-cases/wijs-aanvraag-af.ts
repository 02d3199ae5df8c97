import { SYSTEEM } from '@/lib/base/actor'
import { cent, formatBedrag } from '@/lib/base/money'
import type { Afwijzingsgrond } from '@/lib/beschikking/model'
import { lockAanvraag, type LockedAanvraag } from '@/lib/beschikking/repo'
import { neemBesluit } from '@/lib/beschikking/use-cases/neem-besluit'
import { inTransaction } from '@/lib/platform/db'

/**
 * The formal refusal of an aanvraag that got no budget: the plafond was reached (Awb 4:25 lid 2; the letter says what was left, lid 3), or the
 * burger had a grant this kalenderjaar. Decided already, or withdrawn: does nothing, so the job may be delivered twice.
 */
export function wijsAanvraagAf(aanvraagId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const aanvraag = await lockAanvraag(tx, aanvraagId)
    if (aanvraag?.status !== 'niet-toegewezen') return
    const outcome = await neemBesluit(tx, { aanvraagId, actor: SYSTEEM, soort: 'afwijzing', gronden: [grondOf(aanvraag)], motivering: describeStand(aanvraag) })
    if (!outcome.ok) throw new Error(`aanvraag ${aanvraagId} could not be refused: ${outcome.redenen.join(', ')}`)
  })
}

function grondOf({ id, toewijzing }: LockedAanvraag): Afwijzingsgrond {
  switch (toewijzing?.uitkomst) {
    case 'plafond-bereikt':
      return 'plafond-bereikt'
    case 'al-toegekend':
      return 'al-toegekend'
    default:
      throw new Error(`aanvraag ${id} has no toewijzing that refuses it`)
  }
}

/** Awb 4:25 lid 3: what was left at the moment of the decision, kept and told. */
function describeStand({ toewijzing, bedragCent }: LockedAanvraag): string | null {
  if (toewijzing?.uitkomst !== 'plafond-bereikt') return null
  const over = Number(toewijzing.beschikbaarCent)
  return over <= 0
    ? 'Er was geen budget meer over toen uw aanvraag aan de beurt was.'
    : `U vroeg ${formatBedrag(cent(bedragCent))} aan. Er was nog ${formatBedrag(cent(over))} over.`
}
