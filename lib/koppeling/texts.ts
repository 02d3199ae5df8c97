import type { KoppelingScope, KoppelingToestand } from '@/lib/koppeling/model'
import type { MaakReden } from '@/lib/koppeling/rules/termijn'

export const SCOPE_LABEL: Readonly<Record<KoppelingScope, string>> = {
  opleidingen: 'Opleidingen aanleveren',
  aanmeldbewijzen: 'Aanmeldbewijzen uitgeven en intrekken',
  facturen: 'Facturen sturen',
  deelnames: 'Deelnames melden',
}

export const SCOPE_UITLEG: Readonly<Record<KoppelingScope, string>> = {
  opleidingen: 'Via de EDU-DEX Data API: opleidingen en startdatums toevoegen, wijzigen en weghalen.',
  aanmeldbewijzen: 'Uw inschrijfsysteem geeft aanmeldbewijzen uit zodra iemand zich inschrijft.',
  facturen: 'Uw boekhouding stuurt e-facturen naar UWV.',
  deelnames: 'Uw leerlingsysteem meldt wie een opleiding heeft afgerond.',
}

export const TOESTAND_LABEL: Readonly<Record<KoppelingToestand, string>> = { actief: 'Werkt', verlopen: 'Verlopen', ingetrokken: 'Ingetrokken' }

export const MAAK_TEKST: Readonly<Record<MaakReden, string>> = {
  'dag-voorbij': 'De laatste dag is al voorbij. Kies vandaag of een latere dag.',
  'dag-te-ver': 'Een token werkt hoogstens twaalf maanden. Kies een eerdere dag; u kunt later een nieuw token maken.',
  'te-veel': 'U hebt al 20 tokens die werken. Trek er een in dat u niet meer gebruikt.',
}

export type IntrekReden = 'niet-gevonden' | 'al-ingetrokken'
export const INTREK_TEKST: Readonly<Record<IntrekReden, string>> = {
  'niet-gevonden': 'Deze koppeling is er niet. Ga terug naar de lijst.',
  'al-ingetrokken': 'Dit token is al ingetrokken. U hoeft niets te doen.',
}
