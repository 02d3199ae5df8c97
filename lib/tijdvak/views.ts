import 'server-only'
import type { PlainDate } from '@/lib/base/date'
import { cent, sum, type Cent } from '@/lib/base/money'
import { now } from '@/lib/platform/clock'
import { prisma } from '@/lib/platform/db'
import type { CompartimentStand, Tijdvak, TijdvakToestand } from '@/lib/tijdvak/model'
import { findTijdvak, listPlafonds, listStanden, listTijdvakken } from '@/lib/tijdvak/repo'
import { listJaarplafondregels, listJaarplafonds, type Jaarplafondregel } from '@/lib/tijdvak/repo/jaarplafond'
import { calculateJaarplafond, calculateRuimte, type JaarplafondFeiten } from '@/lib/tijdvak/rules/jaarplafond'
import { calculateVerlaagbaar, checkVerhoging } from '@/lib/tijdvak/rules/plafond'
import { calculateLaatsteDag } from '@/lib/tijdvak/rules/startvenster'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import { tijdvakNaam } from '@/lib/tijdvak/texts'

/** A tijdvak with its budget as it is at `gemetenOp`. Amounts in cents. */
export type TijdvakOverzicht = Omit<Tijdvak, 'toestand'> & {
  naam: string
  toestand: TijdvakToestand
  /** The last day on which somebody can submit. */
  laatsteDag: PlainDate
  plafondCent: Cent
  overCent: Cent
  compartimenten: readonly CompartimentStand[]
  gemetenOp: Date
}

/** Every tijdvak, the earliest first. */
export async function listTijdvakOverzicht(): Promise<readonly TijdvakOverzicht[]> {
  const [tijdvakken, nu] = await Promise.all([listTijdvakken(prisma), now()])
  const standen = await listStanden(prisma, tijdvakken.map(({ id }) => id))
  return tijdvakken.map((tijdvak) => makeOverzicht(tijdvak, standen.filter(({ tijdvakId }) => tijdvakId === tijdvak.id), nu))
}

/** One tijdvak by its id or its code ('2022-V'); undefined when it is not there. */
export async function getTijdvak(welk: { id: string } | { code: string }): Promise<TijdvakOverzicht | undefined> {
  const [tijdvak, nu] = await Promise.all([findTijdvak(prisma, welk), now()])
  return tijdvak && makeOverzicht(tijdvak, await listStanden(prisma, [tijdvak.id]), nu)
}

/** The tijdvak that matters to a visitor now: the one that is open or paused, else the next one, else undefined. */
export async function getActueelTijdvak(): Promise<TijdvakOverzicht | undefined> {
  const [tijdvakken, nu] = await Promise.all([listTijdvakken(prisma), now()])
  // The list is in order of opening, so the first one that is not over is the one.
  const tijdvak = tijdvakken.find((candidate) => calculateToestand(candidate, nu) !== 'gesloten')
  return tijdvak && makeOverzicht(tijdvak, await listStanden(prisma, [tijdvak.id]), nu)
}

const PAUZE_MS = 2_000
let pauzeGelezen: { readonly pauze: Pauze | undefined; readonly opMs: number } | undefined

/** A tijdvak that is paused, with what the ketenregisseur says about it. */
export type Pauze = { readonly naam: string; readonly melding: string }

/** The pause that is now, for every page: read at most once in two seconds. Undefined when nothing is paused or the database does not say. */
export async function getPauze(): Promise<Pauze | undefined> {
  if (pauzeGelezen !== undefined && performance.now() - pauzeGelezen.opMs < PAUZE_MS) return pauzeGelezen.pauze
  try {
    const tijdvak = await getActueelTijdvak()
    const pauze = tijdvak?.toestand === 'gepauzeerd' ? { naam: tijdvak.naam, melding: tijdvak.pauzeMelding ?? '' } : undefined
    pauzeGelezen = { pauze, opMs: performance.now() }
    return pauze
  } catch {
    // A page that needs no database must not fall for this.
    return undefined
  }
}

/** What can be changed of the plafonds of a tijdvak now. Amounts in cents. */
export type PlafondOverzicht = {
  readonly plafonds: readonly { id: string; naam: string; plafondCent: Cent; overCent: Cent; aangevraagdCent: Cent; verlaagbaarCent: Cent; kanVerhogen: boolean }[]
}

/** The plafonds of a tijdvak with how far they can go down, and whether they can go up. Undefined when there is no such tijdvak. */
export async function getPlafonds(code: string): Promise<PlafondOverzicht | undefined> {
  const [tijdvak, nu] = await Promise.all([findTijdvak(prisma, { code }), now()])
  if (tijdvak === undefined) return undefined
  const hasReservelijst = tijdvak.reserveTot !== null && nu < tijdvak.reserveTot
  const plafonds = (await listPlafonds(prisma, tijdvak.id)).map((plafond) => {
    const feiten = { ...plafond, hasReservelijst }
    return {
      id: plafond.id, naam: plafond.naam, plafondCent: cent(plafond.plafondCent), overCent: cent(plafond.overCent), aangevraagdCent: cent(plafond.aangevraagdCent),
      verlaagbaarCent: cent(calculateVerlaagbaar(feiten)), kanVerhogen: checkVerhoging(feiten).length === 0,
    }
  })
  return { plafonds }
}

function makeOverzicht(tijdvak: Tijdvak, compartimenten: readonly CompartimentStand[], nu: Date): TijdvakOverzicht {
  return {
    ...tijdvak,
    naam: tijdvakNaam(tijdvak.code),
    toestand: calculateToestand(tijdvak, nu),
    laatsteDag: calculateLaatsteDag(tijdvak),
    plafondCent: sum(compartimenten.map(({ plafondCent }) => plafondCent)),
    overCent: sum(compartimenten.map(({ overCent }) => overCent)),
    compartimenten,
    gemetenOp: nu,
  }
}

/** A year with its plafond and what of it can still be divided; null where nothing was decided. Amounts in cents. */
export type Jaarplafond = JaarplafondFeiten & { plafondCent: Cent | null; ruimteCent: Cent | null }
export type Jaarplafondwijziging = Jaarplafondregel & { id: number; op: Date; door: string | null }

/** The plafonds of the years, the latest first, with every besluit and everything that moved between years. */
export async function getJaarplafonds(): Promise<{ jaren: readonly Jaarplafond[]; wijzigingen: readonly Jaarplafondwijziging[] }> {
  const [feiten, wijzigingen] = await Promise.all([listJaarplafonds(prisma), listJaarplafondregels(prisma)])
  const orNull = (centen: number | null) => (centen === null ? null : cent(centen))
  return { jaren: feiten.map((jaar) => ({ ...jaar, plafondCent: orNull(calculateJaarplafond(jaar)), ruimteCent: orNull(calculateRuimte(jaar)) })), wijzigingen }
}

/** Every compartiment between which budget can be moved: what can leave it, and whether it can get more. `sleutel` names it in a form. */
export async function listHevelbaar(): Promise<readonly { sleutel: string; naam: string; verlaagbaarCent: Cent; kanVerhogen: boolean }[]> {
  const [tijdvakken, nu] = await Promise.all([listTijdvakken(prisma), now()])
  const potten = await Promise.all(tijdvakken.map(async (tijdvak) => (await listPlafonds(prisma, tijdvak.id)).map((plafond) => {
    const feiten = { ...plafond, hasReservelijst: tijdvak.reserveTot !== null && nu < tijdvak.reserveTot }
    return {
      sleutel: `${tijdvak.code} ${plafond.code}`, naam: `${tijdvak.code} ${plafond.naam}`, verlaagbaarCent: cent(calculateVerlaagbaar(feiten)),
      kanVerhogen: calculateToestand(tijdvak, nu) !== 'gesloten' && checkVerhoging(feiten).length === 0,
    }
  })))
  return potten.flat()
}
