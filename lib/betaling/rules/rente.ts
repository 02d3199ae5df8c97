import { addDays, formatDatumKort, type PlainDate } from '@/lib/base/date'
import { cent, formatBedrag, type Cent } from '@/lib/base/money'
import type { Period } from '@/lib/base/period'
import { addWeken, endOfTermijn } from '@/lib/base/termijn'
import { berekenWettelijkeRente, toRentevoeten, type Rentedeel, type Rentevoet } from '@/lib/regeling/rules/wettelijke-rente'
import type { Regeling } from '@/lib/regeling/model'

/** What the regeling says of paying late on one day. */
export type Renteregels = { readonly weken: number; readonly gelijkgesteld: readonly PlainDate[]; readonly drempel: Cent; readonly voeten: readonly Rentevoet[] }

export function toRenteregels(regeling: Regeling): Renteregels {
  return {
    weken: regeling.get('betaaltermijn').weken, gelijkgesteld: regeling.get('gelijkgestelde-dagen'),
    drempel: cent(regeling.get('rente-drempel').bestuursorgaanCent), voeten: toRentevoeten(regeling.historie('wettelijke-rente')),
  }
}

/** The first day on which UWV is in default with an invoice: the day after the six weeks that begin when it is received (Awb 4:87 lid 1 and 4:97). */
export function eersteDagVanVerzuim(ontvangenOp: PlainDate, { weken, gelijkgesteld }: Pick<Renteregels, 'weken' | 'gelijkgesteld'>): PlainDate {
  return addDays(endOfTermijn(addWeken(ontvangenOp, weken), gelijkgesteld), 1)
}

export type TeLaat = {
  /** What is owed of the invoice. */
  readonly hoofdsom: Cent
  readonly ontvangenOp: PlainDate
  /** The day on which the bank carries the payment out. */
  readonly betaaldOp: PlainDate
  /** Interest on this invoice that was fixed before. */
  readonly eerder: Cent
  /** Days on which payment was rightly held: a suspension, or an invoice that was too high next to a fee. */
  readonly opgeschort: readonly Period[]
  /** The scholing starts later than when the invoice came, oldest first. */
  readonly verschoven?: readonly Verschuiving[]
}

/** On `op` it was agreed that the scholing starts on another day, so that nothing may be paid before `vanaf` (regeling, factuur-vanaf). */
export type Verschuiving = { readonly op: PlainDate; readonly vanaf: PlainDate }

/**
 * From which day we are late, and on which days after it not, when the start was moved. Moved before we were late, the six weeks begin on the
 * first day on which it may be paid (Awb 4:87 lid 1). Once late we stay so, but not on days on which nothing may be paid.
 */
export function verzuimNa({ ontvangenOp, betaaldOp, verschoven = [] }: Pick<TeLaat, 'ontvangenOp' | 'betaaldOp' | 'verschoven'>, regels: Pick<Renteregels, 'weken' | 'gelijkgesteld'>): { van: PlainDate; zonder: readonly Period[] } {
  let van = eersteDagVanVerzuim(ontvangenOp, regels)
  const zonder: Period[] = []
  for (const { op, vanaf } of verschoven) {
    if (op > betaaldOp) break
    if (op < van) van = eersteDagVanVerzuim(vanaf > ontvangenOp ? vanaf : ontvangenOp, regels)
    else if (vanaf > op) zonder.push({ van: op, tot: vanaf })
  }
  return { van, zonder }
}

/** Interest that is owed on top of what was fixed before. `delen` is the whole calculation. */
export type VerschuldigdeRente = { readonly bedrag: Cent; readonly van: PlainDate; readonly totEnMet: PlainDate; readonly delen: readonly Rentedeel[] }

/**
 * The statutory interest on an invoice that we pay late: from the first day of default up to and including the day of payment
 * (Awb 4:98 lid 1; BW 6:119). Undefined when nothing is owed: in time, or in all less than the law pays out (Awb 4:98 lid 2).
 */
export function berekenRente({ hoofdsom, ontvangenOp, betaaldOp, eerder, opgeschort, verschoven = [] }: TeLaat, regels: Renteregels): VerschuldigdeRente | undefined {
  const { van, zonder } = verzuimNa({ ontvangenOp, betaaldOp, verschoven }, regels)
  if (betaaldOp < van) return undefined
  const { bedrag, delen } = berekenWettelijkeRente(hoofdsom, { van, tot: addDays(betaaldOp, 1) }, regels.voeten, [...opgeschort, ...zonder])
  const rest = bedrag - eerder
  return bedrag < regels.drempel || rest <= 0 ? undefined : { bedrag: cent(rest), van, totEnMet: betaaldOp, delen }
}

/** The calculation in sentences, for the letter and the screen. */
export function describeRente(delen: readonly Rentedeel[]): string[] {
  return delen.map(({ van, tot, dagen, procent, over }) =>
    `${formatDatumKort(van)} tot en met ${formatDatumKort(addDays(tot, -1))}: ${String(dagen)} ${dagen === 1 ? 'dag' : 'dagen'} ${String(procent)} procent per jaar over ${formatBedrag(over)}`)
}
