import type { Bron } from '@/lib/platform/bron'
import { readRijen, type Bestandsrij } from '@/lib/platform/rijen'
import { judgeKoppen, toKolom, type Kolom } from '@/lib/vooraanmelding/rules/kolommen'

/** One row of a file: its line, and the text of each column that it fills. */
export type BestandRij = Bestandsrij<Kolom>

/** The most rows of one file; more come in several files. */
const MAX_RIJEN = 20_000

/** Reads the rows of a CSV or XML file one at a time. @throws BestandGeweigerd, BronFout when the file as a whole is refused */
export function leesRijen(bron: Bron, formaat: 'csv' | 'xml'): AsyncGenerator<BestandRij> {
  return readRijen(bron, formaat, { toKolom, judgeKoppen, elementen: ['aanmeldbewijs', 'aanmeldingsbewijs', 'vooraanmelding'], maxRijen: MAX_RIJEN })
}
