import type { Cent } from '@/lib/base/money'
import type { Vaststellingsgrond } from '@/lib/beschikking/model'
import type { DeelnameUitkomst, Oorzaak } from '@/lib/verantwoording/model'
import type { VaststelReden } from '@/lib/verantwoording/texts'

const GROND: Readonly<Record<Oorzaak, Vaststellingsgrond>> = {
  opleider: 'niet-afgerond-opleider', burger: 'niet-afgerond-burger', overmacht: 'niet-afgerond-overmacht',
}

/** The ground that the report points to; the behandelaar decides whether it is the right one. */
export function proposeGrond(uitkomst: DeelnameUitkomst, oorzaak: Oorzaak | null): Vaststellingsgrond {
  return uitkomst === 'succesvol' || oorzaak === null ? 'afgerond' : GROND[oorzaak]
}

/** Awb 4:46: what was completed is settled at the amount of the verlening (lid 1); lower only on a ground of lid 2, higher never. */
export function whyNietVastTeStellen(grond: Vaststellingsgrond, bedrag: Cent, verleend: Cent): readonly VaststelReden[] {
  if (bedrag > verleend) return ['bedrag-te-hoog']
  return grond === 'afgerond' && bedrag !== verleend ? ['bedrag-past-niet'] : []
}
