import type { AfboekingSoort, BeslagvrijAntwoord, BetalingsregelingStatus, Overdracht, VorderingGrond, VorderingMutatieSoort, VorderingStatus } from '@/lib/vordering/model'
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
  instelling: 'Teruggevorderd', vergoeding: 'Kosten van de aanmaning', rente: 'Wettelijke rente', ontvangst: 'Betaling ontvangen',
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

export const AFBOEKING_LABEL: Readonly<Record<AfboekingSoort, string>> = { kwijtschelding: 'Kwijtschelden', oninbaar: 'Afboeken: niet te innen' }

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
  'moet-terugbetalen': 'Te veel ontvangen: wij betalen terug',
}

/** Why an act on a claim is refused, and what to do. */
export type VorderingReden =
  | VraagBeletsel | AfboekBeletsel
  | 'niet-gevonden' | 'al-besloten' | 'bedrag-te-hoog' | 'eigen-voorstel' | 'geen-mandaat' | 'geen-ruimte' | 'niet-lager' | 'niet-voorgelegd' | 'uitstel-te-lang' | 'uitstel-voorbij'

export const VORDERING_REDEN: Readonly<Record<VorderingReden, string>> = {
  'niet-gevonden': 'Deze terugvordering is er niet. Ga terug naar het overzicht.',
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
  'andere-activiteit': 'De subsidie is voor een andere scholing (Awb 4:57 lid 3).',
  'zelfde-tijdvak': 'De subsidie is voor hetzelfde tijdvak (Awb 4:57 lid 3).',
  'bezwaar-loopt': 'De termijn voor bezwaar is nog niet voorbij.',
  'regeling-loopt': 'Er loopt een betalingsregeling: dan innen wij niet (Awb 4:94 lid 2).',
  'te-lang-geleden': 'Het besluit is langer dan vijf jaar geleden (Awb 4:57 lid 4).',
}

/** What waits for an employee. */
export const TE_DOEN_LABEL = {
  regeling: 'Beslis over termijnen', overdracht: 'Beslis over gerechtsdeurwaarder', afboeking: 'Beslis over kwijtschelding', terugbetaling: 'Betaal terug',
} as const

/** The filters of the list. */
export const FILTER_LABEL: Readonly<Record<'alle' | 'te-doen' | VorderingStatus, string>> = { 'te-doen': 'Wacht op u', alle: 'Alle', ...STATUS_LABEL }
