import { amsterdamDate, startOfDay } from '@/lib/base/amsterdam'
import { addDays } from '@/lib/base/date'
import type { ParameterWaarden } from '@/lib/regeling/model'
import type { Tijdvak, TijdvakToestand } from '@/lib/tijdvak/model'

type Momenten = Pick<Tijdvak, 'opentOp' | 'sluitOp' | 'toestand'>

/**
 * Where a tijdvak stands at a moment. The clock decides, not the worker that writes it down: a worker that is late
 * keeps nobody outside (art. 9). A pause lasts until it is lifted or the tijdvak ends.
 */
export function calculateToestand({ opentOp, sluitOp, toestand }: Momenten, nu: Date): TijdvakToestand {
  if (toestand === 'gesloten' || nu >= sluitOp) return 'gesloten'
  if (toestand === 'gepauzeerd') return 'gepauzeerd'
  return nu >= opentOp ? 'open' : 'gepland'
}

/** True when an aanvraag that arrives at this moment is received in the tijdvak. */
export function isOpen(tijdvak: Momenten, nu: Date): boolean {
  return calculateToestand(tijdvak, nu) === 'open'
}

/**
 * True when what arrived at a moment is received in the tijdvak, also when it is written down later: after an outage the tijdvak
 * may have come to its end in the meantime, and what arrived before that end is in time (Awb 2:17). A pause or a stop that was
 * decided keeps it out.
 */
export function isTijdigOntvangen(tijdvak: Momenten & { readonly geslotenOp: Date | null }, aangekomen: Date): boolean {
  const isVanzelfGesloten = tijdvak.toestand === 'gesloten' && tijdvak.geslotenOp !== null && tijdvak.geslotenOp >= tijdvak.sluitOp
  return isOpen(isVanzelfGesloten ? { ...tijdvak, toestand: 'open' } : tijdvak, aangekomen)
}

/** The first moment at which an aanvraag that is being prepared now can be received: now, or the opening when that is still to come. */
export function calculateVroegsteOntvangst({ opentOp }: Pick<Tijdvak, 'opentOp'>, nu: Date): Date {
  return nu > opentOp ? nu : opentOp
}

/** The moment after which nothing that enters the register can be chosen in a tijdvak: the start of the day so many days before it opens. */
export function calculateRegistratiestop(opentOp: Date, { dagenVoorOpening }: ParameterWaarden['registratiestop']): Date {
  return startOfDay(addDays(amsterdamDate(opentOp), -dagenVoorOpening))
}
