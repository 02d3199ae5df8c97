import { NIET_AANVRAAGBAAR_TEKST } from '@/lib/register/texts'
import type { AanmeldbewijsStatus } from '@/lib/vooraanmelding/model'
import type { UitgeefReden } from '@/lib/vooraanmelding/rules/uitgifte'

export const STATUS_LABEL: Readonly<Record<AanmeldbewijsStatus, string>> = {
  uitgegeven: 'Uitgegeven',
  gebruikt: 'Gebruikt in een aanvraag',
  ingetrokken: 'Ingetrokken',
}

export const UITGEEF_TEKST: Readonly<Record<UitgeefReden, string>> = {
  ...NIET_AANVRAAGBAAR_TEKST,
  'activiteit-niet-gevonden': 'Deze scholingsactiviteit staat niet bij uw opleidingen. Kies er een uit de lijst.',
  'bedrag-hoger-dan-register': 'Het gevraagde bedrag is hoger dan de subsidiabele kosten in het register. Vul hoogstens dat bedrag in.',
  'bedrag-hoger-dan-maximum': 'Het gevraagde bedrag is hoger dan het maximum van het STAP-budget. Vul een lager bedrag in.',
}

export type TrekInReden = 'niet-gevonden' | 'al-gebruikt' | 'al-ingetrokken'

export const TREK_IN_TEKST: Readonly<Record<TrekInReden, string>> = {
  'niet-gevonden': 'Dit aanmeldbewijs staat niet bij uw organisatie. Ga terug naar de lijst.',
  'al-gebruikt': 'Met dit aanmeldbewijs is al een aanvraag ingediend. Intrekken kan niet meer; neem contact op met de deelnemer.',
  'al-ingetrokken': 'Dit aanmeldbewijs was al ingetrokken. U hoeft niets te doen.',
}

/** The sentence that stands on every aanmeldbewijs. */
export const BEWIJS_UITLEG = 'Dit STAP-aanmeldbewijs heeft u nodig om uw STAP-budget aan te vragen. Vul de code in als u uw aanvraag voorbereidt.'
