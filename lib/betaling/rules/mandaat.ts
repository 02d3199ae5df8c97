import type { Rol } from '@/lib/base/actor'
import type { Cent } from '@/lib/base/money'
import type { GoedkeurRol } from '@/lib/betaling/model'

/** In which role somebody approves: the widest they have. Undefined when it is not theirs to approve. */
export function toGoedkeurRol(rollen: readonly Rol[]): GoedkeurRol | undefined {
  if (rollen.includes('teamleider-financieel')) return 'teamleider-financieel'
  return rollen.includes('financieel') ? 'financieel' : undefined
}

/** Whether these approvals together are enough for a batch of this total: above the mandaat one of them is the teamleider financieel. */
export function isBinnenMandaat(totaal: Cent, rollen: readonly GoedkeurRol[], financieelTot: Cent): boolean {
  return totaal <= financieelTot || rollen.includes('teamleider-financieel')
}
