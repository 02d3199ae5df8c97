import 'server-only'
import { BronFout, bytesOf, type Bron, type BronReden } from '@/lib/platform/bron'
import { lookAtCsv, readCsv } from '@/lib/platform/csv'
import { readXmlStappen } from '@/lib/platform/xml-stream'

/** One row of a file: its line, and the text of each column that it fills. */
export type Bestandsrij<Kolom extends string> = { readonly regel: number; readonly velden: Partial<Record<Kolom, string>> }

/** What the columns of a file mean, as the module that receives it says. */
export type Rijvorm<Kolom extends string> = {
  readonly toKolom: (kop: string) => Kolom | undefined
  readonly judgeKoppen: (koppen: readonly string[]) => { readonly ontbreekt: readonly Kolom[]; readonly dubbel: readonly Kolom[] }
  /** The elements that are a row, in small letters. */
  readonly elementen: readonly string[]
  /** More come in several files. */
  readonly maxRijen: number
}

/** Why a file as a whole is refused, as a sentence for who sent it. */
export class BestandGeweigerd extends Error {}

/** Reads the rows of a CSV or XML file one at a time. @throws BestandGeweigerd, BronFout when the file as a whole is refused */
export async function* readRijen<Kolom extends string>(bron: Bron, formaat: 'csv' | 'xml', vorm: Rijvorm<Kolom>): AsyncGenerator<Bestandsrij<Kolom>> {
  let aantal = 0
  for await (const rij of formaat === 'csv' ? readCsvRijen(bron, vorm) : readXmlRijen(bron, vorm)) {
    if (++aantal > vorm.maxRijen) throw new BestandGeweigerd(`Dit bestand heeft meer dan ${vorm.maxRijen.toLocaleString('nl-NL')} rijen. Verdeel het over meer bestanden.`)
    yield rij
  }
  if (aantal === 0) throw new BronFout('leeg')
}

async function* readCsvRijen<Kolom extends string>(bron: Bron, vorm: Rijvorm<Kolom>): AsyncGenerator<Bestandsrij<Kolom>> {
  let kolommen: readonly (Kolom | undefined)[] | undefined
  for await (const { regel, cellen } of readCsv(bron, await lookAtCsv(bron))) {
    if (kolommen === undefined) {
      kolommen = readKoppen(cellen, vorm)
      continue
    }
    yield { regel, velden: toVelden(kolommen, cellen) }
  }
}

function readKoppen<Kolom extends string>(cellen: readonly string[], { judgeKoppen, toKolom }: Rijvorm<Kolom>): readonly (Kolom | undefined)[] {
  const { ontbreekt, dubbel } = judgeKoppen(cellen)
  if (ontbreekt.length > 0) throw new BestandGeweigerd(`${ontbreekt.length === 1 ? 'Deze kolom ontbreekt' : 'Deze kolommen ontbreken'} in de eerste regel: ${ontbreekt.join(', ')}. Neem de kolomnamen van het voorbeeld over.`)
  if (dubbel.length > 0) throw new BestandGeweigerd(`In de eerste regel staat meer dan één keer: ${dubbel.join(', ')}. Haal de dubbele kolom weg.`)
  return cellen.map(toKolom)
}

function toVelden<Kolom extends string>(kolommen: readonly (Kolom | undefined)[], cellen: readonly string[]): Partial<Record<Kolom, string>> {
  const velden: Partial<Record<Kolom, string>> = {}
  kolommen.forEach((kolom, index) => {
    const tekst = cellen[index]?.trim() ?? ''
    if (kolom !== undefined && tekst !== '') velden[kolom] = tekst
  })
  return velden
}

/** An element for each row, and in it an element for each column, whatever groups them. */
async function* readXmlRijen<Kolom extends string>(bron: Bron, { toKolom, elementen }: Rijvorm<Kolom>): AsyncGenerator<Bestandsrij<Kolom>> {
  const isRij = (naam: string): boolean => elementen.includes(naam.toLowerCase())
  let rij: { regel: number; velden: Partial<Record<Kolom, string>> } | undefined
  let kolom: Kolom | undefined
  for await (const stappen of readXmlStappen(bytesOf(bron))) {
    for (const stap of stappen) {
      if (stap.soort === 'open') {
        if (isRij(stap.naam)) rij = { regel: stap.regel, velden: {} }
        kolom = toKolom(stap.naam)
      } else if (stap.soort === 'tekst') {
        if (rij !== undefined && kolom !== undefined) rij.velden[kolom] = `${rij.velden[kolom] ?? ''}${stap.tekst}`
      } else {
        kolom = undefined
        if (!isRij(stap.naam) || rij === undefined) continue
        yield { regel: rij.regel, velden: trimmed(rij.velden) }
        rij = undefined
      }
    }
  }
}

function trimmed<Kolom extends string>(velden: Partial<Record<Kolom, string>>): Partial<Record<Kolom, string>> {
  const kept: Partial<Record<Kolom, string>> = {}
  for (const kolom in velden) {
    const tekst = velden[kolom]?.trim() ?? ''
    if (tekst !== '') kept[kolom] = tekst
  }
  return kept
}

const BRON_TEKST: Readonly<Partial<Record<BronReden, string>>> = {
  leeg: 'Er staan geen rijen in dit bestand. Zet onder de eerste regel één regel per deelnemer.',
  'te-groot': 'Dit bestand is te groot. Verdeel het over meer bestanden.',
  nul: 'Dit is geen tekstbestand. Sla het op als CSV of XML.',
  codering: 'Wij kunnen de tekens niet lezen. Sla het bestand op als UTF-8.',
  'utf16-zonder-bom': 'Wij kunnen de tekens niet lezen. Sla het bestand op als UTF-8.',
  'csv-aanhaling': 'Een aanhalingsteken wordt niet gesloten. Sla het bestand opnieuw op als CSV.',
  'rij-te-groot': 'Een rij is te groot. Controleer of een aanhalingsteken niet wordt gesloten.',
  'xml-doctype': 'In het bestand staat een DOCTYPE. Die lezen wij niet. Haal die regel weg.',
  'xml-kapot': 'De XML is niet goed opgebouwd. Lever het bestand opnieuw uit uw systeem.',
}

/** The sentence for a file that was refused as a whole; undefined for any other fault. */
export function waaromGeweigerd(fault: unknown): string | undefined {
  if (fault instanceof BestandGeweigerd) return fault.message
  if (!(fault instanceof BronFout)) return undefined
  const tekst = BRON_TEKST[fault.reden] ?? 'Wij kunnen dit bestand niet lezen. Gebruik het voorbeeld van deze pagina.'
  return fault.regel > 0 ? `Regel ${String(fault.regel)}: ${tekst}` : tekst
}
