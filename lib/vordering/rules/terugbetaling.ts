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
export function verlaag(feiten: { bedrag: Cent; wordt: Cent; open: OpenBedrag; mutaties: readonly VorderingMutatie[]; teruggegeven: OpenBedrag }): Verlaging {
  const { bedrag, wordt, open, mutaties, teruggegeven } = feiten
  // What was taken off, given up or given back before is no longer in the way.
  const over = bedrag - wordt - sum(mutaties, 'intrekking', 'hoofdsom') - sum(mutaties, 'kwijtschelding', 'hoofdsom') - teruggegeven.hoofdsom
  return verdeelVerlaging({ over, isAlles: wordt === 0, open, mutaties, teruggegeven })
}

/** What was received on a claim, or set off, and did not go back yet. */
export function ontvangenOp(mutaties: readonly VorderingMutatie[], teruggegeven: OpenBedrag): OpenBedrag {
  const som = (deel: 'hoofdsom' | 'kosten') => cent(sum(mutaties, 'ontvangst', deel) + sum(mutaties, 'verrekening', deel) - teruggegeven[deel])
  return { hoofdsom: som('hoofdsom'), kosten: som('kosten') }
}

type TeVerdelen = { over: number; isAlles: boolean; open: OpenBedrag; mutaties: readonly VorderingMutatie[]; teruggegeven: OpenBedrag }

/** How so much less (`over`, in cents) comes off a claim; with all of it go fee and interest. */
export function verdeelVerlaging({ over, isAlles, open, mutaties, teruggegeven }: TeVerdelen): Verlaging {
  const ontvangen = ontvangenOp(mutaties, teruggegeven)
  const hoofdsomAf = Math.min(Math.max(0, over), open.hoofdsom)
  const hoofdsomTerug = Math.min(Math.max(0, over - hoofdsomAf), ontvangen.hoofdsom)
  return {
    af: { hoofdsom: cent(hoofdsomAf), kosten: cent(isAlles ? open.kosten : 0) },
    terug: { hoofdsom: cent(hoofdsomTerug), kosten: cent(isAlles ? ontvangen.kosten : 0) },
  }
}

function sum(mutaties: readonly VorderingMutatie[], soort: VorderingMutatie['soort'], deel: 'hoofdsom' | 'kosten'): number {
  return mutaties.filter((mutatie) => mutatie.soort === soort).reduce((som, mutatie) => som - mutatie[deel], 0)
}

/** The statutory interest that we owe on what goes back, from the day each receipt came in or was set off (Awb 4:102 lid 1); the latest receipts go back first, and those that went back before are passed over. */
export function renteOpTerugbetaling(
  { terug, mutaties, tot, teruggegeven }: { terug: Cent; mutaties: readonly VorderingMutatie[]; tot: PlainDate; teruggegeven: OpenBedrag }, voeten: readonly Rentevoet[],
): Cent {
  let over: number = terug
  let alTerug: number = teruggegeven.hoofdsom + teruggegeven.kosten
  let rente = 0
  for (const { dag, hoofdsom, kosten } of mutaties.filter(({ soort }) => soort === 'ontvangst' || soort === 'verrekening').toSorted((een, ander) => (een.dag < ander.dag ? 1 : -1))) {
    const bedrag = 0 - hoofdsom - kosten
    const deel = Math.min(over, Math.max(0, bedrag - alTerug))
    alTerug = Math.max(0, alTerug - bedrag)
    over -= deel
    if (deel > 0 && dag < tot) rente += berekenWettelijkeRente(cent(deel), { van: dag, tot }, voeten).bedrag
  }
  return cent(rente)
}
