import type { Rol } from '@/lib/base/actor'

/** A demo burger. Fields that are left out are made up from the BSN, see people.ts. */
export type BurgerPersona = {
  soort: 'burger'
  id: string
  naam: string
  bsn: string
  niveau: string
  uitleg: string
  voornamen: string
  voorvoegsel?: string
  geslachtsnaam: string
  /** YYYY-MM-DD, or only the year when the BRP knows no more */
  geboortedatum: string
  /** last day null: still insured */
  verzekerd?: readonly (readonly [van: string, totEnMet: string | null])[]
  /** a base register that does not answer for this person */
  storing?: 'brp' | 'verzekeringen'
}

/** Somebody who logs in for an opleider. `persoon` is the one who acts (ActingSubjectID). */
export type OpleiderPersona = {
  soort: 'opleider'
  id: string
  naam: string
  kvk: string
  vestiging?: string
  persoon: string
  niveau: string
  uitleg: string
}

export type MedewerkerPersona = {
  soort: 'medewerker'
  id: string
  naam: string
  rollen: readonly Rol[]
  /** Of somebody who works for an erkenner: its code in the register. */
  erkenner?: string
  uitleg: string
}

export type Persona = BurgerPersona | OpleiderPersona | MedewerkerPersona

/** Dates hold in the tijdvakken of 2022 as well as today: too young stays too young until December 2027. */
export const BURGERS: readonly BurgerPersona[] = [
  { soort: 'burger', id: 'sanne', naam: 'Sanne de Vries', bsn: '999990019', niveau: 'Midden', uitleg: 'voldoet aan alle voorwaarden',
    voornamen: 'Sanne Maria', voorvoegsel: 'de', geslachtsnaam: 'Vries', geboortedatum: '1988-04-12' },
  { soort: 'burger', id: 'mehmet', naam: 'Mehmet Yıldız', bsn: '999993653', niveau: 'Substantieel', uitleg: 'voldoet ook; voor een tweede dossier',
    voornamen: 'Mehmet', geslachtsnaam: 'Yıldız', geboortedatum: '1979-11-03' },
  { soort: 'burger', id: 'lotte', naam: 'Lotte Bakker', bsn: '999991772', niveau: 'Midden', uitleg: 'nog geen 18 jaar',
    voornamen: 'Lotte', geslachtsnaam: 'Bakker', geboortedatum: '2009-12-01' },
  { soort: 'burger', id: 'wim', naam: 'Wim van den Berg', bsn: '999994141', niveau: 'Midden', uitleg: 'voorbij de AOW-leeftijd',
    voornamen: 'Willem Hendrik', voorvoegsel: 'van den', geslachtsnaam: 'Berg', geboortedatum: '1951-05-09' },
  { soort: 'burger', id: 'joao', naam: 'João Carvalho', bsn: '999992727', niveau: 'Midden', uitleg: 'te weinig maanden verzekerd',
    voornamen: 'João', geslachtsnaam: 'Carvalho', geboortedatum: '1991-02-20',
    verzekerd: [['2012-01-01', '2016-12-31'], ['2022-06-01', '2022-07-31']] },
  { soort: 'burger', id: 'fatima', naam: 'Fatima El Amrani', bsn: '999993434', niveau: 'Midden', uitleg: 'de SVB kent maar een deel van haar verzekerde tijd: uitval',
    voornamen: 'Fatima', voorvoegsel: 'El', geslachtsnaam: 'Amrani', geboortedatum: '1984-07-15',
    verzekerd: [['2010-01-01', '2015-12-31'], ['2022-05-01', '2022-07-31']] },
  { soort: 'burger', id: 'tom', naam: 'Tom Willems', bsn: '999998006', niveau: 'Midden', uitleg: 'het verzekeringenregister antwoordt niet',
    voornamen: 'Tom', geslachtsnaam: 'Willems', geboortedatum: '1990-10-08', storing: 'verzekeringen' },
  { soort: 'burger', id: 'noor', naam: 'Noor Jansen', bsn: '999995959', niveau: 'Midden', uitleg: 'de BRP antwoordt niet',
    voornamen: 'Noor', geslachtsnaam: 'Jansen', geboortedatum: '1995-09-30', storing: 'brp' },
  { soort: 'burger', id: 'hawa', naam: 'Hawa Warsame', bsn: '999996666', niveau: 'Midden', uitleg: 'van de geboortedatum is alleen het jaar bekend',
    voornamen: 'Hawa', geslachtsnaam: 'Warsame', geboortedatum: '1986' },
  { soort: 'burger', id: 'ruud', naam: 'Ruud Smit', bsn: '999997373', niveau: 'Basis', uitleg: 'logt in met een te laag niveau',
    voornamen: 'Rudolf', geslachtsnaam: 'Smit', geboortedatum: '1970-01-31' },
]

/** The KvK numbers are those of the demo register. */
export const OPLEIDERS: readonly OpleiderPersona[] = [
  { soort: 'opleider', id: 'petra', naam: 'Petra Hoekstra', kvk: '90000001', persoon: 'petra-hoekstra', niveau: 'EH3', uitleg: 'Vakschool De Hanze, KvK 90000001' },
  { soort: 'opleider', id: 'jeroen', naam: 'Jeroen Blom', kvk: '90000001', persoon: 'jeroen-blom', niveau: 'EH4', uitleg: 'collega van Petra Hoekstra bij Vakschool De Hanze' },
  { soort: 'opleider', id: 'anouk', naam: 'Anouk Visser', kvk: '90000002', persoon: 'anouk-visser', niveau: 'EH3', uitleg: 'ROC Rijn en IJssel, KvK 90000002' },
  { soort: 'opleider', id: 'remco', naam: 'Remco Vink', kvk: '90000012', persoon: 'remco-vink', niveau: 'EH3', uitleg: 'Leerhuis Online, KvK 90000012: verplichte velden ontbreken' },
  { soort: 'opleider', id: 'kees', naam: 'Kees de Graaf', kvk: '90000003', persoon: 'kees-de-graaf', niveau: 'EH2', uitleg: 'logt in met een te laag niveau' },
]

export const MEDEWERKERS: readonly MedewerkerPersona[] = [
  medewerker('behandelaar-1', 'Marieke Dijkstra', 'behandelaar', 'UWV'),
  medewerker('behandelaar-2', 'Youssef Haddou', 'behandelaar', 'UWV'),
  medewerker('teamleider-1', 'Ellen Postma', 'teamleider', 'UWV'),
  medewerker('werkplein-1', 'Samira Bouali', 'werkplein', 'UWV'),
  medewerker('financieel-1', 'Bas Kuipers', 'financieel', 'UWV'),
  medewerker('financieel-2', 'Chantal Meijer', 'financieel', 'UWV'),
  medewerker('financieel-3', 'Thijs Verhoeven', 'financieel', 'UWV'),
  medewerker('teamleider-financieel-1', 'Marjan de Groot', 'teamleider-financieel', 'UWV'),
  medewerker('registerbeheerder-1', 'Ingrid Schouten', 'registerbeheerder', 'DUO'),
  medewerker('onderzoeker-1', 'Rachid Bouzid', 'onderzoeker', 'Toetsingskamer'),
  medewerker('onderzoeker-2', 'Floor van Leeuwen', 'onderzoeker', 'Toetsingskamer'),
  medewerker('beslisser-1', 'Hugo Terpstra', 'beslisser', 'SZW'),
  medewerker('beleid-1', 'Judith Vos', 'beleid', 'SZW'),
  { ...medewerker('erkenner-1', 'Marloes Prins', 'erkenner', 'NRTO'), erkenner: 'nrto' },
  { ...medewerker('erkenner-2', 'Gijs van Houten', 'erkenner', 'Brancheregister Transport en Logistiek'), erkenner: 'branche-transport' },
  medewerker('ketenregisseur-1', 'Dennis Peeters', 'ketenregisseur', 'UWV'),
  medewerker('auditor-1', 'Wilma Koster', 'auditor', 'Auditdienst'),
]

function medewerker(id: string, naam: string, rol: Rol, organisatie: string): MedewerkerPersona {
  return { soort: 'medewerker', id, naam, rollen: [rol], uitleg: `${rol}, ${organisatie}` }
}

export const PERSONAS: readonly Persona[] = [...BURGERS, ...OPLEIDERS, ...MEDEWERKERS]
