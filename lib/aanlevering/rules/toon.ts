import { cent, formatBedrag } from '@/lib/base/money'
import { isCategorie, isOpleidingsvorm, NIVEAUS, WAARDEDOCUMENTEN } from '@/lib/register/model'
import { CATEGORIE_LABEL, GEBREK_TEKST, NIVEAU_LABEL, VORM_LABEL, WAARDEDOCUMENT_LABEL } from '@/lib/register/texts'
import { isGebrek } from '@/lib/register/model'

const VELD_LABEL: Readonly<Record<string, string>> = {
  titel: 'Titel', samenvatting: 'Samenvatting', omschrijving: 'Omschrijving', categorie: 'Vakgebied', niveau: 'Niveau', opleidingsvorm: 'Vorm', waardedocument: 'Diploma of certificaat',
  studielast: 'Studielast', studielastEenheid: 'Eenheid van de studielast', duurDagen: 'Duur in dagen', voertaal: 'Taal van de lessen', stapToestemming: 'Met STAP-budget',
  catalogusprijsCent: 'Prijs', subsidiabelCent: 'Subsidiabele kosten', soort: 'Soort scholing', kosten: 'Kosten', themas: 'Thema’s', leerdoel: 'Leerdoel', toelatingseisen: 'Toelatingseisen',
  erkendOnderdeel: 'Erkende opleiding', eqf: 'EQF-niveau', nlqf: 'NLQF-niveau', url: 'Webpagina', dagdelen: 'Dagdelen', actief: 'Wordt aangeboden', gebreken: 'Ontbreekt',
}

/** The name of a field of an opleiding as a person says it. */
export function veldLabel(veld: string): string {
  return VELD_LABEL[veld] ?? veld
}

/** A value of a difference as a person reads it. */
export function toonWaarde(veld: string, waarde: unknown): string {
  if (waarde === null || waarde === undefined || waarde === '') return 'leeg'
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee'
  if (typeof waarde === 'number') return veld.endsWith('Cent') ? formatBedrag(cent(waarde)) : String(waarde)
  if (typeof waarde === 'string') return inWords(waarde)
  if (Array.isArray(waarde)) return waarde.length === 0 ? 'leeg' : waarde.map((deel: unknown) => toonDeel(deel)).join(', ')
  return toonDeel(waarde)
}

function inWords(waarde: string): string {
  if (isCategorie(waarde)) return CATEGORIE_LABEL[waarde]
  if (isOpleidingsvorm(waarde)) return VORM_LABEL[waarde]
  if (isGebrek(waarde)) return GEBREK_TEKST[waarde].label.toLowerCase()
  const niveau = NIVEAUS.find((een) => een === waarde)
  if (niveau !== undefined) return NIVEAU_LABEL[niveau]
  const document = WAARDEDOCUMENTEN.find((een) => een === waarde)
  return document === undefined ? waarde : WAARDEDOCUMENT_LABEL[document]
}

function toonDeel(deel: unknown): string {
  if (typeof deel === 'string') return inWords(deel)
  if (typeof deel !== 'object' || deel === null) return String(deel)
  if ('bedragCent' in deel && typeof deel.bedragCent === 'number' && 'soort' in deel) return `${String(deel.soort).toLowerCase().replaceAll('_', ' ')} ${formatBedrag(cent(deel.bedragCent))}`
  return 'naam' in deel && typeof deel.naam === 'string' ? deel.naam : JSON.stringify(deel)
}
