import { SYSTEEM } from '@/lib/base/actor'
import { cent, formatBedrag } from '@/lib/base/money'
import type { Afwijzingsgrond } from '@/lib/beschikking/model'
import { lockAanvraag, type LockedAanvraag } from '@/lib/beschikking/repo'
import { neemBesluit } from '@/lib/beschikking/use-cases/neem-besluit'
import { inTransaction } from '@/lib/platform/db'
import { formatTot } from '@/lib/reservelijst/texts'

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

function grondOf({ id, toewijzing, reserveplaats }: LockedAanvraag): Afwijzingsgrond {
  if (reserveplaats !== null) return reserveplaats.toestand === 'afgeslagen' || reserveplaats.toestand === 'verlopen' ? 'aanbod-niet-aanvaard' : 'plafond-bereikt'
  switch (toewijzing?.uitkomst) {
    case 'plafond-bereikt':
      return 'plafond-bereikt'
    case 'al-toegekend':
    case 'verleningsgrens-bereikt':
      return toewijzing.uitkomst
    default:
      throw new Error(`aanvraag ${id} has no toewijzing that refuses it`)
  }
}

/**
 * Awb 4:25 lid 3: what was left at the moment of the decision, kept and told. There may be enough left and still nothing to
 * give: what fell free after somebody else was refused is not given to who came later (I3), nor is the rest after a closing.
 */
function describeStand({ toewijzing, reserveplaats, indiening, bedragCent }: LockedAanvraag): string | null {
  if (reserveplaats !== null) return describeReserve(reserveplaats)
  if (toewijzing?.uitkomst !== 'plafond-bereikt') return null
  if (indiening?.isFormeel === true) return 'U vroeg om een besluit terwijl het budget op was. U stond niet op de reservelijst.'
  const over = Number(toewijzing.beschikbaarCent)
  if (over <= 0) return 'Er was geen budget meer over toen uw aanvraag aan de beurt was.'
  const gevraagd = `U vroeg ${formatBedrag(cent(bedragCent))} aan.`
  return over < bedragCent
    ? `${gevraagd} Er was nog ${formatBedrag(cent(over))} over.`
    : `${gevraagd} Er was nog ${formatBedrag(cent(over))} over, maar dat geld verdelen wij niet meer in dit tijdvak. De verdeling was al gesloten voor dit bedrag toen uw aanvraag aan de beurt was.`
}

/** What became of a place on the reserve list (docs/adr/0017). */
function describeReserve({ toestand, uiterlijkOp }: NonNullable<LockedAanvraag['reserveplaats']>): string | null {
  const uiterlijk = uiterlijkOp === null ? '' : formatTot(uiterlijkOp)
  switch (toestand) {
    case 'afgeslagen':
      return 'U liet ons weten dat u het aangeboden budget niet wilt.'
    case 'verlopen':
      return `U kon het aangeboden budget aanvaarden ${uiterlijk}. Wij kregen geen antwoord.`
    case 'besluit-gevraagd':
      return 'U stond op de reservelijst en vroeg om het besluit. Daarmee verviel uw plaats.'
    case 'niet-te-starten':
      return 'U stond op de reservelijst. Er kwam geen budget voor u vrij voordat uw scholing begon.'
    case 'lijst-gesloten':
      return 'U stond op de reservelijst. Er kwam niet genoeg budget vrij voordat de lijst sloot.'
    default:
      return null
  }
}
