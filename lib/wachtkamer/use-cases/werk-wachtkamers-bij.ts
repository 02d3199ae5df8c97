import { createHash, randomBytes } from 'node:crypto'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { now } from '@/lib/platform/clock'
import { inPgTransaction, prisma } from '@/lib/platform/db'
import { encrypt } from '@/lib/platform/encryption'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import { leesTijdvak } from '@/lib/tijdvak/use-cases/lees-tijdvak'
import { listKamers, saveRonde, saveWachtkamer, type KamerVanTijdvak } from '@/lib/wachtkamer/repo/rondes'
import { calculateZaadHash } from '@/lib/wachtkamer/rules/loting'
import { chooseStap } from '@/lib/wachtkamer/rules/toestand'
import { lootPlaatsen } from '@/lib/wachtkamer/use-cases/loot-plaatsen'

/**
 * The tick of a worker: opens wachtkamers some time before the opening, begins a new ronde where the opening was moved after a
 * draw, and draws when the moment has come. Any number of processes may call it. Answers whether something was done.
 */
export async function werkWachtkamersBij(): Promise<boolean> {
  let isGedaan = false
  for (const kamer of await listKamers()) {
    if (await doStap(kamer)) isGedaan = true
  }
  return isGedaan
}

async function doStap(kamer: KamerVanTijdvak): Promise<boolean> {
  const { tijdvakId, ronde, gelootOp, opentOp, nu } = kamer
  // The regeling is only asked when there is no wachtkamer yet: this runs many times a minute.
  const urenVoorOpening = ronde === null ? (await leesParameter(nu)).urenVoorOpening : 0
  const stap = chooseStap(ronde === null ? undefined : { ronde, gelootOp }, { opentOp, tijdvak: calculateToestand(kamer, nu), nu, urenVoorOpening })
  if (stap === 'open-wachtkamer') return open(tijdvakId, (await leesParameter(nu)).perMinuut)
  if (stap === 'begin-ronde') return inPgTransaction((client) => saveRonde(client, { tijdvakId, ronde: (ronde ?? 0) + 1, ...makeBelofte() }))
  return stap === 'loot' && lootPlaatsen(tijdvakId)
}

/** Opens the wachtkamer of a tijdvak at once, earlier than the clock would. True when it was not there yet. */
export async function openWachtkamer(code: string): Promise<Outcome<'onbekend-tijdvak' | 'geen-wachtkamer' | 'gesloten', boolean>> {
  const [tijdvak, nu] = await Promise.all([leesTijdvak(prisma, { code }), now()])
  if (tijdvak === undefined) return refused('onbekend-tijdvak')
  if (tijdvak.modus === 'loting') return refused('geen-wachtkamer')
  if (calculateToestand(tijdvak, nu) === 'gesloten') return refused('gesloten')
  return success(await open(tijdvak.id, (await leesParameter(nu)).perMinuut))
}

function open(tijdvakId: string, perMinuut: number): Promise<boolean> {
  return inPgTransaction((client) => saveWachtkamer(client, { tijdvakId, perMinuut, ...makeBelofte() }))
}

/** 256 random bits as hex: kept encrypted until the draw, promised by their hash. */
function makeBelofte(): { zaadHash: string; zaadVersleuteld: string } {
  const zaad = randomBytes(32).toString('hex')
  return { zaadHash: calculateZaadHash(zaad, (text) => createHash('sha256').update(text).digest('hex')), zaadVersleuteld: encrypt(zaad) }
}

async function leesParameter(nu: Date) {
  return (await leesRegeling(prisma, amsterdamDate(nu))).get('wachtkamer')
}
