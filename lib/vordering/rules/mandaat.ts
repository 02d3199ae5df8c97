import type { Rol } from '@/lib/base/actor'
import type { ParameterWaarden } from '@/lib/regeling/model'

/** Up to how many cents somebody with these rollen may remit or write off alone; 0 when not at all. The database counts the same. */
export function mandaatVan(rollen: readonly Rol[], mandaat: ParameterWaarden['kwijtschelding-mandaat']): number {
  return Math.max(0, ...Object.entries(mandaat).filter(([rol]) => rollen.some((een) => een === rol)).map(([, tot]) => tot))
}

export type AfboekBeletsel = 'niet-open' | 'ligt-al-voor' | 'regeling-loopt'

/** Why a claim cannot be remitted or written off now. A running arrangement is being paid, so nothing is given up. */
export function checkAfboeking({ openCent, isVoorgesteld, isRegeling, soort }: { openCent: number; isVoorgesteld: boolean; isRegeling: boolean; soort: 'kwijtschelding' | 'oninbaar' }): readonly AfboekBeletsel[] {
  return [
    ...(openCent > 0 ? [] : (['niet-open'] as const)),
    ...(isVoorgesteld ? (['ligt-al-voor'] as const) : []),
    ...(isRegeling && soort === 'oninbaar' ? (['regeling-loopt'] as const) : []),
  ]
}
