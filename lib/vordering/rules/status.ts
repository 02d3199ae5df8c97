import type { Rol } from '@/lib/base/actor'
import type { OpenBedrag, TerugstortingStatus, VorderingStatus } from '@/lib/vordering/model'

type Overgang = { readonly van: readonly VorderingStatus[]; readonly naar: readonly VorderingStatus[]; readonly door: readonly Rol[] }

const AFBOEKERS: readonly Rol[] = ['financieel', 'teamleider-financieel']

/** Every move of a claim; the database has the same rows (status_overgang). */
export const OVERGANGEN = {
  'boek-ontvangst': { van: ['open', 'deels-voldaan'], naar: ['deels-voldaan', 'voldaan'], door: ['systeem'] },
  'trek-in': { van: ['open', 'deels-voldaan', 'voldaan'], naar: ['ingetrokken'], door: ['financieel', 'teamleider-financieel', 'behandelaar', 'teamleider', 'systeem'] },
  'scheld-kwijt': { van: ['open', 'deels-voldaan'], naar: ['kwijtgescholden'], door: AFBOEKERS },
  'maak-oninbaar': { van: ['open', 'deels-voldaan'], naar: ['oninbaar'], door: AFBOEKERS },
  verreken: { van: ['open', 'deels-voldaan'], naar: ['deels-voldaan', 'voldaan'], door: AFBOEKERS },
  'neem-late-betaling-aan': { van: ['oninbaar', 'verjaard'], naar: ['voldaan'], door: AFBOEKERS },
  'laat-verjaren': { van: ['open', 'deels-voldaan'], naar: ['verjaard'], door: ['systeem'] },
} as const satisfies Record<string, Overgang>

/** Every move of what we owe back; the database has the same rows (status_overgang). */
export const TERUGBETALING_OVERGANGEN = {
  'stel-batch-samen': { van: ['open'], naar: 'in-batch', door: ['systeem', 'financieel'] },
  'geef-batch-vrij': { van: ['in-batch'], naar: 'betaald', door: ['systeem'] },
  'houd-buiten-bestand': { van: ['in-batch'], naar: 'open', door: ['financieel', 'teamleider-financieel'] },
  'zie-op-afschrift': { van: ['open'], naar: 'betaald', door: ['systeem'] },
  'boek-terug': { van: ['betaald'], naar: 'teruggekomen', door: ['systeem'] },
  'betaal-opnieuw': { van: ['teruggekomen'], naar: 'open', door: ['financieel'] },
  verreken: { van: ['open'], naar: 'verrekend', door: ['financieel', 'teamleider-financieel'] },
} as const

/** Every move of money that goes back without a claim; the database has the same rows (status_overgang). */
export const TERUGSTORTING_OVERGANGEN = {
  'controleer-naam': { van: ['te-controleren'], naar: ['open'], door: ['systeem'] },
  'leg-voor': { van: ['te-controleren'], naar: ['te-beoordelen'], door: ['systeem'] },
  aanvaard: { van: ['te-beoordelen'], naar: ['open'], door: AFBOEKERS },
  'stel-batch-samen': { van: ['open'], naar: ['in-batch'], door: ['systeem', 'financieel'] },
  'geef-batch-vrij': { van: ['in-batch'], naar: ['betaald'], door: ['systeem'] },
  'houd-buiten-bestand': { van: ['in-batch'], naar: ['open'], door: AFBOEKERS },
  'boek-terug': { van: ['betaald'], naar: ['teruggekomen'], door: ['systeem'] },
  'betaal-opnieuw': { van: ['teruggekomen'], naar: ['open'], door: ['financieel'] },
  'zie-op-afschrift': { van: ['te-controleren', 'te-beoordelen', 'open', 'teruggekomen'], naar: ['betaald'], door: ['systeem'] },
  'trek-in': { van: ['te-controleren', 'te-beoordelen', 'open', 'teruggekomen'], naar: ['ingetrokken'], door: AFBOEKERS },
} as const satisfies Record<string, { van: readonly TerugstortingStatus[]; naar: readonly TerugstortingStatus[]; door: readonly Rol[] }>

/** The status after a receipt: voldaan when nothing is open and no interest is still to be fixed. */
export function statusNaOntvangst({ hoofdsom, kosten }: OpenBedrag, isRenteTeBepalen: boolean): Extract<VorderingStatus, 'deels-voldaan' | 'voldaan'> {
  return hoofdsom === 0 && kosten === 0 && !isRenteTeBepalen ? 'voldaan' : 'deels-voldaan'
}
