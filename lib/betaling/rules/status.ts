import type { Rol } from '@/lib/base/actor'
import type { BetaalbatchStatus, BetalingStatus, FactuurStatus, RenteStatus, VerplichtingStatus } from '@/lib/betaling/model'

type Overgang<Status extends string> = { readonly van: readonly Status[]; readonly naar: Status; readonly door: readonly Rol[] }

/** Every move that a verplichting, an invoice, a batch and a payment can make; the database has the same rows (status_overgang). */
export const OVERGANGEN = {
  verplichting: {
    'boek-deelfactuur': { van: ['open'], naar: 'deels-gefactureerd', door: ['opleider', 'systeem', 'financieel'] },
    'boek-factuur': { van: ['open', 'deels-gefactureerd'], naar: 'gefactureerd', door: ['opleider', 'systeem', 'financieel'] },
    'crediteer-deel': { van: ['gefactureerd'], naar: 'deels-gefactureerd', door: ['opleider', 'systeem', 'financieel'] },
    crediteer: { van: ['gefactureerd', 'deels-gefactureerd'], naar: 'open', door: ['opleider', 'systeem', 'financieel'] },
    'geef-batch-vrij': { van: ['gefactureerd'], naar: 'betaald', door: ['systeem'] },
    'laat-vervallen': { van: ['open', 'deels-gefactureerd', 'gefactureerd'], naar: 'vervallen', door: ['systeem'] },
    'boek-terug': { van: ['betaald'], naar: 'gefactureerd', door: ['systeem'] },
    verlaag: { van: ['gefactureerd'], naar: 'open', door: ['behandelaar', 'teamleider'] },
    herstel: { van: ['vervallen'], naar: 'open', door: ['teamleider'] },
    'herstel-deel': { van: ['vervallen', 'betaald', 'gefactureerd'], naar: 'deels-gefactureerd', door: ['teamleider'] },
  },
  factuur: {
    crediteer: { van: ['gematcht', 'teruggekomen'], naar: 'gecrediteerd', door: ['opleider', 'systeem', 'financieel'] },
    vervang: { van: ['gematcht', 'teruggekomen'], naar: 'vervangen', door: ['opleider', 'systeem', 'financieel'] },
    'stel-batch-samen': { van: ['gematcht'], naar: 'in-batch', door: ['systeem', 'financieel'] },
    'geef-batch-vrij': { van: ['in-batch'], naar: 'betaald', door: ['systeem'] },
    'laat-vervallen': { van: ['gematcht', 'teruggekomen'], naar: 'afgekeurd', door: ['systeem'] },
    'houd-buiten-bestand': { van: ['in-batch'], naar: 'gematcht', door: ['opleider', 'systeem', 'financieel', 'teamleider-financieel'] },
    'verwerk-creditnota': { van: ['wacht-op-bank'], naar: 'verwerkt', door: ['systeem'] },
    'wijs-creditnota-af': { van: ['wacht-op-bank'], naar: 'afgekeurd', door: ['systeem'] },
    'boek-terug': { van: ['betaald'], naar: 'teruggekomen', door: ['systeem'] },
    'betaal-opnieuw': { van: ['teruggekomen'], naar: 'gematcht', door: ['financieel'] },
  },
  betaalbatch: {
    'keur-goed': { van: ['opgesteld'], naar: 'goedgekeurd', door: ['financieel', 'teamleider-financieel'] },
    'maak-bestand': { van: ['goedgekeurd'], naar: 'aangemaakt', door: ['systeem'] },
    'keur-af': { van: ['opgesteld', 'goedgekeurd'], naar: 'afgekeurd', door: ['financieel', 'teamleider-financieel'] },
  },
  betaling: {
    bevestig: { van: ['onderweg'], naar: 'uitgevoerd', door: ['systeem'] },
    'wijs-af': { van: ['onderweg'], naar: 'afgewezen', door: ['systeem'] },
    'houd-buiten-bestand': { van: ['onderweg'], naar: 'vervallen', door: ['opleider', 'systeem', 'financieel', 'teamleider-financieel'] },
    'boek-terug': { van: ['onderweg', 'uitgevoerd'], naar: 'teruggekomen', door: ['systeem'] },
  },
  rente: {
    'stel-batch-samen': { van: ['te-betalen'], naar: 'in-batch', door: ['systeem', 'financieel'] },
    'houd-buiten-bestand': { van: ['in-batch'], naar: 'te-betalen', door: ['opleider', 'systeem', 'financieel', 'teamleider-financieel'] },
    'geef-batch-vrij': { van: ['in-batch'], naar: 'betaald', door: ['systeem'] },
    'boek-terug': { van: ['betaald'], naar: 'teruggekomen', door: ['systeem'] },
    'betaal-opnieuw': { van: ['teruggekomen'], naar: 'te-betalen', door: ['financieel'] },
    'trek-in': { van: ['te-betalen', 'teruggekomen'], naar: 'vervallen', door: ['opleider', 'systeem', 'financieel'] },
  },
} as const satisfies {
  verplichting: Record<string, Overgang<VerplichtingStatus>>
  factuur: Record<string, Overgang<FactuurStatus>>
  betaalbatch: Record<string, Overgang<BetaalbatchStatus>>
  betaling: Record<string, Overgang<BetalingStatus>>
  rente: Record<string, Overgang<RenteStatus>>
}
