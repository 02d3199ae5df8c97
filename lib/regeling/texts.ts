import { formatDatum } from '@/lib/base/date'
import { cent, formatBedrag } from '@/lib/base/money'
import type { Bepaling, ParameterNaam, ParameterWaarden, PastNietRegel } from '@/lib/regeling/model'

/** What each parameter is called on the screen. */
export const PARAMETER_LABELS: Readonly<Record<ParameterNaam, string>> = {
  maximumbedrag: 'Hoogste bedrag per jaar',
  'verleningen-per-jaar': 'Verleningen per persoon per kalenderjaar',
  minimumleeftijd: 'Leeftijd vanaf',
  'aow-leeftijd': 'AOW-leeftijd',
  'verzekerde-maanden': 'Verzekerd voor de volksverzekeringen',
  startvenster: 'Start van de scholing',
  beslistermijn: 'Termijn om te beslissen',
  bezwaartermijn: 'Termijn om bezwaar te maken',
  'gelijkgestelde-dagen': 'Dagen die meetellen als feestdag',
  betaaltermijn: 'Termijn om te betalen',
  'wettelijke-rente': 'Wettelijke rente',
  'rente-drempel': 'Rente wordt betaald vanaf',
  aanmaning: 'Aanmaning bij terugvordering',
  betaalherinnering: 'Herinnering bij terugvordering',
  verjaring: 'Verjaring van een terugvordering',
  betalingsregeling: 'Terugbetalen in termijnen',
  'kwijtschelding-mandaat': 'Kwijtschelden door één persoon',
  betaalmandaat: 'Betaalbatch goedkeuren zonder teamleider financieel',
  bankmandaat: 'Geld op een afschrift boeken door één persoon',
  'bank-antwoord': 'Antwoord van de bank op een betaling',
  'rekening-bedenktijd': 'Wachttijd voor een ander rekeningnummer',
  'opschorting-termijn': 'Betaling opschorten op een ernstig vermoeden',
  'afzegging-keuze': 'Kiezen nadat de opleider afzegde',
  annuleringskosten: 'Annuleringskosten van een opleider',
  'factuur-vanaf': 'Factuur mogelijk vanaf',
  'bewijs-van-deelname-termijn': 'Termijn voor het bewijs van deelname',
  aanwezigheidsnorm: 'Aanwezigheid om af te ronden',
  'deelname-herinneringen': 'Herinneringen aan het bewijs van deelname',
  'deelname-reactie': 'Reactie van de deelnemer op de melding',
  'deelname-navraag': 'Navraag als de opleider niets meldt',
  'deelname-controle': 'Maandelijkse controle van deelnames',
  uitsluitingsduur: 'Uitsluiting na niet afronden',
  'zienswijze-termijn': 'Tijd om op een voornemen te reageren',
  'intrekking-termijn': 'Redelijke termijn bij een intrekking (Awb 4:50)',
  herzieningstermijn: 'Termijn om een vaststelling te herzien',
  verleningsgrens: 'Grens per scholingsactiviteit',
  'toegelaten-erkenningen': 'Toegelaten erkenningen',
  registratiestop: 'Registratiestop',
  'aanlevering-verlies': 'Akkoord nodig als aanbod verdwijnt',
  'erkenner-steekproef': 'Maandelijkse steekproef van een erkenner',
  'wijziging-termijnen': 'Wijziging door de opleider na een toekenning',
  'past-niet-regel': 'Als een bedrag niet meer past',
  'reserve-bedenktijd': 'Bedenktijd op de reservelijst',
  'herkies-termijn': 'Tijd om een andere scholing te kiezen',
  wachtkamer: 'Wachtkamer',
  prijsindexering: 'Prijs verhogen',
  'studiefinanciering-risico': 'Risico op studiefinanciering',
}

/** What happens with an amount that is more than what is left. */
export const PAST_NIET_LABELS: Readonly<Record<PastNietRegel, string>> = {
  weiger: 'De aanvraag wordt afgewezen. Een kleiner bedrag daarna kan nog wel.',
  deels: 'De aanvrager krijgt wat er nog over is.',
  sluit: 'De aanvraag wordt afgewezen en het budget is gesloten.',
}

const formats: { [Naam in ParameterNaam]: (waarde: ParameterWaarden[Naam]) => string } = {
  maximumbedrag: formatBedrag,
  'verleningen-per-jaar': String,
  minimumleeftijd: (jaren) => `${String(jaren)} jaar`,
  'aow-leeftijd': ({ jaren, maanden }) => `${String(jaren)} jaar en ${many(maanden, 'maand', 'maanden')}`,
  'verzekerde-maanden': ({ maanden, vensterVanMaanden, vensterTotMaanden }) =>
    `${many(maanden, 'maand', 'maanden')} of meer, tussen ${String(vensterVanMaanden)} en ${String(vensterTotMaanden)} maanden voor het tijdvak`,
  startvenster: ({ naDagen, maandenNaSluiting }) =>
    `vanaf ${many(naDagen, 'dag', 'dagen')} na de aanvraag, tot en met ${many(maandenNaSluiting, 'maand', 'maanden')} na het einde van het tijdvak`,
  beslistermijn: ({ dagen }) => many(dagen, 'dag', 'dagen'),
  bezwaartermijn: ({ weken }) => many(weken, 'week', 'weken'),
  'aanlevering-verlies': ({ procent, minstens }) => `meer dan ${String(procent)}% van het aanbod van een opleider, en minstens ${String(minstens)}`,
  'gelijkgestelde-dagen': (dagen) => (dagen.length === 0 ? 'geen' : dagen.map(formatDatum).join(', ')),
  betaaltermijn: ({ weken }) => many(weken, 'week', 'weken'),
  'wettelijke-rente': ({ procent }) => `${String(procent)} procent per jaar`,
  'rente-drempel': ({ bestuursorgaanCent, anderCent }) => `${formatBedrag(cent(bestuursorgaanCent))} als wij te laat betalen, ${formatBedrag(cent(anderCent))} als een ander te laat betaalt`,
  aanmaning: ({ weken, grensCent, onderGrensCent, vanafGrensCent }) =>
    `${many(weken, 'week', 'weken')} om te betalen; kosten ${formatBedrag(cent(onderGrensCent))}, vanaf een schuld van ${formatBedrag(cent(grensCent))} ${formatBedrag(cent(vanafGrensCent))}`,
  betaalherinnering: ({ dagenVoorEinde }) => `${many(dagenVoorEinde, 'dag', 'dagen')} voor het einde van de termijn, zonder kosten`,
  verjaring: ({ jaren }) => `${String(jaren)} jaar na de termijn om te betalen`,
  betalingsregeling: (r) =>
    `ten hoogste ${String(r.hoogsteAantal)} termijnen van minstens ${formatBedrag(cent(r.laagsteTermijnCent))}; zonder medewerker tot en met ${formatBedrag(cent(r.automatischTotCent))} in ${String(r.automatischAantal)} termijnen; ${many(r.hersteldagen, 'dag', 'dagen')} om een gemiste termijn in te halen; ${r.rentevrij ? 'geen rente zolang u op tijd betaalt' : 'met rente'}`,
  'kwijtschelding-mandaat': (mandaat) => Object.entries(mandaat).map(([rol, tot]) => `${rol} tot en met ${formatBedrag(cent(tot))}`).join(', '),
  betaalmandaat: ({ financieelTotCent }) => `tot en met ${formatBedrag(cent(financieelTotCent))}`,
  bankmandaat: ({ alleenTotCent }) => `tot en met ${formatBedrag(cent(alleenTotCent))}`,
  'bank-antwoord': ({ werkdagen }) => `${many(werkdagen, 'werkdag', 'werkdagen')} na de dag waarop de bank moest betalen`,
  'rekening-bedenktijd': ({ dagen }) => many(dagen, 'dag', 'dagen'),
  'opschorting-termijn': ({ weken }) => `${many(weken, 'week', 'weken')} na de kennisgeving`,
  'afzegging-keuze': ({ dagen, herinneringDagen }) => `${many(dagen, 'dag', 'dagen')}, met een herinnering ${many(herinneringDagen, 'dag', 'dagen')} voor het einde; daarna kijkt een behandelaar`,
  annuleringskosten: ({ maximumCent, bedenktijdDagen }) => `ten hoogste ${formatBedrag(cent(maximumCent))}, de eerste ${many(bedenktijdDagen, 'dag', 'dagen')} niets`,
  'factuur-vanaf': ({ dagenVoorStart }) => `${many(dagenVoorStart, 'dag', 'dagen')} voor de start`,
  'bewijs-van-deelname-termijn': ({ maanden }) => `${many(maanden, 'maand', 'maanden')} na het einde van de scholing`,
  aanwezigheidsnorm: ({ procent }) => `${String(procent)} procent`,
  'deelname-herinneringen': ({ voorDagen, naDagen, laatsteDagen }) => `${many(voorDagen, 'dag', 'dagen')} voor het einde van de termijn, en ${String(naDagen)} en ${String(laatsteDagen)} dagen erna`,
  'deelname-reactie': ({ dagen, herinneringDagen }) => `${many(dagen, 'dag', 'dagen')}, met een herinnering ${many(herinneringDagen, 'dag', 'dagen')} voor het einde; daarna telt de melding als niet betwist`,
  'deelname-navraag': ({ naDagen, antwoordDagen }) => `${many(naDagen, 'dag', 'dagen')} na de termijn vraagt UWV het de deelnemer, die ${many(antwoordDagen, 'dag', 'dagen')} heeft om te antwoorden`,
  'deelname-controle': ({ aantal, inleverDagen, perSignaal, margeProcent }) => `${String(aantal)} deelnames, stukken binnen ${many(inleverDagen, 'dag', 'dagen')}; elk signaal geeft ${String(perSignaal)} extra loten, rond de norm is minder dan ${String(margeProcent)} procentpunt erboven`,
  uitsluitingsduur: ({ maximaalMaanden, praktijkMaanden }) =>
    `${many(praktijkMaanden, 'maand', 'maanden')}, ten hoogste ${many(maximaalMaanden, 'maand', 'maanden')}`,
  'zienswijze-termijn': ({ dagen }) => many(dagen, 'dag', 'dagen'),
  'intrekking-termijn': ({ dagen }) => many(dagen, 'dag', 'dagen'),
  herzieningstermijn: ({ jaren }) => `${String(jaren)} jaar`,
  verleningsgrens: (grens) => (grens === null ? 'geen' : `${String(grens.aantal)} per kalenderjaar, daarna dicht ${grens.werkt === 'binnen-tijdvak' ? 'vanaf dat moment' : 'vanaf het volgende tijdvak'}`),
  'toegelaten-erkenningen': (soorten) => soorten.join(', '),
  registratiestop: ({ dagenVoorOpening }) => `${many(dagenVoorOpening, 'dag', 'dagen')} voor de opening`,
  'erkenner-steekproef': ({ aantal, dagen }) => `${String(aantal)} opleidingen, binnen ${String(dagen)} dagen bekeken`,
  'wijziging-termijnen': ({ antwoordWerkdagen, wisselDagen, vaakVanaf }) => `${String(antwoordWerkdagen)} werkdagen om te antwoorden, ${String(wisselDagen)} dagen om te wisselen; vanaf ${String(vaakVanaf)} wijzigingen bij een opleiding kijkt de Toetsingskamer mee`,
  'past-niet-regel': (regel) => PAST_NIET_LABELS[regel],
  'reserve-bedenktijd': ({ werkdagen, minimaalUren }) => `${many(werkdagen, 'werkdag', 'werkdagen')}, nooit na het einde van de lijst; niet korter dan ${String(minimaalUren)} uur`,
  'herkies-termijn': ({ dagen }) => many(dagen, 'dag', 'dagen'),
  wachtkamer: ({ urenVoorOpening, perMinuut }) =>
    `open vanaf ${String(urenVoorOpening)} uur voor de opening, daarna ${perMinuut.toLocaleString('nl-NL')} mensen per minuut`,
  prijsindexering: ({ maximaalPerJaar }) => `ten hoogste ${String(maximaalPerJaar)} keer in twaalf maanden`,
  'studiefinanciering-risico': ({ leeftijdTot, niveaus, waardedocumenten }) =>
    `jonger dan ${String(leeftijdTot)} jaar, met ${niveaus.join(', ')} en ${waardedocumenten.join(', ').toLowerCase()}`,
}

/** The value of a parameter as a reader of Dutch says it. */
export function formatWaarde<Naam extends ParameterNaam>({ naam, waarde }: Pick<Bepaling<Naam>, 'naam' | 'waarde'>): string {
  return formats[naam](waarde)
}

function many(count: number, one: string, more: string): string {
  return `${String(count)} ${count === 1 ? one : more}`
}
