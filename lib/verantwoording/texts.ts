import type {
  ControleOordeel, ControleSignaal, DeelnameBestandToestand, DeelnameUitkomst, NavraagAntwoord, Oorzaak, Reactiestand, Wijze,
} from '@/lib/verantwoording/model'
import type { MeldReden } from '@/lib/verantwoording/rules/afronding'
import type { BewijsReden } from '@/lib/verantwoording/rules/bewijs'
import type { OordeelReden } from '@/lib/verantwoording/rules/deelname-controle'
import type { Kolom } from '@/lib/verantwoording/rules/deelname-kolommen'

export const UITKOMST_LABEL: Readonly<Record<DeelnameUitkomst, string>> = { succesvol: 'Afgerond', 'niet-succesvol': 'Niet afgerond' }

export const WIJZE_LABEL: Readonly<Record<Wijze, string>> = {
  diploma: 'Met een diploma of certificaat', aanwezigheid: 'Met genoeg aanwezigheid', examen: 'Met een examen of beoordeling (bekostigd onderwijs)',
}

export const OORZAAK_LABEL: Readonly<Record<Oorzaak, string>> = {
  'niet-gegeven': 'De opleiding is niet gegeven', 'niet-gestart': 'De deelnemer is nooit begonnen', opleider: 'De opleiding stopte, of het lag aan de opleider',
  burger: 'De deelnemer stopte', overmacht: 'Ziekte of andere overmacht van de deelnemer',
}

export const REACTIE_LABEL: Readonly<Record<Reactiestand, string>> = { bevestigd: 'Deelnemer is het eens', betwist: 'Deelnemer is het oneens', 'zonder-reactie': 'Geen reactie binnen de termijn: niet betwist' }

export const MELD_REDEN: Readonly<Record<MeldReden | BewijsReden, string>> = {
  'aanvraag-niet-gevonden': 'Deze deelnemer bestaat niet bij u. Ga terug naar de lijst met deelnemers.',
  'niet-verleend': 'Voor deze aanvraag kunt u nu geen uitkomst melden: het STAP-budget is niet verleend of al vastgesteld.',
  'al-gemeld': 'U hebt de uitkomst van deze deelnemer al gemeld. Klopt die niet? Open de deelnemer en kies ‘Melding verbeteren’.',
  'niet-gemeld': 'U hebt van deze deelnemer nog niets gemeld. Meld eerst de uitkomst.',
  'nog-niet-afgelopen': 'De opleiding is nog niet afgelopen. Meld de uitkomst op of na de einddatum.',
  'nog-niet-begonnen': 'De opleiding is nog niet begonnen. Meld de uitkomst op of na de startdatum.',
  'aanwezigheid-te-laag': 'De aanwezigheid is te laag om de opleiding af te ronden. Was de deelnemer er te weinig? Kies dan ‘Niet afgerond’.',
  'bewijs-ontbreekt': 'Stuur een bewijs van deelname mee: een PDF, of een foto als PNG of JPEG. Of verklaar dat u het bewaart.',
  'bewijs-soort': 'Dit bestand is geen PDF, PNG of JPEG. Sla het bewijs op als PDF en stuur het opnieuw.',
  'bewijs-vals': 'Dit bestand is niet alleen wat het zegt te zijn, of er zit een programma of ander bestand in. Sla het bewijs opnieuw op als PDF.',
  'bewijs-beschadigd': 'Dit bestand is niet compleet. Sla het bewijs opnieuw op en stuur het nog een keer.',
}

const EIGEN_BEWIJS: Readonly<Record<BewijsReden, string>> = {
  'bewijs-soort': 'Dit bestand is geen PDF, PNG of JPEG. Stuur een PDF of een foto.',
  'bewijs-vals': 'Dit bestand is niet alleen wat het zegt te zijn, of er zit een programma of ander bestand in. Maak een foto van uw bewijs en stuur die.',
  'bewijs-beschadigd': 'Dit bestand is niet compleet. Sla het opnieuw op en stuur het nog een keer.',
}

export type ReactieReden = 'niets-gemeld' | 'al-gereageerd' | 'melding-veranderd' | 'termijn-voorbij' | 'niet-meer-mogelijk' | 'toelichting-ontbreekt' | BewijsReden
export const REACTIE_REDEN: Readonly<Record<ReactieReden, string>> = {
  ...EIGEN_BEWIJS,
  'melding-veranderd': 'Uw opleider heeft de melding intussen verbeterd. Open de pagina opnieuw en lees wat er nu staat.',
  'termijn-voorbij': 'De termijn om te reageren is voorbij. Bent u het niet eens met het besluit? Maak dan bezwaar; in de brief staat hoe.',
  'niets-gemeld': 'Uw opleider heeft nog niet gemeld hoe de opleiding ging. U krijgt een bericht als dat gebeurt.',
  'al-gereageerd': 'U hebt al gereageerd. Wilt u iets veranderen? Neem contact op met UWV.',
  'niet-meer-mogelijk': 'Uw STAP-budget is al vastgesteld. Bent u het er niet mee eens? Maak dan bezwaar; in de brief staat hoe.',
  'toelichting-ontbreekt': 'Schrijf op wat er niet klopt. Dan kan UWV het uitzoeken.',
}

export type NavraagReden = 'navraag-niet-gevonden' | 'al-geantwoord' | 'intussen-gemeld' | 'niet-meer-mogelijk' | BewijsReden
export const NAVRAAG_REDEN: Readonly<Record<NavraagReden, string>> = {
  ...EIGEN_BEWIJS,
  'navraag-niet-gevonden': 'Wij hebben u niets gevraagd over deze opleiding. U hoeft niets te doen.',
  'al-geantwoord': 'U hebt al geantwoord. Wilt u iets veranderen? Neem contact op met UWV.',
  'intussen-gemeld': 'Uw opleider heeft intussen gemeld hoe het ging. Open de pagina opnieuw en zeg of dat klopt.',
  'niet-meer-mogelijk': 'Over uw STAP-budget is al beslist. Bent u het er niet mee eens? Maak dan bezwaar; in de brief staat hoe.',
}

export type DoorvoerReden = 'bestand-niet-gevonden' | 'niet-meer-door-te-voeren' | 'geen-goede-regels' | 'veranderd-sinds-lezen'
export const DOORVOER_REDEN: Readonly<Record<DoorvoerReden, string>> = {
  'bestand-niet-gevonden': 'Dit bestand staat niet bij uw organisatie. Ga terug naar de lijst met bestanden.',
  'niet-meer-door-te-voeren': 'Met dit bestand is al iets gedaan. Open de pagina opnieuw om te zien wat.',
  'geen-goede-regels': 'In dit bestand staat geen regel die u kunt melden. Verbeter het bestand en lever het opnieuw aan.',
  'veranderd-sinds-lezen': 'Sinds wij dit bestand lazen is er iets veranderd, bijvoorbeeld omdat iemand al een deelnemer meldde. Er is niets gemeld. Lever het bestand opnieuw aan.',
}

export type InleverReden = 'geval-niet-gevonden' | 'al-beoordeeld' | 'nog-geen-stuk' | 'al-ingeleverd' | 'te-veel-stukken' | BewijsReden
export const INLEVER_REDEN: Readonly<Record<InleverReden, string>> = {
  ...EIGEN_BEWIJS,
  'geval-niet-gevonden': 'Deze controle staat niet bij uw organisatie. Ga terug naar de lijst.',
  'al-beoordeeld': 'De Toetsingskamer heeft deze controle al beoordeeld. U kunt geen stukken meer sturen.',
  'nog-geen-stuk': 'U hebt nog geen stuk gestuurd. Stuur eerst een stuk.',
  'al-ingeleverd': 'U hebt al gezegd dat alles is ingeleverd. U hoeft niets meer te doen.',
  'te-veel-stukken': 'U hebt al twintig stukken gestuurd. Voeg stukken samen in één PDF, of neem contact op met de Toetsingskamer.',
}

export const OORDEEL_REDEN: Readonly<Record<OordeelReden, string>> = {
  'geval-niet-gevonden': 'Dit geval bestaat niet. Ga terug naar de steekproef.',
  'al-beoordeeld': 'Dit geval is al beoordeeld. Open de pagina opnieuw.',
  'geen-stukken': 'Er zijn geen stukken. Zonder stukken kunt u niet ‘Goed’ kiezen.',
  'wel-stukken': 'De opleider heeft stukken gestuurd. Kies ‘Goed’ of ‘Onvoldoende’.',
  'termijn-loopt': 'De opleider heeft nog tijd om stukken te sturen. Wacht tot de termijn voorbij is, of tot alles is ingeleverd.',
}

export const DEELNAME_BESTAND_LABEL: Readonly<Record<DeelnameBestandToestand, string>> = {
  ontvangen: 'Wordt gelezen', gelezen: 'Wacht op u', mislukt: 'Niet gelezen', doorgevoerd: 'Gemeld', vervallen: 'Niet gebruikt',
}
export const CONTROLE_OORDEEL_LABEL: Readonly<Record<ControleOordeel, string>> = { goed: 'Goed', onvoldoende: 'Onvoldoende', 'niet-geleverd': 'Niet geleverd' }
export const CONTROLE_SIGNAAL_LABEL: Readonly<Record<ControleSignaal, string>> = {
  'te-laat': 'te laat gemeld', betwist: 'betwist door de deelnemer', 'zonder-stuk': 'zonder bewijs gemeld', 'zonder-reactie': 'deelnemer reageerde niet',
  'rond-de-norm': 'aanwezigheid net boven de norm', 'eerder-onvoldoende': 'eerder een onvoldoende bij deze opleider', gestopt: 'deelnemer meldde te stoppen',
}
export const NAVRAAG_LABEL: Readonly<Record<NavraagAntwoord, string>> = {
  afgerond: 'Ja, ik heb de opleiding afgerond', 'niet-afgerond': 'Ik ben begonnen, maar heb de opleiding niet afgerond', 'niet-gevolgd': 'Ik heb de opleiding niet gevolgd',
}
export const KOLOM_LABEL: Readonly<Record<Kolom, string>> = {
  kenmerk: 'Het kenmerk van de aanvraag, bijvoorbeeld STAP-0000123-7X', uitkomst: 'succesvol of niet-succesvol',
  wijze: 'Bij succesvol: diploma, aanwezigheid of examen', percentage: 'Bij aanwezigheid: een heel getal van 0 tot en met 100',
  oorzaak: 'Bij niet-succesvol: niet-gegeven, niet-gestart, opleider, burger of overmacht', toelichting: 'Bij niet-succesvol: wat er is gebeurd. Schrijf geen medische gegevens op',
}

export type SignaalReden = 'signaal-niet-gevonden' | 'nog-niet-vastgesteld'
export const SIGNAAL_REDEN: Readonly<Record<SignaalReden, string>> = {
  'signaal-niet-gevonden': 'Er is geen open signaal bij deze aanvraag. Ga terug naar de werklijst.',
  'nog-niet-vastgesteld': 'Het budget is nog niet vastgesteld. Stel het vast, of stuur een voornemen: daarmee is het signaal afgehandeld.',
}
