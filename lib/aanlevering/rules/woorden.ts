import { CATEGORIEEN, NIVEAUS, OPLEIDINGSVORMEN, STUDIELAST_EENHEDEN, WAARDEDOCUMENTEN } from '@/lib/register/model'
import { CATEGORIE_LABEL, NIVEAU_LABEL, VORM_LABEL, WAARDEDOCUMENT_LABEL } from '@/lib/register/texts'
import { leesKeuze, shown, type Gelezen } from '@/lib/aanlevering/rules/waarden'
import type { ActiviteitStatus, Categorie, Niveau, Opleidingsvorm, StudielastEenheid, Waardedocument } from '@/lib/register/model'

/* The words that opleiders use in their lists, beside the codes of RIO and the labels on our own pages. */

const label = <T extends string>(labels: Record<T, string>, meer: Partial<Record<T, readonly string[]>>): Partial<Record<T, readonly string[]>> => {
  const all: Partial<Record<T, readonly string[]>> = { ...meer }
  for (const waarde in labels) all[waarde] = [labels[waarde], ...(meer[waarde] ?? [])]
  return all
}

const CATEGORIE = label(CATEGORIE_LABEL, {
  TECHNIEK_EN_ICT: ['ict', 'it', 'techniek', 'bouw', 'automatisering'],
  GEZONDHEID_ZORG_EN_SPORT: ['zorg', 'gezondheid', 'zorg en welzijn', 'sport'],
  TRANSPORT_EN_LOGISTIEK: ['transport', 'logistiek'],
  ECONOMIE: ['economie', 'financieel', 'finance', 'marketing', 'verkoop', 'administratie'],
  RECHT: ['recht', 'juridisch'],
  ONDERWIJS: ['onderwijs', 'kinderopvang'],
  VEILIGHEID_EN_DEFENSIE: ['veiligheid', 'bhv', 'beveiliging'],
  TAAL_EN_CULTUUR: ['taal', 'talen', 'communicatie'],
  MANAGEMENT_EN_PROJECTMANAGEMENT: ['management', 'projectmanagement', 'leidinggeven'],
  TOERISME_HORECA_EN_RECREATIE: ['horeca', 'toerisme'],
  SECTOROVERSTIJGEND: ['algemeen', 'overig', 'overstijgend', 'persoonlijke ontwikkeling'],
  GEDRAG_EN_MAATSCHAPPIJ: ['coaching', 'psychologie'],
  LANDBOUW_VOEDSEL_EN_NATUURLIJKE_OMGEVING: ['landbouw', 'groen', 'agrarisch', 'voedsel'],
  BEDRIJFS_EN_PROJECTONDERSTEUNING: ['kantoor', 'secretarieel', 'office'],
  HOBBY_EN_VRIJE_TIJD: ['hobby', 'vrije tijd'],
})

const NIVEAU = label(NIVEAU_LABEL, {
  'MBO-1': ['mbo1', 'niveau 1'], 'MBO-2': ['mbo2', 'niveau 2'], 'MBO-3': ['mbo3', 'niveau 3'], 'MBO-4': ['mbo4', 'niveau 4', 'mbo+'],
  'HBO-O': ['hbo', 'hbo niveau', 'post-hbo', 'hbo werk- en denkniveau'], 'HBO-AD': ['ad', 'associate degree'], 'HBO-BA': ['bachelor', 'hbo bachelor'], 'HBO-MA': ['hbo master'],
  'WO-O': ['wo', 'universitair', 'academisch'], 'WO-BA': ['wo bachelor'], 'WO-MA': ['wo master', 'master'], ONBEPAALD: ['geen', 'nvt', 'onbekend', 'overig', 'none'],
  'NT2-I': ['nt2 i', 'nt2-1'], 'NT2-II': ['nt2 ii', 'nt2-2'],
})

const VORM = label(VORM_LABEL, {
  KLASSIKAAL: ['op locatie', 'fysiek', 'klas', 'training', 'cursus'], ONLINE: ['e-learning', 'elearning', 'webinar', 'virtueel', 'afstandsonderwijs', 'live online'],
  KLASSIKAAL_EN_ONLINE: ['blended', 'hybride', 'combinatie', 'klassikaal + online', 'online en klassikaal'], ZELFSTUDIE: ['thuisstudie', 'schriftelijk'], COACHING: ['individueel'], LEZING: ['seminar'],
})

const WAARDEDOCUMENT = label(WAARDEDOCUMENT_LABEL, {
  CERTIFICAAT: ['certificaat van deelname', 'branchecertificaat', 'mbo-certificaat'], DIPLOMA: ['mbo-diploma', 'branchediploma', 'hbo-diploma'],
  GEEN_OFFICIEEL_DOCUMENT: ['geen', 'bewijs van deelname', 'bewijs van deelneming', 'deelnamebewijs', 'nvt'], VAKBEKWAAMHEIDSBEWIJS: ['vakbekwaamheid', 'code 95'],
})

const EENHEID: Partial<Record<StudielastEenheid, readonly string[]>> = { UUR: ['uren', 'u'], CONTACTUUR: ['contacturen', 'lesuren'], SBU: ['studiebelastinguren', 'studie-uren'], ECTS_PUNT: ['ects', 'ec'], STUDIEPUNT: ['studiepunten', 'punten'] }
const STATUS = ['open', 'gesloten', 'geannuleerd'] as const
const STATUSWOORDEN: Partial<Record<ActiviteitStatus, readonly string[]>> = {
  open: ['inschrijving open', 'actief', 'gepland', 'beschikbaar', 'ja'], gesloten: ['vol', 'volgeboekt', 'dicht', 'closed', 'inactief', 'nee'], geannuleerd: ['vervallen', 'afgelast', 'gaat niet door', 'canceled', 'cancelled'],
}

export const leesCategorie = (tekst: string): Gelezen<Categorie> => leesKeuze(tekst, CATEGORIEEN, CATEGORIE, 'vakgebied')
export const leesNiveau = (tekst: string): Gelezen<Niveau> => leesKeuze(tekst, NIVEAUS, NIVEAU, 'niveau')
export const leesVorm = (tekst: string): Gelezen<Opleidingsvorm> => leesKeuze(tekst, OPLEIDINGSVORMEN, VORM, 'opleidingsvorm')
export const leesWaardedocument = (tekst: string): Gelezen<Waardedocument> => leesKeuze(tekst, WAARDEDOCUMENTEN, WAARDEDOCUMENT, 'waardedocument')
export const leesEenheid = (tekst: string): Gelezen<StudielastEenheid> => leesKeuze(tekst, STUDIELAST_EENHEDEN, EENHEID, 'eenheid van de studielast')
export const leesStatus = (tekst: string): Gelezen<ActiviteitStatus> => leesKeuze(tekst, STATUS, STATUSWOORDEN, 'status')

const TALEN = { nl: ['nederlands', 'nld', 'dut', 'nl-nl', 'dutch'], en: ['engels', 'eng', 'en-gb', 'english'], de: ['duits', 'deu', 'ger', 'german'] } as const

/** ISO 639-1 of the languages that the register knows. */
export function leesVoertaal(tekst: string): Gelezen<'nl' | 'en' | 'de'> {
  const klein = tekst.trim().toLowerCase()
  for (const taal of ['nl', 'en', 'de'] as const) if (klein === taal || TALEN[taal].some((woord) => woord === klein)) return { ok: true, waarde: taal }
  return { ok: false, reden: `${shown(tekst)} is geen taal die het register kent. Kies uit: nl, en, de.` }
}

/** Parts of the day, separated by a comma, a plus or "en". */
export function leesDagdelen(tekst: string): Gelezen<('OVERDAG' | 'AVOND' | 'WEEKEND')[]> {
  const gelezen = tekst.split(/[,+/;&]| en /).map((deel) => leesKeuze(deel, ['OVERDAG', 'AVOND', 'WEEKEND'], { OVERDAG: ['dag', 'overdag', 'ochtend', 'middag'], AVOND: ['avonden', "'s avonds"], WEEKEND: ['zaterdag', 'zondag'] }, 'dagdeel'))
  const mis = gelezen.find((deel) => !deel.ok)
  return mis !== undefined && !mis.ok ? mis : { ok: true, waarde: [...new Set(gelezen.flatMap((deel) => (deel.ok ? [deel.waarde] : [])))] }
}
