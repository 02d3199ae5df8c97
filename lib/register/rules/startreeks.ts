import { addDays, dateOf, dayOfWeek, type PlainDate, yearOf } from '@/lib/base/date'
import { isFeestdag } from '@/lib/base/feestdagen'

/** At most so many start dates are made at once. */
export const MAX_REEKS = 200

/**
 * When a series starts: a weekday of every month ("elke eerste maandag"; -1 is the last), a weekday every so many weeks, or days that
 * were listed. Weekdays are 1 (Monday) to 7.
 */
export type Patroon =
  | { wijze: 'maand'; rang: 1 | 2 | 3 | 4 | -1; weekdag: number; van: PlainDate; tot: PlainDate }
  | { wijze: 'week'; weekdag: number; omDeWeken: number; van: PlainDate; tot: PlainDate }
  | { wijze: 'lijst'; dagen: readonly PlainDate[] }

export type Startlocatie = { plaats: string | null; adres: string | null; postcode: string | null }

/** One start date to be: `isFeestdag` is told, not decided. */
export type ReeksStart = Startlocatie & { startdatum: PlainDate; einddatum: PlainDate; cohortcode: string; isFeestdag: boolean }

/** The days of a pattern, in order, each once. */
export function dagenVan(patroon: Patroon): PlainDate[] {
  if (patroon.wijze === 'lijst') return [...new Set(patroon.dagen)].sort()
  const dagen = patroon.wijze === 'week' ? wekelijks(patroon) : maandelijks(patroon)
  return dagen.filter((dag) => dag >= patroon.van && dag <= patroon.tot)
}

function wekelijks({ weekdag, omDeWeken, van, tot }: Extract<Patroon, { wijze: 'week' }>): PlainDate[] {
  const dagen: PlainDate[] = []
  for (let dag = addDays(van, (weekdag - dayOfWeek(van) + 7) % 7); dag <= tot && dagen.length <= MAX_REEKS; dag = addDays(dag, 7 * omDeWeken)) dagen.push(dag)
  return dagen
}

function maandelijks({ rang, weekdag, van, tot }: Extract<Patroon, { wijze: 'maand' }>): PlainDate[] {
  const dagen: PlainDate[] = []
  for (let jaar = yearOf(van), maand = Number(van.slice(5, 7)); dateOf(jaar, maand, 1) <= tot && dagen.length <= MAX_REEKS; maand === 12 ? (jaar += 1, maand = 1) : (maand += 1)) {
    dagen.push(weekdagVanMaand({ jaar, maand, rang, weekdag }))
  }
  return dagen
}

function weekdagVanMaand({ jaar, maand, rang, weekdag }: { jaar: number; maand: number; rang: 1 | 2 | 3 | 4 | -1; weekdag: number }): PlainDate {
  if (rang === -1) {
    const laatste = addDays(maand === 12 ? dateOf(jaar + 1, 1, 1) : dateOf(jaar, maand + 1, 1), -1)
    return addDays(laatste, -((dayOfWeek(laatste) - weekdag + 7) % 7))
  }
  const eerste = dateOf(jaar, maand, 1)
  return addDays(eerste, ((weekdag - dayOfWeek(eerste) + 7) % 7) + 7 * (rang - 1))
}

/** A code that says what it is: the opleiding, the day, and the place when there are several. At most 60 characters (RIO). */
function codeVan(programmaId: string, dag: PlainDate, locatie: string | null): string {
  const plek = locatie === null ? '' : `-${locatie.normalize('NFD').replace(/[^a-zA-Z]/g, '').slice(0, 12).toUpperCase()}`
  return `${programmaId.replace(/[^-a-zA-Z0-9_.]/g, '').slice(0, 60 - 9 - plek.length)}-${dag.replaceAll('-', '')}${plek}`
}

/** Every day at every place. `duurDagen` counts the first day and the last. */
export function maakReeks(patroon: Patroon, { programmaId, duurDagen, locaties }: { programmaId: string; duurDagen: number; locaties: readonly Startlocatie[] }): ReeksStart[] {
  const plekken = locaties.length === 0 ? [{ plaats: null, adres: null, postcode: null }] : locaties
  return dagenVan(patroon).flatMap((startdatum) => plekken.map((plek) => ({
    ...plek, startdatum, einddatum: addDays(startdatum, Math.max(1, duurDagen) - 1), isFeestdag: isFeestdag(startdatum), cohortcode: codeVan(programmaId, startdatum, plekken.length > 1 ? plek.plaats : null),
  })))
}
