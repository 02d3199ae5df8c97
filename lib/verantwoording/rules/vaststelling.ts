import type { Cent } from '@/lib/base/money'
import type { GeldVan, Vaststellingsgrond } from '@/lib/beschikking/model'
import type { DeelnameUitkomst, Oorzaak } from '@/lib/verantwoording/model'

const GROND: Readonly<Record<Oorzaak, Vaststellingsgrond>> = {
  opleider: 'niet-afgerond-opleider', burger: 'niet-afgerond-burger', overmacht: 'niet-afgerond-overmacht', 'niet-gegeven': 'niet-gegeven', 'niet-gestart': 'niet-gestart',
}

/** The ground that the report points to; the behandelaar decides whether it is the right one. */
export function proposeGrond(uitkomst: DeelnameUitkomst, oorzaak: Oorzaak | null): Vaststellingsgrond {
  return uitkomst === 'succesvol' || oorzaak === null ? 'afgerond' : GROND[oorzaak]
}

/** From whom the money comes on a ground, before anybody weighed it: a scholing that was not given or not begun was paid for nothing. */
export function proposeVan(grond: Vaststellingsgrond, betaaldCent: number): GeldVan {
  if (betaaldCent === 0) return 'niemand'
  return grond === 'niet-afgerond-burger' ? 'burger' : 'opleider'
}

export type VolledigReden = 'bedrag-te-hoog' | 'eerst-een-voornemen'

/**
 * Awb 4:46 lid 1: settled at the amount that holds. Less is possible on a ground of lid 2 only, and then only after a voornemen
 * (4:8, 4:12 lid 2); more never.
 */
export function whyNietVastTeStellen(bedrag: Cent, geldend: Cent): readonly VolledigReden[] {
  if (bedrag > geldend) return ['bedrag-te-hoog']
  return bedrag < geldend ? ['eerst-een-voornemen'] : []
}
