import { daysBetween, type PlainDate } from '@/lib/base/date'

/** The days from `van` up to but not including `tot`; null is without an end. */
export type Period = { readonly van: PlainDate; readonly tot: PlainDate | null }

/** Makes a period. Throws a RangeError when it would hold no day. */
export function period(van: PlainDate, tot: PlainDate | null): Period {
  if (tot !== null && tot <= van) throw new RangeError(`a period from ${van} to ${tot} holds no day`)
  return { van, tot }
}

/** True when the day lies in the period. */
export function contains(range: Period, dag: PlainDate): boolean {
  return range.van <= dag && (range.tot === null || dag < range.tot)
}

/** True when the two periods share a day. */
export function overlaps(one: Period, other: Period): boolean {
  return intersection(one, other) !== undefined
}

/** The days that both periods have, or undefined when there are none. */
export function intersection(one: Period, other: Period): Period | undefined {
  const van = one.van > other.van ? one.van : other.van
  const tot = earliest(one.tot, other.tot)
  return tot === null || van < tot ? { van, tot } : undefined
}

/** How many days the period holds, or null when it has no end. */
export function lengthInDays(range: Period): number | null {
  return range.tot === null ? null : daysBetween(range.van, range.tot)
}

/** True when each period begins where the one before it ends, so that no day is missing or counted twice. */
export function areContiguous(ranges: readonly Period[]): boolean {
  return ranges.every((range, index) => index === 0 || ranges[index - 1]?.tot === range.van)
}

function earliest(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  if (one === null) return other
  if (other === null) return one
  return one < other ? one : other
}
