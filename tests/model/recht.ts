import { plainDate, type PlainDate } from '@/lib/base/date'
import { isWerkdag } from '@/lib/base/termijn'

// What the law says about days and interest, written down a second time and in another way than in lib: day by day.

const DAG_MS = 86_400_000
const inDagen = (dag: PlainDate) => Date.parse(`${dag}T00:00:00Z`) / DAG_MS
const uitDagen = (dagen: number) => plainDate(new Date(dagen * DAG_MS).toISOString().slice(0, 10))

export const plusDagen = (dag: PlainDate, dagen: number): PlainDate => uitDagen(inDagen(dag) + dagen)
export const jaarVan = (dag: PlainDate): number => Number(dag.slice(0, 4))

/** The Fridays after Hemelvaartsdag, which end no term (Atw 3 lid 3). */
const GELIJKGESTELD = ['2022-05-27', '2023-05-19', '2024-05-10', '2025-05-30', '2026-05-15'].map((dag) => plainDate(dag))

/** The last day of a term of weeks that begins after this day (Awb 4:87; Atw 1). */
export function eindeVanTermijn(dag: PlainDate, weken: number): PlainDate {
  let einde = plusDagen(dag, 7 * weken)
  while (!isWerkdag(einde, GELIJKGESTELD)) einde = plusDagen(einde, 1)
  return einde
}

/** The day on which the bank carries out what is handed to it on this day. */
export function uitvoeringsdag(dag: PlainDate): PlainDate {
  let uitvoering = plusDagen(dag, 1)
  while (!isWerkdag(uitvoering) || uitvoering.endsWith('-05-01')) uitvoering = plusDagen(uitvoering, 1)
  return uitvoering
}

/** BW 6:120: percent a year, from this day on. */
const VOETEN = [['2015-01-01', 2], ['2023-01-01', 4], ['2023-07-01', 6], ['2024-01-01', 7], ['2025-01-01', 6], ['2026-01-01', 4]] as const

/** A year has 365 days or 366: their common measure keeps every day a whole number. */
const deel = (jaar: number) => (jaar % 4 === 0 ? 365 : 366)
const NOEMER = 100n * 365n * 366n

/**
 * The statutory interest in cents from `van` up to and including `totEnMet` (BW 6:119): a day at a time, and after each whole year that
 * interest is added to the amount. A day for which `telt` says no is free.
 */
export function wettelijkeRente(hoofdsom: number, van: PlainDate, totEnMet: PlainDate, telt: (dag: PlainDate) => boolean = () => true): number {
  let [totaal, teller, over] = [0, 0n, hoofdsom]
  let verjaart = eenJaarLater(van, 1)
  let jaren = 1
  const afronden = () => {
    totaal += Number((teller * 2n + NOEMER) / (NOEMER * 2n))
    over = hoofdsom + totaal
    teller = 0n
  }
  for (let dag = van; dag <= totEnMet; dag = plusDagen(dag, 1)) {
    if (dag === verjaart) {
      afronden()
      jaren += 1
      verjaart = eenJaarLater(van, jaren)
    }
    const procent = VOETEN.findLast(([vanaf]) => vanaf <= dag)?.[1] ?? 0
    if (telt(dag)) teller += BigInt(over) * BigInt(procent) * BigInt(deel(jaarVan(dag)))
  }
  afronden()
  return totaal
}

function eenJaarLater(dag: PlainDate, jaren: number): PlainDate {
  const later = `${String(jaarVan(dag) + jaren)}${dag.slice(4)}`
  return plainDate(dag.endsWith('-02-29') && deel(jaarVan(dag) + jaren) === 366 ? later.replace('-29', '-28') : later)
}

/** The same day so many months later, or the last of that month. */
export function plusMaanden(dag: PlainDate, maanden: number): PlainDate {
  const [jaar = 0, maand = 0, dagInMaand = 0] = dag.split('-').map(Number)
  const laatste = new Date(Date.UTC(jaar, maand + maanden, 0)).getUTCDate()
  return plainDate(new Date(Date.UTC(jaar, maand - 1 + maanden, Math.min(dagInMaand, laatste))).toISOString().slice(0, 10))
}
