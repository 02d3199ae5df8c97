import { NIET_AANVRAAGBAAR_TEKST } from '@/lib/register/texts'
import type { TijdvakToestand } from '@/lib/tijdvak/model'
import type { AanvraagStatus, IndienReden } from '@/lib/aanvraag/model'
import type { GereedReden } from '@/lib/aanvraag/rules/compleet'

type Toon = 'neutraal' | 'info' | 'goed' | 'let-op' | 'fout'

/** The name of each status, as a burger reads it, with its tone. */
export const STATUS_TEKST: Readonly<Record<AanvraagStatus, { readonly label: string; readonly toon: Toon }>> = {
  concept: { label: 'Nog niet af', toon: 'let-op' },
  gereed: { label: 'Klaar om in te dienen', toon: 'info' },
  ingediend: { label: 'Ontvangen', toon: 'info' },
  gereserveerd: { label: 'Budget gereserveerd', toon: 'info' },
  'niet-toegewezen': { label: 'Geen budget beschikbaar', toon: 'neutraal' },
  reserve: { label: 'Op de reservelijst', toon: 'info' },
  aangeboden: { label: 'Budget aangeboden', toon: 'let-op' },
  'in-behandeling': { label: 'Wordt beoordeeld', toon: 'info' },
  aangehouden: { label: 'Wacht op onderzoek', toon: 'let-op' },
  verleend: { label: 'Toegekend', toon: 'goed' },
  afgewezen: { label: 'Afgewezen', toon: 'neutraal' },
  ingetrokken: { label: 'Ingetrokken', toon: 'neutraal' },
  betwist: { label: 'Uw reactie wordt bekeken', toon: 'let-op' },
  vastgesteld: { label: 'Afgerond', toon: 'goed' },
}

/** What happens next and what the burger can do, per status. Stands on top of the timeline. */
const HIERNA: Readonly<Record<AanvraagStatus, string>> = {
  concept: 'Controleer uw aanvraag en verklaar dat alles klopt. Daarna is uw aanvraag klaar om in te dienen.',
  gereed: 'Dien uw aanvraag in zodra het tijdvak open is. Uw aanvraag telt pas mee als u hem hebt ingediend.',
  ingediend: 'We bekijken of er nog budget is. Dat duurt meestal een paar seconden.',
  gereserveerd: 'We beoordelen uw aanvraag. U krijgt een brief met het besluit.',
  'niet-toegewezen': 'Het budget van dit tijdvak is op, of u kreeg dit jaar al STAP-budget. U krijgt hierover een brief met het besluit.',
  reserve: 'Het budget is op. U staat op de reservelijst. Als er budget vrijkomt en u aan de beurt bent, krijgt u bericht. U hoeft nu niets te doen.',
  aangeboden: 'Er is budget voor u vrijgekomen. Zeg op tijd of u het wilt gebruiken. Doet u niets? Dan gaat het budget naar de volgende op de lijst.',
  'in-behandeling': 'Een medewerker van UWV beoordeelt uw aanvraag. U krijgt een brief met het besluit.',
  aangehouden: 'De opleiding wordt onderzocht. U kunt wachten op de uitkomst, een andere opleiding kiezen of uw aanvraag intrekken.',
  verleend: 'UWV betaalt de opleider. Na afloop vragen we u of de opleiding is gevolgd zoals de opleider meldt.',
  afgewezen: 'Bent u het niet eens met het besluit? In de brief staat hoe u bezwaar maakt en tot wanneer.',
  ingetrokken: 'U hoeft niets meer te doen. U kunt een nieuwe aanvraag voorbereiden.',
  betwist: 'Een medewerker van UWV bekijkt uw reactie. U krijgt daarover bericht.',
  vastgesteld: 'Uw STAP-budget is definitief vastgesteld. U hoeft niets meer te doen.',
}

/**
 * As HIERNA, but for a prepared aanvraag it depends on the tijdvak, and for a granted one on what waits for an answer
 * to the opleider. `opent` is the moment of opening in words, `wacht` the sentence of what waits.
 */
export function hierna(status: AanvraagStatus, toestand: TijdvakToestand, opent: string, wacht?: string): string {
  if (status === 'verleend' && wacht !== undefined) return wacht
  return status === 'gereed' ? INDIENEN[toestand].replace('{opent}', opent) : HIERNA[status]
}

const INDIENEN: Readonly<Record<TijdvakToestand, string>> = {
  gepland: 'Alles staat klaar. U kunt indienen vanaf {opent}.',
  open: 'Het tijdvak is open. Dien uw aanvraag nu in: op is op.',
  gepauzeerd: 'Alles staat klaar. Het tijdvak is even gepauzeerd. Kijk hier later weer.',
  gesloten: 'Het tijdvak is voorbij. U kunt deze aanvraag niet meer indienen.',
}

/** The sentence of each kind of entry in the timeline of an aanvraag; who adds a kind, adds its sentence here. */
const TIJDLIJN: Readonly<Record<string, string>> = {
  start: 'U begon met uw aanvraag.',
  'maak-gereed': 'U hebt uw aanvraag gecontroleerd en verklaard dat alles klopt.',
  heropen: 'U hebt uw aanvraag weer opengezet.',
  'dien-in': 'Wij hebben uw aanvraag ontvangen.',
  'wijs-toe': 'Er is budget voor u gereserveerd.',
  'wijs-niet-toe': 'Er was geen budget voor u beschikbaar.',
  'zet-op-reservelijst': 'U staat op de reservelijst, omdat het budget op was.',
  'bied-aan': 'Er kwam budget vrij. Wij hebben het u aangeboden.',
  'aanvaard-aanbod': 'U hebt het aangeboden budget aanvaard.',
  'sla-aanbod-af': 'U hebt het aangeboden budget niet aanvaard.',
  'laat-aanbod-verlopen': 'U hebt niet op tijd gereageerd op het aangeboden budget.',
  'sluit-reserve': 'Uw plaats op de reservelijst is vervallen.',
  'vraag-besluit': 'U hebt om het besluit gevraagd en staat niet meer op de reservelijst.',
  'leg-voor': 'Een medewerker van UWV bekijkt uw aanvraag.',
  verleen: 'UWV heeft u het STAP-budget toegekend.',
  'wijs-af': 'UWV heeft uw aanvraag afgewezen.',
  'houd-aan': 'Uw aanvraag wacht, omdat de opleiding wordt onderzocht.',
  hervat: 'Uw aanvraag gaat weer verder.',
  'maatregel-gemeld': 'Wij hebben u gewaarschuwd over de opleiding die u koos.',
  'maatregel-voorbij': 'De opleiding die u koos is weer gewoon aan te vragen.',
  'kies-andere-opleiding': 'U hebt een andere opleiding gekozen.',
  'meld-wijziging': 'De opleider wil iets wijzigen. U kunt akkoord gaan of niet.',
  'aanvaard-wijziging': 'U ging akkoord met de wijziging van de opleider.',
  'weiger-wijziging': 'U ging niet akkoord met de wijziging van de opleider.',
  'wissel-scholing': 'U bent gewisseld naar een andere scholing.',
  'verleg-verplichting': 'UWV heeft de opdracht aan de andere opleider gegeven.',
  'wijzig-verplichting': 'UWV heeft de opdracht aan de opleider aangepast.',
  'trek-in': 'U hebt uw aanvraag ingetrokken.',
  betwist: 'U hebt gemeld dat de melding van de opleider niet klopt.',
  bevestig: 'U hebt de melding van de opleider bevestigd.',
  'stel-vast': 'UWV heeft het STAP-budget definitief vastgesteld.',
  'stuur-voornemen': 'UWV heeft een voornemen gestuurd. U kunt zeggen wat u ervan vindt.',
  'geef-zienswijze': 'Er is gereageerd op het voornemen.',
  'laat-voornemen-vervallen': 'Het voornemen gaat niet door.',
  'besluit-tot-intrekking': 'UWV heeft besloten dat het STAP-budget stopt. In de brief staat vanaf wanneer.',
  'leg-schade-betaald-vast': 'UWV heeft uw schade betaald.',
  'trek-verlening-in': 'UWV heeft het STAP-budget ingetrokken.',
  'herroep-intrekking': 'UWV heeft de intrekking ongedaan gemaakt. U hebt uw STAP-budget weer.',
  'herroep-besluit': 'UWV heeft een eerder besluit ongedaan gemaakt. U vindt de brief bij uw berichten.',
  'herstel-verplichting': 'UWV heeft de opleider opnieuw opdracht gegeven voor uw opleiding.',
  'wijzig-verlening': 'UWV heeft het STAP-budget verlaagd.',
  'herzie-vaststelling': 'UWV heeft het vastgestelde bedrag aangepast.',
  'sluit-uit': 'U kunt tijdelijk geen STAP-budget krijgen.',
  'hef-uitsluiting-op': 'U kunt weer STAP-budget krijgen.',
  'bevestig-ontvangst': 'U hebt een ontvangstbevestiging gekregen.',
  'maak-verplichting': 'UWV heeft de opleider opdracht gegeven voor uw opleiding.',
  'laat-verplichting-vervallen': 'De opdracht aan de opleider is vervallen.',
  'stel-vordering-in': 'Wij vorderen STAP-budget terug. U vindt de brief bij uw berichten.',
  'ontvang-factuur': 'De opleider heeft een factuur gestuurd.',
  'ontvang-correctie': 'De opleider heeft een factuur verbeterd.',
  'ontvang-creditnota': 'De opleider heeft een factuur teruggenomen.',
  betaal: 'UWV heeft de opleider betaald.',
  'stop-scholing': 'U hebt gemeld dat u stopt met uw opleiding.',
  'meld-annuleringskosten': 'De opleider heeft annuleringskosten gemeld.',
  'meld-annulering': 'De opleider heeft uw scholing afgezegd. U kunt wisselen of stoppen.',
  'herinner-keuze': 'Wij hebben u eraan herinnerd dat u kunt kiezen: wisselen of stoppen.',
  'verleng-keuze': 'U hebt meer tijd gekregen om te kiezen.',
  'schort-betaling-op': 'UWV betaalt de opleider tijdelijk niet.',
  'beeindig-opschorting': 'UWV kan de opleider weer betalen.',
  'meld-deelname': 'De opleider heeft gemeld hoe uw opleiding is gegaan.',
  'corrigeer-deelname': 'De opleider heeft de melding over uw opleiding verbeterd.',
  'herinner-reactie': 'Wij hebben u herinnerd aan de vraag of de melding klopt.',
  'laat-reactie-verlopen': 'U hebt niet gereageerd op de melding. De melding geldt daarom als niet betwist.',
  'vraag-deelname-na': 'De opleider heeft niets gemeld. Wij hebben u gevraagd hoe de opleiding ging.',
  'beantwoord-navraag': 'U hebt gemeld hoe de opleiding ging.',
  'help-voorbereiden': 'Een medewerker van een UWV-werkplein hielp u met voorbereiden.',
  'help-verklaren': 'Een medewerker van een UWV-werkplein las de verklaring voor en u bevestigde die.',
  'help-indienen': 'Een medewerker van een UWV-werkplein diende de aanvraag voor u in.',
}

/** The sentence for an entry of the timeline, or undefined when this kind has none and so is not shown. */
export function tijdlijnTekst(soort: string): string | undefined {
  return TIJDLIJN[soort]
}

/** Why there was no budget, said with the entry 'wijs-niet-toe'. */
export const NIET_TOE_TEKST: Readonly<Record<string, string>> = {
  'plafond-bereikt': 'Het budget van dit tijdvak was op toen uw aanvraag aan de beurt was.',
  'al-toegekend': 'U kreeg dit kalenderjaar al STAP-budget.',
  'verleningsgrens-bereikt': 'Voor deze scholing was dit kalenderjaar het hoogste aantal keren STAP-budget al gegeven.',
}

/** Reasons of an other choice while the aanvraag is aangehouden. */
export type KiesReden = 'niet-gevonden' | 'kan-nu-niet' | 'bedrag-hoger-dan-reservering' | 'ander-compartiment' | 'zelfde-opleiding' | StartReden | GereedReden

export type StartReden =
  | 'code-onbekend' | 'aanmeldbewijs-ingetrokken' | 'aanmeldbewijs-gebruikt' | 'andere-persoon' | 'basisregister-antwoordt-niet'
  | 'handtekening-klopt-niet' | 'geen-tijdvak' | 'al-een-aanvraag' | 'al-toegekend-dit-jaar' | 'tijdelijk-uitgesloten' | 'geen-compartiment'

const AL_TOEGEKEND = 'U kreeg dit kalenderjaar al STAP-budget. U kunt volgend kalenderjaar weer een aanvraag doen.'
const UITGESLOTEN = 'U kunt nu tijdelijk geen STAP-budget krijgen. In de brief die u daarover kreeg, staat tot wanneer. Daarna kunt u weer een aanvraag doen.'
const INGETROKKEN = 'De opleider heeft dit aanmeldbewijs ingetrokken. Vraag de opleider om een nieuw aanmeldbewijs.'

const GEEN_COMPARTIMENT = 'In dit tijdvak is er geen budget voor een scholing van dit niveau of met dit bedrag. Kies een andere scholing.'

export const START_TEKST: Readonly<Record<StartReden, string>> = {
  'code-onbekend': 'Wij kennen deze code niet. Typ de code precies over, of vraag de opleider om een nieuw aanmeldbewijs.',
  'aanmeldbewijs-ingetrokken': INGETROKKEN,
  'aanmeldbewijs-gebruikt': 'Met dit aanmeldbewijs is al een aanvraag gedaan. Vraag de opleider om een nieuw aanmeldbewijs.',
  'andere-persoon': 'De achternaam of de geboortedatum op dit aanmeldbewijs is anders dan in de basisregistratie. Vraag de opleider om het te verbeteren.',
  'handtekening-klopt-niet': 'Dit aanmeldbewijs is niet meer zoals wij het hebben ondertekend. Vraag de opleider om een nieuw aanmeldbewijs.',
  'basisregister-antwoordt-niet': 'Wij kunnen uw gegevens nu niet ophalen. Probeer het over een paar minuten opnieuw. Uw code blijft geldig.',
  'geen-tijdvak': 'Er is nu geen tijdvak waarvoor u een aanvraag kunt voorbereiden. Kijk op de startpagina wanneer het volgende tijdvak begint.',
  'al-een-aanvraag': 'U hebt al een aanvraag voor dit tijdvak. Ga verder met die aanvraag, of trek hem eerst in.',
  'al-toegekend-dit-jaar': AL_TOEGEKEND,
  'tijdelijk-uitgesloten': UITGESLOTEN,
  'geen-compartiment': GEEN_COMPARTIMENT,
}

export const GEREED_TEKST: Readonly<Record<GereedReden | 'niet-gevonden' | 'kan-nu-niet', string>> = {
  ...NIET_AANVRAAGBAAR_TEKST,
  'niet-gevonden': 'Wij kennen deze aanvraag niet. Ga terug naar uw overzicht.',
  'kan-nu-niet': 'Deze aanvraag is al verder. Ga terug naar de aanvraag om te zien hoe het ermee staat.',
  'tijdvak-gesloten': 'Het tijdvak van deze aanvraag is voorbij. Trek deze aanvraag in en bereid een nieuwe voor.',
  'aanmeldbewijs-ingetrokken': INGETROKKEN,
  'start-te-vroeg': 'De opleiding begint te snel na uw aanvraag. Er moeten minstens vier weken tussen zitten. Vraag de opleider om een aanmeldbewijs met een latere startdatum.',
  'geen-compartiment': GEEN_COMPARTIMENT,
  'bedrag-hoger-dan-register': 'Het bedrag op het aanmeldbewijs is hoger dan in het scholingsregister. Vraag de opleider om een nieuw aanmeldbewijs.',
  'bedrag-hoger-dan-maximum': 'Het bedrag op het aanmeldbewijs is hoger dan het maximum van het STAP-budget. Vraag de opleider om een nieuw aanmeldbewijs.',
  'al-toegekend-dit-jaar': AL_TOEGEKEND,
  'tijdelijk-uitgesloten': UITGESLOTEN,
  'verleningsgrens-bereikt': 'Voor deze scholing is dit kalenderjaar al het hoogste aantal keren STAP-budget gegeven. U kunt er in dit tijdvak geen STAP-budget voor aanvragen. Kies een andere scholing.',
}

export const INDIEN_TEKST: Readonly<Record<IndienReden, string>> = {
  'niet-gevonden': 'Wij kennen deze aanvraag niet. Ga terug naar uw overzicht.',
  'tijdvak-niet-open': 'Het tijdvak is nu niet open. U kunt indienen zodra het tijdvak open is.',
  'niet-compleet': 'Uw aanvraag is niet compleet. Open de aanvraag om te zien wat er nog moet gebeuren.',
  'al-toegekend-dit-jaar': AL_TOEGEKEND,
  'tijdelijk-uitgesloten': UITGESLOTEN,
  'te-druk': 'Het is nu heel druk. Uw aanvraag is nog niet ontvangen. Wacht even en dien dan opnieuw in: u verliest uw plaats niet.',
}

export type WijzigReden = 'niet-gevonden' | 'kan-nu-niet' | 'al-begonnen'

export const WIJZIG_TEKST: Readonly<Record<WijzigReden, string>> = {
  'niet-gevonden': 'Wij kennen deze aanvraag niet. Ga terug naar uw overzicht.',
  'kan-nu-niet': 'Dit kan niet meer met deze aanvraag. Ga terug naar de aanvraag om te zien hoe het ermee staat.',
  'al-begonnen': 'De opleiding is al begonnen. Neem contact op met UWV als u wilt stoppen.',
}

/** Why an aanvraag cannot go on with another opleiding. */
export const KIES_TEKST: Readonly<Record<KiesReden, string>> = {
  ...START_TEKST,
  ...GEREED_TEKST,
  'bedrag-hoger-dan-reservering': 'Deze opleiding kost meer STAP-budget dan er voor u is gereserveerd. Kies een opleiding met hoogstens dat bedrag.',
  'ander-compartiment': 'Het budget dat voor u is gereserveerd, is niet bedoeld voor een opleiding van dit niveau. Kies een opleiding van hetzelfde niveau.',
  'zelfde-opleiding': 'Dit aanmeldbewijs is voor dezelfde opleiding. Kies een andere opleiding.',
}

/** What the burger declares before an aanvraag is gereed (Awb 4:2). */
export const VERKLARING: readonly string[] = [
  'Ik heb mij aangemeld bij de opleider en ga deze opleiding zelf volgen.',
  'Ik krijg geen studiefinanciering, lerarenbeurs of tegemoetkoming scholieren.',
  'Niemand anders betaalt het bedrag dat ik aanvraag.',
  'De gegevens hierboven kloppen.',
]
