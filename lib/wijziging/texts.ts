import { formatDatum, type PlainDate } from '@/lib/base/date'
import type { BewaarReden } from '@/lib/vooraanmelding/texts'
import { BEWAAR_TEKST } from '@/lib/vooraanmelding/texts'
import type { WijzigingSoort, WijzigingStatus } from '@/lib/wijziging/model'
import type { VerlengBeletsel } from '@/lib/wijziging/rules/keuze'
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

export type VerlengReden = 'niet-gevonden' | 'voornemen-loopt' | VerlengBeletsel
export const VERLENG_TEKST: Readonly<Record<VerlengReden, string>> = {
  'niet-gevonden': 'De opleider heeft deze scholing niet afgezegd, of het budget is niet meer verleend. Ga terug naar de werklijst.',
  'al-gekozen': 'De deelnemer heeft intussen gekozen. Laad deze pagina opnieuw.',
  'niet-later': 'Kies een dag na vandaag die later is dan de termijn die de deelnemer nu heeft.',
  'te-lang': 'Deze dag is te ver weg. De deelnemer krijgt nooit meer tijd dan de eerste keer, geteld vanaf vandaag.',
  'voornemen-loopt': 'Er loopt een voornemen. Laat dat eerst vervallen; geef daarna meer tijd.',
}

export type AntwoordReden = 'niet-gevonden' | 'al-beantwoord' | 'gaat-niet-door'
export const ANTWOORD_TEKST: Readonly<Record<AntwoordReden, string>> = {
  'niet-gevonden': 'Deze vraag staat niet bij u open. Ga terug naar uw overzicht.',
  'al-beantwoord': 'U hebt deze vraag al beantwoord. U hoeft niets te doen.',
  'gaat-niet-door': 'Deze scholing gaat niet door. Wissel naar een andere scholing, of stop met uw aanvraag.',
}

export type WisselReden = 'niet-gevonden' | 'niet-aanvraagbaar' | 'al-gebruikt' | 'al-betaald' | 'betaling-onderweg' | WisselBeletsel | BewaarReden
export const WISSEL_TEKST: Readonly<Record<WisselReden, string>> = {
  ...BEWAAR_TEKST,
  ...ANTWOORD_TEKST,
  'niet-aanvraagbaar': 'Voor deze scholing kunt u geen STAP-budget gebruiken. Kies een andere.',
  'al-gebruikt': 'Dit aanmeldbewijs is al gebruikt. Vraag de opleider om een nieuw aanmeldbewijs.',
  'al-betaald': 'UWV heeft de opleider al betaald. Met dit STAP-budget kunt u daarom niet meer wisselen. Stop met deze aanvraag: wij vragen het geld terug aan de opleider, en u kunt opnieuw aanvragen.',
  'betaling-onderweg': 'De betaling aan de opleider wordt net verwerkt. Probeer het morgen opnieuw.',
  'termijn-voorbij': 'U kunt niet meer wisselen: de termijn is voorbij. Neem contact op met UWV.',
  'bedrag-hoger-dan-toegekend': 'Deze scholing vraagt meer STAP-budget dan u hebt gekregen. Kies een scholing van hetzelfde bedrag of minder.',
  'start-te-vroeg': 'Deze scholing is al begonnen. Kies een latere startdatum.',
  'start-te-laat': 'Deze scholing begint te laat: zij moet beginnen binnen drie maanden na het tijdvak van uw aanvraag. Kies een eerdere startdatum.',
  'zelfde-scholing': 'Dit aanmeldbewijs is voor dezelfde startdatum als nu. Kies een andere.',
}

/** What waits for the burger, said in Mijn STAP: a heading, a sentence of what to do, and where to. */
export function describeOpen({ isAfgezegd, isVoorbij, uiterlijkOp }: { isAfgezegd: boolean; isVoorbij: boolean; uiterlijkOp: PlainDate }): { titel: string; zin: string; link: string } {
  if (isVoorbij) return { titel: 'De opleider heeft uw scholing afgezegd', zin: `U kon kiezen tot en met ${formatDatum(uiterlijkOp)}. Een medewerker van UWV kijkt er nu naar en stuurt u een brief. Stoppen kan nog wel. Wilt u nog wisselen? Bel ons.`, link: 'Lezen wat u nog kunt doen' }
  if (isAfgezegd) return { titel: 'De opleider heeft uw scholing afgezegd', zin: `Kies uiterlijk op ${formatDatum(uiterlijkOp)}: wisselen naar een andere opleiding, of stoppen.`, link: 'Lezen en kiezen' }
  return { titel: 'De opleider wil iets wijzigen', zin: `Antwoord uiterlijk op ${formatDatum(uiterlijkOp)}. Zolang u niet antwoordt, verandert er niets.`, link: 'Lezen en antwoorden' }
}
