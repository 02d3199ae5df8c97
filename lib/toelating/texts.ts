import type { BevrorenOordeel, KeurmerkStatus, SteekproefOordeel } from '@/lib/toelating/model'
import type { KeurmerkBeletsel } from '@/lib/toelating/rules/keurmerk'

export const OORDEEL_LABEL: Readonly<Record<SteekproefOordeel, string>> = { 'in-orde': 'In orde', 'niet-in-orde': 'Niet in orde' }
export const BEVROREN_LABEL: Readonly<Record<BevrorenOordeel, string>> = { akkoord: 'Akkoord', voorleggen: 'Voorleggen aan de Toetsingskamer' }
export const KEURMERK_LABEL: Readonly<Record<KeurmerkStatus, string>> = { ingediend: 'Wacht op een besluit', toegelaten: 'Toegelaten', afgewezen: 'Afgewezen' }
export const STAND_LABEL = { klaar: 'Klaar', loopt: 'Loopt', 'te-laat': 'Te laat' } as const

export type ToelaatReden = 'geen-erkenner' | 'al-toegelaten' | 'gegevens-nodig' | 'niet-gevonden' | 'in-verleden'
export const TOELAAT_TEKST: Readonly<Record<ToelaatReden, string>> = {
  'geen-erkenner': 'Uw account hoort niet bij een erkenner. Vraag uw beheerder om uw account aan te passen.',
  'al-toegelaten': 'U hebt deze opleider of opleiding al toegelaten. U hoeft niets te doen.',
  'gegevens-nodig': 'Deze opleider staat nog niet in het register. Vul ook de naam, de onderwijsaanbiedercode, het adres en het e-mailadres in.',
  'niet-gevonden': 'Deze opleider of opleiding vinden wij niet bij u. Ga terug naar de lijst.',
  'in-verleden': 'Een toelating begint op zijn vroegst vandaag. Kies een andere datum.',
}

export type IntrekReden = 'geen-erkenner' | 'niet-gevonden'

export type BeoordeelReden = 'geen-erkenner' | 'niet-gevonden' | 'al-beoordeeld' | 'toelichting-nodig'
export const BEOORDEEL_TEKST: Readonly<Record<BeoordeelReden, string>> = {
  'geen-erkenner': TOELAAT_TEKST['geen-erkenner'],
  'niet-gevonden': 'Deze opleiding staat niet in uw steekproef. Ga terug naar de lijst.',
  'al-beoordeeld': 'Over deze opleiding is al geoordeeld. Het oordeel ligt vast.',
  'toelichting-nodig': 'Schrijf bij dit oordeel wat er niet klopt.',
}

export type KeurmerkReden = 'niet-gevonden' | 'al-besloten' | 'naam-bestaat' | KeurmerkBeletsel
export const KEURMERK_TEKST: Readonly<Record<KeurmerkReden, string>> = {
  'niet-gevonden': 'Deze aanvraag van een keurmerk is er niet. Ga terug naar de lijst.',
  'al-besloten': 'Over dit keurmerk is al besloten. U hoeft niets te doen.',
  'naam-bestaat': 'Er is al een erkenner met deze naam. Controleer of dit keurmerk al is toegelaten.',
  'geen-klachtenprocedure': 'Dit keurmerk heeft geen klachtenprocedure. Zonder die procedure kunt u het niet toelaten.',
  'geen-geschillenprocedure': 'Dit keurmerk heeft geen geschillenprocedure. Zonder die procedure kunt u het niet toelaten.',
  'niet-onafhankelijk': 'Dit keurmerk oordeelt niet onafhankelijk over opleiders. U kunt het niet toelaten.',
  'zelf-ingevoerd': 'U hebt deze aanvraag zelf ingevoerd. Laat een collega besluiten.',
}

export type BevrorenReden = 'niet-gevonden' | 'toelichting-nodig'
export const BEVROREN_TEKST: Readonly<Record<BevrorenReden, string>> = {
  'niet-gevonden': 'Deze opleiding staat niet in de lijst van dit tijdvak. Ga terug naar de lijst.',
  'toelichting-nodig': BEOORDEEL_TEKST['toelichting-nodig'],
}
