import type { HulpReden } from '@/lib/hulp/model'

/** Why helping at a werkplein stops here, and what to do. */
export const HULP_TEKST: Readonly<Record<HulpReden, string>> = {
  'niet-gevonden': 'Deze hulp staat niet op uw naam. Begin opnieuw met het burgerservicenummer.',
  uitgeschakeld: 'Voor deze persoon kan nu niets gedaan worden. Bel de beheerder.',
  'geen-aanvraag': 'Er is nog geen aanvraag. Begin met de code van het aanmeldbewijs.',
  'niet-aan-de-beurt': 'Deze persoon is nog niet aan de beurt. De plaats blijft staan. Dien in zodra dat kan.',
  'geen-wachtkamer': 'De wachtkamer is nog niet open. Zij opent een dag voor de opening.',
  gesloten: 'Het tijdvak is gesloten. Er worden geen plaatsen meer gegeven.',
  'onbekend-tijdvak': 'Dit tijdvak bestaat niet meer. Begin opnieuw met het burgerservicenummer.',
}
