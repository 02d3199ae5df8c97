import type { PlainDate } from '@/lib/base/date'
import type { ActiviteitInhoud, OpleidingInhoud } from '@/lib/register/model'
import { leidPrijsAf } from '@/lib/register/rules/prijs'
import type { Bewerkingsopdracht, OverslaanReden } from '@/lib/kwaliteit/model'
import { bewerkInhoud, wijzigKosten } from '@/lib/kwaliteit/rules/bewerking'

type Start = Pick<ActiviteitInhoud, 'startdatum' | 'status' | 'catalogusprijsCent' | 'subsidiabelCent' | 'kosten'>
type Aanbod<S extends Start> = { inhoud: OpleidingInhoud; activiteiten: readonly S[] }

/**
 * What an opleiding with its start dates becomes. A price follows to the start dates that are still to come and had the price of the
 * opleiding, or lines of their own of that kind; who is in a course already keeps its price.
 */
export function bewerkAanbod<S extends Start>({ inhoud, activiteiten }: Aanbod<S>, opdracht: Bewerkingsopdracht, vandaag: PlainDate): Aanbod<S> | { overslaan: OverslaanReden } {
  const uitkomst = bewerkInhoud(inhoud, opdracht, vandaag)
  if ('overslaan' in uitkomst) return uitkomst
  return { inhoud: uitkomst.waarde, activiteiten: activiteiten.map((start) => bewerkStart(start, { opdracht, oud: inhoud, nieuw: uitkomst.waarde, vandaag })) }
}

type Samenhang = { opdracht: Bewerkingsopdracht; oud: OpleidingInhoud; nieuw: OpleidingInhoud; vandaag: PlainDate }

function bewerkStart<S extends Start>(start: S, { opdracht, oud, nieuw, vandaag }: Samenhang): S {
  const isVoorbij = start.startdatum < vandaag
  if (opdracht.soort === 'sluit-voorbije-startdata') return isVoorbij && start.status === 'open' ? { ...start, status: 'gesloten' } : start
  if (opdracht.soort === 'sluit-aanmelding') return start.status === 'open' ? { ...start, status: 'gesloten' } : start
  if (opdracht.soort !== 'prijs' || isVoorbij) return start
  if (start.kosten.length > 0) {
    const kosten = wijzigKosten(start.kosten, opdracht)
    return 'overslaan' in kosten ? start : withPrijs(start, { kosten: kosten.waarde, ...leidPrijsAf(kosten.waarde, vandaag) })
  }
  if (start.catalogusprijsCent !== oud.catalogusprijsCent) return start
  return withPrijs(start, { catalogusprijsCent: nieuw.catalogusprijsCent ?? start.catalogusprijsCent, subsidiabelCent: nieuw.subsidiabelCent ?? start.subsidiabelCent })
}

/** The same object when nothing changed, so that nothing is written. */
function withPrijs<S extends Start>(start: S, prijs: Partial<Pick<Start, 'kosten' | 'catalogusprijsCent' | 'subsidiabelCent'>>): S {
  const isGelijk = (prijs.catalogusprijsCent ?? start.catalogusprijsCent) === start.catalogusprijsCent && (prijs.subsidiabelCent ?? start.subsidiabelCent) === start.subsidiabelCent
  return isGelijk ? start : { ...start, ...prijs }
}
