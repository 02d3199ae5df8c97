/** The columns of a file with aanmeldbewijzen, in the order of the example; the elements of the XML have the same names. */
export const KOLOMMEN = [
  'studentnummer', 'voornaam', 'tussenvoegsel', 'achternaam', 'geboortedatum',
  'straat', 'huisnummer', 'huisnummertoevoeging', 'postcode', 'woonplaats', 'land',
  'opleidingscode', 'cohortcode', 'locatie', 'startdatum', 'einddatum', 'subsidiebedrag',
] as const
export type Kolom = (typeof KOLOMMEN)[number]

/** Without these no row can be read. */
export const VERPLICHTE_KOLOMMEN: readonly Kolom[] = ['studentnummer', 'voornaam', 'achternaam', 'geboortedatum', 'cohortcode', 'subsidiebedrag']

// What is written above a column elsewhere, folded.
const ANDERS: Readonly<Record<string, Kolom>> = {
  studentennummer: 'studentnummer', deelnemernummer: 'studentnummer', tussenvoegsels: 'tussenvoegsel', geslachtsnaam: 'achternaam',
  straatnaam: 'straat', toevoeging: 'huisnummertoevoeging', plaats: 'woonplaats', landcode: 'land',
  opleidingid: 'opleidingscode', programmaid: 'opleidingscode', aangebodenopleidingcode: 'opleidingscode', opleidingcode: 'opleidingscode',
  cohort: 'cohortcode', startmomentid: 'cohortcode', lesplaats: 'locatie', begindatum: 'startdatum', startdag: 'startdatum', einddag: 'einddatum',
  bedrag: 'subsidiebedrag', gevraagdbedrag: 'subsidiebedrag', gevraagdsubsidiebedrag: 'subsidiebedrag',
}

/** The column that a heading means, whatever its capitals, spaces and dashes; undefined when it is none of ours. */
export function toKolom(kop: string): Kolom | undefined {
  const folded = kop.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]/g, '')
  return KOLOMMEN.find((kolom) => kolom === folded) ?? (Object.hasOwn(ANDERS, folded) ? ANDERS[folded] : undefined)
}

export type KoppenOordeel = { readonly ontbreekt: readonly Kolom[]; readonly dubbel: readonly Kolom[]; readonly onbekend: readonly string[] }

/** What is wrong with the first line of a file. An unknown column is left out and said; a missing or a double one refuses the file. */
export function judgeKoppen(koppen: readonly string[]): KoppenOordeel {
  const kolommen = koppen.map(toKolom)
  return {
    ontbreekt: VERPLICHTE_KOLOMMEN.filter((kolom) => !kolommen.includes(kolom)),
    dubbel: KOLOMMEN.filter((kolom) => kolommen.filter((one) => one === kolom).length > 1),
    onbekend: koppen.filter((kop, index) => kolommen[index] === undefined && kop.trim() !== ''),
  }
}
