import { addDays, addMonths, daysBetween, plainDate, type PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import type { Period } from '@/lib/base/period'
import type { Bepaling } from '@/lib/regeling/model'

/** The rate that holds from a day on, in whole percents a year: the parameter wettelijke-rente, oldest first. */
export type Rentevoet = { readonly vanaf: PlainDate; readonly procent: number }

/** So many days of one rate over one amount: what the sum is made of, so that anybody can count it again. */
export type Rentedeel = { readonly van: PlainDate; readonly tot: PlainDate; readonly dagen: number; readonly procent: number; readonly over: Cent }

export type Renteberekening = { readonly bedrag: Cent; readonly dagen: number; readonly delen: readonly Rentedeel[] }

export function toRentevoeten(historie: readonly Bepaling<'wettelijke-rente'>[]): readonly Rentevoet[] {
  return historie.map(({ geldigVan, waarde }) => ({ vanaf: geldigVan, procent: waarde.procent }))
}

/**
 * The statutory interest over an amount for every day of a period (`tot` itself no longer counts), a day being a 365th of a year,
 * in a leap year a 366th. After each whole year of it the interest of that year is added to the amount (BW 6:119 lid 2). Cents are
 * rounded once per such year, half a cent up. Days in `zonder` do not count: payment was suspended, so nobody was late.
 * @throws RangeError when no rate is known for a day
 */
export function berekenWettelijkeRente(
  hoofdsom: Cent, { van, tot }: { readonly van: PlainDate; readonly tot: PlainDate }, voeten: readonly Rentevoet[], zonder: readonly Period[] = [],
): Renteberekening {
  const delen: Rentedeel[] = []
  let totaal = 0
  for (let jaar = 0, begin = van; begin < tot; jaar += 1) {
    const verjaart = addMonths(van, 12 * (jaar + 1))
    const eigen = splits({ van: begin, tot: verjaart < tot ? verjaart : tot }, { voeten, zonder, over: cent(hoofdsom + totaal) })
    delen.push(...eigen)
    totaal += toCents(eigen)
    begin = verjaart
  }
  return { bedrag: cent(totaal), dagen: delen.reduce((som, { dagen }) => som + dagen, 0), delen }
}

type Grondslag = { voeten: readonly Rentevoet[]; zonder: readonly Period[]; over: Cent }

/** Cuts a period where the rate or the calendar year changes, and where suspended days begin and end. */
function splits({ van, tot }: { van: PlainDate; tot: PlainDate }, { voeten, zonder, over }: Grondslag): Rentedeel[] {
  const grenzen = new Set([van, tot, ...voeten.map(({ vanaf }) => vanaf), ...zonder.flatMap((period) => [period.van, period.tot ?? tot])])
  for (let jaar = Number(van.slice(0, 4)) + 1; jaar <= Number(tot.slice(0, 4)); jaar += 1) grenzen.add(plainDate(`${String(jaar)}-01-01`))
  const dagen = [...grenzen].filter((dag) => dag >= van && dag <= tot).toSorted()
  return dagen.slice(1).flatMap((einde, index) => {
    const begin = dagen[index] ?? van
    if (zonder.some((period) => period.van <= begin && (period.tot === null || begin < period.tot))) return []
    const voet = voeten.findLast(({ vanaf }) => vanaf <= begin)
    if (voet === undefined) throw new RangeError(`no rate is known on ${begin}`)
    return [{ van: begin, tot: einde, dagen: daysBetween(begin, einde), procent: voet.procent, over }]
  })
}

/** Whole numbers throughout: a year of 365 and one of 366 days have 133.590 as their common measure. */
function toCents(delen: readonly Rentedeel[]): number {
  const noemer = 100n * 365n * 366n
  const teller = delen.reduce((som, { van, dagen, procent, over }) => som + BigInt(over) * BigInt(procent) * BigInt(dagen) * (isLeapYear(van) ? 365n : 366n), 0n)
  return Number((teller * 2n + noemer) / (noemer * 2n))
}

function isLeapYear(dag: PlainDate): boolean {
  const jaar = dag.slice(0, 4)
  return addDays(plainDate(`${jaar}-02-28`), 1) === `${jaar}-02-29`
}
