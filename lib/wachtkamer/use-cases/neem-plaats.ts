import { randomBytes } from 'node:crypto'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { createAppender } from '@/lib/platform/appender'
import { BEGIN_BY_KEY, inPgTransaction, type PoolClient } from '@/lib/platform/db'
import { faultpoint } from '@/lib/platform/faultpoint'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import type { Wachtplaats } from '@/lib/wachtkamer/model'
import { listCodes, lockKamers, savePlaatsen, type Kamer, type PlaatsRij } from '@/lib/wachtkamer/repo/plaatsen'
import { givePlaats } from '@/lib/wachtkamer/rules/plaats'

/** `geen-wachtkamer`: it is too early, or this tijdvak is divided by a draw and has none. */
export type PlaatsReden = 'onbekend-tijdvak' | 'geen-wachtkamer' | 'gesloten'

type Verzoek = { readonly burgerId: string; readonly code: string }
type Antwoord = Outcome<PlaatsReden, Wachtplaats>

/**
 * Takes the place of a burger in the wachtkamer of a tijdvak, or gives the one that is there already: from every tab and device
 * the same. Places are given until the tijdvak closes, also while it is paused or exhausted.
 */
export function neemPlaats(burgerId: string, code: string): Promise<Antwoord> {
  return append({ burgerId, code })
}

/** Two seconds of work; whoever comes above that gets an AppenderFull and may come again. */
const HOOGSTENS_WACHTEND = 20_000

const append = createAppender<Verzoek, Antwoord>(async (verzoeken) => {
  const antwoorden = await inPgTransaction((client) => neemPlaatsen(client, verzoeken), BEGIN_BY_KEY)
  await faultpoint('wachtkamer.plaats-na-commit')
  return antwoorden
}, 500, HOOGSTENS_WACHTEND)

async function neemPlaatsen(client: PoolClient, verzoeken: readonly Verzoek[]): Promise<readonly Antwoord[]> {
  const codes = [...new Set(verzoeken.map(({ code }) => code))]
  const kamers = await lockKamers(client, codes)
  const bekend = kamers.size === codes.length ? new Set(codes) : await listCodes(client, codes)

  const plaatsen = new Map<string, PlaatsRij>()
  for (const kamer of kamers.values()) {
    if (isGesloten(kamer)) continue
    const burgers = new Set(verzoeken.filter(({ code }) => code === kamer.code).map(({ burgerId }) => burgerId))
    const nieuwe = [...burgers].map((burgerId) => ({ burgerId, lot: randomBytes(16).toString('hex') }))
    for (const rij of await savePlaatsen(client, kamer, nieuwe)) plaatsen.set(`${rij.burgerId} ${kamer.code}`, rij)
  }
  await faultpoint('wachtkamer.plaats-voor-commit')
  return verzoeken.map(({ burgerId, code }) => {
    const kamer = kamers.get(code)
    if (kamer === undefined) return refused(bekend.has(code) ? 'geen-wachtkamer' : 'onbekend-tijdvak')
    const rij = plaatsen.get(`${burgerId} ${code}`)
    return rij === undefined ? refused('gesloten') : success(toWachtplaats(rij, kamer))
  })
}

function isGesloten(kamer: Kamer): boolean {
  return calculateToestand(kamer, kamer.nu) === 'gesloten'
}

function toWachtplaats({ nummer, lot, genomenOp, verlatenOp, gelotePlaats }: PlaatsRij, kamer: Kamer): Wachtplaats {
  return { nummer, lot, plaats: givePlaats({ nummer, gelotePlaats }, kamer), genomenOp, verlatenOp }
}
