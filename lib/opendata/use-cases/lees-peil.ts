import type { Peil } from '@/lib/opendata/repo'
import { today } from '@/lib/platform/clock'
import { prisma } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

/** What counts today for being public. */
export async function leesPeil(): Promise<Peil> {
  const dag = await today()
  return { dag, erkenningen: (await leesRegeling(prisma, dag)).get('toegelaten-erkenningen') }
}
