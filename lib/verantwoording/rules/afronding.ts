import type { PlainDate } from '@/lib/base/date'
import type { AanvraagStatus } from '@/lib/aanvraag/model'
import type { DeelnameUitkomst, Melding, Reactiestand, Vervolg } from '@/lib/verantwoording/model'

/** Why a report cannot be taken. */
export type MeldReden = 'aanvraag-niet-gevonden' | 'niet-verleend' | 'al-gemeld' | 'niet-gemeld' | 'nog-niet-afgelopen' | 'nog-niet-begonnen' | 'aanwezigheid-te-laag' | 'bewijs-ontbreekt'

export type MeldFeiten = {
  readonly status: AanvraagStatus
  readonly isGemeld: boolean
  readonly startdatum: PlainDate
  readonly einddatum: PlainDate
  readonly hasBewijs: boolean
  readonly vandaag: PlainDate
  /** Attendance in percent that counts as completed; regeling art. 14 lid 2 onder b, parameter aanwezigheidsnorm. */
  readonly norm: number
}

/** What keeps an opleider from reporting this outcome now; empty: it can be stored. Regeling art. 14 lid 2. */
export function whyNietTeMelden(melding: Melding, feiten: MeldFeiten): readonly MeldReden[] {
  return [...(feiten.isGemeld ? ['al-gemeld' as const] : []), ...whyNietUitkomst(melding, feiten)]
}

/** What keeps an opleider from correcting a report: as a new one, and only until something is established. */
export function whyNietTeCorrigeren(melding: Melding, feiten: MeldFeiten): readonly MeldReden[] {
  if (!feiten.isGemeld) return ['niet-gemeld']
  // A dispute is just when a mistake is found: a corrected report goes to the burger again.
  return whyNietUitkomst(melding, { ...feiten, status: feiten.status === 'betwist' ? 'verleend' : feiten.status })
}

function whyNietUitkomst(melding: Melding, feiten: MeldFeiten): readonly MeldReden[] {
  const redenen: MeldReden[] = []
  if (feiten.status !== 'verleend') redenen.push('niet-verleend')
  if (melding.uitkomst === 'niet-succesvol') {
    // Who never began or stopped halfway can be reported at once; only before the start nothing is known yet.
    if (feiten.vandaag < feiten.startdatum) redenen.push('nog-niet-begonnen')
    return redenen
  }
  if (feiten.vandaag < feiten.einddatum) redenen.push('nog-niet-afgelopen')
  if (!feiten.hasBewijs) redenen.push('bewijs-ontbreekt')
  if (melding.wijze === 'aanwezigheid' && (melding.percentage === null || melding.percentage < feiten.norm)) redenen.push('aanwezigheid-te-laag')
  return redenen
}

/**
 * What follows from a report and the answer of the burger. Only a completed scholing that the burger confirms, or does not dispute within
 * the term that was stated, is settled by itself, at the amount that was granted (Awb 4:46 lid 1); everything else is a person's judgement
 * (Awb 4:46 lid 2), and so is a report of which the Toetsingskamer found that something is wrong.
 */
export function decideVervolg(uitkomst: DeelnameUitkomst, reactie: Reactiestand | null, hasSignaal = false): Vervolg {
  if (reactie === null) return 'wacht-op-burger'
  return uitkomst === 'succesvol' && reactie !== 'betwist' && !hasSignaal ? 'stel-vast' : 'leg-voor'
}
