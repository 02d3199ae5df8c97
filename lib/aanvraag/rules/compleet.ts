import type { StartOordeel } from '@/lib/tijdvak/rules/startvenster'
import type { NietAanvraagbaar } from '@/lib/register/rules/aanvraagbaar'

export type GereedReden =
  | 'tijdvak-gesloten'
  | 'aanmeldbewijs-ingetrokken'
  | 'start-te-vroeg'
  | 'bedrag-hoger-dan-register'
  | 'bedrag-hoger-dan-maximum'
  | 'al-toegekend-dit-jaar'
  | 'tijdelijk-uitgesloten'
  | 'verleningsgrens-bereikt'
  | 'geen-compartiment'
  | NietAanvraagbaar

/** What counts for a prepared aanvraag. Amounts in cents. */
export type CompleetFeiten = {
  readonly isTijdvakGesloten: boolean
  readonly isAanmeldbewijsIngetrokken: boolean
  readonly nietAanvraagbaar: readonly NietAanvraagbaar[]
  readonly start: StartOordeel
  readonly bedragCent: number
  readonly subsidiabelCent: number
  readonly maximumCent: number
  /** Art. 12a: this scholing got its number of grants of the year before the tijdvak opened. */
  readonly isVerleningsgrensBereikt: boolean
  /** Art. 14: excluded on the day on which it can be submitted at the earliest. */
  readonly isBurgerUitgesloten: boolean
  readonly verleningen: number
  readonly verleningenPerJaar: number
}

/**
 * Everything that stands in the way of an aanvraag, said at once; empty when it can be made gereed. A start later than the
 * venster is no hindrance: art. 5 lid 3 onder b allows it when the opleider cannot start sooner, and that a person decides.
 */
export function checkCompleet(feiten: CompleetFeiten): readonly GereedReden[] {
  const { bedragCent, nietAanvraagbaar } = feiten
  return [
    ...when(feiten.isTijdvakGesloten, 'tijdvak-gesloten'),
    ...when(feiten.verleningen >= feiten.verleningenPerJaar, 'al-toegekend-dit-jaar'),
    ...when(feiten.isBurgerUitgesloten, 'tijdelijk-uitgesloten'),
    ...when(feiten.isAanmeldbewijsIngetrokken, 'aanmeldbewijs-ingetrokken'),
    ...nietAanvraagbaar,
    ...when(feiten.isVerleningsgrensBereikt, 'verleningsgrens-bereikt'),
    // An activity that began is too early as well; one reason says enough.
    ...when(feiten.start === 'te-vroeg' && !nietAanvraagbaar.includes('al-begonnen'), 'start-te-vroeg'),
    ...when(bedragCent > feiten.subsidiabelCent, 'bedrag-hoger-dan-register'),
    ...when(bedragCent > feiten.maximumCent, 'bedrag-hoger-dan-maximum'),
  ]
}

function when(applies: boolean, reden: GereedReden): readonly GereedReden[] {
  return applies ? [reden] : []
}
