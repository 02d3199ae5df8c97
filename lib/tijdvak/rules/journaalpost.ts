import type { Boekingsregel, Rekening } from '@/lib/tijdvak/model'

/** Every movement of money there is: from which rekening to which. */
export const POSTEN = {
  'stel-plafond-vast': { van: 'plafond', naar: 'vrij' },
  'sta-overschrijding-toe': { van: 'plafond', naar: 'vrij' },
  'verhoog-plafond': { van: 'plafond', naar: 'vrij' },
  'verlaag-plafond': { van: 'vrij', naar: 'plafond' },
  // What is left goes to another compartiment, which gets it by verhoog-plafond in the same boeking.
  'hevel-rest-over': { van: 'vrij', naar: 'plafond' },
  // A later tijdvak pays what an earlier one spent above its plafond; what was not used of the overschrijding lapses.
  'verreken-overschrijding': { van: 'vrij', naar: 'plafond' },
  reserveer: { van: 'vrij', naar: 'gereserveerd' },
  'geef-reservering-vrij': { van: 'gereserveerd', naar: 'vrij' },
  'ga-verplichting-aan': { van: 'gereserveerd', naar: 'verplicht' },
  'laat-verplichting-vervallen': { van: 'verplicht', naar: 'vrij' },
  // The order goes to another opleider: out of one and into the other, so the two lines name different opleiders.
  'verleg-verplichting': { van: 'verplicht', naar: 'verplicht' },
  'boek-factuur': { van: 'verplicht', naar: 'crediteuren' },
  'trek-factuur-terug': { van: 'crediteuren', naar: 'verplicht' },
  betaal: { van: 'crediteuren', naar: 'betaald' },
  // The bank refused it or sent it back: we owe it again.
  'boek-betaling-terug': { van: 'betaald', naar: 'crediteuren' },
  'vorder-terug': { van: 'betaald', naar: 'vrij' },
} as const satisfies Record<string, { van: Rekening; naar: Rekening }>

export type BoekingSoort = keyof typeof POSTEN

type Waarvan = Omit<Boekingsregel, 'rekening' | 'bedragCent'>

/** The two lines that move an amount (in cents, more than zero) within one compartiment. Throws a RangeError on another amount. */
export function makePost(soort: BoekingSoort, bedragCent: number, waarvan: Waarvan): readonly Boekingsregel[] {
  if (!Number.isSafeInteger(bedragCent) || bedragCent <= 0) throw new RangeError(`${String(bedragCent)} is not an amount to book`)
  const { van, naar } = POSTEN[soort]
  return [
    { ...waarvan, rekening: van, bedragCent: -bedragCent },
    { ...waarvan, rekening: naar, bedragCent },
  ]
}

/** I5: a boeking has at least two lines, whole cents, and sums to zero. */
export function isInEvenwicht(regels: readonly Boekingsregel[]): boolean {
  const total = regels.reduce((sum, { bedragCent }) => sum + bedragCent, 0)
  return regels.length >= 2 && total === 0 && regels.every(({ bedragCent }) => Number.isSafeInteger(bedragCent) && bedragCent !== 0)
}
