import { NIET_AANVRAAGBAAR_TEKST } from '@/lib/register/texts'
import type { BestandToestand, BewijsStand, Herkomst, VerzoekStatus, VoorstelSoort, VoorstelStatus } from '@/lib/vooraanmelding/model'
import type { Kolom } from '@/lib/vooraanmelding/rules/kolommen'
import type { UitgeefReden } from '@/lib/vooraanmelding/rules/uitgifte'
import type { BeantwoordBeletsel, WijzigBeletsel } from '@/lib/vooraanmelding/rules/voorstel'

export const STAND_LABEL: Readonly<Record<BewijsStand, string>> = {
  uitgegeven: 'Uitgegeven',
  bewaard: 'Bewaard door de deelnemer',
  voorgelegd: 'Wacht op de deelnemer',
  aangevraagd: 'Budget aangevraagd',
  toegekend: 'Budget toegekend',
  'niet-toegekend': 'Geen budget',
  ingetrokken: 'Ingetrokken',
}

export const HERKOMST_LABEL: Readonly<Record<Herkomst, string>> = { portaal: 'Met de hand', bestand: 'Uit een bestand', api: 'Via de API' }

export const VOORSTEL_LABEL: Readonly<Record<VoorstelSoort, string>> = { wijziging: 'Wijziging', intrekking: 'Intrekking' }

export const VOORSTEL_STATUS_LABEL: Readonly<Record<VoorstelStatus, string>> = {
  voorgelegd: 'Wacht op de deelnemer', akkoord: 'Deelnemer ging akkoord', geweigerd: 'Deelnemer ging niet akkoord',
}

export const VERZOEK_LABEL: Readonly<Record<VerzoekStatus, string>> = {
  gevraagd: 'Gevraagd', ingewilligd: 'Gekregen', geweigerd: 'Niet gekregen', ingetrokken: 'Ingetrokken',
}

export const BESTAND_LABEL: Readonly<Record<BestandToestand, string>> = { ontvangen: 'Wordt gelezen', klaar: 'Verwerkt', mislukt: 'Niet verwerkt' }

export const KOLOM_LABEL: Readonly<Record<Kolom, string>> = {
  studentnummer: 'Uw eigen nummer van de deelnemer, hoogstens 20 letters en cijfers',
  voornaam: 'Voornaam', tussenvoegsel: 'Tussenvoegsel, mag leeg blijven', achternaam: 'Achternaam, zonder tussenvoegsel',
  geboortedatum: 'Bijvoorbeeld 29-11-1985 of 1985-11-29',
  straat: 'Verplicht in Nederland, hoogstens 34 tekens', huisnummer: 'Verplicht in Nederland, alleen cijfers', huisnummertoevoeging: 'Mag leeg blijven',
  postcode: 'Verplicht in Nederland', woonplaats: 'Verplicht in Nederland', land: 'Code van twee letters; leeg is NL',
  opleidingscode: 'De code van de opleiding in het register; mag leeg blijven', cohortcode: 'De code van de startdatum in het register',
  locatie: 'Alleen als de plaats anders is dan in het register', startdatum: 'Alleen als de datum anders is dan in het register',
  einddatum: 'Alleen als de datum anders is dan in het register', subsidiebedrag: 'In euro’s, bijvoorbeeld 939,50; nooit hoger dan in het register',
}

export const UITGEEF_TEKST: Readonly<Record<UitgeefReden, string>> = {
  ...NIET_AANVRAAGBAAR_TEKST,
  'activiteit-niet-gevonden': 'Deze scholingsactiviteit staat niet bij uw opleidingen. Kies er een uit de lijst, of controleer de cohortcode.',
  'opleiding-past-niet': 'Deze cohortcode hoort bij een andere opleiding. Controleer de opleidingscode en de cohortcode.',
  'al-uitgegeven': 'Deze deelnemer heeft voor deze startdatum al een aanmeldbewijs dat nog niet is gebruikt. Gebruik dat, of trek het eerst in.',
  'einde-voor-begin': 'De einddatum ligt voor de startdatum. Verbeter een van de twee.',
  'bedrag-hoger-dan-register': 'Het gevraagde bedrag is hoger dan de subsidiabele kosten in het register. Vul hoogstens dat bedrag in.',
  'bedrag-hoger-dan-maximum': 'Het gevraagde bedrag is hoger dan het maximum van het STAP-budget. Vul een lager bedrag in.',
}

export type TrekInReden = 'niet-gevonden' | 'al-gebruikt' | 'al-ingetrokken' | 'wacht-op-burger'

export const TREK_IN_TEKST: Readonly<Record<TrekInReden, string>> = {
  'niet-gevonden': 'Dit aanmeldbewijs staat niet bij uw organisatie. Ga terug naar de lijst.',
  'al-gebruikt': 'Met dit aanmeldbewijs is al een aanvraag ingediend. Wijzigen of intrekken kan niet meer; neem contact op met de deelnemer.',
  'al-ingetrokken': 'Dit aanmeldbewijs was al ingetrokken. U hoeft niets te doen.',
  'wacht-op-burger': 'U hebt de deelnemer al iets voorgelegd over dit aanmeldbewijs. Wacht op het antwoord.',
}

export type WijzigReden = 'niet-gevonden' | WijzigBeletsel | UitgeefReden

export const WIJZIG_TEKST: Readonly<Record<WijzigReden, string>> = {
  ...UITGEEF_TEKST,
  ...TREK_IN_TEKST,
  'niets-gewijzigd': 'U hebt niets gewijzigd. Pas een datum, de plaats of het bedrag aan.',
}

export type BewaarReden = 'code-onbekend' | 'handtekening-klopt-niet' | 'andere-persoon' | 'van-een-ander' | 'al-ingetrokken' | 'basisregister-antwoordt-niet'

export const BEWAAR_TEKST: Readonly<Record<BewaarReden, string>> = {
  'code-onbekend': 'Wij kennen deze code niet. Typ de code precies over, of vraag de opleider om een nieuw aanmeldbewijs.',
  'handtekening-klopt-niet': 'Dit aanmeldbewijs is niet meer zoals wij het hebben ondertekend. Vraag de opleider om een nieuw aanmeldbewijs.',
  'andere-persoon': 'De achternaam of de geboortedatum op dit aanmeldbewijs is anders dan in de basisregistratie. Vraag de opleider om het te verbeteren.',
  'van-een-ander': 'Iemand anders heeft dit aanmeldbewijs al bewaard. Vraag de opleider om een nieuw aanmeldbewijs.',
  'al-ingetrokken': 'De opleider heeft dit aanmeldbewijs ingetrokken. Vraag de opleider om een nieuw aanmeldbewijs.',
  'basisregister-antwoordt-niet': 'Wij kunnen uw gegevens nu niet ophalen. Probeer het over een paar minuten opnieuw. Uw code blijft geldig.',
}

export type AntwoordReden = 'niet-gevonden' | BeantwoordBeletsel | UitgeefReden

export const ANTWOORD_TEKST: Readonly<Record<AntwoordReden, string>> = {
  ...UITGEEF_TEKST,
  'niet-gevonden': 'Deze vraag staat niet bij u open. Ga terug naar uw overzicht.',
  'al-beantwoord': 'U hebt deze vraag al beantwoord. U hoeft niets te doen.',
  'al-gebruikt': 'U hebt met dit aanmeldbewijs al een aanvraag ingediend. De wijziging gaat niet meer door.',
  'al-ingetrokken': 'Dit aanmeldbewijs is al ingetrokken. U hoeft niets te doen.',
}

export type VerzoekReden = 'activiteit-niet-gevonden' | 'al-gevraagd' | 'persoon-onbekend' | 'basisregister-antwoordt-niet' | 'niet-aanvraagbaar'

export const VERZOEK_TEKST: Readonly<Record<VerzoekReden, string>> = {
  'activiteit-niet-gevonden': 'Deze startdatum is er niet meer. Kies een andere startdatum.',
  'al-gevraagd': 'U hebt bij deze opleiding al om een aanmeldbewijs gevraagd. De opleider antwoordt u in Mijn STAP.',
  'persoon-onbekend': 'Wij vonden u niet in de basisregistratie, of uw geboortedatum is daar niet helemaal bekend. Vraag de opleider zelf om een aanmeldbewijs.',
  'basisregister-antwoordt-niet': 'Wij kunnen uw gegevens nu niet ophalen. Probeer het over een paar minuten opnieuw.',
  'niet-aanvraagbaar': 'Voor deze startdatum kunt u geen STAP-budget aanvragen. Kies een andere startdatum.',
}

export type VerzoekAntwoordReden = 'niet-gevonden' | 'al-beantwoord' | 'andere-deelnemer'

export const VERZOEK_ANTWOORD_TEKST: Readonly<Record<VerzoekAntwoordReden, string>> = {
  'niet-gevonden': 'Dit verzoek is er niet. Ga terug naar de lijst.',
  'al-beantwoord': 'Dit verzoek is al beantwoord of ingetrokken. Ga terug naar de lijst.',
  'andere-deelnemer': 'De naam of de geboortedatum is anders dan in het verzoek. Neem ze over zoals ze er staan.',
}

export const BESTAND_TEKST = {
  'geen-bestandssoort': 'Dit is geen CSV- of XML-bestand. Kies een bestand dat eindigt op .csv of .xml.',
  'te-groot': 'Dit bestand is te groot. Verdeel het over bestanden van hoogstens 10 MB.',
  leeg: 'Dit bestand is leeg. Kies een bestand met minstens één rij.',
} as const satisfies Record<string, string>
export type BestandReden = keyof typeof BESTAND_TEKST

/** The sentence that stands on every aanmeldbewijs. */
export const BEWIJS_UITLEG = 'Dit STAP-aanmeldbewijs hebt u nodig om uw STAP-budget aan te vragen. Vul de code in als u uw aanvraag voorbereidt.'

/** Says that there is something, never what (invariant I9). */
export const BURGER_MAIL = {
  onderwerp: 'Er staat iets voor u klaar in Mijn STAP',
  tekst: (url: string) => `Beste lezer,\n\nEr is nieuws over uw STAP-aanmeldbewijs. Log in om het te lezen:\n${url}/mijn\n\nWij sturen geen link waarmee u meteen inlogt. Twijfelt u of deze e-mail echt is? Typ het adres dan zelf in.\n\nSTAP-budget`,
}

export const OPLEIDER_MAIL = {
  onderwerp: 'Iemand vraagt u om een STAP-aanmeldbewijs',
  tekst: (url: string) => `Beste lezer,\n\nEr staat een verzoek om een STAP-aanmeldbewijs voor u klaar. Log in om het te lezen:\n${url}/opleider/aanmeldbewijzen/verzoeken\n\nSTAP-budget`,
}
