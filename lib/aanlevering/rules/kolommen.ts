import { kaalWoord, leesBedrag, leesDatum, leesPostcode } from '@/lib/aanlevering/rules/waarden'

/*
 * Which column of a table means what. Every opleider has its own list with its own names: a kolomindeling is proposed from the names and
 * the values, shown, and corrected by a person once; after that it is remembered for the same names.
 */

type Veld = { label: string; groep: 'opleiding' | 'kosten' | 'start'; woorden: readonly string[]; past?: (waarde: string) => boolean }

const isDatum = (waarde: string): boolean => leesDatum(waarde).ok && !leesPostcode(waarde).ok
const isBedrag = (waarde: string): boolean => leesBedrag(waarde).ok
const isPostcode = (waarde: string): boolean => leesPostcode(waarde).ok

/** Every field of the register that a column can fill, in the order of the form. `woorden` are names that columns have, the most telling first. */
export const KOLOMVELDEN = {
  opleidingcode: { label: 'Uw code van de opleiding', groep: 'opleiding', woorden: ['opleidingcode', 'opleidingscode', 'programid', 'programmaid', 'programmacode', 'productcode', 'cursuscode', 'trainingcode', 'opleidingid', 'opleidingsid', 'cursusid', 'productid', 'artikelnummer', 'artikelcode', 'sku', 'code', 'id', 'nummer'] },
  titel: { label: 'Titel', groep: 'opleiding', woorden: ['titel', 'opleidingsnaam', 'opleidingnaam', 'naamopleiding', 'cursusnaam', 'naamcursus', 'trainingnaam', 'productnaam', 'naamlang', 'programname', 'opleiding', 'cursus', 'training', 'naam', 'title'] },
  samenvatting: { label: 'Samenvatting', groep: 'opleiding', woorden: ['samenvatting', 'korteomschrijving', 'kortebeschrijving', 'korteintro', 'intro', 'summary'] },
  omschrijving: { label: 'Omschrijving', groep: 'opleiding', woorden: ['omschrijving', 'beschrijving', 'langeomschrijving', 'inhoud', 'opleidingsinhoud', 'description'] },
  leerdoel: { label: 'Leerdoel', groep: 'opleiding', woorden: ['leerdoel', 'leerdoelen', 'leeruitkomst', 'leeruitkomsten', 'doel'] },
  toelatingseisen: { label: 'Toelatingseisen', groep: 'opleiding', woorden: ['toelatingseisen', 'vooropleiding', 'voorkennis', 'ingangseisen', 'instapeisen'] },
  categorie: { label: 'Vakgebied', groep: 'opleiding', woorden: ['categorie', 'vakgebied', 'rubriek', 'thema', 'sector', 'branche', 'category'] },
  niveau: { label: 'Niveau', groep: 'opleiding', woorden: ['niveau', 'opleidingsniveau', 'level', 'denkniveau'] },
  vorm: { label: 'Hoe zijn de lessen', groep: 'opleiding', woorden: ['opleidingsvorm', 'lesvorm', 'vorm', 'leervorm', 'uitvoeringsvorm', 'type', 'werkvorm'] },
  waardedocument: { label: 'Diploma of certificaat', groep: 'opleiding', woorden: ['waardedocument', 'diploma', 'certificaat', 'afsluiting', 'soortcertificaat', 'certificering'] },
  studielast: { label: 'Studielast', groep: 'opleiding', woorden: ['studielast', 'studiebelasting', 'studieuren', 'aantaluren', 'uren'] },
  'studielast-eenheid': { label: 'Eenheid van de studielast', groep: 'opleiding', woorden: ['studielasteenheid', 'eenheidstudielast', 'eenheid'] },
  duur: { label: 'Duur', groep: 'opleiding', woorden: ['duur', 'opleidingsduur', 'doorlooptijd', 'looptijd', 'aantaldagen', 'duurdagen', 'duration'] },
  voertaal: { label: 'Taal van de lessen', groep: 'opleiding', woorden: ['voertaal', 'taal', 'lestaal', 'language'] },
  stap: { label: 'Mag met STAP-budget (ja of nee)', groep: 'opleiding', woorden: ['stap', 'stapbudget', 'staptoestemming', 'stapja', 'stapsubsidie', 'toestemmingdeelnamestap', 'instap'] },
  url: { label: 'Webpagina', groep: 'opleiding', woorden: ['url', 'website', 'webpagina', 'link', 'webadres'] },
  prijs: { label: 'Prijs met btw', groep: 'kosten', woorden: ['prijs', 'prijsinclbtw', 'prijsinclusiefbtw', 'catalogusprijs', 'totaalprijs', 'totaleverplichtekosten', 'totaal', 'verkoopprijs', 'kosten', 'bedrag', 'price'], past: isBedrag },
  subsidiabel: { label: 'Subsidiabele kosten', groep: 'kosten', woorden: ['subsidiabelekosten', 'subsidiabelbedrag', 'stapsubsidiabel', 'stapsubsidiabelbedrag', 'subsidiabel', 'totaalstapsubsidieerbaar', 'stapbedrag', 'stapkosten', 'waarvansubsidiabel'], past: isBedrag },
  lesgeld: { label: 'Lesgeld of cursusgeld', groep: 'kosten', woorden: ['lesgeld', 'cursusgeld', 'collegegeld', 'opleidingskosten', 'trainingskosten', 'cursuskosten'], past: isBedrag },
  examengeld: { label: 'Examengeld', groep: 'kosten', woorden: ['examengeld', 'examenkosten', 'examen', 'toetskosten'], past: isBedrag },
  lesmateriaal: { label: 'Verplicht lesmateriaal', groep: 'kosten', woorden: ['lesmateriaal', 'leermiddelen', 'materiaalkosten', 'studiemateriaal', 'materiaal', 'kostenlesmateriaal'], past: isBedrag },
  literatuur: { label: 'Boeken', groep: 'kosten', woorden: ['literatuur', 'boeken', 'boekenkosten', 'boekenpakket'], past: isBedrag },
  beschermingsmiddelen: { label: 'Beschermingsmiddelen', groep: 'kosten', woorden: ['beschermingsmiddelen', 'pbm', 'werkkleding'], past: isBedrag },
  certificaatkosten: { label: 'Kosten van het certificaat', groep: 'kosten', woorden: ['certificaatkosten', 'kostencertificaat', 'diplomakosten'], past: isBedrag },
  catering: { label: 'Eten en drinken', groep: 'kosten', woorden: ['catering', 'lunch', 'lunchkosten', 'arrangement', 'arrangementskosten'], past: isBedrag },
  reiskosten: { label: 'Reis en verblijf', groep: 'kosten', woorden: ['reiskosten', 'verblijfkosten', 'overnachting', 'hotelkosten'], past: isBedrag },
  'overige-kosten': { label: 'Andere verplichte kosten', groep: 'kosten', woorden: ['overigekosten', 'bijkomendekosten', 'inschrijfgeld', 'administratiekosten', 'inschrijfkosten'], past: isBedrag },
  startcode: { label: 'Uw code van de startdatum', groep: 'start', woorden: ['startcode', 'cohortcode', 'startmomentid', 'startmomentcode', 'uitvoeringscode', 'uitvoeringid', 'groepscode', 'planningcode', 'planningid', 'sessieid', 'sessiecode', 'editie', 'klascode'] },
  startdatum: { label: 'Startdatum', groep: 'start', woorden: ['startdatum', 'begindatum', 'aanvang', 'aanvangsdatum', 'eerstelesdag', 'start', 'datum', 'datumstart', 'startdate', 'begin'], past: isDatum },
  einddatum: { label: 'Einddatum', groep: 'start', woorden: ['einddatum', 'laatstelesdag', 'eind', 'einde', 'datumeinde', 'enddate', 'totenmet'], past: isDatum },
  plaats: { label: 'Plaats', groep: 'start', woorden: ['plaats', 'locatieplaats', 'lesplaats', 'stad', 'woonplaats', 'locatie', 'plaatsnaam', 'city'] },
  adres: { label: 'Adres', groep: 'start', woorden: ['adres', 'lesadres', 'straat', 'locatieadres', 'bezoekadres', 'straatenhuisnummer'] },
  postcode: { label: 'Postcode', groep: 'start', woorden: ['postcode', 'pc', 'zipcode', 'postalcode'], past: isPostcode },
  status: { label: 'Status van de startdatum', groep: 'start', woorden: ['status', 'inschrijving', 'toestand', 'cohortstatus'] },
  plaatsen: { label: 'Aantal plaatsen', groep: 'start', woorden: ['aantalplaatsen', 'plaatsen', 'maxdeelnemers', 'maximumaantaldeelnemers', 'capaciteit', 'deelnemersplaatsen', 'maxaantal', 'groepsgrootte'] },
  dagdeel: { label: 'Overdag, avond of weekend', groep: 'start', woorden: ['dagdeel', 'dagdelen', 'lestijd', 'tijdstip', 'moment'] },
} as const satisfies Record<string, Veld>

export type KolomVeld = keyof typeof KOLOMVELDEN

/** For each column, in the order of the file, the field it fills; null is a column that is not used. */
export type Kolomindeling = readonly (KolomVeld | null)[]

export function isKolomVeld(waarde: unknown): waarde is KolomVeld {
  return typeof waarde === 'string' && Object.hasOwn(KOLOMVELDEN, waarde)
}

const VELDEN = Object.keys(KOLOMVELDEN).filter(isKolomVeld)

/** How well a field fits a column, from 0 (not) to 100: its name first, then whether its values are of the right kind. */
function fit(veld: KolomVeld, kop: string, waarden: readonly string[]): number {
  const { woorden, past }: Veld = KOLOMVELDEN[veld]
  const naam = kaalWoord(kop)
  const plek = woorden.indexOf(naam)
  const langste = woorden.filter((woord) => woord.length >= 5 && naam.includes(woord)).sort((a, b) => b.length - a.length)[0]
  const opNaam = plek >= 0 ? 100 - plek : langste === undefined ? 0 : 40 + Math.min(30, langste.length)
  const gevuld = waarden.filter((waarde) => waarde.trim() !== '')
  if (past === undefined || gevuld.length === 0) return opNaam
  const deel = gevuld.filter(past).length / gevuld.length
  // A name alone can lie ("Prijs" with texts in it); values alone say too little, but for a postcode.
  if (opNaam > 0) return deel >= 0.3 ? opNaam : opNaam / 4
  return veld === 'postcode' && deel >= 0.8 ? 45 : 0
}

const DREMPEL = 30

/** Proposes a kolomindeling: the best pairs of a column and a field first, each field once. */
export function stelKolomindelingVoor(kop: readonly string[], voorbeelden: readonly (readonly string[])[]): Kolomindeling {
  const paren = kop.flatMap((naam, kolom) => {
    const waarden = voorbeelden.map((rij) => rij[kolom] ?? '')
    return VELDEN.map((veld) => ({ kolom, veld, punten: fit(veld, naam, waarden) })).filter(({ punten }) => punten >= DREMPEL)
  }).sort((a, b) => b.punten - a.punten)
  const kolomindeling = new Map<number, KolomVeld>()
  const gebruikt = new Set<KolomVeld>()
  for (const { kolom, veld } of paren) {
    if (kolomindeling.has(kolom) || gebruikt.has(veld)) continue
    kolomindeling.set(kolom, veld)
    gebruikt.add(veld)
  }
  return kop.map((_, kolom) => kolomindeling.get(kolom) ?? null)
}

/** The row with the names: among the first rows the one that names the most fields, and at least two. Undefined when there is none. */
export function vindKoprij(rijen: readonly (readonly string[])[]): number | undefined {
  const punten = rijen.slice(0, 20).map((rij) => rij.filter((cel) => isKop(cel)).length)
  const meest = Math.max(0, ...punten)
  return meest < 2 ? undefined : punten.indexOf(meest)
}

function isKop(cel: string): boolean {
  const naam = kaalWoord(cel)
  return naam !== '' && naam.length < 60 && VELDEN.some((veld) => { const { woorden }: Veld = KOLOMVELDEN[veld]; return woorden.some((woord) => woord === naam || (woord.length >= 5 && naam.includes(woord))) })
}

export type KolomindelingReden = 'geen-opleidingcode' | 'veld-dubbel' | 'einddatum-zonder-start'

/** What is wrong with a kolomindeling that a person chose; all reasons at once. */
export function keurKolomindeling(kolomindeling: Kolomindeling): KolomindelingReden[] {
  const velden = kolomindeling.filter((veld) => veld !== null)
  const redenen: KolomindelingReden[] = []
  if (!velden.includes('opleidingcode')) redenen.push('geen-opleidingcode')
  if (new Set(velden).size < velden.length) redenen.push('veld-dubbel')
  if (velden.includes('einddatum') && !velden.includes('startdatum')) redenen.push('einddatum-zonder-start')
  return redenen
}

/** The names of a table without what may differ from file to file (capitals, spaces): the same names get the same kolomindeling. */
export function kopSleutel(kop: readonly string[]): string {
  return JSON.stringify(kop.map(kaalWoord))
}
