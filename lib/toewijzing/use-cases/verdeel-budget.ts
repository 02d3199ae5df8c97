import { withClient, type PoolClient } from '@/lib/platform/db'
import { becomeToewijzer, letGo, listTeVerdelen, type TeVerdelen } from '@/lib/toewijzing/repo'
import { neemDeelAanLoting } from '@/lib/toewijzing/use-cases/neem-deel-aan-loting'
import { wijsTijdvakToe } from '@/lib/toewijzing/use-cases/wijs-tijdvak-toe'

/**
 * A round of the allocator for every tijdvak in which something can be decided. Any number of processes may call this at the
 * same time: per tijdvak one of them is the allocator, the others leave it alone. Answers whether there may be more at once.
 * A tijdvak that fails does not hold up the others; its fault is thrown when they are done.
 */
export async function verdeelBudget(): Promise<boolean> {
  return withClient(async (client) => {
    const tijdvakken = await listTeVerdelen(client)
    const faults: unknown[] = []
    let decided = 0
    for (const tijdvak of tijdvakken) {
      try {
        decided += await verdeelTijdvak(client, tijdvak)
      } catch (fault) {
        faults.push(fault)
      }
    }
    if (faults.length > 0) throw faults[0]
    return decided > 0
  })
}

/** One round, as the one allocator of the tijdvak. 0 when another process is the allocator. */
async function verdeelTijdvak(client: PoolClient, { id, modus }: TeVerdelen): Promise<number> {
  if (!(await becomeToewijzer(client, id))) return 0
  try {
    return modus === 'loting' ? await neemDeelAanLoting(client, id) : await wijsTijdvakToe(client, id)
  } finally {
    await letGo(client, id)
  }
}
