import { formatDatum } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
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
  'factuur-vanaf': 'Factuur mogelijk vanaf',
  'bewijs-van-deelname-termijn': 'Termijn voor het bewijs van deelname',
  aanwezigheidsnorm: 'Aanwezigheid om af te ronden',
  uitsluitingsduur: 'Uitsluiting na niet afronden',
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
  'factuur-vanaf': ({ dagenVoorStart }) => `${many(dagenVoorStart, 'dag', 'dagen')} voor de start`,
  'bewijs-van-deelname-termijn': ({ maanden }) => `${many(maanden, 'maand', 'maanden')} na het einde van de scholing`,
  aanwezigheidsnorm: ({ procent }) => `${String(procent)} procent`,
  uitsluitingsduur: ({ maximaalMaanden, praktijkMaanden }) =>
    `${many(praktijkMaanden, 'maand', 'maanden')}, ten hoogste ${many(maximaalMaanden, 'maand', 'maanden')}`,
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
