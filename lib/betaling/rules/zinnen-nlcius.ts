/** NLCIUS: what the Dutch profile adds (BR-NL), and what keeps us from reading an invoice at all. */
export const ZINNEN_NLCIUS = {
  'UBL-PROFIEL': 'De factuur volgt een ander profiel. Kies in uw boekhoudprogramma NLCIUS (SI-UBL 2.0) of Peppol BIS 3.',
  'UBL-DUBBEL': 'Dit onderdeel staat meer dan één keer in de factuur. Het mag er één keer in staan.',
  'UBL-DATUM': 'Deze datum bestaat niet of is anders geschreven. Schrijf een datum als 2022-11-29.',
  'UBL-AANTAL': 'Het aantal is geen gewoon getal. Schrijf het met cijfers, bijvoorbeeld 1.',
  'BR-NL-1': 'Uw KvK-nummer of OIN ontbreekt. Vul het in bij de leverancier, met schemeID 0106 (KvK) of 0190 (OIN).',
  'BR-NL-2': 'Het ordernummer ontbreekt. Neem het over uit de opdracht van UWV.',
  'BR-NL-3': 'Uw adres is niet compleet. Vul straat, postcode en plaats in.',
  'BR-NL-4': 'Het adres van UWV is niet compleet. Neem straat, postcode en plaats over uit de opdracht.',
  'BR-NL-5': 'Het adres van uw fiscaal vertegenwoordiger is niet compleet. Vul straat, postcode en plaats in.',
  'BR-NL-7': 'Deze soort factuur kan in Nederland niet. Vul code 380 in, 384 voor een correctie of 381 voor een creditnota.',
  'BR-NL-8': 'De code past niet bij het document. Een creditnota (381) stuurt u als document CreditNote. Een factuur (380), correctie (384) of eigen factuur (389) stuurt u als document Invoice. Kies in uw boekhoudprogramma de goede soort en stuur haar opnieuw.',
  'BR-NL-9': 'Dit is een correctie (384), maar er staat niet welke factuur zij vervangt. Vul het nummer van die factuur in.',
  'BR-NL-10': 'Het KvK-nummer van UWV ontbreekt. Neem het over uit de opdracht, met schemeID 0106.',
  'BR-NL-11': 'Er staat niet hoe betaald moet worden. Vul betaalwijze 30 en uw rekeningnummer in.',
  'BR-NL-12': 'Deze betaalwijze kan niet. Vul code 30 (overmaken) in.',
  'BR-NL-13': 'Een regel verwijst naar een orderregel, maar het ordernummer ontbreekt. Vul het ordernummer in.',
} as const

/** NLCIUS: what it advises against. Nobody is refused for it. */
export const ZINNEN_ADVIES = {
  'BR-NL-19': 'U gebruikt een aparte valuta voor de btw. Dat is niet nodig: laat haar weg.',
  'BR-NL-20': 'U gebruikt een aparte datum voor de btw. Wij kijken er niet naar: laat haar weg.',
  'BR-NL-21': 'U gebruikt een code voor de datum van de btw. Wij kijken er niet naar: laat haar weg.',
  'BR-NL-24': 'U noemt de datum van een eerdere factuur. Het nummer is genoeg: laat de datum weg.',
  'BR-NL-25': 'U noemt een ander belastingnummer dan uw btw-nummer. In Nederland is dat niet nodig: laat het weg als u een btw-nummer hebt.',
  'BR-NL-26': 'U noemt uw rechtsvorm. In Nederland is dat niet nodig: laat die weg.',
  'BR-NL-27': 'U gebruikt een derde adresregel. Gebruik liever alleen straat, postcode en plaats.',
  'BR-NL-28': 'U noemt een provincie of gebied in een adres. Dat is niet nodig: laat het weg.',
  'BR-NL-29': 'U noemt de betaalwijze ook in woorden. De code is genoeg: laat de woorden weg.',
  'BR-NL-30': 'U noemt de naam bij uw rekening. Het nummer is genoeg: laat de naam weg.',
  'BR-NL-31': 'U noemt uw bank bij een Europese overboeking. Het rekeningnummer is genoeg: laat de bank weg.',
  'BR-NL-32': 'U gebruikt een code voor de reden van een korting. Schrijf de reden liever in woorden.',
  'BR-NL-33': 'U noemt de btw ook in een andere valuta. Dat is niet nodig: laat het weg.',
  'BR-NL-34': 'U gebruikt een code voor de reden van een toeslag. Schrijf de reden liever in woorden.',
  'BR-NL-35': 'U gebruikt een code voor de reden van de vrijstelling. Schrijf de reden liever in woorden.',
} as const

export type NlCode = keyof typeof ZINNEN_NLCIUS
export type AdviesCode = keyof typeof ZINNEN_ADVIES
