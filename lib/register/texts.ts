import { formatDatum, plainDate } from '@/lib/base/date'
import type { ArbeidsmarktLaag, ArbeidsmarktUitsluiting, Categorie, Dagdeel, Gebrek, Kostensoort, Scholingsoort, MaatregelSoort, Niveau, Opleidingsvorm, ActiviteitStatus, ErkennerSoort, ImportToestand, StudielastEenheid, Waardedocument } from '@/lib/register/model'
import type { NietAanvraagbaar } from '@/lib/register/rules/aanvraagbaar'

export const CATEGORIE_LABEL: Record<Categorie, string> = {
  BEDRIJFS_EN_PROJECTONDERSTEUNING: 'Kantoor en projectondersteuning',
  ECONOMIE: 'Economie, financiën en verkoop',
  GEDRAG_EN_MAATSCHAPPIJ: 'Gedrag en maatschappij',
  GEZONDHEID_ZORG_EN_SPORT: 'Gezondheid, zorg en sport',
  HOBBY_EN_VRIJE_TIJD: 'Hobby en vrije tijd',
  LANDBOUW_VOEDSEL_EN_NATUURLIJKE_OMGEVING: 'Landbouw, voedsel en groen',
  MANAGEMENT_EN_PROJECTMANAGEMENT: 'Leidinggeven en projecten',
  NATUUR: 'Natuurwetenschappen',
  ONDERWIJS: 'Onderwijs en kinderopvang',
  RECHT: 'Recht en bestuur',
  SECTOROVERSTIJGEND: 'Algemene vaardigheden',
  TAAL_EN_CULTUUR: 'Taal, communicatie en cultuur',
  TECHNIEK_EN_ICT: 'Techniek en ICT',
  TOERISME_HORECA_EN_RECREATIE: 'Toerisme, horeca en recreatie',
  TRANSPORT_EN_LOGISTIEK: 'Transport en logistiek',
  VEILIGHEID_EN_DEFENSIE: 'Veiligheid',
}

export const NIVEAU_LABEL: Record<Niveau, string> = {
  MBO: 'mbo', 'MBO-1': 'mbo niveau 1', 'MBO-2': 'mbo niveau 2', 'MBO-3': 'mbo niveau 3', 'MBO-4': 'mbo niveau 4',
  'NT2-I': 'Nederlands als tweede taal, programma I', 'NT2-II': 'Nederlands als tweede taal, programma II', EDUCATIE: 'volwasseneneducatie',
  'HBO-AD': 'hbo, associate degree', 'HBO-BA': 'hbo, bachelor', 'HBO-MA': 'hbo, master', 'HBO-PM': 'hbo, na de master', 'HBO-O': 'hbo',
  'WO-BA': 'universiteit, bachelor', 'WO-MA': 'universiteit, master', 'WO-PM': 'universiteit, na de master', 'WO-O': 'universiteit',
  ONBEPAALD: 'geen vast niveau',
}

export const VORM_LABEL: Record<Opleidingsvorm, string> = {
  KLASSIKAAL: 'In een groep op locatie',
  ONLINE: 'Online',
  KLASSIKAAL_EN_ONLINE: 'Deels online, deels op locatie',
  ZELFSTUDIE: 'Zelfstudie',
  COACHING: 'Coaching',
  LEZING: 'Lezing',
}

export const WAARDEDOCUMENT_LABEL: Record<Waardedocument, string> = {
  CERTIFICAAT: 'certificaat',
  DIPLOMA: 'diploma',
  GETUIGSCHRIFT: 'getuigschrift',
  VAKBEKWAAMHEIDSBEWIJS: 'bewijs van vakbekwaamheid',
  GEEN_OFFICIEEL_DOCUMENT: 'geen officieel document',
}

export const STUDIELAST_LABEL: Record<StudielastEenheid, string> = {
  UUR: 'uur', CONTACTUUR: 'uur les', SBU: 'uur studie', ECTS_PUNT: 'ECTS', STUDIEPUNT: 'studiepunten',
}

export const SCHOLINGSOORT_LABEL: Record<Scholingsoort, string> = {
  cursus: 'Cursus of training', onderdeel: 'Deel van een erkende opleiding (mbo-certificaat, module)', evc: 'Ervaringscertificaat (EVC)', meerjarig: 'Opleiding van meer dan een jaar',
}

export const KOSTENSOORT_LABEL: Record<Kostensoort, string> = {
  LESGELD: 'Lesgeld', EXAMEN: 'Examengeld', CERTIFICAAT: 'Kosten van het certificaat', LEERMIDDELEN: 'Leermiddelen', LITERATUUR: 'Boeken en readers',
  BESCHERMINGSMIDDELEN: 'Beschermingsmiddelen', CATERING: 'Eten en drinken', REIS_EN_VERBLIJF: 'Reis en verblijf', OVERIG: 'Andere kosten',
}

export const DAGDEEL_LABEL: Record<Dagdeel, string> = { OVERDAG: 'Overdag', AVOND: 'In de avond', WEEKEND: 'In het weekend' }

/** The four layers of the ROA instrument, as a question to the opleider. */
export const ARBEIDSMARKT_LAAG_TEKST: Record<ArbeidsmarktLaag, { label: string; uitleg: string }> = {
  leervermogen: { label: 'Leervermogen', uitleg: 'Leren leren: plannen, opzoeken, zelf verder leren.' },
  basisvaardigheden: { label: 'Basisvaardigheden', uitleg: 'Taal, rekenen of digitale vaardigheden.' },
  'algemene-inzetbaarheid': { label: 'Algemene inzetbaarheid', uitleg: 'Vaardigheden die in veel beroepen nodig zijn, zoals samenwerken of leidinggeven.' },
  beroepsspecifiek: { label: 'Beroepsspecifieke vaardigheden', uitleg: 'Kennis en vaardigheden voor een beroep of branche.' },
}

/** What makes a scholing not arbeidsmarktgericht, said as what applies to it. */
export const ARBEIDSMARKT_UITSLUITING_LABEL: Record<ArbeidsmarktUitsluiting, string> = {
  hobby: 'Vooral een hobby', bedrijfsgericht: 'Alleen bedoeld voor één bedrijf', leerabonnement: 'Een abonnement op veel cursussen', coaching: 'Voor meer dan de helft coaching',
  'dubbele-financiering': 'Wordt al op een andere manier betaald, zoals inburgering',
}

export const ACTIVITEIT_STATUS_LABEL: Record<ActiviteitStatus, string> = {
  open: 'Open voor aanmelding', gesloten: 'Aanmelding gesloten', geannuleerd: 'Gaat niet door',
}

export const ERKENNER_LABEL: Record<ErkennerSoort, string> = {
  OCW: 'Erkend of bekostigd door het ministerie van OCW',
  NRTO: 'NRTO-keurmerk',
  NLQF: 'Ingeschaald in het NLQF',
  BRANCHE: 'Erkend door een branche',
  CEDEO: 'Erkend door Cedeo',
  CPION: 'Geregistreerd bij CPION',
  EVC: 'Erkend voor EVC (ervaringscertificaat)',
  TOETSINGSKADER: 'Keurmerk, toegelaten door het toetsingskader',
}

/** What is missing and how the opleider mends it. */
export const GEBREK_TEKST: Record<Gebrek, { label: string; herstel: string }> = {
  titel: { label: 'Titel', herstel: 'Vul de titel van de opleiding in.' },
  omschrijving: { label: 'Omschrijving', herstel: 'Beschrijf wat iemand leert en kan na de opleiding.' },
  categorie: { label: 'Categorie', herstel: 'Kies het vakgebied. In EDU-DEX: vul programClassification.theme.' },
  niveau: { label: 'Niveau', herstel: 'Kies het niveau. In EDU-DEX: vul programClassification.programLevel.' },
  opleidingsvorm: { label: 'Vorm', herstel: 'Kies hoe de lessen zijn. In EDU-DEX: vul programClassification.programForm.' },
  waardedocument: { label: 'Diploma of certificaat', herstel: 'Kies wat iemand krijgt na de opleiding. In EDU-DEX: vul programClassification.degree.' },
  studielast: { label: 'Studielast', herstel: 'Vul de studielast in. In EDU-DEX: vul programCurriculum.studyLoad.' },
  'erkend-onderdeel': { label: 'Erkende opleiding', herstel: 'Vul in van welke door OCW erkende opleiding dit een onderdeel is. In EDU-DEX: vul creboRegistration, crohoRegistration of rioRegistration.' },
  duur: { label: 'Duur', herstel: 'Vul in hoelang de opleiding duurt. In EDU-DEX: vul programClassification.programDuration.' },
  catalogusprijs: { label: 'Prijs', herstel: 'Vul de prijs in die iedereen betaalt, met btw. In EDU-DEX: vul cost met isRequiredCost.' },
  'subsidiabele-kosten': {
    label: 'Subsidiabele kosten',
    herstel: 'Vul in welk deel van de prijs lesgeld, examengeld of verplicht lesmateriaal is. In EDU-DEX: geef die kosten het costType tuition fee, examination of study material.',
  },
}

export const NIET_AANVRAAGBAAR_TEKST: Record<NietAanvraagbaar, string> = {
  'geen-erkenning': 'De opleider is op dit moment niet erkend voor het STAP-budget. Kies een opleiding van een andere opleider.',
  'erkenning-past-niet': 'De erkenning van de opleider geldt niet voor dit soort scholing. Kies een andere opleiding.',
  'soort-niet-toegelaten': 'Dit soort scholing kunt u in deze periode niet met STAP-budget volgen. Kies een andere opleiding.',
  'niet-meer-aangeboden': 'De opleider biedt deze opleiding niet meer aan. Kies een andere opleiding.',
  verwijderd: 'Deze opleiding is verwijderd uit het scholingsregister. Kies een andere opleiding.',
  geblokkeerd: 'Voor deze opleiding kunt u nu geen STAP-budget aanvragen. Kies een andere opleiding.',
  'geen-stap-toestemming': 'De opleider biedt deze opleiding niet aan met STAP-budget. Vraag het na bij de opleider.',
  'gegevens-ontbreken': 'De gegevens van deze opleiding zijn niet compleet. Vraag de opleider om ze aan te vullen.',
  'activiteit-gesloten': 'De aanmelding voor deze startdatum is gesloten. Kies een andere startdatum.',
  'activiteit-geannuleerd': 'De opleiding gaat op deze startdatum niet door. Kies een andere startdatum.',
  'geen-subsidiabele-kosten': 'Bij deze startdatum horen geen kosten die het STAP-budget vergoedt. Kies een andere startdatum.',
  'al-begonnen': 'De opleiding is op deze startdatum al begonnen. Kies een latere startdatum.',
  'na-registratiestop': 'Deze startdatum is te laat in het register gezet voor dit tijdvak. Kies een andere startdatum of wacht op het volgende tijdvak.',
}

export type MaatregelTekst = { label: string; uitleg: string; toon: 'let-op' | 'gevaar' }

/** The one place that says what a maatregel is called and what it means for a citizen. */
export function maatregelTekst(soort: MaatregelSoort): MaatregelTekst {
  return MAATREGEL_TEKST[soort]
}

const MAATREGEL_TEKST: Record<MaatregelSoort, MaatregelTekst> = {
  'in-onderzoek': {
    label: 'In onderzoek',
    uitleg: 'De Toetsingskamer STAP onderzoekt deze opleiding. U kunt aanvragen, maar de beslissing kan langer duren. Kiest u liever zekerheid? Zoek dan een andere opleiding.',
    toon: 'let-op',
  },
  geblokkeerd: {
    label: 'Geblokkeerd',
    uitleg: 'Voor deze opleiding kunt u nu geen STAP-budget aanvragen. Kies een andere opleiding.',
    toon: 'gevaar',
  },
  verwijderd: {
    label: 'Verwijderd',
    uitleg: 'Deze opleiding is verwijderd uit het scholingsregister. U kunt er geen STAP-budget voor aanvragen. Kies een andere opleiding.',
    toon: 'gevaar',
  },
}

/** Why an act in the register is refused, and what to do about it. */
export const REGISTER_TEKST: Record<RegisterReden, string> = {
  'code-bestaat-al': 'U gebruikt deze code al voor een andere opleiding. Kies een andere code.',
  'opleiding-niet-gevonden': 'Deze opleiding staat niet bij u in het register. Ga terug naar uw opleidingen.',
  'intussen-gewijzigd': 'Deze opleiding is intussen door iemand anders of door een import gewijzigd. Open de pagina opnieuw en voer uw wijziging nog een keer in.',
  'cohortcode-bestaat-al': 'U gebruikt deze code al voor een andere startdatum. Kies een andere code.',
  'opleiding-zonder-prijs': 'Deze opleiding heeft nog geen prijs of vorm. Vul die eerst in bij de opleiding.',
  'geen-startdata': 'Hier komen geen nieuwe startdata uit: ze staan er al, of er valt geen dag in deze periode. Kies een andere periode of andere dagen.',
  'te-veel-startdata': 'Dit zijn meer dan 200 startdata. Kies een kortere periode of minder plaatsen.',
  'activiteit-niet-gevonden': 'Deze startdatum staat niet bij u in het register. Ga terug naar de opleiding.',
  'activiteit-geannuleerd': 'Deze startdatum gaat niet door en kan niet meer worden gewijzigd. Maak een nieuwe startdatum aan.',
  'onbekende-opleider-of-opleiding': 'Deze opleider of opleiding staat niet in het register. Kies er een uit de lijst.',
  'zelfde-maatregel-loopt-al': 'Deze maatregel loopt al. Hef die eerst op, of kies een andere maatregel.',
  'onbekende-maatregel': 'Deze maatregel bestaat niet. Ga terug naar het overzicht.',
  'al-opgeheven': 'Deze maatregel is al opgeheven.',
}
type RegisterReden =
  | 'opleiding-zonder-prijs' | 'geen-startdata' | 'te-veel-startdata'
  | 'code-bestaat-al' | 'opleiding-niet-gevonden' | 'intussen-gewijzigd' | 'cohortcode-bestaat-al' | 'activiteit-niet-gevonden' | 'activiteit-geannuleerd'
  | 'onbekende-opleider-of-opleiding' | 'zelfde-maatregel-loopt-al' | 'onbekende-maatregel' | 'al-opgeheven'

/** "december 2022" for '2022-12'. */
export function maandLabel(maand: string): string {
  return formatDatum(plainDate(`${maand}-01`)).split(' ').slice(2).join(' ')
}

/** "2 dagen", "8 weken", "10 maanden" for a length in days. */
export function duurLabel(dagen: number): string {
  if (dagen === 1) return '1 dag'
  if (dagen < 14) return `${String(dagen)} dagen`
  if (dagen <= 120) return `${String(Math.round(dagen / 7))} weken`
  return `${String(Math.round(dagen / 30))} maanden`
}

export const IMPORT_TOESTAND: Record<ImportToestand, { label: string; toon: 'neutraal' | 'info' | 'goed' | 'fout' }> = {
  ontvangen: { label: 'Ontvangen', toon: 'neutraal' },
  'wacht-op-kolomindeling': { label: 'Kolommen indelen', toon: 'info' },
  bezig: { label: 'Wordt ingelezen', toon: 'info' },
  'wacht-op-akkoord': { label: 'Wacht op uw akkoord', toon: 'info' },
  klaar: { label: 'Ingelezen', toon: 'goed' },
  mislukt: { label: 'Niet ingelezen', toon: 'fout' },
  teruggedraaid: { label: 'Teruggedraaid', toon: 'neutraal' },
}
