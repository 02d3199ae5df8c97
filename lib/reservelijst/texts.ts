import { amsterdamDate, amsterdamTijd, formatTijdstip } from '@/lib/base/amsterdam'
import { addDays, formatDatum } from '@/lib/base/date'
import type { ReserveToestand } from '@/lib/reservelijst/model'

/** What became of a place on the list, as an employee reads it. */
export const RESERVE_LABEL: Readonly<Record<ReserveToestand, string>> = {
  wacht: 'Wacht op budget',
  aangeboden: 'Budget aangeboden',
  aanvaard: 'Aanbod aanvaard',
  afgeslagen: 'Aanbod niet gewild',
  verlopen: 'Niet op tijd geantwoord',
  ingetrokken: 'Aanvraag ingetrokken',
  'besluit-gevraagd': 'Besluit gevraagd',
  'niet-te-starten': 'Scholing is begonnen',
  'lijst-gesloten': 'Lijst is gesloten',
}

export type ReserveReden = 'niet-gevonden' | 'geen-aanbod' | 'te-laat' | 'niet-op-de-lijst'

/** Why an answer to an offer, or a request for the besluit, cannot be taken now. */
export const RESERVE_TEKST: Readonly<Record<ReserveReden, string>> = {
  'niet-gevonden': 'Wij kennen deze aanvraag niet. Ga terug naar uw overzicht.',
  'geen-aanbod': 'Er is nu geen budget aan u aangeboden. Ga terug naar de aanvraag om te zien hoe het ermee staat.',
  'te-laat': 'De bedenktijd is voorbij. Het budget gaat naar de volgende op de lijst. U krijgt een brief met het besluit.',
  'niet-op-de-lijst': 'Uw aanvraag staat niet op de reservelijst. Ga terug naar de aanvraag om te zien hoe het ermee staat.',
}

/** "tot en met donderdag 3 november 2022" for a moment at midnight, else "tot dinsdag 15 november 2022 om 17.00 uur". */
export function formatTot(einde: Date): string {
  return amsterdamTijd(einde) === '00:00' ? `tot en met ${formatDatum(addDays(amsterdamDate(einde), -1))}` : `tot ${formatTijdstip(einde)}`
}
