import type { Rekening } from '@/lib/tijdvak/model'
import type { BoekingSoort } from '@/lib/tijdvak/rules/journaalpost'

export const REKENING_LABEL: Readonly<Record<Rekening, string>> = {
  plafond: 'Plafond', vrij: 'Vrij', gereserveerd: 'Gereserveerd', verplicht: 'Verplicht', crediteuren: 'Crediteuren', betaald: 'Betaald',
}

export const SOORT_LABEL: Readonly<Record<BoekingSoort, string>> = {
  'stel-plafond-vast': 'Plafond vastgesteld', 'sta-overschrijding-toe': 'Overschrijding toegestaan', 'verhoog-plafond': 'Plafond verhoogd', 'verlaag-plafond': 'Plafond verlaagd',
  'hevel-rest-over': 'Rest overgeheveld', 'verreken-overschrijding': 'Overschrijding verrekend', reserveer: 'Gereserveerd', 'geef-reservering-vrij': 'Reservering vrijgevallen',
  'ga-verplichting-aan': 'Verplichting aangegaan', 'verleg-verplichting': 'Verplichting verlegd', 'laat-verplichting-vervallen': 'Verplichting vervallen', 'boek-factuur': 'Factuur geboekt', 'trek-factuur-terug': 'Factuur teruggetrokken',
  betaal: 'Betaald', 'boek-betaling-terug': 'Betaling teruggeboekt', 'vorder-terug': 'Teruggevorderd',
}

const OORZAAK_LABEL: Readonly<Record<string, string>> = {
  aanbod: 'Aanbod van de reservelijst:', toewijzing: 'Toewijzing:', aanvraag: 'Aanvraag', 'kies-andere-opleiding': 'Andere opleiding gekozen:', wijziging: 'Wijziging door de opleider:',
  betaling: 'Betaling die terugkwam:', verplichting: 'Opdracht voor', compartiment: 'Budget van', plafondbesluit: 'Besluit over het budget van',
}

/** What caused a boeking, in words before the aanvraag or the tijdvak; one of a newer version shows as it is. */
export function oorzaakLabel(oorzaak: string): string {
  return OORZAAK_LABEL[oorzaak] ?? oorzaak
}

/** The name of a kind of boeking; one of a newer version shows as it is. */
export function soortLabel(soort: string): string {
  return Object.entries(SOORT_LABEL).find(([code]) => code === soort)?.[1] ?? soort
}
