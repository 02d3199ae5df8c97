import { addMonths, daysBetween, type PlainDate } from '@/lib/base/date'
import { intersection, type Period } from '@/lib/base/period'
import type { ParameterWaarden } from '@/lib/regeling/model'

/** Days left over from several periods count as a month by 31, so that one period never gains a month it does not have. Our own choice. */
const DAYS_IN_A_MONTH = 31

/** Art. 5 lid 2: the stretch before the start of the tijdvak in which the aanvrager must have been insured. */
export function calculateVerzekeringsvenster(beginTijdvak: PlainDate, parameter: ParameterWaarden['verzekerde-maanden']): Period {
  return { van: addMonths(beginTijdvak, -parameter.vensterVanMaanden), tot: addMonths(beginTijdvak, -parameter.vensterTotMaanden) }
}

/** The whole months somebody was insured within the venster; periods may overlap and come in any order. */
export function countVerzekerdeMaanden(perioden: readonly Period[], venster: Period): number {
  let months = 0
  let days = 0
  for (const { van, tot } of mergeWithin(perioden, venster)) {
    let whole = 0
    while (addMonths(van, whole + 1) <= tot) whole += 1
    months += whole
    days += daysBetween(addMonths(van, whole), tot)
  }
  return months + Math.floor(days / DAYS_IN_A_MONTH)
}

/** Art. 5 lid 2: insured for the volksverzekeringen during at least the required months in the venster. */
export function isVerzekerd(perioden: readonly Period[], beginTijdvak: PlainDate, parameter: ParameterWaarden['verzekerde-maanden']): boolean {
  return countVerzekerdeMaanden(perioden, calculateVerzekeringsvenster(beginTijdvak, parameter)) >= parameter.maanden
}

type ClosedPeriod = { van: PlainDate; tot: PlainDate }

/** The parts of the periods in the venster, in order, those that overlap or touch taken together. */
function mergeWithin(perioden: readonly Period[], venster: Period): readonly ClosedPeriod[] {
  const parts = perioden.flatMap((one) => closed(intersection(one, venster))).toSorted((one, other) => (one.van < other.van ? -1 : 1))
  const merged: ClosedPeriod[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if (last === undefined || part.van > last.tot) merged.push({ ...part })
    else if (part.tot > last.tot) last.tot = part.tot
  }
  return merged
}

function closed(part: Period | undefined): ClosedPeriod[] {
  return part === undefined || part.tot === null ? [] : [{ van: part.van, tot: part.tot }]
}
