import { formatDatumKort, parseDatum } from '@/lib/base/date'
import { cent, formatBedrag } from '@/lib/base/money'
import { OVERSLAAN_REDENEN, type Bevinding, type Bewerkingsopdracht, type BewerkingSoort, type Ernst, type Gegevens, type Kwaliteitsregel, type Onderwerp, type Ontbreekt, type OverslaanReden } from '@/lib/kwaliteit/model'
import { GRENZEN } from '@/lib/kwaliteit/rules/grenzen'
import { AFTREK, type oordeelVan } from '@/lib/kwaliteit/rules/score'
import { isGebrek } from '@/lib/register/model'
import { CATEGORIE_LABEL, GEBREK_TEKST, KOSTENSOORT_LABEL } from '@/lib/register/texts'

export const ERNST_LABEL: Record<Ernst, string> = { fout: 'Fout', 'let-op': 'Let op', aandacht: 'Ter controle' }
export const ERNST_TOON: Record<Ernst, 'fout' | 'let-op' | 'info'> = { fout: 'fout', 'let-op': 'let-op', aandacht: 'info' }

export const ONDERWERP_LABEL: Record<Onderwerp, string> = { volledigheid: 'Volledigheid', aannemelijkheid: 'Kan dit kloppen?', prijs: 'Prijs', gelijkenis: 'Lijkt op een andere', risico: 'Risico' }

/** How the score is made, in one paragraph. */
export const SCORE_UITLEG = `Elke opleiding begint met 100 punten. Een fout kost ${String(AFTREK.fout)} punten, een let op ${String(AFTREK['let-op'])} en een punt ter controle ${String(AFTREK.aandacht)}; minder dan 0 wordt het niet. De score is het gemiddelde van alle opleidingen die worden aangeboden.`

/** What a regel is called, why it matters, and how it is mended. */
export type RegelTekst = { titel: string; uitleg: (gegevens: Gegevens, aantal: number) => string; herstel: string }

const bedrag = (waarde: string | number | undefined): string => formatBedrag(cent(Math.round(Number(waarde ?? 0))))
const dag = (waarde: string | number | undefined): string => {
  const datum = parseDatum(String(waarde ?? ''))
  return datum === undefined ? 'onbekend' : formatDatumKort(datum)
}
const startdata = (aantal: number): string => (aantal === 1 ? 'Eén startdatum' : `${aantal.toLocaleString('nl-NL')} startdata`)
const anderen = (aantal: number): string => (aantal === 1 ? 'één andere opleiding' : `${aantal.toLocaleString('nl-NL')} andere opleidingen`)
const regel = (titel: string, uitleg: string | RegelTekst['uitleg'], herstel: string): RegelTekst => ({ titel, uitleg: typeof uitleg === 'string' ? () => uitleg : uitleg, herstel })

const TEKST: Record<Exclude<Kwaliteitsregel, Ontbreekt>, RegelTekst> = {
  'geen-startdatum': regel('Geen startdatum die nog komt', 'Burgers vinden deze opleiding niet, omdat er geen startdatum is waarvoor zij zich kunnen aanmelden.', 'Voeg een startdatum toe, of bied de opleiding niet meer aan.'),
  'samenvatting-ontbreekt': regel('Geen samenvatting', 'In de zoekresultaten staat alleen de titel.', 'Schrijf in één zin wat iemand leert.'),
  'leerdoel-ontbreekt': regel('Geen leerdoel', 'Burgers lezen niet wat zij na afloop kunnen.', 'Schrijf op wat iemand na de opleiding kan.'),
  'toelatingseisen-ontbreken': regel('Geen toelatingseisen', 'Burgers lezen niet of zij mee kunnen doen.', 'Schrijf op wat iemand vooraf moet kunnen of hebben. Is er niets nodig, schrijf dan “geen”.'),
  'arbeidsmarkt-ontbreekt': regel('Vragen over de arbeidsmarkt niet beantwoord', 'Een opleiding met STAP-budget moet gericht zijn op werk (regeling art. 5).', 'Beantwoord de vragen over arbeidsmarktgerichtheid.'),
  'startdatum-voorbij': regel('Startdatum voorbij en nog open', ({ startdatum }, aantal) => `${startdata(aantal)} ${aantal === 1 ? 'is' : 'zijn'} voorbij en ${aantal === 1 ? 'staat' : 'staan'} nog open voor aanmelding. De eerste is ${dag(startdatum)}.`, 'Sluit de aanmelding.'),
  'periode-past-niet': regel('Periode past niet bij de duur', ({ startdatum }, aantal) => `Bij ${startdata(aantal).toLowerCase()} is de tijd tussen start en einde veel langer of korter dan de duur van de opleiding. De eerste start op ${dag(startdatum)}.`, 'Controleer de einddatum van de startdatum en de duur van de opleiding.'),
  'online-met-adres': regel('Online, maar met een adres', ({ plaats }, aantal) => `${startdata(aantal)} ${aantal === 1 ? 'is' : 'zijn'} helemaal online of thuis, maar ${aantal === 1 ? 'heeft' : 'hebben'} een adres${plaats === '' ? '' : ` in ${String(plaats)}`}.`, 'Haal het adres weg, of kies dat de lessen (deels) op locatie zijn.'),
  'locatie-zonder-adres': regel('Op locatie, maar zonder plaats', (_gegevens, aantal) => `${startdata(aantal)} ${aantal === 1 ? 'is' : 'zijn'} op locatie, maar de plaats ontbreekt. Burgers kunnen niet in hun buurt zoeken.`, 'Vul de plaats in, of kies dat alles online is.'),
  'postcode-onjuist': regel('Postcode klopt niet', ({ postcode }) => `“${String(postcode)}” is geen Nederlandse postcode.`, 'Vul vier cijfers en twee letters in, bijvoorbeeld 8011 AA.'),
  'adres-zonder-nummer': regel('Adres zonder huisnummer', (_gegevens, aantal) => `Bij ${startdata(aantal).toLowerCase()} staat een straat zonder huisnummer.`, 'Vul het huisnummer in.'),
  'uurprijs-laag': regel('Prijs per uur is erg laag', ({ uurprijsCent }) => `De prijs is ${bedrag(uurprijsCent)} per uur studie, minder dan ${bedrag(GRENZEN.uurprijsLaagCent)}.`, 'Controleer de prijs en het aantal uren studielast.'),
  'uurprijs-hoog': regel('Prijs per uur is erg hoog', ({ uurprijsCent }) => `De prijs is ${bedrag(uurprijsCent)} per uur studie, meer dan ${bedrag(GRENZEN.uurprijsHoogCent)}.`, 'Controleer de prijs en het aantal uren studielast.'),
  'studielast-past-niet': regel('Studielast past niet in de duur', ({ uren, dagen }) => `${Number(uren).toLocaleString('nl-NL')} uur in ${Number(dagen).toLocaleString('nl-NL')} dagen is meer dan ${String(GRENZEN.urenPerDag)} uur per dag.`, 'Controleer de studielast, de eenheid daarvan en de duur.'),
  'subsidiabel-zonder-kosten': regel('Subsidiabel bedrag zonder kostenregel', 'Er is een subsidiabel bedrag, maar geen kostenregel met lesgeld, examengeld of verplicht lesmateriaal.', 'Vul de kosten in per regel. Het bedrag wordt daaruit berekend.'),
  'omschrijving-kort': regel('Omschrijving is erg kort', ({ tekens }) => `De omschrijving heeft ${String(tekens)} tekens. Daarmee kunnen burgers niet kiezen.`, `Schrijf minstens ${String(GRENZEN.omschrijvingTekens)} tekens: wat leert iemand, voor wie is het en wat kan iemand daarna?`),
  'omschrijving-herhaalt-titel': regel('Omschrijving herhaalt de titel', 'In de omschrijving staat alleen de titel nog een keer.', 'Beschrijf wat iemand leert en kan na de opleiding.'),
  'titel-in-hoofdletters': regel('Titel in hoofdletters', 'Een titel in hoofdletters leest moeilijk.', 'Schrijf de titel met gewone letters.'),
  'opmaak-in-tekst': regel('Opmaakcodes in de tekst', 'In de tekst staan codes zoals <br> of &nbsp;. Burgers zien die codes.', 'Haal de codes weg. In een bestand: geef de tekst zonder HTML.'),
  'niveau-past-niet': regel('Niveau past niet bij het diploma', 'Bij dit niveau en deze duur hoort een ander document na afloop.', 'Controleer het niveau, de duur en wat iemand na afloop krijgt.'),
  'prijs-op-maximum': regel('Prijs bij het hoogste STAP-budget', ({ prijsCent, maximumCent }) => `De prijs is ${bedrag(prijsCent)}, bijna of precies het hoogste budget van ${bedrag(maximumCent)}. Dat kan goed zijn; de Toetsingskamer kijkt ernaar.`, 'Controleer of dit de prijs is die iedereen betaalt. U hoeft niets te doen als dat zo is.'),
  'prijs-te-vaak-verhoogd': regel('Prijs te vaak verhoogd', ({ keren, mag, laatste }) => `De prijs is in twaalf maanden ${String(keren)} keer verhoogd, het laatst op ${dag(laatste)}. Dat mag ${String(mag)} keer.`, 'Zet de prijs terug, of wacht met de volgende verhoging.'),
  prijssprong: regel('Prijs ineens veel hoger', ({ vanCent, naarCent, op }) => `De prijs ging op ${dag(op)} van ${bedrag(vanCent)} naar ${bedrag(naarCent)}.`, 'Controleer de prijs. Klopt hij, houd dan klaar waarom hij zo steeg.'),
  'prijs-uitschieter': regel('Prijs veel hoger dan vergelijkbare opleidingen', ({ prijsCent, mediaanCent, afwijkingCent, aantal }) => `De prijs is ${bedrag(prijsCent)}. De helft van de ${Number(aantal).toLocaleString('nl-NL')} opleidingen met hetzelfde vakgebied, niveau en dezelfde lengte kost ${bedrag(mediaanCent)} of minder; gewoonlijk scheelt de prijs daar niet meer dan ${bedrag(afwijkingCent)} mee.`, 'Controleer de prijs, de duur, het niveau en het vakgebied.'),
  dubbel: regel('Staat er twee keer in', (_gegevens, aantal) => `Dezelfde titel en inhoud staan ook bij ${anderen(aantal)} van u, onder een andere code.`, 'Bied één van de twee niet meer aan en voeg de startdata samen.'),
  samengesteld: regel('Zelfde inhoud, andere titel', (_gegevens, aantal) => `De inhoud is bijna gelijk aan die van ${anderen(aantal)} van u met een andere titel. Eén opleiding mag niet als twee worden aangeboden.`, 'Beschrijf het verschil, of bied er één niet meer aan.'),
  'risico-coaching': regel('Lijkt op coaching', 'Een opleiding die voor meer dan de helft uit coaching bestaat, valt niet onder het STAP-budget.', 'Controleer de vorm en de tekst. Bestaat de opleiding vooral uit coaching, haal het STAP-budget er dan af.'),
  'risico-hobby': regel('Lijkt op een hobby', 'Een opleiding die vooral een hobby is, valt niet onder het STAP-budget.', 'Leg uit voor welk werk de opleiding is, of haal het STAP-budget eraf.'),
  'risico-geschenk': regel('Belooft een geschenk of vergoeding', ({ woord }) => `In de tekst staat “${String(woord)}”. Een opleiding met een geschenk of een vergoeding voor reis of verblijf is niet subsidiabel (regeling art. 4 lid 3).`, 'Haal het aanbod weg, in de tekst en in wat u aanbiedt.'),
  'risico-uitgesloten': regel('Onderwerp dat vaak niet mag', ({ woord }) => `In de tekst staat “${String(woord)}”. Opleidingen daarover vallen vaak niet onder het STAP-budget.`, 'Controleer of de opleiding voor werk is. Zo niet, haal het STAP-budget eraf.'),
}

const isOntbreekt = (naam: Kwaliteitsregel): naam is Ontbreekt => naam.startsWith('ontbreekt-')

/** The words of a regel. */
export function regelTekst(naam: Kwaliteitsregel): RegelTekst {
  if (!isOntbreekt(naam)) return TEKST[naam]
  const gebrek = naam.slice('ontbreekt-'.length)
  if (!isGebrek(gebrek)) throw new Error(`${naam} is about an unknown gebrek`)
  const { label, herstel } = GEBREK_TEKST[gebrek]
  return regel(`Ontbreekt: ${label.toLowerCase()}`, 'Dit veld is verplicht. Burgers kunnen deze opleiding nog niet aanvragen.', herstel)
}

/** The sentence of one bevinding. */
export function uitlegVan({ regel: naam, gegevens, aantal }: Pick<Bevinding, 'regel' | 'gegevens' | 'aantal'>): string {
  return regelTekst(naam).uitleg(gegevens, aantal)
}

export const BEWERKING_LABEL: Record<BewerkingSoort, string> = {
  'sluit-aanmelding': 'Aanmelding sluiten voor alle startdata die nog komen',
  'sluit-voorbije-startdata': 'Aanmelding sluiten voor startdata die voorbij zijn',
  'bied-niet-aan': 'Niet meer aanbieden',
  'bied-weer-aan': 'Weer aanbieden',
  'stap-aan': 'Met STAP-budget aanbieden',
  'stap-uit': 'Niet meer met STAP-budget aanbieden',
  prijs: 'Prijs wijzigen',
  categorie: 'Vakgebied wijzigen',
  'tekst-opschonen': 'Opmaakcodes uit de tekst halen',
}

/** Why an opleiding was left as it was. */
export const OVERSLAAN_TEKST: Record<OverslaanReden, string> = {
  'geen-prijs': 'Deze opleidingen hebben nog geen prijs. Vul die eerst in bij de opleiding.',
  'geen-kosten-van-deze-soort': 'Deze opleidingen hebben geen kostenregel van deze soort.',
  'prijs-te-hoog': 'De prijs zou hoger worden dan € 100.000.',
  'prijs-te-laag': 'De prijs zou lager worden dan € 0.',
  'niet-gevonden': 'Deze opleidingen staan niet meer bij u in het register.',
}

/** The reason as it is stored, in words. */
export function overslaanTekst(reden: string): string {
  return OVERSLAAN_REDENEN.filter((naam) => naam === reden).map((naam) => OVERSLAAN_TEKST[naam])[0] ?? reden
}

/** "Lesgeld: 3,5 % erbij" for a change of price; else what the bewerking is called. */
export function beschrijfOpdracht(opdracht: Bewerkingsopdracht): string {
  if (opdracht.soort === 'categorie') return `Vakgebied wordt: ${CATEGORIE_LABEL[opdracht.categorie]}`
  if (opdracht.soort !== 'prijs') return BEWERKING_LABEL[opdracht.soort]
  const { kostensoort, wijze, waarde } = opdracht
  const grootte = wijze === 'promille' ? `${(Math.abs(waarde) / 10).toLocaleString('nl-NL')} %` : formatBedrag(cent(Math.abs(waarde)))
  return `${KOSTENSOORT_LABEL[kostensoort]}: ${wijze === 'bedrag' ? `wordt ${grootte}` : `${grootte} ${waarde < 0 ? 'eraf' : 'erbij'}`}`
}

export const OORDEEL_LABEL: Record<ReturnType<typeof oordeelVan>, string> = { goed: 'Goed', 'kan-beter': 'Kan beter', slecht: 'Moet beter' }

/** Why an act is refused, and what to do about it. */
export const KWALITEIT_TEKST: Record<KwaliteitReden, string> = {
  'niets-ingevuld': 'U hebt nog niets ingevuld. Vul bij minstens één opleiding iets in.',
  'niets-gekozen': 'U hebt geen opleidingen gekozen. Zet een vinkje bij een opleiding, of kies alle opleidingen van de lijst.',
  'bewerking-niet-gevonden': 'Deze wijziging bestaat niet. Ga terug naar uw opleidingen.',
  'al-uitgevoerd': 'Deze wijziging is al doorgevoerd. Bekijk het resultaat hieronder.',
}
type KwaliteitReden = 'niets-ingevuld' | 'niets-gekozen' | 'bewerking-niet-gevonden' | 'al-uitgevoerd'

const VELD_LABEL: Readonly<Record<string, string>> = {
  titel: 'Titel', samenvatting: 'Samenvatting', omschrijving: 'Omschrijving', categorie: 'Vakgebied', niveau: 'Niveau', opleidingsvorm: 'Vorm', waardedocument: 'Document na afloop',
  studielast: 'Studielast', studielastEenheid: 'Eenheid van de studielast', duurDagen: 'Duur in dagen', voertaal: 'Taal', stapToestemming: 'Met STAP-budget', catalogusprijsCent: 'Prijs',
  subsidiabelCent: 'Subsidiabel', soort: 'Soort scholing', kosten: 'Kosten', themas: 'Thema’s', leerdoel: 'Wat iemand na afloop kan', toelatingseisen: 'Toelatingseisen',
  erkendOnderdeel: 'Erkende opleiding', eqf: 'EQF', nlqf: 'NLQF', url: 'Webadres', dagdelen: 'Wanneer', arbeidsmarkt: 'Gericht op werk', actief: 'Aangeboden', gebreken: 'Wat ontbreekt',
  startdatum: 'Startdatum', einddatum: 'Einddatum', plaats: 'Plaats', adres: 'Adres', postcode: 'Postcode', status: 'Aanmelding', deelnemersplaatsen: 'Plaatsen', scholingsjaar: 'Scholingsjaar',
  catalogusprijs_cent: 'Prijs', subsidiabel_cent: 'Subsidiabel', cohortcode: 'Code',
}

/** What a field of the register is called. */
export function veldLabel(veld: string): string {
  return VELD_LABEL[veld] ?? veld
}

/** A value of the register as somebody reads it, shortened when it is long. */
export function waardeTekst(veld: string, waarde: unknown): string {
  if (waarde === undefined || waarde === null || waarde === '' || (Array.isArray(waarde) && waarde.length === 0)) return 'leeg'
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee'
  if (typeof waarde === 'number') return /cent$/i.test(veld) ? bedrag(waarde) : waarde.toLocaleString('nl-NL')
  if (typeof waarde === 'string') return /datum$/.test(veld) ? dag(waarde) : kort(waarde)
  if (Array.isArray(waarde)) return kort(waarde.map((deel) => waardeTekst(veld, deel)).join('; '))
  return kort(Object.entries(waarde).map(([naam, deel]) => (/cent$/i.test(naam) ? bedrag(Number(deel)) : `${waardeTekst(naam, deel)}`)).filter((deel) => deel !== 'leeg').join(', '))
}

const kort = (tekst: string): string => (tekst.length > 200 ? `${tekst.slice(0, 200)} …` : tekst)

/** Where a version came from. */
export function bronLabel(bron: string): string {
  return bron === 'portaal' ? 'met de hand' : bron === 'api' || bron === 'edudex-api' ? 'door uw systeem' : 'uit een bestand'
}
