import type { Zoekopdracht } from '@/lib/register/schema'

/** The address of a search: only what was chosen, in a fixed order, so that the same search has the same address. */
export function zoekAdres(opdracht: Zoekopdracht, wijziging: Partial<Record<keyof Zoekopdracht, string | number | undefined>> = {}): string {
  const { q, categorie, vorm, plaats, maxPrijs, startmaand, start } = opdracht
  // Another filter starts at the first page again.
  const gekozen = { q, categorie, vorm, plaats, maxPrijs, startmaand, start, pagina: undefined, ...wijziging }
  const query = new URLSearchParams()
  for (const [naam, waarde] of Object.entries(gekozen)) {
    if (waarde !== undefined && !(naam === 'pagina' && waarde === 1)) query.set(naam, String(waarde))
  }
  return query.size === 0 ? '/opleidingen' : `/opleidingen?${query.toString()}`
}
