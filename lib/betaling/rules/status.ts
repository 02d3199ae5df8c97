import type { Rol } from '@/lib/base/actor'
import type { BetaalbatchStatus, BetalingStatus, FactuurStatus, VerplichtingStatus } from '@/lib/betaling/model'

type Overgang<Status extends string> = { readonly van: readonly Status[]; readonly naar: Status; readonly door: readonly Rol[] }

/** Every move that a verplichting, an invoice, a batch and a payment can make; the database has the same rows (status_overgang). */
export const OVERGANGEN = {
  verplichting: {
    'boek-factuur': { van: ['open'], naar: 'gefactureerd', door: ['opleider'] },
    'geef-batch-vrij': { van: ['gefactureerd'], naar: 'betaald', door: ['systeem'] },
    'laat-vervallen': { van: ['open', 'gefactureerd'], naar: 'vervallen', door: ['systeem'] },
    'boek-terug': { van: ['betaald'], naar: 'gefactureerd', door: ['systeem'] },
  },
  factuur: {
    'stel-batch-samen': { van: ['gematcht'], naar: 'in-batch', door: ['systeem', 'financieel'] },
    'geef-batch-vrij': { van: ['in-batch'], naar: 'betaald', door: ['systeem'] },
    'laat-vervallen': { van: ['gematcht'], naar: 'afgekeurd', door: ['systeem'] },
    'boek-terug': { van: ['betaald'], naar: 'teruggekomen', door: ['systeem'] },
    'betaal-opnieuw': { van: ['teruggekomen'], naar: 'gematcht', door: ['financieel'] },
  },
  betaalbatch: {
    'keur-goed': { van: ['opgesteld'], naar: 'goedgekeurd', door: ['financieel'] },
    'maak-bestand': { van: ['goedgekeurd'], naar: 'aangemaakt', door: ['systeem'] },
  },
  betaling: {
    bevestig: { van: ['onderweg'], naar: 'uitgevoerd', door: ['systeem'] },
    'wijs-af': { van: ['onderweg'], naar: 'afgewezen', door: ['systeem'] },
    'boek-terug': { van: ['onderweg', 'uitgevoerd'], naar: 'teruggekomen', door: ['systeem'] },
  },
} as const satisfies {
  verplichting: Record<string, Overgang<VerplichtingStatus>>
  factuur: Record<string, Overgang<FactuurStatus>>
  betaalbatch: Record<string, Overgang<BetaalbatchStatus>>
  betaling: Record<string, Overgang<BetalingStatus>>
}
