import type { PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { berekenWettelijkeRente, type Rentevoet } from '@/lib/regeling/rules/wettelijke-rente'
import type { OpenBedrag, VorderingMutatie } from '@/lib/vordering/model'

/** What happens when a claim becomes less: what comes off what is open, and what was received and goes back. */
export type Verlaging = { readonly af: OpenBedrag; readonly terug: OpenBedrag }

/**
 * A claim of `bedrag` becomes `wordt`. What is still open comes off first; only when more than that falls was too much received. When
 * all of it falls, fee and interest fall too.
 */
export function verlaag(feiten: { bedrag: Cent; wordt: Cent; open: OpenBedrag; mutaties: readonly VorderingMutatie[] }): Verlaging {
  const { bedrag, wordt, open, mutaties } = feiten
  // What was taken off or given up before is no longer in the way.
  const over = bedrag - wordt - sum(mutaties, 'intrekking', 'hoofdsom') - sum(mutaties, 'kwijtschelding', 'hoofdsom')
  const hoofdsomAf = Math.min(Math.max(0, over), open.hoofdsom)
  const hoofdsomTerug = Math.min(Math.max(0, over - hoofdsomAf), sum(mutaties, 'ontvangst', 'hoofdsom'))
  const isAlles = wordt === 0
  return {
    af: { hoofdsom: cent(hoofdsomAf), kosten: cent(isAlles ? open.kosten : 0) },
    terug: { hoofdsom: cent(hoofdsomTerug), kosten: cent(isAlles ? sum(mutaties, 'ontvangst', 'kosten') : 0) },
  }
}

function sum(mutaties: readonly VorderingMutatie[], soort: VorderingMutatie['soort'], deel: 'hoofdsom' | 'kosten'): number {
  return mutaties.filter((mutatie) => mutatie.soort === soort).reduce((som, mutatie) => som - mutatie[deel], 0)
}

/** The statutory interest that we owe on what goes back, from the day each receipt came in (Awb 4:102 lid 1); the latest receipts go back first. */
export function renteOpTerugbetaling({ terug, mutaties, tot }: { terug: Cent; mutaties: readonly VorderingMutatie[]; tot: PlainDate }, voeten: readonly Rentevoet[]): Cent {
  let over: number = terug
  let rente = 0
  for (const { dag, hoofdsom, kosten } of mutaties.filter(({ soort }) => soort === 'ontvangst').toSorted((een, ander) => (een.dag < ander.dag ? 1 : -1))) {
    const deel = Math.min(over, 0 - hoofdsom - kosten)
    over -= deel
    if (deel > 0 && dag < tot) rente += berekenWettelijkeRente(cent(deel), { van: dag, tot }, voeten).bedrag
  }
  return cent(rente)
}
