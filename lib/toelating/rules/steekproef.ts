import { addDays, type PlainDate, plainDate } from '@/lib/base/date'

/** The month of a day, as its first day. */
export function maandOf(dag: PlainDate): PlainDate {
  return plainDate(`${dag.slice(0, 7)}-01`)
}

/** The last day on which the sample of a month is looked at in time: the day of drawing does not count. */
export function calculateUiterlijk(getrokkenOp: PlainDate, dagen: number): PlainDate {
  return addDays(getrokkenOp, dagen)
}

/** How a sample stands on a day: nothing left to look at, in time, or overdue. */
export function determineStand({ open, uiterlijkOp, vandaag }: { open: number; uiterlijkOp: PlainDate; vandaag: PlainDate }): 'klaar' | 'loopt' | 'te-laat' {
  if (open === 0) return 'klaar'
  return vandaag > uiterlijkOp ? 'te-laat' : 'loopt'
}
