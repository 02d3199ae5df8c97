import type { FacetNaam } from '@/lib/voorportaal/model'
import type { Zoekopdracht } from '@/lib/voorportaal/schema'

type Wijziging = Partial<Record<keyof Zoekopdracht, string | number | undefined>>

/** The address of a search: only what was chosen, in a fixed order, so that the same search has the same address. */
export function zoekAdres(opdracht: Zoekopdracht, wijziging: Wijziging = {}): string {
  const { q, categorie, plaats, afstand, startmaand, maxPrijs, maxEigen, vorm, dagdeel, duur, niveau, stap, taal, start, sorteer } = opdracht
  // Another filter starts at the first page again, and without a place there is no distance to it.
  const gekozen = { q, categorie, plaats, afstand, startmaand, maxPrijs, maxEigen, vorm, dagdeel, duur, niveau, stap, taal, start, sorteer, pagina: undefined, ...wijziging }
  const zonderPlaats = gekozen.plaats === undefined
  const query = new URLSearchParams()
  for (const [naam, waarde] of Object.entries(gekozen)) {
    const isOver = (naam === 'pagina' && waarde === 1) || (zonderPlaats && (naam === 'afstand' || (naam === 'sorteer' && waarde === 'afstand')))
    if (waarde !== undefined && !isOver) query.set(naam, String(waarde))
  }
  return query.size === 0 ? '/opleidingen' : `/opleidingen?${query.toString()}`
}

const VELD: Record<FacetNaam, keyof Zoekopdracht> = {
  categorie: 'categorie', niveau: 'niveau', taal: 'taal', duur: 'duur', vorm: 'vorm', plaats: 'plaats', startmaand: 'startmaand', prijs: 'maxPrijs', dagdeel: 'dagdeel', stap: 'stap', eigen: 'maxEigen',
}

/** The part of the address that a facet sets. With a place the facet of the place sets the distance. */
export function veldVan(facet: FacetNaam, { plaats }: Zoekopdracht): keyof Zoekopdracht {
  return facet === 'plaats' && plaats !== undefined ? 'afstand' : VELD[facet]
}
