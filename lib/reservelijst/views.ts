import 'server-only'
import type { Burger } from '@/lib/base/actor'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { AANVRAAG_PREFIX } from '@/lib/aanvraag/model'
import { prisma } from '@/lib/platform/db'
import type { Plaats } from '@/lib/reservelijst/model'
import { findPlaats } from '@/lib/reservelijst/repo'

/** The place of this burger's aanvraag on the reserve list; null when it never was on it, or belongs to somebody else. */
export async function getEigenPlaats(burger: Burger, kenmerk: string): Promise<Plaats | null> {
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  const rij = eigen === undefined ? null : await prisma.aanvraag.findFirst({ where: { kenmerk: eigen, burgerId: burger.id }, select: { id: true } })
  return rij === null ? null : (await findPlaats(prisma, rij.id)) ?? null
}

/** The same for an employee, who may look at every dossier. */
export async function getPlaats(kenmerk: string): Promise<Plaats | null> {
  const rij = await prisma.aanvraag.findUnique({ where: { kenmerk }, select: { id: true } })
  return rij === null ? null : (await findPlaats(prisma, rij.id)) ?? null
}

/** How many wait on the reserve list of a tijdvak for budget that falls free; an offer that stands counts as well. */
export async function countOpLijst(tijdvakId: string): Promise<number> {
  return prisma.reserveplaats.count({ where: { tijdvakId, toestand: { in: ['wacht', 'aangeboden'] } } })
}
