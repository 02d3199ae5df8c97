import 'server-only'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import type { WachtkamerLoting, WachtkamerStand } from '@/lib/wachtkamer/model'
import { findPlaatsen, findPlaatsVanLot, findStand, listLoten, listRondes } from '@/lib/wachtkamer/repo/stand'
import { calculateWachtkamerToestand, isGeloot } from '@/lib/wachtkamer/rules/toestand'

/** What everybody may know of the wachtkamer of a tijdvak, on the clock of the database. Undefined for an unknown tijdvak. */
export async function readStand(code: string): Promise<WachtkamerStand | undefined> {
  const rij = await findStand(code)
  if (rij === undefined) return undefined
  const { modus, opentOp, sluitOp, melding, overCent, zaadHash, nu: gemetenOp } = rij
  const geloot = isGeloot(rij, opentOp)
  const [uitgegeven, nu, ronde] = [rij.uitgegeven ?? 0, geloot ? (rij.toegelatenTot ?? 0) : 0, rij.ronde ?? 0]
  const toestand = calculateWachtkamerToestand({ tijdvak: calculateToestand(rij, gemetenOp), modus, isGeloot: geloot, isUitgeput: rij.uitgeputOp !== null })
  return {
    code, modus, toestand, nu, uitgegeven, overCent, opentOp, sluitOp, melding, ronde, geloot, zaadHash, gemetenOp,
    perMinuut: rij.perMinuut ?? 0,
    wachtend: Math.max(0, uitgegeven - nu - (rij.verlatenWachtend ?? 0)),
    reiktTot: geloot ? rij.reiktTot : null,
    heropentOp: toestand === 'voor' && ronde > 1 ? opentOp : null,
    zaad: geloot ? rij.zaad : null,
    lijstHash: geloot ? rij.lijstHash : null,
    aantalVoor: geloot ? rij.aantalVoor : null,
  }
}

/**
 * The drawn places by nummer, from 1 (index 0 is not used); a nummer beyond it is its own place. Undefined before the draw.
 * They never change for one `lijstHash` of the stand: read once, keep, and read again when that is another one.
 */
export async function readPlaatsen(code: string): Promise<Uint32Array | undefined> {
  const gevonden = await findPlaatsen(code)
  if (gevonden === undefined) return undefined
  const plaatsen = new Uint32Array(gevonden.aantalVoor + 1)
  if (gevonden.plaatsen !== '') gevonden.plaatsen.split(',').forEach((plaats, index) => { plaatsen[index + 1] = Number(plaats) })
  return plaatsen
}

/** Everything to replay a draw but the list of lots: of the last ronde, or of an earlier one. Undefined when there is none. */
export async function readLoting(code: string, ronde?: number): Promise<WachtkamerLoting | undefined> {
  const rondes = await listRondes(code)
  return ronde === undefined ? rondes[0] : rondes.find((one) => one.ronde === ronde)
}

const LOTEN_PER_KEER = 10_000

/** The published list of a drawn ronde: the lots in order of nummer, a line each, in parts of ten thousand. Empty before the draw. */
export async function* streamLoten(code: string, ronde: number): AsyncGenerator<string> {
  for (let vanaf = 0; ; vanaf += LOTEN_PER_KEER) {
    const loten = await listLoten(code, ronde, { vanaf, limit: LOTEN_PER_KEER })
    if (loten.length > 0) yield loten.map((lot) => `${lot}\n`).join('')
    if (loten.length < LOTEN_PER_KEER) return
  }
}

/** The nummer and the drawn place of a lot. Undefined when it was not in that draw. */
export async function readPlaatsVanLot(code: string, ronde: number, lot: string): Promise<{ nummer: number; plaats: number } | undefined> {
  return findPlaatsVanLot(code, ronde, lot)
}
