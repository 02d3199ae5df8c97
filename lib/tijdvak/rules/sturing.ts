import { amsterdamDate } from '@/lib/base/amsterdam'
import { addDays, type PlainDate } from '@/lib/base/date'
import type { Tijdvak, TijdvakToestand } from '@/lib/tijdvak/model'

/** From which state the ketenregisseur may do what. What the clock does (openen, sluiten) is not in here. */
export const STURING = {
  // Again during a pause: then the message changes.
  pauzeer: ['gepland', 'open', 'gepauzeerd'],
  hervat: ['gepauzeerd'],
  stop: ['gepland', 'open', 'gepauzeerd'],
  // An opening under way cannot be moved to another day; pause it first.
  heropen: ['gepland', 'gepauzeerd', 'gesloten'],
} as const satisfies Record<string, readonly TijdvakToestand[]>

export type SturingHandeling = keyof typeof STURING
export type SturingReden = 'onbekend-tijdvak' | 'kan-nu-niet' | 'opening-in-verleden' | 'sluiting-voor-opening' | 'overlapt-ander-tijdvak'

/** Whether this can be done with a tijdvak in this state; the buttons in the control room read this too. */
export function canSturen(handeling: SturingHandeling, toestand: TijdvakToestand): boolean {
  const van: readonly TijdvakToestand[] = STURING[handeling]
  return van.includes(toestand)
}

type Momenten = Pick<Tijdvak, 'opentOp' | 'sluitOp' | 'startTeltVanaf' | 'reserveTot'>

/** What a new opening changes; the registratiestop stays, so that nothing that entered the register since can be chosen. */
export type Heropening = Omit<Momenten, 'startTeltVanaf'> & { readonly startTeltVanaf: PlainDate }

/**
 * The moments of a tijdvak that opens (again) on another moment. A training may start as if it had opened on the day that was
 * planned: the four weeks count from the day after that day (wijziging of maart 2023), also when the opening moves twice. The
 * end stays unless another one is given; the reserve list ends as long after the end as it did.
 */
export function calculateHeropening(tijdvak: Momenten, opentOp: Date, sluitOp: Date = tijdvak.sluitOp): Heropening {
  const startTeltVanaf = tijdvak.startTeltVanaf ?? addDays(amsterdamDate(tijdvak.opentOp), 1)
  return { opentOp, sluitOp, startTeltVanaf, reserveTot: moveReserve(tijdvak, opentOp, sluitOp) }
}

function moveReserve({ reserveTot, sluitOp: was }: Momenten, opentOp: Date, sluitOp: Date): Date | null {
  if (reserveTot === null) return null
  const moved = new Date(reserveTot.getTime() + sluitOp.getTime() - was.getTime())
  return moved > opentOp ? moved : sluitOp
}

/** Why a tijdvak cannot open on this moment; empty when it can. `andere` are the tijdvakken beside it that are not over. */
export function checkHeropening({ opentOp, sluitOp }: Pick<Heropening, 'opentOp' | 'sluitOp'>, andere: readonly Pick<Tijdvak, 'opentOp' | 'sluitOp'>[], nu: Date): readonly SturingReden[] {
  const redenen: SturingReden[] = []
  if (opentOp < nu) redenen.push('opening-in-verleden')
  if (sluitOp <= opentOp) redenen.push('sluiting-voor-opening')
  if (andere.some((ander) => opentOp < ander.sluitOp && ander.opentOp < sluitOp)) redenen.push('overlapt-ander-tijdvak')
  return redenen
}
