import type { Rol } from '@/lib/base/actor'
import type { NaamAntwoord, RekeningwijzigingStatus } from '@/lib/bankrekening/model'

type Overgang = { readonly van: readonly RekeningwijzigingStatus[]; readonly naar: RekeningwijzigingStatus; readonly door: readonly Rol[] }

/** Every move of a change of account; the database has the same rows (status_overgang). */
export const REKENING_OVERGANGEN = {
  bevestig: { van: ['aangevraagd'], naar: 'bevestigd', door: ['opleider'] },
  'neem-in-gebruik': { van: ['bevestigd'], naar: 'actief', door: ['systeem'] },
  'leg-voor': { van: ['bevestigd'], naar: 'te-beoordelen', door: ['systeem'] },
  aanvaard: { van: ['te-beoordelen'], naar: 'actief', door: ['financieel'] },
  blokkeer: { van: ['aangevraagd', 'bevestigd', 'te-beoordelen'], naar: 'geblokkeerd', door: ['financieel'] },
  'trek-in': { van: ['aangevraagd', 'bevestigd'], naar: 'ingetrokken', door: ['opleider'] },
} as const satisfies Record<string, Overgang>

/** What follows when the waiting days are over: only a name that matches needs nobody. */
export function naBedenktijd(antwoord: NaamAntwoord): 'neem-in-gebruik' | 'leg-voor' {
  return antwoord === 'match' ? 'neem-in-gebruik' : 'leg-voor'
}
