import type { Burger } from '@/lib/base/actor'
import { prisma } from '@/lib/platform/db'

/** Marks a letter as read, the first time only. Somebody else's letter is left alone. */
export async function leesBericht(burger: Burger, briefId: string): Promise<void> {
  await prisma.$executeRaw`update brief set gelezen_op = nu() where id = ${briefId}::uuid and burger_id = ${burger.id}::uuid and gelezen_op is null`
}
