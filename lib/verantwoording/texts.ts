import { BESLUIT_REDEN, type BesluitReden } from '@/lib/beschikking/texts'
import type { DeelnameUitkomst, Oorzaak, Reactie, Wijze } from '@/lib/verantwoording/model'
import type { MeldReden } from '@/lib/verantwoording/rules/afronding'
import type { BewijsReden } from '@/lib/verantwoording/rules/bewijs'

export const UITKOMST_LABEL: Readonly<Record<DeelnameUitkomst, string>> = { succesvol: 'Afgerond', 'niet-succesvol': 'Niet afgerond' }

export const WIJZE_LABEL: Readonly<Record<Wijze, string>> = {
  diploma: 'Met een diploma of certificaat', aanwezigheid: 'Met genoeg aanwezigheid', examen: 'Met een examen of beoordeling (bekostigd onderwijs)',
}

export const OORZAAK_LABEL: Readonly<Record<Oorzaak, string>> = {
  opleider: 'De opleiding ging niet door of stopte', burger: 'De deelnemer begon niet of stopte', overmacht: 'Ziekte of andere overmacht van de deelnemer',
}

export const REACTIE_LABEL: Readonly<Record<Reactie, string>> = { bevestigd: 'Deelnemer is het eens', betwist: 'Deelnemer is het oneens' }

export const MELD_REDEN: Readonly<Record<MeldReden | BewijsReden, string>> = {
  'aanvraag-niet-gevonden': 'Deze deelnemer bestaat niet bij u. Ga terug naar de lijst met deelnemers.',
  'niet-verleend': 'Voor deze aanvraag kunt u nu geen uitkomst melden: het STAP-budget is niet verleend of al vastgesteld.',
  'al-gemeld': 'U hebt de uitkomst van deze deelnemer al gemeld. Klopt die niet? Neem contact op met UWV.',
  'nog-niet-afgelopen': 'De opleiding is nog niet afgelopen. Meld de uitkomst op of na de einddatum.',
  'nog-niet-begonnen': 'De opleiding is nog niet begonnen. Meld de uitkomst op of na de startdatum.',
  'aanwezigheid-te-laag': 'De aanwezigheid is te laag om de opleiding af te ronden. Is de deelnemer niet genoeg geweest? Kies dan ‘Niet afgerond’.',
  'bewijs-ontbreekt': 'Stuur een bewijs van deelname mee: een PDF, of een foto als PNG of JPEG.',
  'bewijs-soort': 'Dit bestand is geen PDF, PNG of JPEG. Sla het bewijs op als PDF en stuur het opnieuw.',
  'bewijs-vals': 'Dit bestand is niet alleen wat het zegt te zijn, of er zit een programma of ander bestand in. Sla het bewijs opnieuw op als PDF.',
  'bewijs-beschadigd': 'Dit bestand is niet compleet. Sla het bewijs opnieuw op en stuur het nog een keer.',
}

export type ReactieReden = 'niets-gemeld' | 'al-gereageerd' | 'niet-meer-mogelijk' | 'toelichting-ontbreekt'
export const REACTIE_REDEN: Readonly<Record<ReactieReden, string>> = {
  'niets-gemeld': 'Uw opleider heeft nog niet gemeld hoe de opleiding ging. U krijgt een bericht als dat gebeurt.',
  'al-gereageerd': 'U hebt al gereageerd. Wilt u iets veranderen? Neem contact op met UWV.',
  'niet-meer-mogelijk': 'Uw STAP-budget is al vastgesteld. Bent u het er niet mee eens? Maak dan bezwaar; in de brief staat hoe.',
  'toelichting-ontbreekt': 'Schrijf op wat er niet klopt. Dan kan UWV het uitzoeken.',
}

export type VaststelReden = 'aanvraag-niet-gevonden' | 'niets-gemeld' | 'bedrag-te-hoog' | 'bedrag-past-niet'
export const VASTSTEL_REDEN: Readonly<Record<VaststelReden, string>> = {
  'aanvraag-niet-gevonden': 'Deze aanvraag staat niet in de lijst. Ga terug naar de vaststellingen.',
  'niets-gemeld': 'De opleider heeft nog niets gemeld over deze deelnemer.',
  'bedrag-te-hoog': 'U kunt niet meer vaststellen dan is verleend.',
  'bedrag-past-niet': 'Is de scholing afgerond? Stel dan vast op het verleende bedrag.',
}

/** The sentence for why a vaststelling cannot be made, whichever module refused it. */
export function describeVaststelReden(reden: VaststelReden | BesluitReden): string {
  return isVaststelReden(reden) ? VASTSTEL_REDEN[reden] : BESLUIT_REDEN[reden]
}

function isVaststelReden(reden: string): reden is VaststelReden {
  return Object.hasOwn(VASTSTEL_REDEN, reden)
}
