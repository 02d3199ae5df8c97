import type pg from 'pg'
import { amsterdamDate, amsterdamInstant } from '@/lib/base/amsterdam'
import type { PlainDate } from '@/lib/base/date'
import { shiftClock } from '@/lib/platform/clock-shift'
import { leesKlok } from '../voorbereiden'

/** The legal clock of a year, which only goes forward: a moment that has gone by is left alone. */
export class Jaarklok {
  constructor(private readonly client: pg.Client) {}

  async zet(dag: PlainDate, tijd: string): Promise<void> {
    const moment = amsterdamInstant(dag, tijd)
    if ((await leesKlok(this.client)) < moment) await shiftClock(moment)
  }

  async vandaag(): Promise<PlainDate> {
    return amsterdamDate(await leesKlok(this.client))
  }
}
