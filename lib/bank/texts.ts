import type { BerichtToestand, MutatieSoort, VraagSoort } from '@/lib/bank/model'
import type { CamtReden } from '@/lib/bank/rules/camt053'

/** Why a message of the bank is refused as a whole. */
export type BerichtReden =
  | CamtReden | 'onbekend-bericht' | 'leeg-bericht' | 'andere-rekening' | 'telt-niet-op' | 'sluit-niet-aan' | 'zelfde-nummer-andere-inhoud' | 'onbekende-batch' | 'onleesbaar'

export const BERICHT_REDEN: Readonly<Record<BerichtReden, string>> = {
  'onbekend-bericht': 'Dit is geen bericht van de bank dat wij kennen. Wij lezen camt.053 en pain.002. Vraag de bank om dat formaat.',
  'leeg-bericht': 'In het bericht staat geen afschrift en geen opdracht. Vraag de bank het opnieuw te sturen.',
  'andere-rekening': 'Dit afschrift is van een andere rekening dan die van UWV. Stuur het naar wie bij die rekening hoort.',
  'telt-niet-op': 'De mutaties tellen niet op tot het verschil tussen begin- en eindsaldo. Vraag de bank een nieuw afschrift.',
  'sluit-niet-aan': 'Het beginsaldo is niet het eindsaldo van het vorige afschrift. Vraag de bank welk afschrift juist is.',
  'zelfde-nummer-andere-inhoud': 'Een afschrift met dit kenmerk is al geboekt, met een andere inhoud. Vraag de bank welk juist is.',
  'onbekende-batch': 'Dit bericht gaat over een opdracht die wij de bank niet hebben gegeven. Neem contact op met de bank.',
  onleesbaar: 'Het bestand is niet te lezen als XML in UTF-8, of bevat een DOCTYPE. Vraag de bank het opnieuw te sturen.',
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
  'onbekende-ontvangst': 'Zoek uit van wie dit geld is en waarvoor. Boek het daarna of stort het terug.',
  'bedrag-wijkt-af': 'Het grootboek is niet veranderd. Neem contact op met de bank.',
  'batchbedrag-wijkt-af': 'Het grootboek is niet veranderd. Vergelijk de batch met de meldingen van de bank.',
  'dubbel-afgeschreven': 'Vraag de bank de tweede afschrijving terug. Het grootboek telt de betaling één keer.',
  'deel-teruggekomen': 'Het grootboek is niet veranderd. Vraag de opleider waarom een deel terugkwam.',
  teruggedraaid: 'Kijk welke boeking de bank terugdraaide en waarom.',
  teruggekomen: 'Het bedrag staat weer open. Controleer het rekeningnummer met de opleider. Zet de factuur daarna klaar om opnieuw te betalen.',
  afgewezen: 'Het bedrag staat weer open. Kijk naar de code van de bank. Zet de factuur daarna klaar om opnieuw te betalen.',
  'afgewezen-na-uitvoering': 'De bank zegt dat de betaling is afgewezen, maar schreef haar ook af. Neem contact op met de bank.',
  'onbekende-opdracht': 'De bank meldt iets over een betaling die niet in deze batch staat. Neem contact op met de bank.',
  'te-veel-ontvangen': 'Wat openstond is geboekt. De rest staat bij de terugvordering als terug te betalen. Betaal dat terug, of spreek af waarvoor het is. Leg vast wat u afsprak.',
  'vordering-afgelopen': 'Er is niets geboekt. De terugvordering is afgeboekt of verjaard. Vraag wie betaalde of dat de bedoeling was. Leg vast wat u afsprak.',
  'onbekend-betalingskenmerk': 'Er is niets geboekt. Zoek uit voor welke terugvordering het geld is, of stort het terug.',
  'meer-betalingskenmerken': 'Er is niets geboekt. Vraag wie betaalde welk deel voor welke terugvordering is.',
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
export type BankReden = 'al-ontvangen' | 'leeg' | 'te-groot' | 'vraag-niet-gevonden' | 'al-afgehandeld'
export const BANK_REDEN: Readonly<Record<BankReden, string>> = {
  'al-ontvangen': 'Dit bestand is al eerder ontvangen. Er is niets veranderd.',
  leeg: 'Het bestand is leeg. Kies het bestand dat u van de bank kreeg.',
  'te-groot': 'Het bestand is groter dan 100 MB. Vraag de bank om een afschrift per dag.',
  'vraag-niet-gevonden': 'Deze vraag is er niet. Ververs de pagina.',
  'al-afgehandeld': 'Een collega heeft deze vraag al afgehandeld. Ververs de pagina.',
}
