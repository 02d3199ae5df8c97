import type {
  BeslagvrijAntwoord, BetalingsregelingStatus, Overdracht, RekeningHerkomst, TerugbetalingStatus, TerugstortingStatus, VoorstelSoort, VorderingGrond, VorderingMutatieSoort, VorderingStatus,
} from '@/lib/vordering/model'
import type { VoorlegReden, VraagBeletsel } from '@/lib/vordering/rules/betalingsregeling'
import type { AfboekBeletsel } from '@/lib/vordering/rules/mandaat'
import type { VerrekenBeletsel } from '@/lib/vordering/rules/verrekenen'

export const STATUS_LABEL: Readonly<Record<VorderingStatus, string>> = {
  open: 'Te betalen', 'deels-voldaan': 'Deels betaald', voldaan: 'Betaald', ingetrokken: 'Ingetrokken', kwijtgescholden: 'Kwijtgescholden', oninbaar: 'Niet te innen', verjaard: 'Verjaard',
}
export const STATUS_TOON = {
  open: 'let-op', 'deels-voldaan': 'info', voldaan: 'goed', ingetrokken: 'neutraal', kwijtgescholden: 'neutraal', oninbaar: 'fout', verjaard: 'fout',
} as const satisfies Record<VorderingStatus, string>

const AWB = 'van de Algemene wet bestuursrecht'

/** Why it must come back, for the list, and as a sentence with its article for the letter. */
export const GROND: Readonly<Record<VorderingGrond, { label: string; zin: string; artikel: string }>> = {
  'lager-vastgesteld': { label: 'Lager vastgesteld', zin: 'Het STAP-budget is lager vastgesteld dan wij hebben betaald.', artikel: `artikel 4:46, tweede lid, en artikel 4:95, vierde lid, ${AWB}` },
  ingetrokken: { label: 'Ingetrokken', zin: 'De toekenning van het STAP-budget is ingetrokken.', artikel: `artikel 4:48 en artikel 4:57 ${AWB}` },
  herzien: { label: 'Herzien na vaststelling', zin: 'Het vastgestelde STAP-budget is herzien.', artikel: `artikel 4:49 en artikel 4:57 ${AWB}` },
  creditnota: { label: 'Creditnota', zin: 'De opleider stuurde een creditnota voor een factuur die wij al hadden betaald.', artikel: `artikel 4:57 ${AWB}` },
  'onverschuldigd-betaald': { label: 'Te veel betaald', zin: 'Wij hebben meer betaald dan wij moesten betalen.', artikel: `artikel 4:57 en artikel 4:95, vierde lid, ${AWB}` },
}

export const MUTATIE_LABEL: Readonly<Record<VorderingMutatieSoort, string>> = {
  instelling: 'Teruggevorderd', vergoeding: 'Kosten van de aanmaning', rente: 'Wettelijke rente', herleving: 'Afboeking hersteld: alsnog betaald', ontvangst: 'Betaling ontvangen', verrekening: 'Verrekend',
  intrekking: 'Ingetrokken', kwijtschelding: 'Kwijtgescholden', oninbaar: 'Afgeboekt: niet te innen', verjaring: 'Verjaard',
}

export const REGELING_LABEL: Readonly<Record<BetalingsregelingStatus, string>> = {
  aangevraagd: 'Wij kijken ernaar', toegewezen: 'Loopt', afgewezen: 'Afgewezen', nagekomen: 'Klaar', vervallen: 'Gestopt: niet op tijd betaald',
}

export const BESLAGVRIJ_LABEL: Readonly<Record<BeslagvrijAntwoord, string>> = {
  ja: 'Ja, ik houd genoeg over', nee: 'Nee, ik houd te weinig over', 'weet-niet': 'Dat weet ik niet', nvt: 'Niet van toepassing',
}

export const OVERDRACHT_LABEL: Readonly<Record<Overdracht, string>> = {
  voorgelegd: 'Beslis over gerechtsdeurwaarder', overgedragen: 'Bij gerechtsdeurwaarder', 'niet-overgedragen': 'Niet naar gerechtsdeurwaarder',
}

export const AFBOEKING_LABEL: Readonly<Record<VoorstelSoort, string>> = { kwijtschelding: 'Kwijtschelden', oninbaar: 'Afboeken: niet te innen', verrekening: 'Verrekenen', intrekking: 'Verlagen of intrekken' }

export const TERUGBETALING_LABEL: Readonly<Record<TerugbetalingStatus, string>> = {
  open: 'Nog te betalen', 'in-batch': 'Wordt betaald', betaald: 'Betaald', teruggekomen: 'Betaling teruggekomen', verrekend: 'Verrekend',
}
export const TERUGBETALING_TOON = { open: 'let-op', 'in-batch': 'info', betaald: 'goed', teruggekomen: 'fout', verrekend: 'neutraal' } as const satisfies Record<TerugbetalingStatus, string>

export const TERUGSTORTING_LABEL: Readonly<Record<TerugstortingStatus, string>> = {
  'te-controleren': 'Naam wordt gecontroleerd', 'te-beoordelen': 'Beoordeel de naam', open: 'Gaat mee met de volgende batch', 'in-batch': 'Wordt betaald', betaald: 'Betaald', teruggekomen: 'Betaling teruggekomen', ingetrokken: 'Gaat niet terug',
}
export const TERUGSTORTING_TOON = {
  'te-controleren': 'info', 'te-beoordelen': 'let-op', open: 'info', 'in-batch': 'info', betaald: 'goed', teruggekomen: 'fout', ingetrokken: 'neutraal',
} as const satisfies Record<TerugstortingStatus, string>

/** Why money without a claim cannot go back, or not any more. */
export type TerugstortReden = 'geen-tegenrekening' | 'te-groot-om-terug-te-storten' | 'terugstorting-niet-gevonden' | 'terugstorting-veranderd'
export const TERUGSTORT_REDEN: Readonly<Record<TerugstortReden, string>> = {
  'geen-tegenrekening': 'Op het afschrift staat geen IBAN van wie betaalde. Vraag de bank om die rekening, betaal daar bij de bank terug en leg dat vast.',
  'te-groot-om-terug-te-storten': 'Dit bedrag past niet in één betaling. Betaal het bij de bank terug en leg dat vast.',
  'terugstorting-niet-gevonden': 'Deze terugstorting is er niet. Ga terug naar het overzicht.',
  'terugstorting-veranderd': 'Een collega was eerder, of de betaling is al op weg naar de bank. Ververs de pagina.',
}

/** What the banks said of a name and an account, for who judges it. */
export const NAAM_ANTWOORD: Readonly<Record<string, string>> = {
  match: 'Volgens de bank klopt die naam, maar de achternaam is niet die van de burger.', bijna: 'Volgens de bank lijkt de naam erop, maar klopt hij niet helemaal.',
  geen: 'Volgens de bank hoort die naam niet bij de rekening.', onbekend: 'De bank kon niet zeggen of de naam klopt.',
}
export const HERKOMST_LABEL: Readonly<Record<RekeningHerkomst, string>> = { ontvangst: 'Rekening waarvan is betaald', opgave: 'Opgegeven door de burger' }

/** Why an account to pay back on is not taken, and what to do. */
export type RekeningReden = 'niet-gevonden' | 'niets-terug' | 'wordt-al-betaald' | 'rekening-vervallen' | 'rekening-al-beoordeeld'
export const REKENING_REDEN: Readonly<Record<RekeningReden, string>> = {
  'niet-gevonden': 'Deze terugvordering is er niet. Ga terug naar het overzicht.',
  'niets-terug': 'Wij hoeven u voor deze terugvordering niets te betalen. U hoeft niets te doen.',
  'wordt-al-betaald': 'De betaling is al op weg naar uw bank. Komt het geld niet aan? Dan vragen wij u een andere rekening.',
  'rekening-vervallen': 'Deze rekening staat hier niet meer. Ververs de pagina en kies opnieuw.',
  'rekening-al-beoordeeld': 'Een collega heeft deze rekening al beoordeeld, of de burger gaf een andere op. Ververs de pagina.',
}

/** What happened, for the timeline of a claim; the soort of its gebeurtenis. */
export const GEBEURTENIS_LABEL: Readonly<Record<string, string>> = {
  'stel-in': 'Teruggevorderd met een betalingsbeschikking',
  herinner: 'Herinnering gestuurd, zonder kosten',
  'maan-aan': 'Aanmaning gestuurd',
  'stel-rente-vast': 'Wettelijke rente vastgesteld',
  'boek-ontvangst': 'Betaling ontvangen',
  'trek-in': 'Ingetrokken',
  'stel-kwijtschelding-voor': 'Kwijtschelding of afboeking voorgesteld',
  'wijs-kwijtschelding-af': 'Kwijtschelding of afboeking afgewezen',
  'scheld-kwijt': 'Kwijtgescholden',
  'maak-oninbaar': 'Afgeboekt: niet te innen',
  'laat-verjaren': 'Verjaard',
  'leg-overdracht-voor': 'Na de aanmaning is niet betaald: voorgelegd voor de gerechtsdeurwaarder',
  'draag-over': 'Overgedragen aan de gerechtsdeurwaarder',
  'draag-niet-over': 'Niet overgedragen aan de gerechtsdeurwaarder',
  'vraag-regeling': 'Betalen in termijnen gevraagd',
  'wijs-regeling-toe': 'Betalen in termijnen goedgevonden',
  'wijs-regeling-af': 'Betalen in termijnen afgewezen',
  'waarschuw-regeling': 'Termijn niet op tijd betaald: bericht gestuurd',
  'laat-regeling-vervallen': 'Betalen in termijnen gestopt',
  'rond-regeling-af': 'Alle termijnen betaald',
  'verleen-uitstel': 'Uitstel gegeven',
  'betaal-terug': 'Terugbetaald',
  'neem-terugbetaling-in-batch': 'Terugbetaling klaargezet voor de bank',
  'terugbetaling-teruggekomen': 'De bank stuurde onze terugbetaling terug',
  'betaal-terug-opnieuw': 'Terugbetaling opnieuw klaargezet',
  'meld-terugbetaling': 'Bericht gestuurd over de terugbetaling',
  'bevestig-rekening': 'Rekening bevestigd om op terug te betalen',
  'geef-rekening': 'Rekening opgegeven om op terug te betalen',
  'controleer-rekening': 'De naam van de rekening klopt volgens de bank',
  'leg-rekening-voor': 'De naam van de rekening klopt niet zeker: voorgelegd aan een medewerker',
  'aanvaard-rekening': 'Rekening aanvaard',
  'wijs-rekening-af': 'Rekening afgewezen',
  'stel-verrekening-voor': 'Verrekening voorgesteld',
  'stel-intrekking-voor': 'Verlaging of intrekking voorgesteld',
  verreken: 'Verrekend',
  'verrekend-met': 'Wat wij moesten terugbetalen is verrekend',
  herleef: 'Afboeking hersteld, omdat alsnog is betaald',
  'neem-late-betaling-aan': 'Betaling aangenomen na de afboeking',
  'herroep-afboeking': 'De betaling kwam terug van de bank: de kwijtschelding of afboeking was niet meer nodig',
  'moet-terugbetalen': 'Te veel ontvangen: wij betalen terug',
}

/** Why an act on a claim is refused, and what to do. */
export type VorderingReden =
  | VraagBeletsel | AfboekBeletsel
  | 'niet-afgelopen' | 'nog-niet-aangemaand' | 'niet-gevonden' | 'verrekenen-mag-niet' | 'al-besloten' | 'bedrag-te-hoog' | 'eigen-voorstel' | 'geen-mandaat' | 'geen-ruimte' | 'niet-lager' | 'niet-voorgelegd' | 'uitstel-te-lang' | 'uitstel-voorbij'

export const VORDERING_REDEN: Readonly<Record<VorderingReden, string>> = {
  'niet-gevonden': 'Deze terugvordering is er niet. Ga terug naar het overzicht.',
  'nog-niet-aangemaand': 'De eerste aanmaning gaat vanzelf uit, na de betaaltermijn. Opnieuw aanmanen kan vanaf de dag daarna.',
  'niet-afgelopen': 'Deze terugvordering is niet afgeboekt of verjaard. Boek de ontvangst er gewoon op.',
  'verrekenen-mag-niet': 'Verrekenen mag hier niet, of niet meer. Ververs de pagina. Daar staat waarom.',
  'niet-open': 'Hier hoeft niets meer voor te worden betaald. U hoeft niets te doen.',
  'loopt-al': 'Er loopt al een afspraak of een verzoek. Wacht op onze brief, of bel ons.',
  'bij-deurwaarder': 'Deze terugvordering is bij de gerechtsdeurwaarder. Maak een afspraak met de gerechtsdeurwaarder.',
  'termijn-te-laag': 'Dit bedrag per maand is te laag. Kijk bij ‘Wat kan’ wat het laagste bedrag is. Lukt dat niet? Bel ons.',
  'termijn-te-hoog': 'Dit is meer dan u moet betalen. Vul een lager bedrag in.',
  'te-veel-termijnen': 'Zo duurt het te lang. Vul een hoger bedrag per maand in. Lukt dat niet? Bel ons.',
  'eerste-voorbij': 'De dag van de eerste betaling is al geweest. Kies een dag vanaf vandaag.',
  'eerste-te-laat': 'De eerste betaling is te laat. Kies een eerdere dag. Bij ‘Wat kan’ staat tot wanneer.',
  'ligt-al-voor': 'Er ligt al een voorstel om kwijt te schelden of af te boeken. Beslis daar eerst over.',
  'regeling-loopt': 'Er loopt een betalingsregeling. Zolang die loopt, boekt u niet af. Kwijtschelden kan wel.',
  'al-besloten': 'Een collega heeft hier al over beslist. Ververs de pagina.',
  'bedrag-te-hoog': 'Dit is meer dan er openstaat. Vul een lager bedrag in.',
  'eigen-voorstel': 'Dit is uw eigen voorstel. Vraag een collega om te beslissen.',
  'geen-mandaat': 'U mag hier niet over beslissen. Vraag de teamleider financieel.',
  'geen-ruimte': 'Dit geld is al aan anderen gegeven. Vraag de beslisser van SZW om het budget van dit compartiment te verhogen. Trek de terugvordering daarna in.',
  'niet-lager': 'Het nieuwe bedrag moet lager zijn dan wat nu wordt teruggevorderd.',
  'niet-voorgelegd': 'Over deze terugvordering is nu geen besluit over de gerechtsdeurwaarder nodig. Ververs de pagina.',
  'uitstel-te-lang': 'Zo lang uitstel kan niet. Kies een dag binnen een jaar.',
  'uitstel-voorbij': 'Kies een dag na de laatste betaaldag en na vandaag.',
}

/** Why an employee decides on an arrangement and not the system. */
export const VOORLEG_LABEL: Readonly<Record<VoorlegReden, string>> = {
  'bedrag-hoog': 'Het bedrag is hoger dan het systeem mag toewijzen',
  'duurt-lang': 'Het duurt langer dan het systeem mag toewijzen',
  'te-weinig-inkomen': 'De schuldenaar houdt te weinig over om van te leven, of weet dat niet',
  omstandigheden: 'De schuldenaar noemt bijzondere omstandigheden',
  'eerder-vervallen': 'Een eerdere afspraak is niet nagekomen',
}

/** Why a claim may not be set off. */
export const VERREKEN_LABEL: Readonly<Record<VerrekenBeletsel, string>> = {
  'ander-persoon': 'De betaling gaat naar een ander dan wie moet terugbetalen.',
  'geen-subsidieontvanger': 'De opleider is niet de ontvanger van de subsidie. De wet geeft dan geen grond om te verrekenen (Awb 4:93 lid 1).',
  'geen-subsidie': 'Wat wij moeten betalen is geen subsidie, maar te veel betaald geld, kosten of rente. De wet geeft dan geen grond om te verrekenen (Awb 4:93 lid 1).',
  'andere-activiteit': 'De subsidie is voor een andere scholing (Awb 4:57 lid 3).',
  'zelfde-tijdvak': 'De subsidie is voor hetzelfde tijdvak (Awb 4:57 lid 3).',
  'bezwaar-loopt': 'De termijn voor bezwaar is nog niet voorbij. Wij wachten daarop, ook al hoeft dat niet van de wet.',
  'uitstel-loopt': 'Er is een afspraak om later of in termijnen te betalen. Wij houden ons daaraan, ook al staat de wet verrekenen dan toe.',
  'te-weinig-inkomen': 'De burger zei te weinig over te houden om van te leven, of dat niet te weten. Zoek eerst samen een oplossing.',
  'te-lang-geleden': 'Het besluit is te lang geleden (Awb 4:57 lid 4).',
}

/** What waits for an employee. */
export const TE_DOEN_LABEL = {
  regeling: 'Beslis over termijnen', overdracht: 'Beslis over gerechtsdeurwaarder', afboeking: 'Beslis over voorstel', terugbetaling: 'Betaal opnieuw', rekening: 'Beoordeel rekening', verjaring: 'Verjaart binnenkort',
} as const

/** The filters of the list. */
export const FILTER_LABEL: Readonly<Record<'alle' | 'te-doen' | VorderingStatus, string>> = { 'te-doen': 'Wacht op u', alle: 'Alle', ...STATUS_LABEL }
