import { cent } from '@/lib/base/money'
import type { Tx } from '@/lib/platform/db'
import { listMutaties, lockVordering } from '@/lib/vordering/repo/rij'
import { sumTeruggegeven } from '@/lib/vordering/repo/terugbetaling'
import { verlaag } from '@/lib/vordering/rules/terugbetaling'

/** How many cents of subsidie would be owed back when a claim became this much: its compartiment needs the room for that. The claim stays so until the transaction ends. */
export async function leesTerugBij(tx: Tx, vorderingId: string, wordtCent: number): Promise<number> {
  const rij = await lockVordering(tx, { id: vorderingId })
  if (rij === undefined) throw new Error(`vordering ${vorderingId} does not exist`)
  const [mutaties, teruggegeven] = [await listMutaties(tx, rij.id), await sumTeruggegeven(tx, rij.id)]
  return verlaag({ bedrag: cent(rij.bedragCent), wordt: cent(wordtCent), open: rij.open, mutaties, teruggegeven }).terug.hoofdsom
}
