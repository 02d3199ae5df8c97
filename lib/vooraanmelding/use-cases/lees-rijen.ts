import { BronFout, type Bron, bytesOf } from '@/lib/platform/bron'
import { lookAtCsv, readCsv } from '@/lib/platform/csv'
import { readXmlStappen } from '@/lib/platform/xml-stream'
import { judgeKoppen, toKolom, type Kolom } from '@/lib/vooraanmelding/rules/kolommen'

/** One row of a file: its line, and the text of each column that it fills. */
export type BestandRij = { readonly regel: number; readonly velden: Partial<Record<Kolom, string>> }

/** Why a file as a whole is refused, as a sentence for who sent it. */
export class BestandGeweigerd extends Error {}

/** The most rows of one file; more come in several files. */
export const MAX_RIJEN = 20_000

/** Reads the rows of a CSV or XML file one at a time. @throws BestandGeweigerd, BronFout when the file as a whole is refused */
export async function* leesRijen(bron: Bron, formaat: 'csv' | 'xml'): AsyncGenerator<BestandRij> {
  let aantal = 0
  for await (const rij of formaat === 'csv' ? readCsvRijen(bron) : readXmlRijen(bron)) {
    if (++aantal > MAX_RIJEN) throw new BestandGeweigerd(`Dit bestand heeft meer dan ${MAX_RIJEN.toLocaleString('nl-NL')} rijen. Verdeel het over meer bestanden.`)
    yield rij
  }
  if (aantal === 0) throw new BronFout('leeg')
}

async function* readCsvRijen(bron: Bron): AsyncGenerator<BestandRij> {
  let kolommen: readonly (Kolom | undefined)[] | undefined
  for await (const { regel, cellen } of readCsv(bron, await lookAtCsv(bron))) {
    if (kolommen === undefined) {
      kolommen = readKoppen(cellen)
      continue
    }
    yield { regel, velden: toVelden(kolommen, cellen) }
  }
}

function readKoppen(cellen: readonly string[]): readonly (Kolom | undefined)[] {
  const { ontbreekt, dubbel } = judgeKoppen(cellen)
  if (ontbreekt.length > 0) throw new BestandGeweigerd(`${ontbreekt.length === 1 ? 'Deze kolom ontbreekt' : 'Deze kolommen ontbreken'} in de eerste regel: ${ontbreekt.join(', ')}. Neem de kolomnamen van het voorbeeld over.`)
  if (dubbel.length > 0) throw new BestandGeweigerd(`In de eerste regel staat meer dan één keer: ${dubbel.join(', ')}. Haal de dubbele kolom weg.`)
  return cellen.map(toKolom)
}

function toVelden(kolommen: readonly (Kolom | undefined)[], cellen: readonly string[]): Partial<Record<Kolom, string>> {
  const velden: Partial<Record<Kolom, string>> = {}
  kolommen.forEach((kolom, index) => {
    const tekst = cellen[index]?.trim() ?? ''
    if (kolom !== undefined && tekst !== '') velden[kolom] = tekst
  })
  return velden
}

/** `<aanmeldbewijzen><aanmeldbewijs><studentnummer>…`: an element for each column, whatever groups them. */
async function* readXmlRijen(bron: Bron): AsyncGenerator<BestandRij> {
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
        yield { regel: rij.regel, velden: Object.fromEntries(Object.entries(rij.velden).map(([naam, tekst]) => [naam, tekst.trim()] as const).filter(([, tekst]) => tekst !== '')) }
        rij = undefined
      }
    }
  }
}

function isRij(naam: string): boolean {
  return ['aanmeldbewijs', 'aanmeldingsbewijs', 'vooraanmelding'].includes(naam.toLowerCase())
}
