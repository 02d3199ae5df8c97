import type { BerichtToestand, MutatieSoort, VraagSoort } from '@/lib/bank/model'
import type { Besluit } from '@/lib/bank/rules/ontvangst'
import type { BevestigReden, VerdelingReden } from '@/lib/bank/rules/besluit'
import type { CamtReden } from '@/lib/bank/rules/camt053'

/** Why a message of the bank is refused as a whole. */
export type BerichtReden =
  | CamtReden | 'onbekend-bericht' | 'leeg-bericht' | 'andere-rekening' | 'telt-niet-op' | 'sluit-niet-aan' | 'zelfde-nummer-andere-inhoud' | 'onbekende-batch' | 'onleesbaar' | 'te-groot-onderdeel' | 'te-veel-in-een-boeking' | 'leeg-bestand' | 'te-groot-bestand'

export const BERICHT_REDEN: Readonly<Record<BerichtReden, string>> = {
  'onbekend-bericht': 'Dit is geen bericht van de bank dat wij kennen. Wij lezen camt.053 en pain.002. Vraag de bank om dat formaat.',
  'leeg-bericht': 'In het bericht staat geen afschrift en geen opdracht. Vraag de bank het opnieuw te sturen.',
  'andere-rekening': 'Dit afschrift is van een andere rekening dan die van UWV. Stuur het naar wie bij die rekening hoort.',
  'telt-niet-op': 'De mutaties tellen niet op tot het verschil tussen begin- en eindsaldo. Vraag de bank een nieuw afschrift.',
  'sluit-niet-aan': 'Het beginsaldo is niet het eindsaldo van het vorige afschrift. Vraag de bank welk afschrift juist is.',
  'zelfde-nummer-andere-inhoud': 'Een afschrift met dit kenmerk is al geboekt, met een andere inhoud. Vraag de bank welk juist is.',
  'onbekende-batch': 'Dit bericht gaat over een opdracht die wij de bank niet hebben gegeven. Neem contact op met de bank.',
  onleesbaar: 'Het bestand is niet te lezen als XML in UTF-8, of bevat een DOCTYPE. Vraag de bank het opnieuw te sturen.',
  'te-groot-onderdeel': 'Eén onderdeel van het bericht is zo groot dat wij het niet lezen. Vraag de bank om een gewoon afschrift of statusbericht.',
  'te-veel-in-een-boeking': 'In één boeking staan meer dan 100.000 betalingen. Vraag de bank om de betalingen per dag of per batch te boeken.',
  'leeg-bestand': 'Het bestand was leeg. Vraag de bank het opnieuw te sturen.',
  'te-groot-bestand': 'Het bestand is groter dan 100 MB en is niet bewaard. Vraag de bank om een afschrift per dag.',
  'geen-kenmerk': 'Het afschrift heeft geen kenmerk (Stmt/Id), of een te lang kenmerk. Vraag de bank een nieuw afschrift.',
  'geen-rekening': 'Het afschrift noemt geen rekening (IBAN). Vraag de bank een nieuw afschrift.',
  'geen-saldo': 'Een begin- of eindsaldo ontbreekt. Vraag de bank een nieuw afschrift.',
  bedrag: 'Een bedrag is geen getal met hoogstens twee cijfers achter de punt. Vraag de bank een nieuw afschrift.',
  valuta: 'Een bedrag staat niet in euro’s. Vraag de bank een afschrift van de rekening in euro’s.',
  datum: 'Een boekdatum ontbreekt of bestaat niet. Vraag de bank een nieuw afschrift.',
  richting: 'Van een bedrag is niet te lezen of het bij of af is. Vraag de bank een nieuw afschrift.',
}

/** Why a statement is not booked yet. */
export const WACHT_REDEN = 'Een eerder afschrift ontbreekt. Zodra dat er is, wordt dit afschrift vanzelf geboekt. Vraag de bank om het ontbrekende afschrift.'

export const VRAAG_TITEL: Readonly<Record<VraagSoort, string>> = {
  'onbekende-afschrijving': 'Afschrijving die wij niet kennen',
  'onbekende-ontvangst': 'Ontvangst die wij niet kennen',
  'bedrag-wijkt-af': 'Ander bedrag afgeschreven dan wij opdroegen',
  'batchbedrag-wijkt-af': 'Ander bedrag voor de batch afgeschreven',
  'dubbel-afgeschreven': 'Betaling twee keer afgeschreven',
  'deel-teruggekomen': 'Een deel van een betaling is terug',
  teruggedraaid: 'De bank draaide een boeking terug',
  teruggekomen: 'Betaling teruggekomen',
  afgewezen: 'Betaling afgewezen door de bank',
  'afgewezen-na-uitvoering': 'Afgewezen, maar al afgeschreven',
  'onbekende-opdracht': 'Melding over een betaling die wij niet kennen',
  'te-veel-ontvangen': 'Meer ontvangen dan openstond',
  'vordering-afgelopen': 'Ontvangen voor een terugvordering die is afgelopen',
  'onbekend-betalingskenmerk': 'Ontvangst met een kenmerk dat wij niet kennen',
  'meer-betalingskenmerken': 'Ontvangst met meer dan één kenmerk',
  'andere-terugbetaling': 'Afschrijving met een kenmerk, voor een ander bedrag',
}

/** What to do, for who handles it. */
export const VRAAG_UITLEG: Readonly<Record<VraagSoort, string>> = {
  'onbekende-afschrijving': 'Zoek uit waarvoor de bank dit afschreef, bijvoorbeeld kosten. Leg vast wat het is.',
  'onbekende-ontvangst': 'Zoek uit van wie dit geld is en waarvoor. Hoort het bij een terugvordering? Boek het daar dan op. Hoort het nergens bij? Stort het dan terug naar wie betaalde.',
  'bedrag-wijkt-af': 'Het grootboek is niet veranderd. Neem contact op met de bank.',
  'batchbedrag-wijkt-af': 'Het grootboek is niet veranderd. Meestal heeft de bank betalingen afgewezen en komt het statusbericht nog: dan lost dit zichzelf op. Zegt de bank het op een andere manier? Noem dan hieronder welke betalingen zij niet uitvoerde.',
  'dubbel-afgeschreven': 'Vraag de bank de tweede afschrijving terug. Het grootboek telt de betaling één keer.',
  'deel-teruggekomen': 'Het grootboek is niet veranderd. Vraag de opleider waarom een deel terugkwam.',
  teruggedraaid: 'Kijk welke boeking de bank terugdraaide en waarom.',
  teruggekomen: 'Het bedrag staat weer open. Controleer het rekeningnummer met de opleider. Zet de factuur daarna klaar om opnieuw te betalen.',
  afgewezen: 'Het bedrag staat weer open. Kijk naar de code van de bank. Zet de factuur daarna klaar om opnieuw te betalen.',
  'afgewezen-na-uitvoering': 'De bank zegt dat de betaling is afgewezen, maar schreef haar ook af. Neem contact op met de bank. Tot deze vraag is afgehandeld, betalen wij niet opnieuw.',
  'onbekende-opdracht': 'De bank meldt iets over een betaling die niet in deze batch staat. Neem contact op met de bank.',
  'te-veel-ontvangen': 'Wat openstond is geboekt. De rest gaat vanzelf terug met een volgende batch, zodra de rekening bekend is. Wie betaalde, krijgt een bericht. U hoeft alleen te kijken of dit klopt.',
  'vordering-afgelopen': 'Er is niets geboekt. De terugvordering is afgeboekt of verjaard. Vraag wie betaalde of dat de bedoeling was. Neem het geld dan aan als late betaling, of betaal het terug.',
  'onbekend-betalingskenmerk': 'Er is niets geboekt. Zoek uit voor welke terugvordering het geld is en boek het daarop. Hoort het nergens bij? Stort het dan terug naar wie betaalde.',
  'meer-betalingskenmerken': 'Er is niets geboekt. Vraag wie betaalde waarvoor het is. Boek het op één terugvordering of verdeel het; wat daar te veel is, gaat terug. Hoort het nergens bij? Stort het dan terug.',
  'andere-terugbetaling': 'Er is niets geboekt. Vergelijk het bedrag met wat er bij de terugvordering terug te betalen staat.',
}

/** The codes of ISO 20022 that a returned or refused transfer carries most. */
export const RETOURCODE: Readonly<Record<string, string>> = {
  AC01: 'rekeningnummer klopt niet', AC04: 'rekening is opgeheven', AC06: 'rekening is geblokkeerd', AG01: 'betalen naar deze rekening mag niet', AM05: 'dubbele betaling',
  BE04: 'adres ontbreekt', MD07: 'rekeninghouder is overleden', MS02: 'reden niet genoemd door de ontvanger', MS03: 'reden niet genoemd door de bank',
  RC01: 'BIC klopt niet', RR04: 'wettelijke reden', FOCR: 'teruggehaald op verzoek', NARR: 'reden staat in de omschrijving',
}

export const TOESTAND_LABEL: Readonly<Record<BerichtToestand, string>> = { ontvangen: 'Wordt gelezen', wacht: 'Wacht op eerder afschrift', verwerkt: 'Verwerkt', geweigerd: 'Geweigerd' }
export const TOESTAND_TOON = { ontvangen: 'info', wacht: 'let-op', verwerkt: 'goed', geweigerd: 'fout' } as const satisfies Record<BerichtToestand, string>
export const MUTATIE_LABEL: Readonly<Record<MutatieSoort, string>> = { betaling: 'Betaling', batch: 'Batch', retour: 'Retour', vordering: 'Terugvordering', terugbetaling: 'Terugbetaling', onbekend: 'Onbekend' }

/** Why a message is not taken in, or a question not closed. */
export type BankReden = 'toch-afgeschreven' | VerdelingReden | BevestigReden | 'ligt-al-voor' | 'geen-voorstel' | 'eigen-voorstel-bank' | 'niet-geweigerd' | 'geen-ontvangst' | 'kenmerk-onbekend' | 'vordering-is-afgelopen' | 'al-ontvangen' | 'leeg' | 'te-groot' | 'vraag-niet-gevonden' | 'al-afgehandeld'
export const BANK_REDEN: Readonly<Record<BankReden, string>> = {
  'toch-afgeschreven': 'De bank schreef dit geld nog eens of toch af. Handel eerst die vraag af, met wat de bank zegt. Anders betalen wij misschien twee keer.',
  'geen-ontvangst': 'Over deze vraag kunt u dit niet beslissen. Leg vast wat u hebt uitgezocht.',
  'ligt-al-voor': 'Een collega heeft al voorgesteld wat er met dit geld gebeurt. Beslis eerst daarover.',
  'geen-voorstel': 'Er ligt geen voorstel meer. Ververs de pagina.',
  'eigen-voorstel-bank': 'U hebt dit zelf voorgesteld. Een collega beslist. U kunt het voorstel wel intrekken.',
  'kenmerk-dubbel': 'Een betalingskenmerk staat er twee keer. Tel die bedragen bij elkaar op één regel.',
  'verdeling-telt-niet-op': 'De bedragen zijn samen niet wat is ontvangen. Verdeel het hele bedrag; wat een terugvordering te veel krijgt, gaat terug naar wie betaalde.',
  'betaling-niet-in-batch': 'Een van de kenmerken is geen betaling uit deze batch die nog onderweg is. Kijk op de pagina van de batch.',
  'batch-telt-niet-op': 'De betalingen die overblijven zijn samen niet wat de bank afschreef. Noem precies de betalingen die de bank niet uitvoerde, of vraag de bank om het statusbericht.',
  'niets-onderweg': 'Van deze batch is geen betaling meer onderweg. Leg vast wat u hebt uitgezocht.',
  'kenmerk-onbekend': 'Dit betalingskenmerk is van geen terugvordering. Zoek het op bij Terugvorderingen, bijvoorbeeld VORD-0000123-44.',
  'vordering-is-afgelopen': 'Deze terugvordering is afgeboekt of verjaard. Boek het geld op een andere, of leg vast wat u afsprak.',
  'niet-geweigerd': 'Dit bericht is niet geweigerd, of een collega laat het al opnieuw lezen. Ververs de pagina.',
  'al-ontvangen': 'Dit bestand is al eerder ontvangen. Er is niets veranderd.',
  leeg: 'Het bestand is leeg. Kies het bestand dat u van de bank kreeg.',
  'te-groot': 'Het bestand is groter dan 100 MB. Vraag de bank om een afschrift per dag.',
  'vraag-niet-gevonden': 'Deze vraag is er niet. Ververs de pagina.',
  'al-afgehandeld': 'Een collega heeft deze vraag al afgehandeld. Ververs de pagina.',
}

/** The acts on a question, as a person chooses them and as they stand in a proposal. */
export const BESLUIT: Readonly<Record<Besluit, { label: string; description: string }>> = {
  boek: { label: 'Boeken op terugvorderingen', description: 'Vul in voor welke terugvordering dit geld is. Wat te veel is, gaat terug naar wie betaalde.' },
  'neem-aan': { label: 'Aannemen als late betaling', description: 'De afboeking wordt voor dit bedrag hersteld en is daarmee betaald. Wat meer is, gaat terug.' },
  'betaal-terug': { label: 'Terugbetalen', description: 'Het hele bedrag gaat terug met een volgende batch. De terugvordering blijft afgeboekt.' },
  'stort-terug': { label: 'Terugstorten naar wie betaalde', description: 'Het hele bedrag gaat met een volgende batch naar de rekening waar het vandaan kwam. Twee collega’s keuren die batch goed. Vul dan geen betalingskenmerk in.' },
  bevestig: { label: 'Betalingen bevestigen', description: 'De betalingen die de bank uitvoerde, zijn daarmee betaald. Wat zij niet uitvoerde, staat weer open.' },
}
