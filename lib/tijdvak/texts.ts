import type { TijdvakToestand } from '@/lib/tijdvak/model'
import type { JaarplafondReden } from '@/lib/tijdvak/rules/jaarplafond'
import type { PlafondReden } from '@/lib/tijdvak/rules/plafond'
import type { SturingReden } from '@/lib/tijdvak/rules/sturing'

/** The state of a tijdvak as a visitor reads it. */
export const TOESTAND_LABELS: Readonly<Record<TijdvakToestand, string>> = {
  gepland: 'Nog niet open',
  open: 'Open',
  gepauzeerd: 'Gepauzeerd',
  gesloten: 'Gesloten',
}

/** How a state is coloured and marked. */
export const TOESTAND_TONES = { gepland: 'info', open: 'goed', gepauzeerd: 'let-op', gesloten: 'neutraal' } as const satisfies Record<TijdvakToestand, string>

const RANGTELWOORDEN: Readonly<Record<string, string>> = {
  I: 'eerste', II: 'tweede', III: 'derde', IV: 'vierde', V: 'vijfde', VI: 'zesde',
}

/** "vijfde tijdvak van 2022" for the code 2022-V; a code of another form is shown as it is. */
export function tijdvakNaam(code: string): string {
  const [jaar = '', nummer = ''] = code.split('-')
  const rang = RANGTELWOORDEN[nummer]
  return rang === undefined ? `tijdvak ${code}` : `${rang} tijdvak van ${jaar}`
}

/** Why an act of the control room is refused, and what to do. */
export const STURING_REDEN: Readonly<Record<SturingReden, string>> = {
  'onbekend-tijdvak': 'Dit tijdvak bestaat niet. Kies een tijdvak uit de lijst.',
  'kan-nu-niet': 'Dit kan niet in de stand waarin het tijdvak nu is. Ververs de pagina en kijk hoe het tijdvak ervoor staat.',
  'opening-in-verleden': 'Dit moment is al voorbij. Kies een moment van opening dat nog moet komen.',
  'sluiting-voor-opening': 'Het tijdvak zou sluiten voordat het opent. Vul ook een laatste dag in die na de opening ligt.',
  'overlapt-ander-tijdvak': 'Op dat moment loopt een ander tijdvak. Kies een opening en een laatste dag waarin geen ander tijdvak loopt.',
}

/** Why a change of a plafond is refused, and what to do. */
export const PLAFOND_REDEN: Readonly<Record<PlafondReden, string>> = {
  'onbekend-tijdvak': 'Dit tijdvak bestaat niet. Kies een tijdvak uit de lijst.',
  'onbekend-compartiment': 'Dit compartiment hoort niet bij dit tijdvak. Kies een compartiment uit de lijst.',
  'tijdvak-voorbij': 'Het tijdvak is voorbij. Leg extra budget vast in een volgend tijdvak.',
  'geen-doel': 'Kies het compartiment dat het budget krijgt.',
  'zelfde-compartiment': 'Het budget komt uit hetzelfde compartiment. Kies een ander compartiment dat het krijgt.',
  'lager-dan-gebruikt': 'Er is al meer gebruikt dan er dan over zou zijn. Kies een lager bedrag.',
  'lager-dan-aangevraagd': 'Een deel van dit budget is al aangevraagd. Een verlaging geldt niet voor wie al heeft aangevraagd (artikel 4:27 Awb). Kies een lager bedrag.',
  'al-geweigerd': 'Hier zijn al aanvragen geweigerd omdat het budget niet genoeg was. Extra budget zou naar mensen gaan die later kwamen. Leg het vast in een volgend tijdvak.',
  'boven-jaarplafond': 'De tijdvakken van dit jaar zouden samen boven het jaarplafond komen. Kies een lager bedrag, of vraag SZW eerst het jaarplafond te verhogen.',
  'jaar-gesloten': 'Dit boekjaar is gesloten. Leg budget vast in een jaar dat nog open is.',
}

/** Why a besluit about the plafond of a year is refused, and what to do. */
export const JAARPLAFOND_REDEN: Readonly<Record<JaarplafondReden, string>> = {
  'jaar-gesloten': 'Dit boekjaar is gesloten. Leg budget vast in een jaar dat nog open is.',
  'lager-dan-verdeeld': 'Er is al meer verdeeld over de tijdvakken van dit jaar. Verlaag eerst het plafond van een tijdvak, of kies een hoger bedrag.',
  ongewijzigd: 'Dit bedrag geldt al voor dit jaar. Vul een ander bedrag in.',
}

/** What an act of the control room is called in its log. */
export const STURING_LABELS: Readonly<Record<string, string>> = {
  'leg-vast': 'Vastgelegd',
  open: 'Geopend op de klok',
  sluit: 'Gesloten op de klok',
  pauzeer: 'Gepauzeerd',
  hervat: 'Hervat',
  stop: 'Gestopt',
  heropen: 'Nieuwe opening bepaald',
  'stel-snelheid-in': 'Snelheid ingesteld',
  'verhoog-plafond': 'Plafond verhoogd',
  'verlaag-plafond': 'Plafond verlaagd',
  'verplaats-budget': 'Budget verplaatst',
  'hevel-over': 'Budget overgeheveld',
  loot: 'Plaatsen geloot',
  'open-wachtkamer': 'Wachtkamer geopend',
  'nieuwe-ronde': 'Nieuwe ronde in de wachtkamer',
  'sluit-inschrijving': 'Inschrijving gesloten',
  'stel-lijst-vast': 'Deelnemerslijst vastgesteld',
  'leg-zaaddeel-vast': 'Deel van het zaad gegeven',
  'trek-loting': 'Loting getrokken',
}
