import type { BerichtFout, BerichtToestand } from '@/lib/bank/model'
import type { BerichtReden } from '@/lib/bank/texts'

/** What became of a message: done (with counts), refused as a whole, or waiting for a statement before it. */
export type Verwerking =
  | { readonly ok: true; readonly uitkomst: Readonly<Record<string, number>> }
  | { readonly ok: false; readonly toestand: Extract<BerichtToestand, 'wacht' | 'geweigerd'>; readonly fout: BerichtFout<BerichtReden> }

/** A message that is refused as a whole, at this line of the file (0: no line is to blame). */
export function refuse(reden: BerichtReden, regel: number, gevonden?: string, verwacht?: string): Verwerking {
  return { ok: false, toestand: 'geweigerd', fout: { reden, regel, ...(gevonden === undefined ? {} : { gevonden }), ...(verwacht === undefined ? {} : { verwacht }) } }
}
