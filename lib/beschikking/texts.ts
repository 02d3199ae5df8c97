import { formatDatum, type PlainDate } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import type { Afwijzingsgrond, BesluitSoort, ControleNaam, Regelwaarden, Uitkomst, Vaststellingsgrond, Vervolggrond } from '@/lib/beschikking/model'

/** Example sender: the real addresses belong to the organisation that runs the system. */
export const UWV: readonly string[] = ['UWV', 'STAP-budget', 'Postbus 1', '1000 AA Amsterdam']

export const ONDERTEKENING: readonly string[] = ['Met vriendelijke groet,', 'UWV, afdeling STAP-budget']

/** Headings of a letter, in their order. */
export const KOPPEN = {
  betekenis: 'Wat betekent dit voor u?',
  doen: 'Wat kunt u nu doen?',
  waarom: 'Waarom beslissen wij dit?',
  bezwaar: 'Bent u het er niet mee eens?',
  contact: 'Hebt u vragen?',
} as const

const BEZWAAR_ADRES = {
  uwv: 'UWV, afdeling Bezwaar, Postbus 1, 1000 AA Amsterdam',
  szw: 'het ministerie van SZW, afdeling Bezwaar, Postbus 2, 2500 AA Den Haag',
} as const

/** Awb 3:45 and 6:4-6:9: where, how and until when to object. */
export function BEZWAAR(uiterlijkOp: string, bij: 'uwv' | 'szw'): readonly string[] {
  return [
    `U kunt bezwaar maken. Uw brief moet uiterlijk op ${uiterlijkOp} bij ons zijn.`,
    'Zet in uw brief uw naam, uw adres en de datum. Noem het kenmerk van deze brief en schrijf waarom u het er niet mee eens bent. Zet uw handtekening eronder.',
    `Stuur uw brief naar ${BEZWAAR_ADRES[bij]}. Bezwaar maken kost niets.`,
  ]
}

export const CONTACT: readonly string[] = [
  'Bel ons op 088 000 00 00, op werkdagen van 8.00 tot 17.00 uur. Noem het kenmerk van deze brief.',
  'In Mijn STAP ziet u wat er met uw aanvraag gebeurt.',
]

type GrondTekst = { label: string; zin: (waarden: Regelwaarden) => string; artikel: string; doen: string }

const REGELING = 'Subsidieregeling STAP-budget'
const NIEUW_TIJDVAK = 'U kunt in een volgend tijdvak een nieuwe aanvraag doen.'
const NIEUW_BEWIJS = 'Vraag uw opleider om een nieuw aanmeldbewijs. Daarmee kunt u een nieuwe aanvraag doen.'

/** Each ground for refusal: its label for the behandelaar, its own sentence in the letter, its article, and what the burger can do. */
export const AFWIJZING: Record<Afwijzingsgrond, GrondTekst> = {
  'te-jong': { label: 'Jonger dan de minimumleeftijd', artikel: `artikel 5, tweede lid, onder a, ${REGELING}`, doen: 'U kunt een aanvraag doen als u oud genoeg bent.',
    zin: (w) => `U was op de dag van uw aanvraag jonger dan ${String(w.minimumleeftijd)} jaar.` },
  'aow-leeftijd-bereikt': { label: 'AOW-leeftijd bereikt', artikel: `artikel 5, tweede lid, onder a, ${REGELING}, en artikel 7a van de AOW`, doen: 'Uw gemeente of de bibliotheek weet welke cursussen er voor u zijn.',
    zin: () => 'U had op de dag van uw aanvraag de AOW-leeftijd al bereikt.' },
  'niet-verzekerd': { label: 'Te kort verzekerd', artikel: `artikel 5, tweede lid, onder c, ${REGELING}`, doen: NIEUW_TIJDVAK,
    zin: (w) => `U was minder dan ${String(w.verzekerdeMaanden)} maanden verzekerd voor de volksverzekeringen. Wij keken naar de twee jaar die eindigen ${String(w.verzekerdTotMaanden)} maanden voor het tijdvak.` },
  'al-toegekend': { label: 'Dit jaar al STAP-budget gekregen', artikel: `artikel 12, eerste lid, ${REGELING}`, doen: 'Volgend kalenderjaar kunt u een nieuwe aanvraag doen.',
    zin: (w) => w.verleningenPerJaar === 1 ? 'U hebt dit kalenderjaar al STAP-budget gekregen.' : `U hebt dit kalenderjaar al ${String(w.verleningenPerJaar)} keer STAP-budget gekregen.` },
  uitgesloten: { label: 'Uitgesloten na niet afronden', artikel: `artikel 14 en artikel 12, eerste lid, ${REGELING}`, doen: 'Als deze periode voorbij is, kunt u een nieuwe aanvraag doen.',
    zin: () => 'U hebt een eerdere scholing met STAP-budget niet afgerond. Daarom kunt u tijdelijk geen STAP-budget krijgen.' },
  studiefinanciering: { label: 'Andere vergoeding van de overheid', artikel: `artikel 12, eerste lid, ${REGELING}`, doen: 'Stopt deze vergoeding? Dan kunt u daarna een nieuwe aanvraag doen.',
    zin: () => 'U krijgt al geld van de overheid voor een opleiding, zoals studiefinanciering of een lerarenbeurs.' },
  'niet-in-register': { label: 'Scholing niet aan te vragen volgens het register', artikel: `artikel 12, eerste lid, onder e, ${REGELING}`, doen: 'Kies een andere scholing uit het register. Daarvoor kunt u een nieuwe aanvraag doen.',
    zin: () => 'Uw scholing staat niet in het scholingsregister, of is daar niet aan te vragen.' },
  'opleider-verwijderd': { label: 'Opleider verwijderd uit het register', artikel: `artikel 12, eerste lid, onder f, en artikel 19, derde lid, ${REGELING}`, doen: 'Kies een scholing bij een andere opleider. Daarvoor kunt u een nieuwe aanvraag doen.',
    zin: () => 'Uw opleider is verwijderd uit het scholingsregister.' },
  'start-te-vroeg': { label: 'Scholing start te vroeg', artikel: `artikel 5, derde lid, onder a, ${REGELING}`, doen: NIEUW_BEWIJS,
    zin: (w) => `Uw scholing start te vroeg. U kon starten vanaf ${formatDatum(w.vroegsteStart)}.` },
  'start-te-laat': { label: 'Scholing start te laat', artikel: `artikel 5, derde lid, onder a, ${REGELING}`, doen: 'Vraag STAP-budget aan in een tijdvak dat dichter bij de start ligt.',
    zin: (w) => `Uw scholing start te laat. U kon starten tot en met ${formatDatum(w.laatsteStart)}.` },
  'aanmeldbewijs-klopt-niet': { label: 'Aanmeldbewijs wijkt af van het register', artikel: `artikel 12, eerste lid, ${REGELING}`, doen: NIEUW_BEWIJS,
    zin: () => 'Uw aanmeldbewijs is niet van u, of hoort niet bij de scholing in het register.' },
  'bedrag-te-hoog': { label: 'Bedrag hoger dan toegestaan', artikel: `artikel 4, ${REGELING}`, doen: NIEUW_BEWIJS,
    zin: (w) => `Het gevraagde bedrag is hoger dan de kosten in het register, of hoger dan ${formatBedrag(w.maximumCent)}.` },
  'voordeel-aangeboden': { label: 'Geschenk of voordeel van de opleider', artikel: `artikel 4, derde lid, ${REGELING}`, doen: 'Kies een andere scholing uit het register. Daarvoor kunt u een nieuwe aanvraag doen.',
    zin: () => 'De opleider geeft een geschenk of een ander voordeel bij deze scholing. Dat mag niet.' },
  'plafond-bereikt': { label: 'Budget van het tijdvak op', artikel: 'artikel 4:25, tweede lid, van de Algemene wet bestuursrecht', doen: NIEUW_TIJDVAK,
    zin: () => 'Het budget van dit tijdvak was op toen uw aanvraag aan de beurt was.' },
  'verleningsgrens-bereikt': { label: 'Hoogste aantal verleningen van de scholing bereikt', artikel: `artikel 12a, eerste lid, ${REGELING}`, doen: 'Kies een andere scholing uit het register. Daarvoor kunt u een nieuwe aanvraag doen.',
    zin: () => 'Voor uw scholing was het hoogste aantal keren STAP-budget van dit kalenderjaar al gegeven toen uw aanvraag aan de beurt was.' },
  'aanbod-niet-aanvaard': { label: 'Aanbod van de reservelijst niet aanvaard', artikel: 'artikel 4:25, tweede lid, van de Algemene wet bestuursrecht', doen: NIEUW_TIJDVAK,
    zin: () => 'Het budget van dit tijdvak was op. U kreeg daarna budget aangeboden dat vrijkwam, maar u hebt dat niet of niet op tijd aanvaard.' },
  'geen-andere-opleiding': { label: 'Geen andere scholing gekozen tijdens onderzoek', artikel: `artikel 12, eerste lid, onder e, ${REGELING}`, doen: 'Kies een andere scholing uit het register. Daarvoor kunt u een nieuwe aanvraag doen.',
    zin: () => 'Voor uw scholing kunnen wij geen STAP-budget geven. U hebt geen andere scholing gekozen.' },
}

const AWB = 'van de Algemene wet bestuursrecht'
const LID_2 = (onderdeel: string) => `artikel 4:46, tweede lid, onder ${onderdeel}, ${AWB}`

/** How the training ended, in the letter of vaststelling. */
export const VASTSTELLING: Record<Vaststellingsgrond, { label: string; zin: string; artikel: string }> = {
  afgerond: { label: 'Afgerond', zin: 'U hebt de scholing afgerond.', artikel: `artikel 14, tweede lid, ${REGELING}, en artikel 4:46, eerste lid, ${AWB}` },
  'niet-gegeven': { label: 'Niet gegeven', zin: 'De opleider heeft de scholing niet gegeven.', artikel: LID_2('a') },
  'niet-gestart': { label: 'Deelnemer is niet begonnen', zin: 'U bent niet met de scholing begonnen.', artikel: LID_2('a') },
  'niet-afgerond-opleider': { label: 'Niet afgerond door de opleider', zin: 'De scholing is niet doorgegaan of gestopt door de opleider.', artikel: LID_2('a') },
  'niet-afgerond-burger': { label: 'Niet afgerond door de deelnemer', zin: 'U hebt de scholing niet afgerond.', artikel: `artikel 14, eerste lid, ${REGELING}, en ${LID_2('a')}` },
  'niet-afgerond-overmacht': { label: 'Niet afgerond door overmacht', zin: 'U kon de scholing buiten uw schuld niet afronden.', artikel: `artikel 14, ${REGELING}, en artikel 4:46 ${AWB}` },
  'niet-aangetoond': { label: 'Niet aangetoond dat de scholing is gevolgd', zin: 'Wij kregen geen bewijs dat de scholing is gevolgd.', artikel: `artikel 14, ${REGELING}, artikel 4:47 en ${LID_2('b')}` },
  'verplichting-niet-nagekomen': { label: 'Een verplichting is niet nagekomen', zin: 'Een verplichting uit de brief waarin u STAP-budget kreeg, is niet nagekomen.', artikel: LID_2('b') },
  'onjuiste-gegevens': { label: 'Onjuiste of onvolledige gegevens', zin: 'Er zijn onjuiste of onvolledige gegevens gegeven. Met de juiste gegevens hadden wij anders beslist.', artikel: LID_2('c') },
  'onjuist-en-bekend': { label: 'Verlening onjuist, en dat was te weten', zin: 'Het STAP-budget was ten onrechte gegeven, en dat was te weten.', artikel: LID_2('d') },
}

const EIGEN_VERVOLG: Record<Exclude<Vervolggrond, Vaststellingsgrond>, { label: string; zin: string; artikel: string }> = {
  'nieuwe-feiten': { label: 'Feiten die wij bij de vaststelling niet konden kennen', zin: 'Er zijn feiten die wij niet konden weten toen wij uw STAP-budget vaststelden.', artikel: `artikel 4:49, eerste lid, onder a, ${AWB}` },
  'vaststelling-onjuist-en-bekend': { label: 'Vaststelling onjuist, en dat was te weten', zin: 'Het bedrag was onjuist vastgesteld, en dat was te weten.', artikel: `artikel 4:49, eerste lid, onder b, ${AWB}` },
  'niet-nagekomen-na-vaststelling': { label: 'Verplichting na de vaststelling niet nagekomen', zin: 'Een verplichting die na de vaststelling gold, is niet nagekomen.', artikel: `artikel 4:49, eerste lid, onder c, ${AWB}` },
  'verlening-onjuist': { label: 'Verlening onjuist (fout van UWV)', zin: 'Het STAP-budget was ten onrechte gegeven. Dat was een fout van ons.', artikel: `artikel 4:50, eerste lid, onder a, ${AWB}` },
  'veranderde-omstandigheden': { label: 'Veranderde omstandigheden of inzichten', zin: 'De omstandigheden zijn zo veranderd dat wij niet kunnen doorgaan.', artikel: `artikel 4:50, eerste lid, onder b, ${AWB}` },
  'in-uw-voordeel': { label: 'Herziening in het voordeel van de deelnemer', zin: 'Wij hebben ons besluit opnieuw bekeken en passen het aan in uw voordeel.', artikel: `artikel 4:46, eerste lid, ${AWB}` },
  'verwijtbaar-niet-gemeld': { label: 'Verwijtbaar niet afgerond en niet gemeld', zin: 'U hebt de scholing niet afgerond en dat niet aan ons gemeld. Dat is u te verwijten.', artikel: `artikel 14 en artikel 12, eerste lid, ${REGELING}` },
  'uitsluiting-onterecht': { label: 'Uitsluiting niet langer terecht', zin: 'Er is geen reden meer om u uit te sluiten.', artikel: `artikel 14, ${REGELING}` },
  'bezwaar-gegrond': { label: 'Bezwaar gegrond', zin: 'U kreeg gelijk in bezwaar. Daarom maken wij ons besluit ongedaan.', artikel: `artikel 7:11, tweede lid, ${AWB}` },
  'uitspraak-rechter': { label: 'Uitspraak van de rechter', zin: 'De rechter gaf u gelijk. Daarom maken wij ons besluit ongedaan.', artikel: `artikel 8:72 ${AWB}` },
  'besluit-hield-niet': { label: 'Op eigen initiatief', zin: 'Wij bekeken ons besluit opnieuw. Het klopte niet. Daarom maken wij het ongedaan.', artikel: `artikel 4:46, eerste lid, en artikel 4:48 ${AWB}` },
  'op-verzoek': { label: 'Op verzoek van de deelnemer', zin: 'U hebt ons hierom gevraagd.', artikel: `artikel 4:48 ${AWB}` },
}

/** The sentence and the article of a ground in a besluit after a verlening: those of Awb 4:46 lid 2 hold for 4:48 lid 1 as well. */
export function vervolggrond(grond: Vervolggrond, soort: BesluitSoort): { label: string; zin: string; artikel: string } {
  if (isEigenVervolg(grond)) return EIGEN_VERVOLG[grond]
  const tekst = VASTSTELLING[grond]
  if (soort !== 'intrekking' && soort !== 'wijziging') return tekst
  return { ...tekst, artikel: tekst.artikel.replace('artikel 4:47 en ', 'en ').replace('artikel 4:46, tweede lid', 'artikel 4:48, eerste lid') }
}

function isEigenVervolg(grond: Vervolggrond): grond is Exclude<Vervolggrond, Vaststellingsgrond> {
  return Object.hasOwn(EIGEN_VERVOLG, grond)
}

export const CONTROLE_LABEL: Record<ControleNaam, { label: string; artikel: string }> = {
  leeftijd: { label: 'Leeftijd', artikel: 'art. 5 lid 2 onder a' },
  verzekerd: { label: 'Verzekerd voor de volksverzekeringen', artikel: 'art. 5 lid 2 onder c' },
  'een-per-jaar': { label: 'Eén verlening per kalenderjaar', artikel: 'art. 12 lid 1' },
  'niet-uitgesloten': { label: 'Niet uitgesloten', artikel: 'art. 14' },
  studiefinanciering: { label: 'Risico op studiefinanciering', artikel: 'art. 12 lid 1' },
  aanmeldbewijs: { label: 'Aanmeldbewijs en register', artikel: 'art. 12 lid 1' },
  aanvraagbaar: { label: 'Aan te vragen volgens het register', artikel: 'art. 12 lid 1 onder e en f' },
  start: { label: 'Startdatum', artikel: 'art. 5 lid 3' },
  bedrag: { label: 'Bedrag', artikel: 'art. 4' },
}

export const UITKOMST_LABEL: Record<Uitkomst, string> = { voldoet: 'Voldoet', 'voldoet-niet': 'Voldoet niet', onbekend: 'Niet bekend' }

export const BESLUIT_LABEL: Record<BesluitSoort, string> = {
  verlening: 'Verlening', afwijzing: 'Afwijzing', vaststelling: 'Vaststelling', intrekking: 'Intrekking', wijziging: 'Wijziging', herziening: 'Herziening', herroeping: 'Herroeping',
  uitsluiting: 'Uitsluiting', 'opheffing-uitsluiting': 'Einde van een uitsluiting',
}

/** Why an act on an aanvraag is refused to a behandelaar. */
export type BesluitReden = 'status-laat-besluit-niet-toe' | 'grond-ontbreekt' | 'motivering-ontbreekt' | 'geen-budget-gereserveerd' | 'andere-behandelaar' | 'intussen-gewijzigd'
  | 'maatregel-loopt' | 'keuzetijd-loopt-nog'
export const BESLUIT_REDEN: Record<BesluitReden, string> = {
  'status-laat-besluit-niet-toe': 'Over deze aanvraag kunt u nu niet beslissen. Kijk in de tijdlijn wat er is gebeurd.',
  'grond-ontbreekt': 'Kies ten minste één grond voor de afwijzing.',
  'motivering-ontbreekt': 'Schrijf op waarom u dit besluit neemt. Gebruik ten minste 10 tekens.',
  'geen-budget-gereserveerd': 'Voor deze aanvraag is geen budget gereserveerd. U kunt hem alleen afwijzen.',
  'andere-behandelaar': 'Een collega heeft deze aanvraag in behandeling. Overleg met uw collega of kies een andere aanvraag.',
  'maatregel-loopt': 'Op deze opleiding of opleider rust een maatregel. U kunt nu niet verlenen.',
  'keuzetijd-loopt-nog': 'De aanvrager kan nog een andere opleiding kiezen. Wacht tot die termijn voorbij is.',
  'intussen-gewijzigd': 'De aanvraag is gewijzigd terwijl u keek. Bekijk de aanvraag opnieuw en beslis dan.',
}

/** The same with the reasons of a case that is not there. */
export const DOSSIER_REDEN: Record<BesluitReden | 'niet-gevonden', string> = { ...BESLUIT_REDEN, 'niet-gevonden': 'Deze aanvraag bestaat niet. Ga terug naar de werkvoorraad.' }

/** The mail says only that there is a message (invariant I9). */
export const BERICHT_MAIL = {
  onderwerp: 'Er staat een bericht voor u klaar',
  burger: (url: string) => `Er staat een nieuw bericht voor u klaar in Mijn STAP.\n\nGa naar ${url}/mijn/berichten en log in met DigiD.\n\nU kunt deze e-mail niet beantwoorden.`,
  opleider: (url: string) => `Er staat een nieuw bericht klaar in het opleidersportaal van het STAP-budget.\n\nGa naar ${url}/opleider en log in met eHerkenning.\n\nU kunt deze e-mail niet beantwoorden.`,
} as const

/** "Nog 3 dagen", "Vandaag", "2 dagen te laat". */
export function describeTermijn(dagen: number): string {
  if (dagen === 0) return 'Vandaag'
  const woord = Math.abs(dagen) === 1 ? 'dag' : 'dagen'
  return dagen > 0 ? `Nog ${String(dagen)} ${woord}` : `${String(-dagen)} ${woord} te laat`
}

/** The start window as a sentence part. */
export function describeStartvenster(vroegste: PlainDate, laatste: PlainDate): string {
  return `van ${formatDatum(vroegste)} tot en met ${formatDatum(laatste)}`
}
