import type { PlainDate } from '@/lib/base/date'
import { GEBREKEN, type Gebrek, type OpleidingInhoud } from '@/lib/register/model'
import { verplichteVelden } from '@/lib/register/rules/scholingsoort'

/**
 * The mandatory fields that are missing for its kind, in the order of the form. Only a complete record can be applied for
 * (Gegevensset STAP scholingsregister 1.0): an opleiding with a gebrek stands in the quality list of its opleider, not in search.
 */
export function determineGebreken(inhoud: OpleidingInhoud, dag?: PlainDate): Gebrek[] {
  const ontbreekt: Record<Gebrek, boolean> = {
    titel: inhoud.titel.trim() === '',
    omschrijving: inhoud.omschrijving.trim() === '',
    categorie: inhoud.categorie === null,
    niveau: inhoud.niveau === null,
    opleidingsvorm: inhoud.opleidingsvorm === null,
    waardedocument: inhoud.waardedocument === null,
    duur: inhoud.duurDagen === null,
    studielast: inhoud.studielast === null,
    'erkend-onderdeel': inhoud.erkendOnderdeel === null,
    catalogusprijs: inhoud.catalogusprijsCent === null || inhoud.catalogusprijsCent === 0,
    'subsidiabele-kosten': inhoud.subsidiabelCent === null || inhoud.subsidiabelCent === 0,
  }
  const verplicht = verplichteVelden(inhoud.soort, dag)
  return GEBREKEN.filter((gebrek) => verplicht.includes(gebrek) && ontbreekt[gebrek])
}
