import type { BewaarReden } from '@/lib/vooraanmelding/texts'
import { BEWAAR_TEKST } from '@/lib/vooraanmelding/texts'
import type { WijzigingSoort, WijzigingStatus } from '@/lib/wijziging/model'
import type { MeldBeletsel, WisselBeletsel } from '@/lib/wijziging/rules/wijziging'

export const SOORT_LABEL: Readonly<Record<WijzigingSoort, string>> = { datum: 'Datum', plaats: 'Plaats', vorm: 'Vorm', annulering: 'Gaat niet door' }
export const STATUS_LABEL: Readonly<Record<WijzigingStatus, string>> = { voorgelegd: 'Wacht op de deelnemer', aanvaard: 'Akkoord', geweigerd: 'Niet akkoord', gewisseld: 'Gewisseld' }

export type MeldReden = 'niet-gevonden' | MeldBeletsel
export const MELD_TEKST: Readonly<Record<MeldReden, string>> = {
  'niet-gevonden': 'Deze deelnemer staat niet bij uw opdrachten. Ga terug naar de lijst.',
  'niet-verleend': 'Deze subsidie is niet (meer) toegekend. U hoeft niets te melden.',
  'niets-gewijzigd': 'U hebt niets gewijzigd. Pas een datum, de plaats of de vorm aan.',
  'einde-voor-begin': 'De einddatum ligt voor de startdatum. Verbeter een van de twee.',
  'al-begonnen': 'De scholing is al begonnen. Meld de uitkomst bij Deelnames, en overleg met de deelnemer.',
  'nieuwe-datum-voorbij': 'De nieuwe startdatum is al voorbij. Kies een datum die nog komt.',
  'wacht-op-burger': 'U hebt de deelnemer al een wijziging voorgelegd. Wacht op het antwoord.',
}

export type AnnuleerReden = 'niet-gevonden' | 'niet-verleend' | 'al-begonnen' | 'al-afgezegd'
export const ANNULEER_TEKST: Readonly<Record<AnnuleerReden, string>> = {
  'niet-gevonden': 'Deze deelnemer staat niet bij uw opdrachten. Ga terug naar de lijst.',
  'niet-verleend': 'Deze subsidie is niet (meer) toegekend. U hoeft niets te melden.',
  'al-begonnen': 'De scholing is al begonnen. Meld de uitkomst bij Deelnames en kies als oorzaak dat de opleiding stopte.',
  'al-afgezegd': 'U hebt deze scholing al afgezegd voor deze deelnemer. Wacht op het antwoord.',
}

export type AntwoordReden = 'niet-gevonden' | 'al-beantwoord' | 'gaat-niet-door'
export const ANTWOORD_TEKST: Readonly<Record<AntwoordReden, string>> = {
  'niet-gevonden': 'Deze vraag staat niet bij u open. Ga terug naar uw overzicht.',
  'al-beantwoord': 'U hebt deze vraag al beantwoord. U hoeft niets te doen.',
  'gaat-niet-door': 'Deze scholing gaat niet door. Wissel naar een andere scholing, of stop met uw aanvraag.',
}

export type WisselReden = 'niet-gevonden' | 'niet-aanvraagbaar' | 'al-gebruikt' | 'al-gefactureerd' | WisselBeletsel | BewaarReden
export const WISSEL_TEKST: Readonly<Record<WisselReden, string>> = {
  ...BEWAAR_TEKST,
  ...ANTWOORD_TEKST,
  'niet-aanvraagbaar': 'Voor deze scholing kunt u geen STAP-budget gebruiken. Kies een andere.',
  'al-gebruikt': 'Dit aanmeldbewijs is al gebruikt. Vraag de opleider om een nieuw aanmeldbewijs.',
  'al-gefactureerd': 'De opleider heeft al een factuur gestuurd. Neem contact op met UWV om te wisselen.',
  'termijn-voorbij': 'U kunt niet meer wisselen: de termijn is voorbij. Neem contact op met UWV.',
  'bedrag-hoger-dan-toegekend': 'Deze scholing vraagt meer STAP-budget dan u hebt gekregen. Kies een scholing van hetzelfde bedrag of minder.',
  'start-te-vroeg': 'Deze scholing is al begonnen. Kies een latere startdatum.',
  'start-te-laat': 'Deze scholing begint te laat: zij moet beginnen binnen drie maanden na het tijdvak van uw aanvraag. Kies een eerdere startdatum.',
  'zelfde-scholing': 'Dit aanmeldbewijs is voor dezelfde startdatum als nu. Kies een andere.',
}
