import { SYSTEEM } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import type { Tx } from '@/lib/platform/db'
import { logVordering, saveDagen, type VorderingRij } from '@/lib/vordering/repo/rij'
import { saveOverdracht } from '@/lib/vordering/repo/besluiten'
import { aanmaningsvergoeding } from '@/lib/vordering/rules/aanmaning'
import { makeAanmaning, makeHerinnering } from '@/lib/vordering/rules/brieven'
import { calculateAanmaningVervaldag, stuitVerjaring } from '@/lib/vordering/rules/termijn'
import { boekMutatie } from '@/lib/vordering/use-cases/boek-mutatie'
import { schrijf, type Vandaag } from '@/lib/vordering/use-cases/schrijf'

const DOOR = { doorId: null, rol: 'systeem' }

/** The reminder before the term ends: once, without cost. */
export async function herinner(tx: Tx, rij: VorderingRij, { dag }: Vandaag): Promise<void> {
  const briefId = await schrijf(tx, rij, 'betaalherinnering', (feiten) => makeHerinnering(feiten, rij.open, rij.vervaltOp))
  await saveDagen(tx, rij.id, { herinnerd_op: dag })
  await logVordering(tx, rij.id, { soort: 'herinner', ...DOOR, gegevens: { briefId } })
}

/** The aanmaning (Awb 4:112) with its fee (4:113), once however often it is sent; it interrupts the limitation (4:106). */
export async function maanAan(tx: Tx, rij: VorderingRij, { dag, regeling, bezwaarUiterlijkOp }: Vandaag, door: { doorId: string | null; rol: string } = DOOR): Promise<void> {
  const vergoeding = rij.aangemaandOp === null ? aanmaningsvergoeding(cent(rij.open.hoofdsom + rij.open.kosten), regeling.get('aanmaning')) : cent(0)
  const uiterlijkOp = calculateAanmaningVervaldag(dag, regeling)
  // The letter first: the movement names it, and asks the amount that is in it.
  const briefId = await schrijf(tx, rij, 'aanmaning', (feiten) =>
    makeAanmaning(feiten, { open: { ...rij.open, kosten: cent(rij.open.kosten + vergoeding) }, vergoeding, vervielOp: rij.vervaltOp, uiterlijkOp, bezwaarUiterlijkOp },
      { weken: regeling.get('aanmaning').weken, renteVanaf: cent(regeling.get('rente-drempel').anderCent) }))
  await saveDagen(tx, rij.id, { aangemaand_op: dag, aanmaning_vervalt_op: uiterlijkOp, verjaart_op: stuitVerjaring(rij.verjaartOp, dag, regeling.get('verjaring')) })
  if (vergoeding === 0) await logVordering(tx, rij.id, { soort: 'maan-aan', ...door, gegevens: { briefId } })
  else await boekMutatie(tx, rij, { soort: 'vergoeding', dag, hoofdsom: cent(0), kosten: vergoeding, handeling: 'maan-aan', actor: SYSTEEM, gegevens: { briefId } })
}

/** The aanmaning passed without payment: a person decides about the gerechtsdeurwaarder. */
export async function legOverdrachtVoor(tx: Tx, rij: VorderingRij): Promise<void> {
  await saveOverdracht(tx, rij.id, 'voorgelegd', null)
  await logVordering(tx, rij.id, { soort: 'leg-overdracht-voor', ...DOOR, gegevens: {} })
}
