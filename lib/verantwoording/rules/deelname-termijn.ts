import { addDays, addMonths, type PlainDate } from '@/lib/base/date'
import type { HerinneringSoort } from '@/lib/verantwoording/model'

/** The terms of a report, from the parameters bewijs-van-deelname-termijn, deelname-herinneringen and deelname-navraag. */
export type Meldtermijnen = {
  /** Months after the end of the scholing in which the opleider reports. */
  readonly maanden: number
  /** Days before the end of that term on which the opleider is reminded. */
  readonly voorDagen: number
  /** Days after it: the first and the last reminder. */
  readonly naDagen: number
  readonly laatsteDagen: number
  /** Days after it on which the burger is asked, so that UWV can settle of office (Awb 4:47). */
  readonly navraagDagen: number
}

/** The last day on which an opleider reports in time. */
export function calculateMeldUiterlijk(einddatum: PlainDate, { maanden }: Pick<Meldtermijnen, 'maanden'>): PlainDate {
  return addMonths(einddatum, maanden)
}

/**
 * What has to be done on a day about a scholing that nobody reported on; undefined: nothing yet. Each step once. Was the system away for
 * a while, then only the step of today is taken: nobody gets two reminders at once. The round of a day asks the same in SQL.
 */
export function determineStap(einddatum: PlainDate, vandaag: PlainDate, termijnen: Meldtermijnen): HerinneringSoort | 'navraag' | undefined {
  const uiterlijk = calculateMeldUiterlijk(einddatum, termijnen)
  if (vandaag >= addDays(uiterlijk, termijnen.navraagDagen)) return 'navraag'
  if (vandaag >= addDays(uiterlijk, termijnen.laatsteDagen)) return 'laatste'
  if (vandaag >= addDays(uiterlijk, termijnen.naDagen)) return 'te-laat'
  return vandaag >= addDays(uiterlijk, -termijnen.voorDagen) && vandaag <= uiterlijk ? 'vooraf' : undefined
}

/** How a report stands on a day for who has to make it. */
export type MeldStand = 'nog-niet-begonnen' | 'loopt' | 'te-melden' | 'te-laat'

export function determineMeldStand({ startdatum, einddatum, meldenVoor, vandaag }: { startdatum: PlainDate; einddatum: PlainDate; meldenVoor: PlainDate; vandaag: PlainDate }): MeldStand {
  if (vandaag > meldenVoor) return 'te-laat'
  if (vandaag >= einddatum) return 'te-melden'
  return vandaag >= startdatum ? 'loopt' : 'nog-niet-begonnen'
}

/** The first end date of which the term to report is not over on a day: an earlier one is late. Months have no equal length, so it is looked for. */
export function calculateTeLaatGrens(vandaag: PlainDate, termijn: Pick<Meldtermijnen, 'maanden'>): PlainDate {
  let dag = addMonths(vandaag, -termijn.maanden)
  while (calculateMeldUiterlijk(dag, termijn) < vandaag) dag = addDays(dag, 1)
  return dag
}

/** Nothing can be asked back for what is longer ago (Awb 4:57 lid 4). */
const VERJAARD_MAANDEN = 60
/** A term that was made shorter, or an end date that moved, by no more than this is seen the next day; more on the first of a month. */
const SPELING_DAGEN = 62

/**
 * The first end date that the round of a day looks at: what is older had its last step in a round before. The first round, and the one
 * on the first of a month, look at everything: a grant in bezwaar may come long after the scholing.
 */
export function calculateBlik(vandaag: PlainDate, vorigeRonde: PlainDate | undefined, { maanden, navraagDagen }: Meldtermijnen): PlainDate {
  const isAlles = vorigeRonde === undefined || vorigeRonde.slice(0, 7) !== vandaag.slice(0, 7)
  return isAlles ? addMonths(vandaag, -VERJAARD_MAANDEN) : addDays(addMonths(vorigeRonde, -maanden), -navraagDagen - SPELING_DAGEN)
}
