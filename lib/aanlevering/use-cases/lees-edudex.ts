import { bytesOf, type Bron } from '@/lib/platform/bron'
import { readHashedJsonRows } from '@/lib/platform/json-stream'
import type { LeesHulp, Stuk } from '@/lib/aanlevering/model'
import { MAX_BESTAND_BYTES } from '@/lib/aanlevering/rules/bestand'
import { readEdudexProgram } from '@/lib/aanlevering/rules/edudex'
import { BESTAND_TEKST } from '@/lib/aanlevering/texts'

const LIMITS = { lijst: 'programs', maxBytes: MAX_BESTAND_BYTES, maxRijBytes: 1024 * 1024, maxDiepte: 40 }
const ONLEESBAAR = 'Deze opleiding is geen geldige JSON in UTF-8. Controleer aanhalingstekens, komma’s en haakjes.'

/** Reads an EDU-DEX file row by row, with memory for one row; a row whose bytes the register knows is passed by unread. */
export async function* leesEdudex(bron: Bron, formaat: 'json' | 'jsonl', { isBekend, dag }: LeesHulp): AsyncGenerator<Stuk> {
  for await (const rij of readHashedJsonRows(bytesOf(bron), { ...LIMITS, formaat, isBekend })) {
    if (rij.soort === 'afgekeurd') yield { soort: 'afgekeurd', reden: `${BESTAND_TEKST[rij.reden]} (regel ${String(rij.regel)})` }
    else if (rij.soort === 'bekend') yield { soort: 'bekend', regel: rij.regel, bronHash: rij.hash }
    else if (rij.soort === 'onleesbaar') yield { soort: 'geweigerd', regel: rij.regel, sleutel: null, fouten: [{ veld: '', reden: ONLEESBAAR }] }
    else {
      const gelezen = readEdudexProgram(rij.waarde, dag)
      yield gelezen.ok
        ? { soort: 'rij', regel: rij.regel, rij: gelezen.rij, bronHash: rij.hash }
        : { soort: 'geweigerd', regel: rij.regel, sleutel: gelezen.sleutel, fouten: gelezen.fouten }
    }
  }
}
