import type { Boekingsregel, Rekening } from '@/lib/tijdvak/model'

/** Every movement of money there is: from which rekening to which. */
export const POSTEN = {
  'stel-plafond-vast': { van: 'plafond', naar: 'vrij' },
  'sta-overschrijding-toe': { van: 'plafond', naar: 'vrij' },
  'verhoog-plafond': { van: 'plafond', naar: 'vrij' },
  'verlaag-plafond': { van: 'vrij', naar: 'plafond' },
  // What is left goes to another compartiment, which gets it by verhoog-plafond in the same boeking.
  'hevel-rest-over': { van: 'vrij', naar: 'plafond' },
  // A besluit moves budget to another tijdvak, which gets it by verhoog-plafond in the same boeking.
  'hevel-over': { van: 'vrij', naar: 'plafond' },
  // A later tijdvak pays what an earlier one spent above its plafond; what was not used of the overschrijding lapses.
  'verreken-overschrijding': { van: 'vrij', naar: 'plafond' },
  reserveer: { van: 'vrij', naar: 'gereserveerd' },
  // A herroeping gives back what should not have been taken, also when the plafond was reached meanwhile (Awb 4:25 lid 3): what it needs
  // above what is free, and the order that it makes or raises.
  'sta-herstel-toe': { van: 'plafond', naar: 'vrij' },
  'herstel-verplichting': { van: 'vrij', naar: 'verplicht' },
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
  // It had been settled meanwhile: as much of it as is no longer in betaald.
  'boek-afgerekend-terug': { van: 'vastgesteld', naar: 'crediteuren' },
  // What was paid before is what the grant became (vaststelling, Awb 4:42).
  'reken-voorschot-af': { van: 'betaald', naar: 'vastgesteld' },
  // It must come back, and is not free before it does: from a voorschot (Awb 4:57), or after the vaststelling (Awb 4:49).
  'vorder-terug': { van: 'betaald', naar: 'debiteuren' },
  'herzie-vaststelling': { van: 'vastgesteld', naar: 'debiteuren' },
  'ontvang-terug': { van: 'debiteuren', naar: 'vrij' },
  'trek-vordering-in': { van: 'debiteuren', naar: 'betaald' },
  'scheld-kwijt': { van: 'debiteuren', naar: 'oninbaar' },
  // What was given up is paid after all, by who owed it or because the bank sent the payment back.
  'herstel-vordering': { van: 'oninbaar', naar: 'debiteuren' },
  // A claim against what we owe the same burger (Awb 4:57 lid 3, 4:93): the one is as if received, the other as if paid.
  'verreken-vordering': { van: 'debiteuren', naar: 'vrij' },
  'verreken-schuld': { van: 'crediteuren', naar: 'betaald' },
  // A claim fell after it was paid: we owe what was received.
  'betaal-ontvangst-terug': { van: 'vrij', naar: 'crediteuren' },
  // We pay too late (Awb 4:97-4:100).
  'boek-rente': { van: 'rentelast', naar: 'rente-crediteuren' },
  'betaal-rente': { van: 'rente-crediteuren', naar: 'rente-betaald' },
  'keer-rente-terug': { van: 'rente-betaald', naar: 'rente-crediteuren' },
  // What the invoice asked turned out never to have been owed, so we were not late with it.
  'trek-rente-in': { van: 'rente-crediteuren', naar: 'rentelast' },
  // Somebody else does, and owes interest and the fee of an aanmaning (Awb 4:113).
  'breng-rente-in-rekening': { van: 'rentebaat', naar: 'rente-debiteuren' },
  'ontvang-rente': { van: 'rente-debiteuren', naar: 'rente-ontvangen' },
  'scheld-rente-kwijt': { van: 'rente-debiteuren', naar: 'rentebaat' },
  'betaal-ontvangen-rente-terug': { van: 'rente-ontvangen', naar: 'rente-crediteuren' },
  // The end of a year: what is committed leaves the year by the overloop and comes into the next, what is free falls back.
  'sluit-jaar': { van: 'vrij', naar: 'overloop' },
  'open-jaar': { van: 'overloop', naar: 'vrij' },
  'val-terug': { van: 'vrij', naar: 'plafond' },
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
