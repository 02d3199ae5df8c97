import { readCsv, lookAtCsv } from '@/lib/platform/csv'
import { BronFout, type Bron } from '@/lib/platform/bron'
import { TABEL_LIMITS, type TabelInfo, type Tabelrij } from '@/lib/platform/tabel'
import { lookAtXlsx, readXlsx } from '@/lib/platform/xlsx'
import { stelKolomindelingVoor, vindKoprij, type Kolomindeling } from '@/lib/aanlevering/rules/kolommen'
import { Tabelaanbod } from '@/lib/aanlevering/rules/tabelaanbod'
import { leesTabelregel } from '@/lib/aanlevering/rules/tabelrij'
import type { GelezenAanbod } from '@/lib/aanlevering/rules/aanbod'

const VOORBEELDEN = 50
const GETOOND = 3
const MAX_KOLOMNAAM = 100

export type Tabelsoort = 'csv' | 'xlsx'

/** What a table looks like before anybody has said what its columns mean. */
export type Tabelvorm = TabelInfo & {
  kop: string[]
  /** The line of the file with the names. */
  kopregel: number
  /** For each column up to three different values, to show beside its name. */
  voorbeelden: string[][]
  voorstel: Kolomindeling
}

/**
 * Finds the names of the columns and proposes what they mean. Undefined when no row with names can be found.
 *
 * @throws BronFout when the file cannot be read
 */
export async function bekijkTabel(bron: Bron, soort: Tabelsoort): Promise<Tabelvorm | undefined> {
  const { info, rijen } = await openTabel(bron, soort)
  const begin: Tabelrij[] = []
  for await (const rij of rijen) {
    begin.push(rij)
    if (begin.length >= VOORBEELDEN) break
  }
  if (begin.length === 0) throw new BronFout('leeg')
  const plek = vindKoprij(begin.map(({ cellen }) => cellen))
  const koprij = plek === undefined ? undefined : begin[plek]
  if (plek === undefined || koprij === undefined) return undefined
  const kop = koprij.cellen.map((cel) => cel.trim().replace(/\s+/g, ' ').slice(0, MAX_KOLOMNAAM))
  const waarden = begin.slice(plek + 1).map(({ cellen }) => cellen)
  return { ...info, kop, kopregel: koprij.regel, voorbeelden: kop.map((_, kolom) => examplesOf(waarden, kolom)), voorstel: stelKolomindelingVoor(kop, waarden) }
}

function examplesOf(waarden: readonly (readonly string[])[], kolom: number): string[] {
  const gevuld = waarden.map((rij) => (rij[kolom] ?? '').trim().slice(0, 80)).filter((waarde) => waarde !== '')
  return [...new Set(gevuld)].slice(0, GETOOND)
}

/**
 * The opleidingen of a table, by its kolomindeling. The rows of one opleiding may stand anywhere in the file, so a table is held in memory:
 * of at most 100.000 rows.
 *
 * @throws BronFout when the file cannot be read
 */
export async function* leesTabel(bron: Bron, soort: Tabelsoort, { kop, kopregel, kolomindeling }: { kop: readonly string[]; kopregel: number; kolomindeling: Kolomindeling }): AsyncGenerator<{ regel: number; gelezen: GelezenAanbod }> {
  const { rijen } = await openTabel(bron, soort)
  const aanbod = new Tabelaanbod()
  let gelezen = 0
  for await (const { regel, cellen } of rijen) {
    if (regel <= kopregel) continue
    if (++gelezen > TABEL_LIMITS.rijen) throw new BronFout('te-veel-rijen', regel)
    const tabelregel = leesTabelregel(regel, cellen, kolomindeling, kop)
    if (tabelregel !== undefined) aanbod.add(tabelregel)
  }
  yield* aanbod.results()
}

async function openTabel(bron: Bron, soort: Tabelsoort): Promise<{ info: TabelInfo; rijen: AsyncGenerator<Tabelrij> }> {
  if (soort === 'xlsx') return { info: await lookAtXlsx(bron), rijen: readXlsx(bron) }
  const vorm = await lookAtCsv(bron)
  return { info: vorm, rijen: readCsv(bron, vorm) }
}
