import type { Rij, Veld } from '@/lib/opendata/model'

/** A spreadsheet takes text that begins like this for a formula and runs it. */
const FORMULA = /^[=+\-@\t\r]/

/** The first line: the names of the velden. Lines end as RFC 4180 says. */
export function csvHeader(velden: readonly Veld[]): string {
  return `${velden.map(({ naam }) => naam).join(',')}\r\n`
}

/** One line: lists with a bar between their items, nothing for empty, and an apostrophe before text that a spreadsheet would run. */
export function csvLine(velden: readonly Veld[], rij: Rij): string {
  return `${velden.map(({ naam, soort }) => {
    const waarde = rij[naam] ?? null
    if (waarde === null) return ''
    if (typeof waarde === 'number' || typeof waarde === 'boolean') return String(waarde)
    const text = typeof waarde === 'string' ? waarde : waarde.join('|')
    return quote((soort === 'tekst' || soort === 'code' || soort === 'lijst') && FORMULA.test(text) ? `'${text}` : text)
  }).join(',')}\r\n`
}

function quote(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
