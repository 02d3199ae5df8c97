import type { OpleiderVerlies } from '@/lib/aanlevering/model'

/** The parameter `aanlevering-verlies`: from which share of an opleider's offer a feed may not make it disappear unasked. */
export type Verliesgrens = { procent: number; minstens: number }

/** Whether somebody must agree first: more than the share, and more than a handful, of the opleidingen or the open start dates would disappear. */
export function vraagtAkkoord(verlies: readonly Pick<OpleiderVerlies, 'opleidingen' | 'opleidingenWeg' | 'starts' | 'startsWeg'>[], grens: Verliesgrens): boolean {
  return verlies.some(({ opleidingen, opleidingenWeg, starts, startsWeg }) => isTeVeel(opleidingenWeg, opleidingen, grens) || isTeVeel(startsWeg, starts, grens))
}

function isTeVeel(weg: number, geheel: number, { procent, minstens }: Verliesgrens): boolean {
  return weg >= minstens && weg * 100 > geheel * procent
}
