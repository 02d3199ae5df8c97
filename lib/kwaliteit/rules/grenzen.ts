/** The numbers of the kwaliteitsregels, in one place. Own choices, except where a source is named. Amounts in cents. */
export const GRENZEN = {
  /** A description below this says too little to choose by. */
  omschrijvingTekens: 150,
  uurprijsLaagCent: 1_00,
  uurprijsHoogCent: 300_00,
  /** More hours of study in a day than somebody is awake. */
  urenPerDag: 16,
  /** How many times longer, or shorter, the dates of a start may be than the length of the opleiding. */
  periodeFactor: 3,
  /** Days that a period may always differ: weekends, holidays, an exam afterwards. */
  periodeSpelingDagen: 30,
  /** From this part of the maximum on, a price looks made for it (Woo-besluit STAP-keten: prices rose towards € 990). */
  bijMaximum: 0.95,
  /** A price that rises this much at once asks for a reason. */
  sprong: 0.25,
  /** Below this number of comparable opleidingen nothing is compared. */
  vergelijkbaarAantal: 20,
  /** How many (scaled) median distances from the median a price may be, and how many times the median at least. */
  uitschieterAfstand: 3.5,
  uitschieterFactor: 1.5,
  /** Shingles in common, as a part of all. */
  gelijkenis: 0.85,
  /** Texts of fewer words look like each other by chance. */
  gelijkenisWoorden: 20,
} as const

/** Hours of study in one ECTS point or studiepunt (WHW art. 7.4 lid 1: 28 hours). */
export const UREN_PER_PUNT = 28

/** A length in days falls in the class of the last bound that it reaches. */
export const LENGTE_GRENZEN = [2, 6, 31, 121, 366] as const

/** The class of a length: 0 is one day, 5 more than a year. The same as width_bucket of PostgreSQL. */
export function lengteKlasse(dagen: number): number {
  return LENGTE_GRENZEN.filter((grens) => dagen >= grens).length
}
