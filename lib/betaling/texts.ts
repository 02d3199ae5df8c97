import type { BetaalbatchStatus, BetalingStatus, FactuurFout, FactuurStatus, VerplichtingStatus } from '@/lib/betaling/model'
import type { MatchCode } from '@/lib/betaling/rules/match'
import type { NlciusCode } from '@/lib/betaling/rules/nlcius'

/** What is wrong with a file before it can be read as an invoice. */
export type BestandCode =
  | 'XML-GROOTTE' | 'XML-GEEN' | 'XML-CODERING' | 'XML-DOCTYPE' | 'XML-WELGEVORMD' | 'XML-DIEPTE' | 'XML-AANTAL' | 'UBL-SOORT'
export type FactuurCode = BestandCode | NlciusCode | MatchCode

const GETAL = 'Dit is geen bedrag dat wij kunnen lezen. Schrijf het met cijfers en een punt, met hoogstens twee cijfers achter de punt, bijvoorbeeld 939.50.'

/** What is wrong and how to mend it, for every rule of an invoice. */
export const FACTUUR_FOUT: Readonly<Record<FactuurCode, string>> = {
  'XML-GROOTTE': 'Het bestand is groter dan 2 MB. Stuur een factuur zonder bijlagen.',
  'XML-GEEN': 'Dit is geen XML-bestand. Stuur de e-factuur in UBL, dus niet als PDF, zip of foto.',
  'XML-CODERING': 'Het bestand is niet in UTF-8 geschreven. Sla het op als UTF-8 en stuur het opnieuw.',
  'XML-DOCTYPE': 'Het bestand bevat een DOCTYPE of ENTITY. Dat mag niet in een e-factuur. Haal het weg en stuur het opnieuw.',
  'XML-WELGEVORMD': 'Het XML-bestand is beschadigd of niet compleet. Maak het opnieuw in uw boekhoudprogramma.',
  'XML-DIEPTE': 'Het XML-bestand is te diep genest voor een factuur. Maak het opnieuw in uw boekhoudprogramma.',
  'XML-AANTAL': 'Het XML-bestand heeft te veel onderdelen voor een factuur. Stuur één factuur per opdracht.',
  'UBL-SOORT': 'Dit is XML, maar geen factuur in UBL 2.1. Kies in uw boekhoudprogramma: UBL, NLCIUS of SI-UBL 2.0.',
  'UBL-PROFIEL': 'De factuur volgt een ander profiel. Kies in uw boekhoudprogramma NLCIUS (SI-UBL 2.0) of Peppol BIS 3.',
  'UBL-DUBBEL': 'Dit onderdeel staat meer dan één keer in de factuur. Het mag er één keer in staan.',
  'UBL-DATUM': 'Deze datum bestaat niet of is anders geschreven. Schrijf een datum als 2022-11-29.',
  'UBL-AANTAL': 'Het aantal is geen gewoon getal. Schrijf het met cijfers, bijvoorbeeld 1.',
  'BR-01': 'Er staat niet in welk profiel de factuur volgt. Kies in uw boekhoudprogramma NLCIUS (SI-UBL 2.0).',
  'BR-02': 'Het factuurnummer ontbreekt. Vul het in.',
  'BR-03': 'De factuurdatum ontbreekt. Vul die in.',
  'BR-04': 'De soort factuur ontbreekt. Vul code 380 in.',
  'BR-05': 'De valuta ontbreekt. Vul EUR in.',
  'BR-06': 'De naam van uw organisatie ontbreekt. Vul die in.',
  'BR-07': 'De naam van de klant ontbreekt. Vul UWV in.',
  'BR-08': 'Uw adres ontbreekt. Vul straat, postcode, plaats en land in.',
  'BR-09': 'Het land in uw adres ontbreekt. Vul NL in.',
  'BR-10': 'Het adres van de klant ontbreekt. Neem het adres van UWV over uit de opdracht.',
  'BR-11': 'Het land van de klant ontbreekt. Vul NL in.',
  'BR-12': 'De som van de regels ontbreekt. Vul die in.',
  'BR-13': 'Het totaal zonder btw ontbreekt. Vul het in.',
  'BR-14': 'Het totaal met btw ontbreekt. Vul het in.',
  'BR-15': 'Het te betalen bedrag ontbreekt. Vul het in.',
  'BR-16': 'De factuur heeft geen regel. Zet er ten minste één regel in.',
  'BR-21': 'De regel heeft geen nummer. Geef elke regel een nummer.',
  'BR-22': 'Het aantal ontbreekt in de regel. Vul 1 in.',
  'BR-23': 'De eenheid ontbreekt in de regel. Vul C62 (stuk) in.',
  'BR-24': 'Het bedrag van de regel ontbreekt. Vul het in.',
  'BR-25': 'De omschrijving van de regel ontbreekt. Vul de naam van de opleiding in.',
  'BR-26': 'De prijs ontbreekt in de regel. Vul die in.',
  'BR-27': 'De prijs in de regel is negatief of geen gewoon getal. Vul een prijs van 0 of meer in.',
  'BR-CO-04': 'De regel zegt niet welk btw-tarief geldt. Vul S (met btw) of E (vrijgesteld) in.',
  'BR-CO-10': 'De som van de regels klopt niet. Tel de bedragen van de regels op.',
  'BR-CO-11': 'De som van de kortingen klopt niet. Tel de kortingen op.',
  'BR-CO-12': 'De som van de toeslagen klopt niet. Tel de toeslagen op.',
  'BR-CO-13': 'Het totaal zonder btw klopt niet: dat is de som van de regels, min kortingen, plus toeslagen.',
  'BR-CO-14': 'Het totaal van de btw klopt niet. Tel de btw per tarief op.',
  'BR-CO-15': 'Het totaal met btw klopt niet: dat is het totaal zonder btw plus de btw.',
  'BR-CO-16': 'Het te betalen bedrag klopt niet: dat is het totaal met btw, min wat al betaald is, plus de afronding.',
  'BR-CO-17': 'De btw klopt niet bij het bedrag en het tarief. Reken de btw opnieuw uit.',
  'BR-CO-18': 'De opbouw van de btw ontbreekt. Vul per tarief het bedrag en de btw in.',
  'BR-CO-25': 'Er staat niet wanneer betaald moet zijn. Vul een vervaldatum of betaaltermijn in.',
  'BR-E-02': 'De factuur is vrijgesteld van btw, maar uw btw-nummer of fiscaal nummer ontbreekt. Vul een van de twee in.',
  'BR-E-10': 'De factuur is vrijgesteld van btw, maar de reden ontbreekt. Vul de reden in, bijvoorbeeld: vrijgesteld onderwijs.',
  'BR-S-02': 'De factuur heeft btw, maar uw btw-nummer ontbreekt. Vul het in.',
  'BR-CL-01': 'Deze soort factuur bestaat niet. Vul code 380 in.',
  'BR-CL-03': 'Dit bedrag staat in een andere valuta dan de factuur. Zet alle bedragen in EUR.',
  'BR-DEC-01': GETAL, 'BR-DEC-05': GETAL, 'BR-DEC-09': GETAL, 'BR-DEC-10': GETAL, 'BR-DEC-11': GETAL, 'BR-DEC-12': GETAL, 'BR-DEC-13': GETAL,
  'BR-DEC-14': GETAL, 'BR-DEC-16': GETAL, 'BR-DEC-17': GETAL, 'BR-DEC-18': GETAL, 'BR-DEC-19': GETAL, 'BR-DEC-20': GETAL, 'BR-DEC-23': GETAL,
  'BR-NL-1': 'Uw KvK-nummer of OIN ontbreekt. Vul het in bij de leverancier, met schemeID 0106 (KvK) of 0190 (OIN).',
  'BR-NL-2': 'Het ordernummer ontbreekt. Neem het over uit de opdracht van UWV.',
  'BR-NL-3': 'Uw adres is niet compleet. Vul straat, postcode en plaats in.',
  'BR-NL-4': 'Het adres van UWV is niet compleet. Neem straat, postcode en plaats over uit de opdracht.',
  'BR-NL-7': 'Deze soort factuur kan in Nederland niet. Vul code 380 in.',
  'BR-NL-10': 'Het KvK-nummer van UWV ontbreekt. Neem het over uit de opdracht, met schemeID 0106.',
  'BR-NL-11': 'Er staat niet hoe betaald moet worden. Vul betaalwijze 30 en uw rekeningnummer in.',
  'BR-NL-12': 'Deze betaalwijze kan niet. Vul code 30 (overmaken) in.',
  'BR-NL-13': 'Een regel verwijst naar een orderregel, maar het ordernummer ontbreekt. Vul het ordernummer in.',
  'STAP-CREDITNOTA': 'Creditnota’s kunnen wij nog niet verwerken. Neem contact op met UWV als u een bedrag wilt terugbetalen.',
  'STAP-FACTUURSOORT': 'Deze soort factuur kunnen wij niet verwerken. Stuur een gewone factuur met code 380.',
  'STAP-VALUTA': 'Wij betalen alleen in euro’s. Maak de factuur in EUR.',
  'STAP-ORDER': 'Wij kennen dit ordernummer niet bij u. Neem het precies over uit de opdracht van UWV.',
  'STAP-ORDER-GEFACTUREERD': 'Voor deze opdracht hebben wij al een factuur van u. Stuur er geen tweede.',
  'STAP-ORDER-VERVALLEN': 'Deze opdracht is vervallen, omdat de aanvraag is ingetrokken. U kunt er geen factuur meer voor sturen.',
  'STAP-FACTUURNUMMER': 'U hebt dit factuurnummer al gebruikt. Geef de factuur een nieuw nummer.',
  'STAP-FACTUURNUMMER-LANG': 'Het factuurnummer is te lang. Kies een korter nummer.',
  'STAP-LEVERANCIER': 'Het KvK-nummer van de leverancier is niet het nummer waarmee u bent ingelogd. Vul uw eigen KvK-nummer in.',
  'STAP-KLANT': 'De factuur is niet aan UWV gericht. Vul bij de klant het KvK-nummer van UWV in.',
  'STAP-BEDRAG-TE-HOOG': 'Het bedrag is hoger dan in de opdracht. Wij betalen precies het bedrag van de opdracht, met btw.',
  'STAP-BEDRAG-TE-LAAG': 'Het bedrag is lager dan in de opdracht. Is de prijs veranderd? Neem dan eerst contact op met UWV.',
  'STAP-REKENING': 'Dit rekeningnummer is niet het nummer dat wij van u kennen. Vul het bekende nummer in.',
  'STAP-REKENING-ONBEKEND': 'Wij kennen nog geen rekeningnummer van u. Geef het eerst door aan UWV en stuur de factuur daarna opnieuw.',
  'STAP-DATUM-TOEKOMST': 'De factuurdatum ligt in de toekomst. Vul de datum van vandaag in.',
  'STAP-DATUM-TE-VROEG': 'De factuur is te vroeg. Een factuur kan vanaf drie weken voor de start van de opleiding.',
  'STAP-ONDERWIJSVORM': 'In de regel staat niet hoe de opleiding wordt gegeven. Zet de onderwijsvorm in de omschrijving.',
}

/** The sentence for one fault, with what was found and what is expected. */
export function describeFout({ code, gevonden, verwacht }: FactuurFout): string {
  const zin = isFactuurCode(code) ? FACTUUR_FOUT[code] : `De factuur voldoet niet aan regel ${code}.`
  return [zin, gevonden === undefined ? '' : `Er staat: ${gevonden}.`, verwacht === undefined ? '' : `Verwacht: ${verwacht}.`].filter(Boolean).join(' ')
}

function isFactuurCode(code: string): code is FactuurCode {
  return Object.hasOwn(FACTUUR_FOUT, code)
}

export const VERPLICHTING_LABEL: Readonly<Record<VerplichtingStatus, string>> = {
  open: 'Factuur nog sturen', gefactureerd: 'Factuur goedgekeurd', betaald: 'Betaald', vervallen: 'Vervallen',
}

export const FACTUUR_LABEL: Readonly<Record<FactuurStatus, string>> = {
  gematcht: 'Goedgekeurd', afgekeurd: 'Afgekeurd', 'in-batch': 'Wordt betaald', betaald: 'Betaald', teruggekomen: 'Betaling teruggekomen',
}

export const BETALING_LABEL: Readonly<Record<BetalingStatus, string>> = {
  onderweg: 'Onderweg', uitgevoerd: 'Uitgevoerd', afgewezen: 'Afgewezen door de bank', teruggekomen: 'Teruggekomen',
}

export const BATCH_LABEL: Readonly<Record<BetaalbatchStatus, string>> = {
  opgesteld: 'Wacht op goedkeuring', goedgekeurd: 'Goedgekeurd, bestand wordt gemaakt', aangemaakt: 'Betaalbestand gemaakt',
}

/** Why a batch is not composed, approved or shown. */
export type BatchReden = 'niets-te-betalen' | 'batch-niet-gevonden' | 'al-goedgekeurd-door-u' | 'niet-meer-goed-te-keuren'
export const BATCH_REDEN: Readonly<Record<BatchReden, string>> = {
  'niets-te-betalen': 'Er zijn nu geen facturen die betaald kunnen worden.',
  'batch-niet-gevonden': 'Deze batch bestaat niet. Ga terug naar de lijst met betalingen.',
  'al-goedgekeurd-door-u': 'U hebt deze batch al goedgekeurd. Een collega moet ook goedkeuren.',
  'niet-meer-goed-te-keuren': 'Deze batch is al door twee mensen goedgekeurd.',
}

/** Why no invoice can be made of an order. */
export type MaakFactuurReden = 'opdracht-niet-gevonden' | 'opdracht-niet-open' | 'rekening-onbekend' | 'nog-te-vroeg'
export const MAAK_FACTUUR_REDEN: Readonly<Record<MaakFactuurReden, string>> = {
  'opdracht-niet-gevonden': 'Deze opdracht bestaat niet bij u. Ga terug naar de lijst met opdrachten.',
  'opdracht-niet-open': 'Voor deze opdracht is al een factuur goedgekeurd, of de opdracht is vervallen.',
  'rekening-onbekend': FACTUUR_FOUT['STAP-REKENING-ONBEKEND'],
  'nog-te-vroeg': FACTUUR_FOUT['STAP-DATUM-TE-VROEG'],
}

/** Where an invoice is addressed to. */
export const UWV_ADRES = { straat: 'La Guardiaweg 116', postcode: '1043 DL', plaats: 'Amsterdam' } as const

export type Toon = 'neutraal' | 'info' | 'goed' | 'let-op' | 'fout' | 'geld'
export const VERPLICHTING_TOON: Readonly<Record<VerplichtingStatus, Toon>> = { open: 'let-op', gefactureerd: 'info', betaald: 'goed', vervallen: 'neutraal' }
export const FACTUUR_TOON: Readonly<Record<FactuurStatus, Toon>> = { gematcht: 'goed', afgekeurd: 'fout', 'in-batch': 'info', betaald: 'geld', teruggekomen: 'let-op' }
export const BETALING_TOON: Readonly<Record<BetalingStatus, Toon>> = { onderweg: 'info', uitgevoerd: 'goed', afgewezen: 'fout', teruggekomen: 'let-op' }
export const BATCH_TOON: Readonly<Record<BetaalbatchStatus, Toon>> = { opgesteld: 'let-op', goedgekeurd: 'info', aangemaakt: 'geld' }

/** Why a payment that came back is not made again. */
export type BetaalOpnieuwReden = 'factuur-niet-teruggekomen' | 'rekening-onbekend'
export const BETAAL_OPNIEUW_REDEN: Readonly<Record<BetaalOpnieuwReden, string>> = {
  'factuur-niet-teruggekomen': 'Deze betaling staat niet als teruggekomen, of een collega heeft haar al opnieuw klaargezet. Ververs de pagina.',
  'rekening-onbekend': 'Van deze opleider is geen rekening bekend. Laat de opleider eerst een rekeningnummer doorgeven.',
}
