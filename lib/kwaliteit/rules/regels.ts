import type { Bewerkingsopdracht, Ernst, Kwaliteitsregel, Onderwerp, Ontbreekt } from '@/lib/kwaliteit/model'

/** `veld` is the field of the form that mends it; one of a start date is mended on the page of that start date. */
export type RegelGegevens = { onderwerp: Onderwerp; ernst: Ernst; veld: string; plaats: 'opleiding' | 'activiteit' }

const opleiding = (onderwerp: Onderwerp, ernst: Ernst, veld: string): RegelGegevens => ({ onderwerp, ernst, veld, plaats: 'opleiding' })
const activiteit = (onderwerp: Onderwerp, ernst: Ernst, veld: string): RegelGegevens => ({ onderwerp, ernst, veld, plaats: 'activiteit' })

/** Where a gebrek is filled in: the amounts come from the cost lines and are not typed. */
const VELD_VAN_GEBREK: Partial<Record<Ontbreekt, string>> = {
  'ontbreekt-duur': 'duurDagen', 'ontbreekt-catalogusprijs': 'kosten', 'ontbreekt-subsidiabele-kosten': 'kosten',
}

/** The kwaliteitsregels as data: what each is about, how bad it is, and where it is mended. What it looks at stands in TOETSEN. */
const OVERIGE: Record<Exclude<Kwaliteitsregel, Ontbreekt>, RegelGegevens> = {
  'geen-startdatum': opleiding('volledigheid', 'let-op', 'startdata'),
  'samenvatting-ontbreekt': opleiding('volledigheid', 'aandacht', 'samenvatting'),
  'leerdoel-ontbreekt': opleiding('volledigheid', 'aandacht', 'leerdoel'),
  'toelatingseisen-ontbreken': opleiding('volledigheid', 'aandacht', 'toelatingseisen'),
  'arbeidsmarkt-ontbreekt': opleiding('volledigheid', 'let-op', 'arbeidsmarkt'),
  'startdatum-voorbij': activiteit('aannemelijkheid', 'let-op', 'status'),
  'periode-past-niet': activiteit('aannemelijkheid', 'let-op', 'einddatum'),
  'online-met-adres': activiteit('aannemelijkheid', 'aandacht', 'opleidingsvorm'),
  'locatie-zonder-adres': activiteit('aannemelijkheid', 'let-op', 'plaats'),
  'postcode-onjuist': activiteit('aannemelijkheid', 'let-op', 'postcode'),
  'adres-zonder-nummer': activiteit('aannemelijkheid', 'aandacht', 'adres'),
  'uurprijs-laag': opleiding('aannemelijkheid', 'aandacht', 'studielast'),
  'uurprijs-hoog': opleiding('aannemelijkheid', 'let-op', 'studielast'),
  'studielast-past-niet': opleiding('aannemelijkheid', 'let-op', 'studielast'),
  'subsidiabel-zonder-kosten': opleiding('aannemelijkheid', 'fout', 'kosten'),
  'omschrijving-kort': opleiding('aannemelijkheid', 'let-op', 'omschrijving'),
  'omschrijving-herhaalt-titel': opleiding('aannemelijkheid', 'let-op', 'omschrijving'),
  'titel-in-hoofdletters': opleiding('aannemelijkheid', 'aandacht', 'titel'),
  'opmaak-in-tekst': opleiding('aannemelijkheid', 'aandacht', 'omschrijving'),
  'niveau-past-niet': opleiding('aannemelijkheid', 'let-op', 'niveau'),
  'prijs-op-maximum': opleiding('prijs', 'aandacht', 'kosten'),
  'prijs-te-vaak-verhoogd': opleiding('prijs', 'let-op', 'kosten'),
  prijssprong: opleiding('prijs', 'let-op', 'kosten'),
  'prijs-uitschieter': opleiding('prijs', 'let-op', 'kosten'),
  dubbel: opleiding('gelijkenis', 'let-op', 'titel'),
  samengesteld: opleiding('gelijkenis', 'let-op', 'omschrijving'),
  'risico-coaching': opleiding('risico', 'let-op', 'opleidingsvorm'),
  'risico-hobby': opleiding('risico', 'let-op', 'categorie'),
  'risico-geschenk': opleiding('risico', 'fout', 'omschrijving'),
  'risico-uitgesloten': opleiding('risico', 'let-op', 'omschrijving'),
}

const isOntbreekt = (regel: Kwaliteitsregel): regel is Ontbreekt => regel.startsWith('ontbreekt-')

/** What is known of a rule. A missing mandatory field keeps burgers away, whichever it is: only the field differs. */
export function gegevensVan(regel: Kwaliteitsregel): RegelGegevens {
  if (!isOntbreekt(regel)) return OVERIGE[regel]
  return opleiding('volledigheid', 'fout', VELD_VAN_GEBREK[regel] ?? regel.slice('ontbreekt-'.length))
}

/** What mends all opleidingen with this signaal at once, where that makes sense. */
export const HERSTEL_ALLES: Partial<Record<Kwaliteitsregel, Bewerkingsopdracht['soort']>> = {
  'startdatum-voorbij': 'sluit-voorbije-startdata', 'opmaak-in-tekst': 'tekst-opschonen', 'geen-startdatum': 'bied-niet-aan',
  'risico-coaching': 'stap-uit', 'risico-hobby': 'stap-uit', 'risico-uitgesloten': 'stap-uit', 'ontbreekt-categorie': 'categorie',
}

/** The fields that can be filled in beside the signaal, for many opleidingen on one page. */
export const HERSTELBARE_VELDEN = ['titel', 'samenvatting', 'omschrijving', 'leerdoel', 'toelatingseisen', 'categorie', 'niveau', 'opleidingsvorm', 'waardedocument', 'duurDagen', 'studielast'] as const
export type HerstelbaarVeld = (typeof HERSTELBARE_VELDEN)[number]

export function isHerstelbaarVeld(veld: string): veld is HerstelbaarVeld {
  return HERSTELBARE_VELDEN.some((naam) => naam === veld)
}
