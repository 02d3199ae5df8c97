import { hash } from 'node:crypto'
import { now } from '@/lib/platform/clock'
import { inPgTransaction, prisma, withClient, type PoolClient } from '@/lib/platform/db'
import { decrypt } from '@/lib/platform/encryption'
import { faultpoint } from '@/lib/platform/faultpoint'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import { leesTijdvak } from '@/lib/tijdvak/use-cases/lees-tijdvak'
import { awaitPlaatsen, listLotenVoor, lockRonde, saveLoting } from '@/lib/wachtkamer/repo/rondes'
import { calculateLijstHash, drawPlaatsen } from '@/lib/wachtkamer/rules/loting'

/**
 * Draws the places of everybody who was there before the opening, once: in one transaction, so that there is a whole draw or
 * none. False when the opening is still to come, when it was drawn already, or when another process is at it.
 */
export async function lootPlaatsen(tijdvakId: string): Promise<boolean> {
  const [tijdvak, nu] = await Promise.all([leesTijdvak(prisma, { id: tijdvakId }), now()])
  if (tijdvak === undefined || nu < tijdvak.opentOp || calculateToestand(tijdvak, nu) === 'gesloten') return false
  // Not in the transaction of the draw: nobody has to wait for a place while the lots are drawn.
  await withClient((client) => awaitPlaatsen(client, tijdvakId))
  return inPgTransaction((client) => loot(client, tijdvakId))
}

async function loot(client: PoolClient, tijdvakId: string): Promise<boolean> {
  const ronde = await lockRonde(client, tijdvakId)
  // Asked again with the lock: the opening may have been moved in between.
  if (ronde === undefined || ronde.nu < ronde.opentOp) return false
  const zaad = decrypt(ronde.zaadVersleuteld)
  const loten = await listLotenVoor(client, tijdvakId, ronde.opentOp)
  const { code, opentOp } = ronde
  await saveLoting(client, { tijdvakId, code, ronde: ronde.ronde, zaad, lijstHash: calculateLijstHash(loten, sha256), opentOp, plaatsen: drawPlaatsen(zaad, loten, sha256) })
  await faultpoint('wachtkamer.loting-voor-commit')
  return true
}

function sha256(text: string): string {
  // In one call: a hundred and sixty thousand of them are made while everybody waits.
  return hash('sha256', text, 'hex')
}
