import { createBatcher } from '@/lib/platform/batcher'
import type { Wachtplaats } from '@/lib/wachtkamer/model'
import { listEigenPlaatsen } from '@/lib/wachtkamer/repo/plaatsen'
import { givePlaats } from '@/lib/wachtkamer/rules/plaats'

type Vraag = { readonly burgerId: string; readonly code: string }

/**
 * The place of a burger in the wachtkamer of a tijdvak, taking none; with `verlatenOp` when it was left. Undefined when there
 * never was one. Callers at the same moment share one question.
 */
export function leesPlaats(burgerId: string, code: string): Promise<Wachtplaats | undefined> {
  return read({ burgerId, code })
}

const read = createBatcher<Vraag, Wachtplaats | undefined>(async (vragen) => {
  const plaatsen = new Map((await listEigenPlaatsen(vragen)).map((rij) => [rij.index, rij]))
  return vragen.map((_, index) => {
    const rij = plaatsen.get(index)
    if (rij === undefined) return undefined
    const { nummer, lot, genomenOp, verlatenOp } = rij
    return { nummer, lot, plaats: givePlaats(rij, rij), genomenOp, verlatenOp }
  })
})
