import type { Bron } from '@/lib/platform/bron'
import type { LeesHulp, Stuk } from '@/lib/aanlevering/model'
import { leesOoapiStukken, leesTabelStukken } from '@/lib/aanlevering/use-cases/lees-andere'
import { leesEdudex } from '@/lib/aanlevering/use-cases/lees-edudex'
import { leesEdudexXml } from '@/lib/aanlevering/use-cases/lees-edudex-xml'

/** Reads a file of one format; the row of the import says which. `importId` is for a reader that needs what was agreed on it, like a kolomindeling of columns. */
export type Lezer = (bron: Bron, hulp: LeesHulp & { importId: string; opleiderId: string | null }) => AsyncIterable<Stuk>

/** Every format with its reader. What comes out is the same for all, and so is everything behind it. */
export const LEZERS: Readonly<Record<string, Lezer>> = {
  'edudex-json': (bron, hulp) => leesEdudex(bron, 'json', hulp),
  'edudex-jsonl': (bron, hulp) => leesEdudex(bron, 'jsonl', hulp),
  'edudex-xml': (bron, { dag }) => leesEdudexXml(bron, dag),
  'ooapi-json': (bron, { dag }) => leesOoapiStukken(bron, 'ooapi-json', dag),
  'ooapi-jsonl': (bron, { dag }) => leesOoapiStukken(bron, 'ooapi-jsonl', dag),
  'ooapi-zip': (bron, { dag }) => leesOoapiStukken(bron, 'ooapi-zip', dag),
  csv: (bron, hulp) => leesTabelStukken(bron, 'csv', hulp),
  xlsx: (bron, hulp) => leesTabelStukken(bron, 'xlsx', hulp),
}
