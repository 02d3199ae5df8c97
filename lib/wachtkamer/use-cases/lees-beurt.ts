import { createBatcher } from '@/lib/platform/batcher'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import type { Beurt } from '@/lib/wachtkamer/model'
import { listBeurten, type BeurtRij } from '@/lib/wachtkamer/repo'
import { givePlaats } from '@/lib/wachtkamer/rules/plaats'
import { calculateWachtkamerToestand, isGeloot } from '@/lib/wachtkamer/rules/toestand'
import { isUitgeput } from '@/lib/wachtkamer/rules/uitputting'

type Verzoek = { readonly burgerId: string; readonly kenmerk: string }

/**
 * Whether it is the turn of a burger to submit this aanvraag (the kenmerk as it is written in the database). Undefined when there
 * is no such aanvraag of this burger. Callers at the same moment share one question; nothing is remembered between questions.
 */
export function leesBeurt(verzoek: Verzoek): Promise<Beurt | undefined> {
  return read(verzoek)
}

const read = createBatcher<Verzoek, Beurt | undefined>(async (verzoeken) => {
  const beurten = new Map((await listBeurten(verzoeken)).map((rij) => [rij.index, toBeurt(rij)]))
  return verzoeken.map((_, index) => beurten.get(index))
})

function toBeurt(rij: BeurtRij): Beurt {
  const { code, modus, opentOp, gelootOp, plaats, gelotePlaats, nu } = rij
  const geloot = isGeloot({ gelootOp }, opentOp)
  return {
    code,
    modus,
    toestand: calculateWachtkamerToestand({ tijdvak: calculateToestand(rij, nu), modus, isGeloot: geloot, isUitgeput: isOp(rij) }),
    plaats: plaats === null ? undefined : { ...plaats, plaats: givePlaats({ nummer: plaats.nummer, gelotePlaats }, { gelootOp, opentOp }) },
    toegelatenTot: geloot ? (rij.toegelatenTot ?? 0) : 0,
  }
}

/** Exhausted for everybody online, and for this aanvraag too: it may have the budget of the werkplein, or something fell free. */
function isOp({ uitgeputOp, eigenRest, pastNietRegel }: BeurtRij): boolean {
  return uitgeputOp !== null && isUitgeput(eigenRest ?? [], pastNietRegel)
}
