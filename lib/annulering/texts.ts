import type { Kostenuitkomst, StopGevolg } from '@/lib/annulering/model'
import type { KostenBeletsel } from '@/lib/annulering/rules/annuleringskosten'
import type { MeldingAandacht, MeldingBeletsel } from '@/lib/annulering/rules/kostenmelding'
import { formatBedrag } from '@/lib/base/money'

/** A consequence under its heading; the page shows both, a letter the sentence. */
export type Gevolgregel = { readonly kop: string; readonly zin: string }

/** The consequence in sentences for the burger: budget, what was paid, a new aanvraag, the fee of the opleider, an exclusion. */
export function describeGevolg(gevolg: StopGevolg, { opleider, bedenktijdDagen }: { opleider: string; bedenktijdDagen: number }): readonly Gevolgregel[] {
  const geld = GELD[gevolg.geld]?.replaceAll('{opleider}', opleider)
  return [
    { kop: 'Uw budget', zin: BUDGET[gevolg.budget] },
    ...(geld === undefined ? [] : [{ kop: 'De betaling aan de opleider', zin: geld }]),
    { kop: 'Een nieuwe aanvraag', zin: OPNIEUW[gevolg.opnieuw] },
    { kop: 'Kosten van de opleider', zin: describeKosten(gevolg, opleider, bedenktijdDagen) },
    ...(gevolg.uitsluitingMaanden === 0 ? [] : [{
      kop: 'Later nog STAP-budget', zin: `Stopt u zonder goede reden? Dan kan UWV besluiten dat u ${String(gevolg.uitsluitingMaanden)} maanden geen STAP-budget krijgt. Bent u ziek of is er iets gebeurd? Schrijf dat hieronder op. Wij vragen u altijd eerst om uw verhaal.`,
    }]),
  ]
}

const BUDGET: Readonly<Record<StopGevolg['budget'], string>> = {
  'niet-gereserveerd': 'Voor u is nog geen budget gereserveerd. U verliest niets.',
  'plaats-vervalt': 'Uw plaats op de reservelijst vervalt. U krijgt die niet terug.',
  'naar-reservelijst': 'Het budget dat voor u was, gaat naar de volgende op de reservelijst. U krijgt het niet terug.',
  'terug-in-pot': 'Het budget dat voor u was, gaat terug naar de pot. U kunt er geen aanspraak meer op maken.',
  'terug-na-terugbetaling': 'Uw budget is al betaald. Het gaat terug naar de pot zodra de opleider het heeft terugbetaald. U kunt er geen aanspraak meer op maken.',
  verbruikt: 'Uw opleiding is begonnen. Uw STAP-budget van dit jaar is gebruikt.',
}

const GELD: Readonly<Partial<Record<StopGevolg['geld'], string>>> = {
  'opdracht-vervalt': 'UWV trekt de opdracht aan {opleider} in. UWV betaalt niets.',
  'factuur-vervalt': '{opleider} stuurde al een factuur. UWV betaalt die niet.',
  'uit-de-betaling': 'De factuur van {opleider} stond klaar om te betalen. UWV haalt haar uit de betaling. Is het bestand net naar de bank gegaan, dan vraagt UWV het bedrag terug aan {opleider}, niet aan u.',
  'terug-van-opleider': 'UWV heeft {opleider} al betaald. UWV vraagt het hele bedrag terug aan {opleider}. U hoeft niets terug te betalen.',
  achteraf: 'UWV kijkt achteraf hoeveel STAP-budget {opleider} mag houden. U krijgt daarover een brief.',
}

const OPNIEUW: Readonly<Record<StopGevolg['opnieuw'], string>> = {
  'dit-tijdvak': 'U kunt in dit tijdvak opnieuw aanvragen, zolang er budget is. U begint dan weer achteraan, met een nieuw of vrij aanmeldbewijs.',
  'volgend-tijdvak': 'U kunt dit jaar opnieuw aanvragen als er nog een tijdvak komt. Daarvoor hebt u een geldig aanmeldbewijs nodig.',
  'volgend-jaar': 'U kunt dit kalenderjaar geen nieuwe aanvraag doen.',
}

function describeKosten({ kosten: { wie, maximumCent } }: StopGevolg, opleider: string, bedenktijdDagen: number): string {
  const hoogstens = formatBedrag(maximumCent)
  switch (wie) {
    case 'niemand':
      return `${opleider} mag u geen kosten rekenen, want de opleider heeft de scholing zelf afgezegd.`
    case 'burger':
      return `${opleider} kan u annuleringskosten rekenen, hoogstens ${hoogstens}. Die betaalt u zelf; UWV betaalt ze nooit. Hebt u zich in de laatste ${String(bedenktijdDagen)} dagen online aangemeld? Dan mag de opleider niets rekenen.`
    case 'in-mindering':
      return `${opleider} kan u annuleringskosten rekenen, hoogstens ${hoogstens}. Dat bedrag gaat dan af van het STAP-budget dat de opleider mag houden. De opleider krijgt niet twee keer betaald.`
  }
}

/** What a burger reads first, per way of stopping. */
export const WIJZE_TEKST = {
  intrekken: { titel: 'Stoppen met uw aanvraag', knop: 'Aanvraag intrekken', vinkje: 'Ja, ik wil mijn aanvraag intrekken', terug: 'Uw aanvraag stopt. U kunt dit niet terugdraaien.' },
  melden: { titel: 'Stoppen met uw opleiding', knop: 'Melden dat ik stop', vinkje: 'Ja, ik stop met mijn opleiding', terug: 'U meldt dat u stopt met uw opleiding. U kunt dit niet terugdraaien.' },
} as const

export type StopReden = 'niet-gevonden' | 'kan-nu-niet' | 'al-begonnen' | 'al-gestopt' | 'gevolg-gewijzigd'
export const STOP_REDEN: Readonly<Record<StopReden, string>> = {
  'niet-gevonden': 'Wij kennen deze aanvraag niet. Ga terug naar uw overzicht.',
  'kan-nu-niet': 'Dit kan niet meer met deze aanvraag. Ga terug naar de aanvraag om te zien hoe het ermee staat.',
  'al-begonnen': 'De opleiding is al begonnen. Laad deze pagina opnieuw om te zien wat u nu kunt doen.',
  'al-gestopt': 'U hebt al gemeld dat u stopt. Meldt uw opleider straks iets anders? Dan kijkt een medewerker van UWV ernaar.',
  'gevolg-gewijzigd': 'Er is intussen iets veranderd aan uw aanvraag, en daarmee aan de gevolgen. Wij hebben niets gedaan. Lees hieronder wat er nu gebeurt als u stopt, en bevestig dan opnieuw.',
}

export type KostenReden = KostenBeletsel | 'niet-gevonden'
export const KOSTEN_REDEN: Readonly<Record<KostenReden, string>> = {
  'niet-gevonden': 'Deze deelnemer staat niet bij uw opdrachten. Ga terug naar de lijst.',
  'niet-gestopt': 'Deze deelnemer is niet gestopt. U kunt alleen annuleringskosten melden voor een deelnemer die zelf stopte.',
  'door-opleider': 'U hebt deze scholing zelf afgezegd. Dan mag u de deelnemer geen kosten rekenen.',
  'hoger-dan-maximum': 'Dit bedrag is hoger dan het maximum. Reken de deelnemer niet meer dan het maximum en meld dat bedrag.',
  'al-gemeld': 'U hebt voor deze deelnemer al annuleringskosten gemeld. Klopt het bedrag niet? Neem contact op met UWV.',
  'dubbel-betaald': 'U hebt voor deze scholing al STAP-budget ontvangen dat definitief is vastgesteld. Samen met deze kosten is dat meer dan is toegekend. U mag de deelnemer deze kosten niet rekenen: geef ze terug.',
}

export type MeldingReden = MeldingBeletsel | 'niet-gevonden'
/** Why a burger cannot tell of a fee. */
export const MELDING_REDEN: Readonly<Record<MeldingReden, string>> = {
  'niet-gevonden': 'Wij kennen deze aanvraag niet. Ga terug naar uw overzicht.',
  'niet-gestopt': 'U bent niet gestopt met deze opleiding. De opleider mag u dan geen annuleringskosten rekenen. Betaal niet en bel ons.',
  'al-gemeld': 'U hebt dit al gemeld. Klopt het bedrag niet? Bel ons.',
  'al-bekend': 'De opleider meldde dit bedrag al bij ons. U hoeft niets te doen.',
}

/** What is wrong with a fee, for the employee who looks at it. */
export const AANDACHT_LABEL: Readonly<Record<MeldingAandacht, string>> = {
  'boven-maximum': 'Hoger dan het maximum', 'door-opleider': 'De opleider zegde zelf af', 'ander-bedrag': 'Ander bedrag dan de opleider meldde', 'niet-gemeld': 'De opleider meldde niets',
}

export const KOSTENUITKOMST_LABEL: Readonly<Record<Kostenuitkomst, string>> = { bevestigd: 'De opleider meldde hetzelfde', overgenomen: 'Overgenomen', 'niet-overgenomen': 'Niet overgenomen' }

/** Why an employee cannot decide so about a fee that a burger told of. */
export type KostenbesluitReden = KostenBeletsel | 'niet-gevonden' | 'al-afgehandeld'
export const KOSTENBESLUIT_REDEN: Readonly<Record<KostenbesluitReden, string>> = {
  'niet-gevonden': 'Deze melding is er niet. Ga terug naar de lijst.',
  'al-afgehandeld': 'Een collega heeft deze melding al afgehandeld, of de opleider meldde hetzelfde. Ververs de pagina.',
  'niet-gestopt': 'De deelnemer is niet gestopt. Kosten kunnen dan niet meetellen. Kies ‘Niet overnemen’.',
  'door-opleider': 'De opleider zegde zelf af en mag niets rekenen. Kies ‘Niet overnemen’ en schrijf op dat de opleider het geld moet teruggeven.',
  'hoger-dan-maximum': 'Dit is hoger dan het maximum. Neem hoogstens het maximum over. De opleider moet de rest teruggeven.',
  'al-gemeld': 'De opleider heeft al kosten gemeld. Die tellen mee. Kies ‘Niet overnemen’ en schrijf op wat u met de opleider afsprak.',
  'dubbel-betaald': 'De subsidie is al definitief vastgesteld. Samen met deze kosten is dat meer dan is toegekend. Kies ‘Niet overnemen’: de opleider moet de kosten teruggeven.',
}
