import type { SluitingReden } from '@/lib/financien/rules/jaarsluiting'
import type { Rekening } from '@/lib/tijdvak/model'
import type { BoekingSoort } from '@/lib/tijdvak/rules/journaalpost'

export const REKENING_LABEL: Readonly<Record<Rekening, string>> = {
  plafond: 'Plafond', vrij: 'Vrij', gereserveerd: 'Gereserveerd', verplicht: 'Verplicht', crediteuren: 'Crediteuren', betaald: 'Betaald als voorschot',
  vastgesteld: 'Vastgesteld', debiteuren: 'Debiteuren', oninbaar: 'Oninbaar', overloop: 'Overloop', rentelast: 'Rentelast', 'rente-crediteuren': 'Rente-crediteuren',
  'rente-betaald': 'Rente betaald', rentebaat: 'Rentebaat', 'rente-debiteuren': 'Rente-debiteuren', 'rente-ontvangen': 'Rente ontvangen',
}

export const SOORT_LABEL: Readonly<Record<BoekingSoort, string>> = {
  'stel-plafond-vast': 'Plafond vastgesteld', 'sta-overschrijding-toe': 'Overschrijding toegestaan', 'verhoog-plafond': 'Plafond verhoogd', 'verlaag-plafond': 'Plafond verlaagd',
  'hevel-rest-over': 'Rest overgeheveld', 'hevel-over': 'Budget overgeheveld', 'verreken-overschrijding': 'Overschrijding verrekend', 'sta-herstel-toe': 'Boven plafond voor herstel', 'herstel-verplichting': 'Opdracht hersteld', reserveer: 'Gereserveerd', 'geef-reservering-vrij': 'Reservering vrijgevallen',
  'ga-verplichting-aan': 'Verplichting aangegaan', 'verleg-verplichting': 'Verplichting verlegd', 'laat-verplichting-vervallen': 'Verplichting vervallen', 'boek-factuur': 'Factuur geboekt', 'trek-factuur-terug': 'Factuur teruggetrokken',
  betaal: 'Betaald', 'boek-betaling-terug': 'Betaling teruggeboekt', 'boek-afgerekend-terug': 'Afgerekende betaling teruggeboekt', 'reken-voorschot-af': 'Voorschot afgerekend', 'vorder-terug': 'Teruggevorderd',
  'herzie-vaststelling': 'Vaststelling herzien', 'ontvang-terug': 'Terug ontvangen', 'trek-vordering-in': 'Vordering ingetrokken', 'scheld-kwijt': 'Kwijtgescholden', 'herstel-vordering': 'Afboeking hersteld', 'verreken-vordering': 'Vordering verrekend', 'verreken-schuld': 'Schuld verrekend',
  'boek-rente': 'Rente verschuldigd', 'betaal-rente': 'Rente betaald', 'keer-rente-terug': 'Rente teruggekeerd', 'trek-rente-in': 'Rente ingetrokken', 'breng-rente-in-rekening': 'Rente in rekening gebracht',
  'ontvang-rente': 'Rente ontvangen', 'scheld-rente-kwijt': 'Rente kwijtgescholden', 'betaal-ontvangst-terug': 'Ontvangst terugbetaald', 'betaal-ontvangen-rente-terug': 'Ontvangen rente terugbetaald',
  'sluit-jaar': 'Meegenomen naar volgend jaar', 'open-jaar': 'Meegenomen uit vorig jaar', 'val-terug': 'Teruggevallen',
}

const OORZAAK_LABEL: Readonly<Record<string, string>> = {
  aanbod: 'Aanbod van de reservelijst:', toewijzing: 'Toewijzing:', aanvraag: 'Aanvraag', 'kies-andere-opleiding': 'Andere opleiding gekozen:', wijziging: 'Wijziging door de opleider:',
  betaling: 'Betaling voor', verplichting: 'Opdracht voor', compartiment: 'Budget van', plafondbesluit: 'Besluit over het budget van', overhevelbesluit: 'Besluit om budget over te hevelen:',
  besluit: 'Besluit over', rente: 'Rente op een factuur van', vordering: 'Vordering op', 'vordering-mutatie': 'Vordering op', terugbetaling: 'Wij geven terug:', boekjaar: 'Afsluiting van een boekjaar:',
}

/** Why a boekjaar cannot be closed, and what to do. */
export const SLUITING_REDEN: Readonly<Record<SluitingReden, string>> = {
  'jaar-loopt-nog': 'Dit jaar loopt nog. Sluit het vanaf 1 januari van het volgende jaar.',
  'al-gesloten': 'Dit boekjaar is al gesloten. U hoeft niets te doen.',
  'eerder-jaar-open': 'Een eerder boekjaar is nog open. Sluit eerst dat jaar.',
  'tijdvak-loopt': 'Een tijdvak van dit jaar is nog niet voorbij, of de reservelijst loopt nog. Sluit het jaar daarna.',
  'rest-niet-geboekt': 'De rest van een tijdvak moet nog naar het volgende. Dat gebeurt vanzelf, kort na de sluiting van het tijdvak. Probeer het daarna opnieuw.',
  'sluit-niet-aan': 'Het grootboek sluit niet aan op documenten, bestanden of afschriften. Zoek het verschil eerst uit op de pagina Aansluiting: in een gesloten jaar kan niets meer worden hersteld.',
  'bank-ongelezen': 'Er is een bericht van de bank dat nog niet is verwerkt. Kijk op de pagina Bank waar het op wacht, en sluit het jaar daarna.',
  'niet-voorgesteld': 'De afsluiting is nog niet voorgesteld. Stel haar eerst voor; een collega voert haar uit.',
  'zelfde-persoon': 'U hebt deze afsluiting zelf voorgesteld. Vraag een collega om haar uit te voeren.',
}

/** What caused a boeking, in words before the aanvraag or the tijdvak; one of a newer version shows as it is. */
export function oorzaakLabel(oorzaak: string): string {
  return OORZAAK_LABEL[oorzaak] ?? oorzaak
}

/** The name of a kind of boeking; one of a newer version shows as it is. */
export function soortLabel(soort: string): string {
  return Object.entries(SOORT_LABEL).find(([code]) => code === soort)?.[1] ?? soort
}
