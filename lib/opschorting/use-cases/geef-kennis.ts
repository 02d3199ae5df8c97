import { SYSTEEM, type Actor } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { stuurAanvraagbrief } from '@/lib/beschikking/use-cases/stuur-aanvraagbrief'
import { insertKennisgeving, listLopend, listZonderKennisgeving, lockOpschorting, lockOpschortingenVan, lockVoorbij, saveAfgesloten } from '@/lib/opschorting/repo'
import { toestandOp } from '@/lib/opschorting/rules/duur'
import { makeEindberichtBurger, makeKennisgevingBurger } from '@/lib/opschorting/rules/kennisgeving'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn, today } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { calculateBezwaartermijn } from '@/lib/regeling/rules/bezwaartermijn'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

/** So many letters in one transaction. */
const GROEP = 50

/**
 * Tells the next burgers of a suspension: they have the subsidy, so for each of them it begins with their own letter (Awb 4:56). Gives how many were told.
 */
export async function geefKennis(tx: Tx, opschortingId: string, actor: Actor): Promise<number> {
  const opschorting = await lockOpschorting(tx, opschortingId)
  const vandaag = amsterdamDate(await nowIn(tx))
  if (opschorting === undefined || toestandOp(opschorting.duur, vandaag) !== 'loopt') return 0
  const { grond, vermoeden, duur: { totEnMet } } = opschorting
  const bezwaarUiterlijkOp = calculateBezwaartermijn(vandaag, await leesRegeling(tx, vandaag))
  const aanvragen = await listZonderKennisgeving(tx, opschortingId, GROEP)
  for (const aanvraagId of aanvragen) {
    const briefId = await stuurAanvraagbrief(tx, { aanvraagId, soort: 'opschorting', makeBrief: (feiten) => makeKennisgevingBurger(feiten, { grond, vermoeden, ingangsdatum: vandaag, totEnMet, bezwaarUiterlijkOp }) })
    await insertKennisgeving(tx, { opschortingId, aanvraagId, briefId, ingangsdatum: vandaag })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'schort-betaling-op', actor, gegevens: { opschortingId, totEnMet }, zichtbaar: true })
  }
  return aanvragen.length
}

/**
 * Tells who has not heard yet: the rest of many, and who got a grant later. And tells who was told that it is over, unless a besluit about
 * the own aanvraag did. Gives true when there is more to do at once. `isDruk` says whether an opening has the machine for itself.
 */
export async function werkOpschortingenBij(isDruk: () => Promise<boolean> = () => Promise.resolve(false)): Promise<boolean> {
  if (await isDruk()) return false
  let isMeer = false
  for (const { id, opleiderId } of await listLopend(await today())) {
    const aantal = await inTransaction(async (tx) => {
      await lockOpschortingenVan(tx, opleiderId)
      return geefKennis(tx, id, SYSTEEM)
    })
    isMeer ||= aantal === GROEP
  }
  return (await inTransaction(sluitAf)) === GROEP || isMeer
}

async function sluitAf(tx: Tx): Promise<number> {
  const voorbij = await lockVoorbij(tx, GROEP)
  for (const { opschortingId, aanvraagId, doorBesluit } of voorbij) {
    const eindeBriefId = doorBesluit ? null : await stuurAanvraagbrief(tx, { aanvraagId, soort: 'opschorting', makeBrief: makeEindberichtBurger })
    await saveAfgesloten(tx, { opschortingId, aanvraagId, eindeBriefId })
    if (!doorBesluit) await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'beeindig-opschorting', actor: SYSTEEM, gegevens: { opschortingId }, zichtbaar: true })
  }
  return voorbij.length
}
