/** A line of a CSV that opens in a Dutch spreadsheet: separated by semicolons, quoted where needed, ended by CRLF. */
export function csvLine(values: readonly (string | number)[]): string {
  return `${values.map(csvCell).join(';')}\r\n`
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front (ASVS V1.2.10): it is shown, never calculated. */
function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
