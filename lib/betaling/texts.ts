import type { Betaalbeletsel, Wachtreden } from '@/lib/betaling/rules/betaalbaar'
import type { BetaalbatchStatus, BetalingStatus, FactuurFout, FactuurKanaal, FactuurSoort, FactuurStatus, InkoopberichtSoort, PostbusReden, RenteStatus, VerplichtingStatus } from '@/lib/betaling/model'
import { ZINNEN_BTW } from '@/lib/betaling/rules/zinnen-btw'
import { ZINNEN_AANWEZIG, ZINNEN_CODES, ZINNEN_DECIMALEN, ZINNEN_SAMENHANG } from '@/lib/betaling/rules/zinnen-en16931'
import { ZINNEN_MATCH } from '@/lib/betaling/rules/zinnen-match'
import { ZINNEN_ADVIES, ZINNEN_NLCIUS } from '@/lib/betaling/rules/zinnen-nlcius'

/** What is wrong with a file before it can be read as an invoice. */
const ZINNEN_BESTAND = {
  'XML-GROOTTE': 'Het bestand is groter dan 2 MB. Stuur een factuur zonder bijlagen, met de opleiding op één regel.',
  'XML-GEEN': 'Dit is geen XML-bestand. Stuur de e-factuur in UBL, dus niet als PDF, zip of foto.',
  'XML-CODERING': 'Het bestand is niet in UTF-8 geschreven. Sla het op als UTF-8 en stuur het opnieuw.',
  'XML-DOCTYPE': 'Het bestand bevat een DOCTYPE of ENTITY. Dat mag niet in een e-factuur. Haal het weg en stuur het opnieuw.',
  'XML-WELGEVORMD': 'Het XML-bestand is beschadigd of niet compleet. Maak het opnieuw in uw boekhoudprogramma.',
  'XML-DIEPTE': 'Het XML-bestand is te diep genest voor een factuur. Maak het opnieuw in uw boekhoudprogramma.',
  'XML-AANTAL': 'Het XML-bestand heeft te veel onderdelen voor een factuur. Stuur één factuur per opdracht, met hoogstens enkele regels.',
  'UBL-SOORT': 'Dit is XML, maar geen factuur in UBL 2.1. Kies in uw boekhoudprogramma: UBL, NLCIUS of SI-UBL 2.0.',
} as const
export type BestandCode = keyof typeof ZINNEN_BESTAND

/** What is wrong and how to mend it, for every rule of an invoice by its id. */
export const FACTUUR_FOUT: Readonly<Record<string, string>> = {
  ...ZINNEN_BESTAND, ...ZINNEN_AANWEZIG, ...ZINNEN_SAMENHANG, ...ZINNEN_DECIMALEN, ...ZINNEN_CODES, ...ZINNEN_BTW, ...ZINNEN_NLCIUS, ...ZINNEN_ADVIES, ...ZINNEN_MATCH,
}

/** The sentence for one fault, with what was found and what is expected. */
export function describeFout({ code, gevonden, verwacht }: FactuurFout): string {
  return [describeRegel(code), gevonden === undefined ? '' : `Er staat: ${gevonden}.`, verwacht === undefined ? '' : `Verwacht: ${verwacht}.`].filter(Boolean).join(' ')
}

/** The sentence of a rule, without what was found. */
export function describeRegel(code: string): string {
  return FACTUUR_FOUT[code] ?? `De factuur voldoet niet aan regel ${code}.`
}

/** What a rule looks at, for who sees found and expected side by side. */
export function describePlek({ plaats }: FactuurFout): string {
  return PLEK[plaats] ?? plaats
}

const PLEK: Readonly<Record<string, string>> = {
  bestand: 'Bestand', ID: 'Factuurnummer', IssueDate: 'Factuurdatum', DueDate: 'Vervaldatum', InvoiceTypeCode: 'Soort factuur', DocumentCurrencyCode: 'Valuta', CustomizationID: 'Profiel',
  'OrderReference/ID': 'Ordernummer', 'BillingReference/InvoiceDocumentReference/ID': 'Eerdere factuur', 'PaymentMeans/PayeeFinancialAccount/ID': 'Rekeningnummer',
  'LegalMonetaryTotal/TaxInclusiveAmount': 'Totaal met btw', 'LegalMonetaryTotal/PayableAmount': 'Te betalen', 'LegalMonetaryTotal/TaxExclusiveAmount': 'Totaal zonder btw', 'TaxTotal/TaxAmount': 'Btw',
  'InvoiceLine/Item/Name': 'Omschrijving van de regel', 'AdditionalDocumentReference/Attachment': 'Bijlage',
  'AccountingSupplierParty/Party/PartyLegalEntity/CompanyID': 'KvK-nummer leverancier', 'AccountingCustomerParty/Party/PartyLegalEntity/CompanyID': 'KvK-nummer klant',
}

export const VERPLICHTING_LABEL: Readonly<Record<VerplichtingStatus, string>> = {
  open: 'Factuur nog sturen', 'deels-gefactureerd': 'Deels gefactureerd', gefactureerd: 'Factuur goedgekeurd', betaald: 'Betaald', vervallen: 'Vervallen',
}

export const FACTUUR_LABEL: Readonly<Record<FactuurStatus, string>> = {
  gematcht: 'Goedgekeurd', afgekeurd: 'Afgekeurd', 'in-batch': 'Wordt betaald', betaald: 'Betaald', teruggekomen: 'Betaling teruggekomen',
  gecrediteerd: 'Gecrediteerd', vervangen: 'Vervangen', verwerkt: 'Verwerkt', 'wacht-op-bank': 'Wacht op de bank',
}

export const SOORT_LABEL: Readonly<Record<FactuurSoort, string>> = { factuur: 'Factuur', correctie: 'Correctie', creditnota: 'Creditnota' }
export const KANAAL_LABEL: Readonly<Record<FactuurKanaal, string>> = { portaal: 'Opleidersportaal', formulier: 'Formulier', api: 'Koppeling', postbus: 'E-mail' }

export const RENTE_LABEL: Readonly<Record<RenteStatus, string>> = { 'te-betalen': 'Wordt betaald', 'in-batch': 'Wordt betaald', betaald: 'Betaald', teruggekomen: 'Betaling teruggekomen', vervallen: 'Ingetrokken' }
export const RENTE_TOON = { 'te-betalen': 'info', 'in-batch': 'info', betaald: 'geld', teruggekomen: 'let-op', vervallen: 'neutraal' } as const satisfies Record<RenteStatus, string>

export const BETALING_LABEL: Readonly<Record<BetalingStatus, string>> = {
  onderweg: 'Onderweg', uitgevoerd: 'Uitgevoerd', afgewezen: 'Afgewezen door de bank', teruggekomen: 'Teruggekomen', vervallen: 'Ging niet mee',
}

export const BATCH_LABEL: Readonly<Record<BetaalbatchStatus, string>> = {
  opgesteld: 'Wacht op goedkeuring', goedgekeurd: 'Goedgekeurd, bestand wordt gemaakt', aangemaakt: 'Betaalbestand gemaakt', afgekeurd: 'Afgekeurd',
}

/** Why a batch is not composed, approved or shown. */
export type BatchReden =
  | 'niets-te-betalen' | 'batch-niet-gevonden' | 'al-goedgekeurd-door-u' | 'niet-meer-goed-te-keuren' | 'eigen-batch' | 'teamleider-nodig' | 'niet-bevoegd'
  | 'zelf-voorbereid' | 'batch-heeft-bestand' | 'betaling-niet-gevonden' | 'betaling-geen-factuur'
export const BATCH_REDEN: Readonly<Record<BatchReden, string>> = {
  'niets-te-betalen': 'Er zijn nu geen facturen die betaald kunnen worden.',
  'batch-niet-gevonden': 'Deze batch bestaat niet. Ga terug naar de lijst met betalingen.',
  'al-goedgekeurd-door-u': 'U hebt deze batch al goedgekeurd. Een collega moet ook goedkeuren.',
  'niet-meer-goed-te-keuren': 'Deze batch is al door twee mensen goedgekeurd.',
  'eigen-batch': 'U hebt deze batch zelf samengesteld. Twee collega’s keuren haar goed.',
  'teamleider-nodig': 'Deze batch is groter dan u samen met uw collega mag goedkeuren. De teamleider financieel keurt haar ook goed.',
  'niet-bevoegd': 'U kunt geen batch goedkeuren. Dat doet een financieel medewerker of de teamleider financieel.',
  'zelf-voorbereid': 'U hebt een factuur, een rekening of een betaling in deze batch zelf klaargezet. Een collega keurt haar goed.',
  'batch-heeft-bestand': 'Het betaalbestand is al gemaakt of de batch is al afgekeurd. Hier kan niets meer uit. Bel de bank als er iets niet klopt.',
  'betaling-niet-gevonden': 'Deze betaling gaat niet mee in deze batch. Neem het kenmerk over uit de lijst.',
  'betaling-geen-factuur': 'Dit is rente of een terugbetaling. Die kunt u niet apart weigeren. Keur de hele batch af als dit bedrag niet klopt.',
}

/** Why no invoice can be made of an order. */
export type MaakFactuurReden = 'opdracht-niet-gevonden' | 'opdracht-niet-open' | 'bedrag-te-hoog' | 'rekening-onbekend' | 'nog-te-vroeg'
export const MAAK_FACTUUR_REDEN: Readonly<Record<MaakFactuurReden, string>> = {
  'opdracht-niet-gevonden': 'Deze opdracht bestaat niet bij u. Ga terug naar de lijst met opdrachten.',
  'opdracht-niet-open': 'Voor deze opdracht is het hele bedrag al gefactureerd, of de opdracht is vervallen.',
  'bedrag-te-hoog': 'Dit bedrag is hoger dan wat van de opdracht over is. Vul een lager bedrag in.',
  'rekening-onbekend': ZINNEN_MATCH['STAP-REKENING-ONBEKEND'],
  'nog-te-vroeg': ZINNEN_MATCH['STAP-DATUM-TE-VROEG'],
}

/** Where an invoice is addressed to. */
export const UWV_ADRES = { straat: 'La Guardiaweg 116', postcode: '1043 DL', plaats: 'Amsterdam' } as const

export type Toon = 'neutraal' | 'info' | 'goed' | 'let-op' | 'fout' | 'geld'
export const VERPLICHTING_TOON: Readonly<Record<VerplichtingStatus, Toon>> = { open: 'let-op', 'deels-gefactureerd': 'let-op', gefactureerd: 'info', betaald: 'goed', vervallen: 'neutraal' }
export const FACTUUR_TOON: Readonly<Record<FactuurStatus, Toon>> = { gematcht: 'goed', afgekeurd: 'fout', 'in-batch': 'info', betaald: 'geld', teruggekomen: 'let-op', gecrediteerd: 'neutraal', vervangen: 'neutraal', verwerkt: 'goed', 'wacht-op-bank': 'info' }
export const BETALING_TOON: Readonly<Record<BetalingStatus, Toon>> = { onderweg: 'info', uitgevoerd: 'goed', afgewezen: 'fout', teruggekomen: 'let-op', vervallen: 'neutraal' }
export const BATCH_TOON: Readonly<Record<BetaalbatchStatus, Toon>> = { opgesteld: 'let-op', goedgekeurd: 'info', aangemaakt: 'geld', afgekeurd: 'fout' }

/** Why a payment that came back is not made again. */
export type BetaalOpnieuwReden = 'factuur-niet-teruggekomen' | 'rekening-onbekend'
export const BETAAL_OPNIEUW_REDEN: Readonly<Record<BetaalOpnieuwReden, string>> = {
  'factuur-niet-teruggekomen': 'Deze betaling staat niet als teruggekomen, of een collega heeft haar al opnieuw klaargezet. Ververs de pagina.',
  'rekening-onbekend': 'Van deze opleider is geen rekening bekend. Laat de opleider eerst een rekeningnummer doorgeven.',
}

export const INKOOPBERICHT_LABEL: Readonly<Record<InkoopberichtSoort, string>> = { order: 'Opdracht', wijziging: 'Wijziging', annulering: 'Annulering' }

/** Why a mailed invoice waits for somebody. */
export const POSTBUS_REDEN: Readonly<Record<PostbusReden, string>> = {
  'geen-factuur': 'In dit bericht zit geen e-factuur. Kijk wat de afzender wil, en leg het bericht weg.',
  'te-groot': 'Dit bericht is te groot om te bewaren. Vraag de afzender om de factuur zonder bijlagen te sturen.',
  'geen-afzender': 'Er staat geen afzender bij, of meer dan één. Zoek uit van wie de factuur komt.',
  'afzender-betwijfeld': 'De mailserver denkt dat de afzender niet echt is. Bel de opleider voordat u de factuur verwerkt.',
  'kvk-ontbreekt': 'In de factuur staat geen KvK-nummer van de leverancier, of de factuur is niet te lezen: beschadigd, groter dan 2 MB of met een DOCTYPE. Bekijk haar en vraag de afzender om een nieuwe.',
  'kvk-onbekend': 'Het KvK-nummer in de factuur is van geen opleider in het register.',
  'afzender-onbekend': 'De opleider heeft dit e-mailadres niet opgegeven. Bel de opleider, en vraag om het adres in het opleidersportaal toe te voegen.',
}

/** Why a mailed invoice is not taken in or put aside. */
export type PostReden = 'post-al-afgehandeld' | 'post-zonder-opleider'
export const POST_REDEN: Readonly<Record<PostReden, string>> = {
  'post-al-afgehandeld': 'Een collega heeft dit bericht al afgehandeld. Ga terug naar de werklijst.',
  'post-zonder-opleider': 'In dit bericht zit geen factuur van een opleider die wij kennen. Leg het weg en schrijf op waarom.',
}

/** Why an answer is not sent. */
export type AntwoordReden = 'factuur-niet-afgekeurd' | 'factuur-al-beantwoord' | 'antwoord-leeg'
export const ANTWOORD_REDEN: Readonly<Record<AntwoordReden, string>> = {
  'factuur-niet-afgekeurd': 'Deze factuur is niet afgekeurd. Ga terug naar de werklijst.',
  'factuur-al-beantwoord': 'Een collega heeft deze factuur al afgehandeld. Ga terug naar de werklijst.',
  'antwoord-leeg': 'Er staat geen antwoord. Vul het in, of kies dat er geen antwoord nodig is.',
}

/** Why an address is not added or taken away. */
export type AfzenderReden = 'afzender-bestaat' | 'afzender-weg'
export const AFZENDER_REDEN: Readonly<Record<AfzenderReden, string>> = {
  'afzender-bestaat': 'Dit adres staat al in uw lijst. U hoeft niets te doen.',
  'afzender-weg': 'Dit adres staat niet meer in uw lijst. Ververs de pagina.',
}

/** Why no credit note can be made of an invoice. */
export type MaakCreditnotaReden = 'factuur-niet-te-crediteren' | 'creditnota-te-hoog' | 'creditnota-zelf-maken'
export const MAAK_CREDITNOTA_REDEN: Readonly<Record<MaakCreditnotaReden, string>> = {
  'factuur-niet-te-crediteren': 'Van deze factuur kunt u nu niets terugnemen: zij is afgekeurd of vervangen, of u hebt alles al teruggenomen. Bij uw facturen ziet u wat er met haar is gebeurd.',
  'creditnota-te-hoog': 'Dit bedrag is hoger dan wat van de factuur over is. Vul een lager bedrag in.',
  'creditnota-zelf-maken': 'Deze factuur heeft een btw-tarief dat wij niet voor u kunnen invullen. Maak de creditnota in uw boekhoudprogramma.',
}

/** Why an invoice is not free to be paid again. */
export type BlokkadeReden = 'niet-geblokkeerd'
export const BLOKKADE_REDEN: Readonly<Record<BlokkadeReden, string>> = { 'niet-geblokkeerd': 'Deze factuur is niet meer geblokkeerd. Ververs de pagina.' }

/** Why a matched invoice is not paid yet, for opleider and UWV. */
export const WACHTREDEN_TEKST: Readonly<Record<Wachtreden, string>> = {
  'te-vroeg': 'De start van de opleiding is verschoven. Wij betalen zodra het weer bijna zover is.',
  'aanvraag-niet-verleend': 'De subsidie is op dit moment niet verleend. Wij betalen niet zolang dat zo is.',
  'gaat-niet-door': 'De opleiding is afgezegd. Wij betalen pas als de deelnemer naar een andere opleiding wisselt of wij een besluit nemen.',
  'rekening-klopt-niet': 'De bank heeft nog niet bevestigd dat deze rekening op naam van de opleider staat. Wij betalen zodra dat zeker is.',
  'creditnota-wacht': 'Er is een creditnota voor deze factuur. Die verwerken wij eerst.',
  'kosten-gerekend': 'De opleider rekende de deelnemer annuleringskosten. Samen met deze factuur is dat meer dan is toegekend. Stuurt de opleider een creditnota voor het verschil, dan betalen wij de rest. Over deze dagen is geen rente verschuldigd.',
}

/** The same as the head of a line in a list. */
export const BELETSEL_LABEL: Readonly<Record<Betaalbeletsel, string>> = {
  'aanvraag-niet-verleend': 'Subsidie niet (meer) verleend', opgeschort: 'Betaling opgeschort', 'gaat-niet-door': 'Opleiding afgezegd', 'rekening-klopt-niet': 'Naam van de rekening niet bevestigd',
  tegengehouden: 'Tegengehouden door een goedkeurder', 'creditnota-wacht': 'Creditnota gaat voor', 'kosten-gerekend': 'Annuleringskosten gerekend: te hoog',
}
