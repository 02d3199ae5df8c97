import { cent, formatBedrag } from '@/lib/base/money'
import { isCategorie, isOpleidingsvorm } from '@/lib/register/model'
import { CATEGORIE_LABEL, DAGDEEL_LABEL, maandLabel, NIVEAU_LABEL, VORM_LABEL } from '@/lib/register/texts'
import type { Duur, FacetNaam, Sortering, StapBand } from '@/lib/voorportaal/model'

/** What stands above the choices of a facet. */
export const FACET_KOP: Record<FacetNaam, string> = {
  categorie: 'Vakgebied', plaats: 'Waar', startmaand: 'Start in', prijs: 'Prijs', eigen: 'Wat u zelf betaalt', vorm: 'Hoe u leert', dagdeel: 'Wanneer de lessen zijn',
  duur: 'Hoelang het duurt', niveau: 'Niveau', stap: 'Wat het STAP-budget betaalt', taal: 'Taal van de lessen',
}

export const DUUR_LABEL: Record<Duur, string> = {
  dag: '1 dag', week: '2 tot 7 dagen', maand: 'tot een maand', kwartaal: '1 tot 3 maanden', halfjaar: '3 tot 6 maanden', jaar: '6 maanden tot een jaar', langer: 'langer dan een jaar',
}

export const STAP_LABEL: Record<StapBand, string> = {
  '0-250': 'tot en met € 250', '250-500': '€ 250 tot € 500', '500-750': '€ 500 tot € 750', '750-1000': '€ 750 tot € 1.000', '1000+': 'meer dan € 1.000',
}

export const SORTERING_LABEL: Record<Sortering, string> = {
  relevantie: 'Best passend', start: 'Eerste start', prijs: 'Laagste prijs', eigen: 'Wat u zelf betaalt', afstand: 'Dichtstbij',
}

const TAAL_LABEL: Readonly<Record<string, string>> = { nl: 'Nederlands', en: 'Engels', de: 'Duits', fr: 'Frans', es: 'Spaans' }

export const taalLabel = (taal: string): string => TAAL_LABEL[taal] ?? taal

const lookUp = (labels: Readonly<Record<string, string>>, waarde: string): string => labels[waarde] ?? waarde
const totEuro = (waarde: string): string => `tot en met ${formatBedrag(cent(Number(waarde) * 100))}`

/** What a value of a facet is called. `metPlaats`: the values of the place are kilometres then. */
export function facetLabel(naam: FacetNaam, waarde: string, metPlaats = false): string {
  switch (naam) {
    case 'categorie': return isCategorie(waarde) ? CATEGORIE_LABEL[waarde] : waarde
    case 'vorm': return isOpleidingsvorm(waarde) ? VORM_LABEL[waarde] : waarde
    case 'niveau': return lookUp(NIVEAU_LABEL, waarde)
    case 'startmaand': return maandLabel(waarde)
    case 'duur': return lookUp(DUUR_LABEL, waarde)
    case 'dagdeel': return lookUp(DAGDEEL_LABEL, waarde)
    case 'stap': return lookUp(STAP_LABEL, waarde)
    case 'taal': return taalLabel(waarde)
    case 'prijs': return totEuro(waarde)
    case 'eigen': return waarde === '0' ? 'niets' : totEuro(waarde)
    case 'plaats': return metPlaats ? `binnen ${waarde} km` : waarde
  }
}
