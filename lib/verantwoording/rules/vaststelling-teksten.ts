import { formatDatum, type PlainDate } from '@/lib/base/date'
import type { GeldVan } from '@/lib/beschikking/model'
import { BESLUIT_REDEN, type BesluitReden } from '@/lib/beschikking/texts'
import type { VerlaagReden } from '@/lib/betaling/rules/verlaagde-opdracht'
import type { VoornemenSoort, Zaakreden, ZienswijzeKanaal } from '@/lib/verantwoording/model'
import type { BewijsReden } from '@/lib/verantwoording/rules/bewijs'
import type { VolledigReden } from '@/lib/verantwoording/rules/vaststelling'
import type { SchadeReden } from '@/lib/verantwoording/rules/vaststelling-schade'
import type { VoornemenReden } from '@/lib/verantwoording/rules/vaststelling-voornemen'
import type { WegingReden } from '@/lib/verantwoording/rules/vaststelling-weging'

export type ZaakReden = 'aanvraag-niet-gevonden' | 'voornemen-niet-gevonden' | 'voornemen-voorbij' | 'intussen-gereageerd' | 'reactietermijn-loopt' | 'lager-dan-voornemen' | 'niets-te-beslissen'
  | 'van-ontbreekt' | 'opleider-niet-gevraagd' | 'meer-terug-dan-voornemen' | 'loopt-al-af' | 'schade-niet-open' | 'schade-eigen-besluit' | 'schade-dag' | 'leeg' | 'niet-hoger' | 'terugvordering-blijft' | 'opdracht-vervallen' | 'al-opgeheven' | 'dubbel-betaald'
export type VaststelReden = ZaakReden | VolledigReden | VoornemenReden | WegingReden | VerlaagReden | SchadeReden
export const VASTSTEL_REDEN: Readonly<Record<VaststelReden, string>> = {
  'aanvraag-niet-gevonden': 'Deze aanvraag staat niet in de lijst. Ga terug naar de vaststellingen.',
  'voornemen-niet-gevonden': 'Dit voornemen bestaat niet. Open de zaak opnieuw.',
  'voornemen-voorbij': 'Over dit voornemen is al beslist, of het is vervallen. Open de zaak opnieuw.',
  'intussen-gereageerd': 'Er is intussen een reactie binnengekomen. Lees die eerst: open de zaak opnieuw.',
  'reactietermijn-loopt': 'Er kan nog worden gereageerd op het voornemen. Wacht tot iedereen heeft gezegd dat dit alles is, of tot het einde van de termijn. Schreef u zelf op wat iemand zei? Dan kan een collega nu beslissen.',
  'lager-dan-voornemen': 'U kunt niet strenger beslissen dan u hebt aangekondigd. Laat dit voornemen vervallen en stuur een nieuw voornemen.',
  'niets-te-beslissen': 'Met dit bedrag verandert er niets. Laat het voornemen vervallen.',
  'van-ontbreekt': 'De opleider is intussen betaald. Laat dit voornemen vervallen en kies in een nieuw voornemen van wie het geld terugkomt.',
  'opleider-niet-gevraagd': 'Wij vroegen de opleider niet om een reactie. Schrijf op wat de deelnemer zei.',
  'schade-niet-gevraagd': 'Leg eerst vast of de deelnemer schade heeft omdat hij op het STAP-budget rekende (Awb 4:50 lid 2).',
  'schade-niet-open': 'Deze schadevergoeding is al betaald, of er is niets te betalen. Open de zaak opnieuw.',
  'schade-eigen-besluit': 'U besliste zelf over dit bedrag. Laat een collega vastleggen dat het is betaald.',
  'schade-dag': 'Vul een dag in vanaf het besluit tot en met vandaag.',
  leeg: 'Schrijf de reactie op, of kies dat er geen reactie komt.',
  'niet-hoger': 'Vul een bedrag in dat hoger is dan nu en niet hoger dan is verleend.',
  'terugvordering-blijft': 'De terugvordering kan nu niet lager worden. Overleg met de afdeling financiën voordat u het bedrag verhoogt.',
  'opdracht-vervallen': 'De opleider heeft geen opdracht meer voor dit bedrag. Overleg met de afdeling financiën.',
  'al-opgeheven': 'Deze uitsluiting is al voorbij.',
  'dubbel-betaald': 'De opleider rekende de deelnemer annuleringskosten. Die gaan af van het bedrag. Stel hoogstens het verleende bedrag min die kosten vast.',
  'bedrag-te-hoog': 'U kunt niet meer vaststellen dan er nu is verleend.',
  'eerst-een-voornemen': 'U wilt minder vaststellen. Stuur eerst een voornemen, zodat de deelnemer kan reageren (Awb 4:8).',
  'status-past-niet': 'Dit besluit kan niet meer of nog niet bij deze aanvraag. Is al vastgesteld? Kies dan ‘Vaststelling verlagen’.',
  'grond-past-niet': 'Deze grond hoort niet bij dit besluit. Kies een andere grond.',
  'van-past-niet': 'Bij deze grond kan het geld niet van deze partij komen. Wat aan de opleider ligt of overmacht is, betaalt een deelnemer nooit.',
  'niet-lager': 'Vul een bedrag in dat lager is dan nu geldt.',
  'intrekking-is-nul': 'Bij een intrekking blijft er niets over. Vul 0 in, of kies een wijziging.',
  'wijziging-boven-nul': 'Bij een wijziging blijft er iets over. Vul een bedrag in, of kies een intrekking.',
  'niet-met-terugwerkende-kracht': 'Op deze grond kan het niet terugwerken (Awb 4:50). Kies een ingangsdatum.',
  'ingangsdatum-ontbreekt': 'Vul een ingangsdatum in. Bij een verplichting na de vaststelling is dat de dag waarop die niet is nagekomen.',
  'redelijke-termijn': 'De ingangsdatum is te vroeg. Geef de deelnemer een redelijke termijn (Awb 4:50 lid 1).',
  'intrekking-na-start': 'De opleiding is dan al begonnen. Wat tot die dag is gevolgd, houdt zijn STAP-budget. Kies ‘Verlening verlagen’ en vul in wat overblijft.',
  'nog-geen-melding': 'Er is nog niet gemeld dat de deelnemer de opleiding niet heeft afgerond. Wacht op de melding of op de vaststelling.',
  'meer-terug-dan-voornemen': 'Sinds het voornemen is er meer betaald. U kunt niet meer terugvragen dan u aankondigde. Laat dit voornemen vervallen en stuur een nieuw voornemen.',
  'loopt-al-af': 'Het STAP-budget van deze deelnemer is al ingetrokken vanaf een latere dag.',
  'termijn-voorbij': 'De termijn van vijf jaar is voorbij. U kunt de vaststelling niet meer verlagen (Awb 4:49 lid 3).',
  'al-een-voornemen': 'Er loopt al een voornemen over deze aanvraag. Beslis daarop, of laat het vervallen.',
  'meldtermijn-loopt': 'De opleider kan nog melden hoe het is gegaan. Wacht tot die termijn voorbij is.',
  'maanden-ontbreken': 'Vul in hoeveel maanden de uitsluiting duurt.',
  'te-lang': 'Dat is langer dan de regeling toestaat. Kies een kortere periode.',
  'al-uitgesloten': 'De deelnemer is in deze periode al uitgesloten.',
  'weging-onvolledig': 'Beantwoord elke vraag van de weging en leg elk antwoord uit.',
  'ziekte-niet-nagevraagd': 'Vraag eerst na of er ziekte of iets anders was. Daarna kunt u beslissen.',
  'geldproblemen-niet-nagevraagd': 'Vraag eerst na of de deelnemer in geldproblemen komt. Daarna kunt u beslissen.',
  'niet-verwijtbaar': 'Het is de deelnemer niet genoeg te verwijten. Laat het voornemen vervallen.',
  'was-gemeld': 'De deelnemer heeft het gemeld. Een uitsluiting kan dan niet. Laat het voornemen vervallen.',
  'niet-evenredig': 'U vindt de gevolgen te zwaar. Kies een hoger bedrag, of laat het voornemen vervallen (Awb 3:4).',
  'opdracht-ontbreekt': 'De opdracht aan de opleider wordt nog gemaakt. Probeer het over een minuut opnieuw.',
  'betaling-onderweg': 'De betaling aan de opleider is onderweg. Beslis zodra de bank heeft geantwoord, meestal na één werkdag.',
  'opdracht-deels-gefactureerd': 'De opleider heeft een deel gefactureerd. Vraag eerst om de laatste factuur of een creditnota.',
}

/** The sentence for why a besluit of this module cannot be taken, whichever module refused it. */
export function describeVaststelReden(reden: VaststelReden | BesluitReden): string {
  return isVaststelReden(reden) ? VASTSTEL_REDEN[reden] : BESLUIT_REDEN[reden]
}

function isVaststelReden(reden: string): reden is VaststelReden {
  return Object.hasOwn(VASTSTEL_REDEN, reden)
}

export type ZienswijzeReden = 'niet-gevonden' | 'voorbij' | 'leeg' | BewijsReden
/** Why the reaction of a burger or an opleider cannot be taken. */
export const ZIENSWIJZE_REDEN: Readonly<Record<ZienswijzeReden, string>> = {
  'niet-gevonden': 'Wij kennen dit voornemen niet. Ga terug naar uw aanvraag.',
  voorbij: 'Wij hebben al beslist, of het voornemen gaat niet door. U vindt de brief bij uw berichten. Daarin staat wat u kunt doen.',
  leeg: 'Schrijf op wat u vindt, of kies dat u niet wilt reageren.',
  'bewijs-soort': 'Dit bestand is geen PDF, PNG of JPEG. Stuur een PDF of een foto.',
  'bewijs-vals': 'Dit bestand is niet alleen wat het zegt te zijn. Maak een foto van uw bewijs en stuur die.',
  'bewijs-beschadigd': 'Dit bestand is niet compleet. Sla het opnieuw op en stuur het nog een keer.',
}
/** The same to an opleider. */
export const OPLEIDER_ZIENSWIJZE_REDEN: Readonly<Record<ZienswijzeReden, string>> = {
  ...ZIENSWIJZE_REDEN,
  'niet-gevonden': 'Dit voornemen staat niet bij uw organisatie. Ga terug naar de voornemens.',
  voorbij: 'Wij hebben al beslist, of het voornemen gaat niet door. Open de pagina opnieuw om te zien wat.',
}
/** Says that the reaction came in, and nothing of what it is about. */
export const ZIENSWIJZE_MAIL = {
  onderwerp: 'Wij hebben uw reactie op ons voornemen',
  tekst: (url: string) => `Wij hebben de reactie van uw organisatie op een voornemen ontvangen.\n\nU leest uw reactie terug in het opleidersportaal: ${url}/opleider/voornemens. Wij beslissen en laten u weten wat het besluit is.\n\nU kunt deze e-mail niet beantwoorden.`,
} as const

export const VOORNEMEN_LABEL: Readonly<Record<VoornemenSoort, string>> = {
  vaststelling: 'Lager vaststellen', intrekking: 'Verlening intrekken', wijziging: 'Verlening verlagen', herziening: 'Vaststelling verlagen', uitsluiting: 'Deelnemer uitsluiten',
}
export const VAN_LABEL: Readonly<Record<GeldVan, string>> = { opleider: 'Van de opleider', burger: 'Van de deelnemer', niemand: 'Van niemand: er is niets betaald' }
export const KANAAL_LABEL: Readonly<Record<ZienswijzeKanaal | 'online', string>> = { online: 'In Mijn STAP', telefoon: 'Per telefoon', gesprek: 'In een gesprek', brief: 'Per brief' }

export const ZAAKREDEN_LABEL: Readonly<Record<Zaakreden, { readonly label: string; readonly toon: 'neutraal' | 'info' | 'let-op' | 'fout' }>> = {
  beslissen: { label: 'Nu te beslissen', toon: 'let-op' },
  herroepen: { label: 'Herroeping te beslissen', toon: 'let-op' },
  betwist: { label: 'Deelnemer is het oneens', toon: 'fout' },
  'niet-afgerond': { label: 'Niet afgerond', toon: 'info' },
  signaal: { label: 'Signaal van de Toetsingskamer', toon: 'fout' },
  gestopt: { label: 'Deelnemer stopte, opleider meldt afgerond', toon: 'fout' },
  annuleringskosten: { label: 'Annuleringskosten gerekend', toon: 'let-op' },
  afgezegd: { label: 'Afgezegd, geen keuze gemaakt', toon: 'let-op' },
  'niets-gemeld': { label: 'Opleider meldde niets', toon: 'info' },
  'schade-betalen': { label: 'Schadevergoeding nog te betalen', toon: 'let-op' },
  'wacht-op-reactie': { label: 'Wacht op een reactie', toon: 'neutraal' },
}

/** What a voornemen says of somebody who did not choose after the opleider called the scholing off; the behandelaar can change it. */
export function describeZonderKeuze({ op, reden, kiezenTot, herinnerdOp }: { op: PlainDate; reden: string; kiezenTot: PlainDate; herinnerdOp: PlainDate | null }): string {
  return [
    `De opleider zegde uw opleiding af op ${formatDatum(op)}. De opleider schreef: ${/[.!?]$/.test(reden) ? reden : `${reden}.`}`,
    `U kon tot en met ${formatDatum(kiezenTot)} wisselen naar een andere opleiding, of stoppen.${herinnerdOp === null ? '' : ` Wij herinnerden u daaraan op ${formatDatum(herinnerdOp)}.`} Wij kregen geen antwoord.`,
    'De opleiding gaat niet door. Daarom willen wij het STAP-budget intrekken. Dat is niet uw schuld. U kunt daarna opnieuw aanvragen.',
  ].join(' ')
}
