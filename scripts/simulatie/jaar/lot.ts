import { Toeval } from '../../data/toeval'

/** How a grant goes on, by weight. What happened is told in the words of the law; the weights are our own, with every kind in a few hundred grants. */
export const VERLOPEN = {
  'stopt-voor-opdracht': 2, 'stopt-na-factuur': 2, 'stopt-in-batch': 2, 'stopt-na-betaling': 3, afgezegd: 2, 'stopt-halverwege': 3,
  bevestigd: 38, stil: 24, betwist: 4, 'onder-de-norm': 6, overmacht: 2, 'door-opleider': 4, 'niet-gestart': 4, 'niet-gemeld': 4,
} as const
export type Verloop = keyof typeof VERLOPEN

/** How the opleider invoices it. */
export const FACTUREN = {
  goed: 72, 'cent-te-veel': 6, 'in-delen': 7, 'andere-rekening': 3, 'deel-terug-voor-betaling': 4, 'deel-terug-na-betaling': 4, 'twee-keer-gestuurd': 4,
} as const
export type Factuurlot = keyof typeof FACTUREN

/** What the bank does with the first payment; `lang` is a return that lay until we were late. */
export const BANKEN = { goed: 92, afgewezen: 3, 'teruggestuurd-kort': 3, 'teruggestuurd-lang': 2 } as const
export type Banklot = keyof typeof BANKEN

/** What becomes of a claim, when there is one. */
export const TERUGBETALINGEN = { 'op-tijd': 40, 'te-laat': 20, 'in-termijnen': 14, 'te-veel': 6, kwijtgescholden: 7, oninbaar: 6, nooit: 7 } as const
export type Terugbetaling = keyof typeof TERUGBETALINGEN

export type Lot = {
  readonly verloop: Verloop
  readonly factuur: Factuurlot
  readonly bank: Banklot
  readonly terugbetaling: Terugbetaling
  /** Days from the first on which it may be invoiced. */
  readonly factuurNaDagen: number
  /** Days from the end of the scholing. */
  readonly meldtNaDagen: number
  /** How a weighing ends: as announced, milder (half of it), or not at all. */
  readonly weging: 'zoals-voorgenomen' | 'milder' | 'vervalt'
  /** Whether somebody reacts to a voornemen; else the term passes. */
  readonly reageert: boolean
}

/** The lot of the grant with this number: the same seed and number give the same lot, whatever happened before it. */
export function lotVan(seed: number, nummer: number): Lot {
  const toeval = new Toeval(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(nummer + 1, 0xc2b2ae35))
  // The first numbers of seeds that lie close together do too.
  for (let keer = 0; keer < 4; keer += 1) toeval.next()
  const verloop = kies(VERLOPEN, toeval)
  const isStop = verloop.startsWith('stopt-') || verloop === 'afgezegd'
  return {
    verloop,
    // Who stops at an exact stage is invoiced and paid without a detour.
    factuur: isStop ? 'goed' : kies(FACTUREN, toeval),
    bank: isStop ? 'goed' : kies(BANKEN, toeval),
    terugbetaling: kies(TERUGBETALINGEN, toeval),
    factuurNaDagen: isStop ? 0 : toeval.between(0, 18),
    meldtNaDagen: toeval.between(1, 70),
    weging: toeval.chance(0.2) ? 'vervalt' : toeval.chance(0.3) ? 'milder' : 'zoals-voorgenomen',
    reageert: toeval.chance(0.5),
  }
}

/** One name by its weight. */
function kies<Naam extends string>(gewichten: Readonly<Record<Naam, number>>, toeval: Toeval): Naam {
  const rijen = namen(gewichten)
  let over = toeval.next() * rijen.reduce((som, naam) => som + gewichten[naam], 0)
  const gekozen = rijen.find((naam) => (over -= gewichten[naam]) < 0) ?? rijen[0]
  if (gekozen === undefined) throw new Error('nothing to choose from')
  return gekozen
}

function namen<Naam extends string>(gewichten: Readonly<Record<Naam, number>>): Naam[] {
  const lijst: Naam[] = []
  for (const naam in gewichten) lijst.push(naam)
  return lijst
}
