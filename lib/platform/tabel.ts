import 'server-only'

/** One row of a table file as text: a CSV as written; of a workbook an amount as "939,5", a date as "2022-11-29", a formula as its result. */
export type Tabelrij = { regel: number; cellen: string[] }

/** How a table was read, to show to who delivered it. */
export type TabelInfo = { soort: 'csv' | 'xlsx'; codering: string; scheiding: string; werkblad: string }

/** More than any real table of opleidingen has, and few enough to hold in memory. */
export const TABEL_LIMITS = { kolommen: 300, rijen: 100_000, celTekens: 32_767, bytes: 256 * 1024 * 1024 }
