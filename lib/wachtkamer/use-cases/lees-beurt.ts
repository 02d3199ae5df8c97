import { createBatcher } from '@/lib/platform/batcher'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import type { Beurt } from '@/lib/wachtkamer/model'
import { listBeurten, type BeurtRij } from '@/lib/wachtkamer/repo/beurten'
import { givePlaats } from '@/lib/wachtkamer/rules/plaats'
import { calculateWachtkamerToestand, isGeloot } from '@/lib/wachtkamer/rules/toestand'
import { isUitgeput } from '@/lib/wachtkamer/rules/uitputting'

type Verzoek = { readonly burgerId: string; readonly kenmerk: string }

/**
 * Whether it is the turn of a burger to submit this aanvraag (the kenmerk as it is written in the database). Undefined when there
 * is no such aanvraag of this burger. Callers at the same moment share one question; nothing is remembered between questions.
 */
export async function leesBeurt({ burgerId, kenmerk }: Verzoek): Promise<Beurt | undefined> {
  return beurtVan(burgerId, await leesBeurtBij(kenmerk))
}

/** The turn that belongs to an aanvraag, whoever asks. Show it to nobody before `beurtVan` said that it is theirs. */
export type BeurtBij = { readonly burgerId: string; readonly beurt: Beurt }

/** As leesBeurt, for who does not know yet who asks: whose session it is can be asked at the same moment. */
export const leesBeurtBij = createBatcher<string, BeurtBij | undefined>(async (kenmerken) => {
  const beurten = new Map((await listBeurten(kenmerken)).map((rij) => [rij.kenmerk, { burgerId: rij.burgerId, beurt: toBeurt(rij) }]))
  return kenmerken.map((kenmerk) => beurten.get(kenmerk))
}, { atOnce: 1 })

/** The turn when it is that of this burger; that of somebody else is as if it were not there. */
export function beurtVan(burgerId: string, gevonden: BeurtBij | undefined): Beurt | undefined {
  return gevonden?.burgerId === burgerId ? gevonden.beurt : undefined
}

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
