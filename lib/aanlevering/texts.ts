import type { BestandKeuring } from '@/lib/aanlevering/rules/bestand'
import type { FormaatReden } from '@/lib/aanlevering/rules/formaat'
import type { KolomindelingReden } from '@/lib/aanlevering/rules/kolommen'

/** Why a file is not taken in, and what to do about it. */
export const BESTAND_TEKST: Record<BestandKeuring | BestandInhoudReden | FormaatReden | KolomindelingReden | 'onbekende-opleider' | 'kies-opleider' | 'geen-koprij' | 'geen-program', string> = {
  'bestand-leeg': 'Het bestand is leeg. Kies een ander bestand.',
  'bestand-te-groot': 'Het bestand is groter dan 10 MB. Splits het in kleinere bestanden, of zet elke opleiding op een eigen regel (JSON Lines) en stuur het in delen.',
  'bestand-extensie': 'Dit bestand kunnen wij niet lezen. Lever EDU-DEX of OOAPI aan (.json, .jsonl of .zip), of een tabel (.csv of .xlsx).',
  'bestand-mediatype': 'De naam van het bestand past niet bij wat erin zit. Sla het opnieuw op met de juiste extensie.',
  'onbekende-opleider': 'Deze opleider staat niet in het register. Kies een opleider uit de lijst.',
  leeg: 'Het bestand bevat geen opleidingen. Kies een ander bestand.',
  'te-groot': 'Het bestand is te groot. Splits het in kleinere bestanden.',
  zip: 'Dit is een ingepakt bestand (zip). Pak het eerst uit en kies het bestand dat erin zit.',
  xml: 'Dit is XML. Kies de JSON-variant van uw EDU-DEX-bestand.',
  'geen-utf8': 'Het bestand is niet in UTF-8 opgeslagen. Sla het op als UTF-8 en probeer het opnieuw.',
  'geen-json': 'Het bestand is geen geldige JSON. Controleer het bij de genoemde regel, of maak het opnieuw aan.',
  'geen-lijst': 'In het bestand staat geen lijst met opleidingen. Verwacht wordt een lijst, of een object met de lijst in “programs”.',
  'te-diep': 'De gegevens zijn te diep genest. Maak het bestand opnieuw aan volgens EDU-DEX.',
  'rij-te-groot': 'Eén opleiding in het bestand is groter dan 1 MB. Haal lange teksten of afbeeldingen weg.',
  afgebroken: 'Het bestand houdt halverwege op. Maak het opnieuw aan en stuur het nog een keer.',
  'oud-excel': 'Dit is een oud Excel-bestand (.xls). Open het in Excel, kies “Opslaan als” en daarna “Excel-werkmap (.xlsx)”.',
  'open-document': 'Dit is een OpenDocument-bestand (.ods). Open het en sla het op als .xlsx of .csv.',
  'kies-opleider': 'In een tabel staat niet van welke opleider de opleidingen zijn. Kies eerst de opleider.',
  'geen-program': 'In het bestand staat geen opleiding. Verwacht wordt een element “program” zoals EDU-DEX dat kent.',
  'geen-koprij': 'Wij vinden geen rij met namen van kolommen. Zet boven uw lijst een rij met namen, zoals “Code”, “Titel”, “Prijs” en “Startdatum”.',
  'geen-opleidingcode': 'Kies in welke kolom uw code van de opleiding staat. Zonder code weten wij bij een volgend bestand niet welke opleiding verandert.',
  'veld-dubbel': 'Twee kolommen hebben dezelfde betekenis. Kies bij een van beide “Niet gebruiken”.',
  'einddatum-zonder-start': 'Kies ook in welke kolom de startdatum staat. Een einddatum alleen is niet genoeg.',
}
export type BestandInhoudReden = 'leeg' | 'te-groot' | 'zip' | 'xml' | 'geen-utf8' | 'geen-json' | 'geen-lijst' | 'te-diep' | 'rij-te-groot' | 'afgebroken'

/** Why an act on an import is refused, and what to do about it. */
export const IMPORT_TEKST = {
  'import-niet-gevonden': 'Deze import bestaat niet, of is niet van u. Ga terug naar het overzicht van uw imports.',
  'wacht-niet-op-akkoord': 'Deze import wacht niet meer op uw akkoord. Open de pagina opnieuw om te zien wat ermee is gebeurd.',
  'niet-terug-te-draaien': 'Alleen een import die is ingelezen, kunt u terugdraaien. Open de pagina opnieuw om te zien wat ermee is gebeurd.',
  'bevestig-verlies': 'Zet een vinkje bij “Ja, dit klopt”. Zonder uw bevestiging halen wij niet zo veel aanbod weg.',
} as const

/** Why a table, workbook, archive or XML file as a whole cannot be read, and what to do about it. The keys are those of lib/platform/bron. */
export const BRON_TEKST = {
  leeg: 'Het bestand is leeg. Kies een ander bestand.',
  'te-groot': 'Het bestand is uitgepakt te groot. Splits het in kleinere bestanden.',
  nul: 'In het bestand staan tekens die geen tekst zijn. Sla het opnieuw op als CSV in UTF-8 en probeer het nog een keer.',
  codering: 'Wij kunnen de letters in dit bestand niet lezen. Sla het op als UTF-8 en probeer het opnieuw.',
  'utf16-zonder-bom': 'Het bestand is in UTF-16 opgeslagen zonder herkenningsteken. Sla het op als CSV in UTF-8 en probeer het opnieuw.',
  'zip-kapot': 'Het bestand is beschadigd of niet volledig. Maak het opnieuw aan en stuur het nog een keer.',
  'zip-te-groot': 'Wat in het bestand zit, is uitgepakt te groot. Verdeel het over meer bestanden.',
  'zip-bom': 'Het bestand wordt bij het uitpakken honderden keren groter. Dat vertrouwen wij niet. Maak het opnieuw aan en stuur het nog een keer.',
  'zip-te-veel': 'In het zip-bestand zitten te veel bestanden. Verdeel ze over meer zip-bestanden.',
  'zip-pad': 'In het zip-bestand zit een bestand met een pad dat niet mag, zoals “../”. Pak alleen de bestanden zelf in.',
  'zip-koppeling': 'In het zip-bestand zit een snelkoppeling naar een ander bestand. Pak de bestanden zelf in.',
  'zip-dubbel': 'In het zip-bestand staat een naam twee keer. Geef elk bestand een eigen naam.',
  'zip-overlap': 'De bestanden in het zip-bestand lopen door elkaar. Dat vertrouwen wij niet. Maak het opnieuw aan.',
  'zip-versleuteld': 'Het bestand is met een wachtwoord beveiligd. Haal het wachtwoord weg en stuur het opnieuw.',
  'zip-genest': 'In het zip-bestand zit nog een ingepakt bestand. Pak dat eerst uit.',
  'csv-aanhaling': 'De aanhalingstekens kloppen niet: er begint een tekst die niet eindigt, of er staat iets achter het sluitteken. Controleer de genoemde regel.',
  'rij-te-groot': 'Eén rij is groter dan 1 MB. Meestal ontbreekt een aanhalingsteken. Controleer de genoemde regel.',
  'te-veel-kolommen': 'De tabel heeft meer dan 300 kolommen. Haal de kolommen weg die wij niet nodig hebben.',
  'te-veel-rijen': 'De tabel heeft meer dan 100.000 rijen. Splits het bestand, met alle rijen van een opleiding bij elkaar.',
  'geen-werkblad': 'Dit is geen Excel-werkmap met een zichtbaar werkblad. Sla uw lijst op als .xlsx of .csv.',
  'werkblad-kapot': 'Het werkblad is beschadigd. Open het in Excel, sla het opnieuw op en stuur het nog een keer.',
  'xml-doctype': 'In het bestand staat een DOCTYPE of een eigen entiteit. Dat is niet veilig. Maak het bestand zonder.',
  'xml-kapot': 'Het bestand is geen geldige XML. Controleer de genoemde regel, of maak het opnieuw aan.',
  'xml-te-diep': 'De XML is te diep genest. Maak het bestand opnieuw aan volgens EDU-DEX.',
  'xml-te-groot-element': 'Eén onderdeel van de XML is veel te groot. Haal lange teksten weg.',
} as const

/** Why the meaning of the columns cannot be given. */
export const KOLOMINDELING_TEKST = {
  'import-niet-gevonden': 'Deze aanlevering bestaat niet, of is niet van u. Ga terug naar het overzicht.',
  'wacht-niet-op-kolomindeling': 'Deze aanlevering is al verder. Open de pagina opnieuw om te zien wat ermee is gebeurd.',
} as const

/** What a format is called on the screen. */
export const FORMAAT_LABEL: Readonly<Record<string, string>> = {
  'edudex-json': 'EDU-DEX', 'edudex-jsonl': 'EDU-DEX, een opleiding per regel', 'edudex-xml': 'EDU-DEX in XML', 'edudex-api': 'EDU-DEX Data API',
  'ooapi-json': 'OOAPI 5', 'ooapi-jsonl': 'OOAPI 5, een object per regel', 'ooapi-zip': 'OOAPI 5, ingepakt', csv: 'CSV', xlsx: 'Excel',
}

/** What a separator is called on the screen. */
export const SCHEIDING_LABEL: Readonly<Record<string, string>> = { ';': 'puntkomma', ',': 'komma', '\t': 'tab', '|': 'rechte streep' }
