import { addDays, formatDatumKort, type PlainDate } from '@/lib/base/date'
import { cent, formatBedrag, type Cent } from '@/lib/base/money'
import type { Period } from '@/lib/base/period'
import { berekenWettelijkeRente, type Rentedeel, type Rentevoet } from '@/lib/regeling/rules/wettelijke-rente'
import type { VorderingMutatie } from '@/lib/vordering/model'

export type Vorderingsrente = { readonly bedrag: Cent; readonly delen: readonly Rentedeel[] }

/**
 * The statutory interest on what was open, day by day, from the day after the term (Awb 4:97, 4:98 lid 1) up to `tot` (not counted).
 * A receipt lowers what it is counted over from the day the bank booked it. Periods of postponement may be free (Awb 4:101).
 */
export function berekenVorderingsrente(
  { vervaltOp, mutaties, tot }: { readonly vervaltOp: PlainDate; readonly mutaties: readonly VorderingMutatie[]; readonly tot: PlainDate },
  voeten: readonly Rentevoet[], zonder: readonly Period[] = [],
): Vorderingsrente {
  const verzuim = addDays(vervaltOp, 1)
  const grenzen = [...new Set([verzuim, ...mutaties.map(({ dag }) => dag).filter((dag) => dag > verzuim && dag < tot)])].toSorted()
  const delen: Rentedeel[] = []
  let bedrag = 0
  for (const [index, van] of grenzen.entries()) {
    const einde = grenzen[index + 1] ?? tot
    const open = mutaties.filter(({ dag }) => dag <= van).reduce((som, { hoofdsom }) => som + hoofdsom, 0)
    if (open <= 0 || einde <= van) continue
    const deel = berekenWettelijkeRente(cent(open), { van, tot: einde }, voeten, zonder)
    bedrag += deel.bedrag
    delen.push(...deel.delen)
  }
  return { bedrag: cent(bedrag), delen }
}

/** Interest of less than € 20 is not owed (Awb 4:98 lid 2; the amount is a parameter). */
export function isRenteVerschuldigd(bedrag: Cent, { anderCent }: { readonly anderCent: number }): boolean {
  return bedrag >= anderCent
}

/** How it was counted, a sentence for each part. */
export function describeRente(delen: readonly Rentedeel[]): readonly string[] {
  return delen.map(({ van, tot, dagen, procent, over }) =>
    `Van ${formatDatumKort(van)} tot en met ${formatDatumKort(addDays(tot, -1))}: ${String(dagen)} ${dagen === 1 ? 'dag' : 'dagen'} ${String(procent)}% per jaar over ${formatBedrag(over)}.`)
}
