import { OORZAKEN, WIJZEN, type DeelnameUitkomst, type Oorzaak, type Wijze } from '@/lib/verantwoording/model'

/** The columns of a file with deelnames, in the order of the example; the elements of the XML have the same names. */
export const KOLOMMEN = ['kenmerk', 'uitkomst', 'wijze', 'percentage', 'oorzaak', 'toelichting'] as const
export type Kolom = (typeof KOLOMMEN)[number]

/** In the example for who fills it in; not read. */
export const HULPKOLOMMEN = ['deelnemer', 'opleiding', 'einddatum'] as const

/** Without these no row can be read. */
export const VERPLICHTE_KOLOMMEN: readonly Kolom[] = ['kenmerk', 'uitkomst']

// What is written above a column elsewhere, folded.
const ANDERS: Readonly<Record<string, Kolom>> = {
  aanvraag: 'kenmerk', aanvraagkenmerk: 'kenmerk', kenmerkaanvraag: 'kenmerk', aanvraagnummer: 'kenmerk', resultaat: 'uitkomst', afgerond: 'uitkomst',
  manier: 'wijze', aanwezigheid: 'percentage', aanwezigheidspercentage: 'percentage', procent: 'percentage', reden: 'oorzaak', opmerking: 'toelichting',
}

// What is written in a cell elsewhere, folded.
const UITKOMST: Readonly<Record<string, DeelnameUitkomst>> = { succesvol: 'succesvol', afgerond: 'succesvol', ja: 'succesvol', nietsuccesvol: 'niet-succesvol', nietafgerond: 'niet-succesvol', nee: 'niet-succesvol' }
const WIJZE: Readonly<Record<string, Wijze>> = { certificaat: 'diploma', diplomaofcertificaat: 'diploma', toets: 'examen', tentamen: 'examen', beoordeling: 'examen' }
const OORZAAK: Readonly<Record<string, Oorzaak>> = { deelnemer: 'burger', ziekte: 'overmacht', gingnietdoor: 'niet-gegeven', nietbegonnen: 'niet-gestart' }

/** The column that a heading means, whatever its capitals, spaces and dashes; undefined when it is none of ours. */
export function toKolom(kop: string): Kolom | undefined {
  const folded = fold(kop)
  return KOLOMMEN.find((kolom) => kolom === folded) ?? (Object.hasOwn(ANDERS, folded) ? ANDERS[folded] : undefined)
}

/** What a cell means: one of our own words, whatever its capitals and spaces. A word that is not ours is left as it is, to be refused by name. */
export function toWaarde(kolom: Kolom, tekst: string): string {
  const folded = fold(tekst)
  if (kolom === 'uitkomst') return own(UITKOMST, folded) ?? tekst
  if (kolom === 'wijze') return WIJZEN.find((wijze) => wijze === folded) ?? own(WIJZE, folded) ?? tekst
  if (kolom === 'oorzaak') return OORZAKEN.find((oorzaak) => fold(oorzaak) === folded) ?? own(OORZAAK, folded) ?? tekst
  return kolom === 'percentage' ? tekst.replace(/\s*%$/, '') : tekst
}

export type KoppenOordeel = { readonly ontbreekt: readonly Kolom[]; readonly dubbel: readonly Kolom[] }

/** What is wrong with the first line of a file. A column that is not ours is not read; a missing or a double one refuses the file. */
export function judgeKoppen(koppen: readonly string[]): KoppenOordeel {
  const kolommen = koppen.map(toKolom)
  return {
    ontbreekt: VERPLICHTE_KOLOMMEN.filter((kolom) => !kolommen.includes(kolom)),
    dubbel: KOLOMMEN.filter((kolom) => kolommen.filter((one) => one === kolom).length > 1),
  }
}

function own<Value>(words: Readonly<Record<string, Value>>, folded: string): Value | undefined {
  return Object.hasOwn(words, folded) ? words[folded] : undefined
}

function fold(tekst: string): string {
  return tekst.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]/g, '')
}
