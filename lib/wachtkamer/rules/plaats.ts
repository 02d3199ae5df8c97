import { isGeloot } from '@/lib/wachtkamer/rules/toestand'

type Nummer = { readonly nummer: number; readonly gelotePlaats: number | null }

/**
 * The place of a nummer: the drawn one for who was there before the opening, the nummer itself for who came later. Null as long
 * as there is no draw that belongs to this opening.
 */
export function givePlaats({ nummer, gelotePlaats }: Nummer, { gelootOp, opentOp }: { gelootOp: Date | null; opentOp: Date }): number | null {
  return isGeloot({ gelootOp }, opentOp) ? (gelotePlaats ?? nummer) : null
}
