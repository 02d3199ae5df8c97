import 'server-only'
import type { OpleiderActor } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import type { Koppeling, KoppelingToestand } from '@/lib/koppeling/model'
import { findKoppeling, toKoppeling } from '@/lib/koppeling/repo'
import { calculateToestand, proposeLaatsteDag } from '@/lib/koppeling/rules/termijn'
import { today } from '@/lib/platform/clock'
import { prisma } from '@/lib/platform/db'

export type KoppelingRegel = Koppeling & { toestand: KoppelingToestand }

/** The koppelingen of this opleider, those that work first, then the newest. */
export async function listKoppelingen({ opleiderId }: OpleiderActor): Promise<{ regels: KoppelingRegel[]; voorstel: PlainDate; orgUnitId: string | null }> {
  const [dag, rijen, opleider] = await Promise.all([
    today(),
    prisma.koppeling.findMany({ where: { opleiderId }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take: 200 }),
    prisma.opleider.findUnique({ where: { id: opleiderId }, select: { orgUnitId: true } }),
  ])
  const regels = rijen.map(toKoppeling).map((koppeling) => ({ ...koppeling, toestand: calculateToestand(koppeling, dag) }))
  return { regels: regels.sort((a, b) => Number(b.toestand === 'actief') - Number(a.toestand === 'actief')), voorstel: proposeLaatsteDag(dag), orgUnitId: opleider?.orgUnitId ?? null }
}

/** One koppeling of this opleider, or undefined. */
export function getKoppeling({ opleiderId }: OpleiderActor, id: string): Promise<Koppeling | undefined> {
  return findKoppeling(prisma, id, opleiderId)
}
