import type { Rekening } from '@/lib/tijdvak/model'

/** A line of the journal as the accountant gets it. Amounts in cents; debit is more than zero. */
export type JournaalRegel = {
  readonly regel: number; readonly boeking: number; readonly geboektOp: Date; readonly soort: string; readonly oorzaak: string; readonly oorzaakId: string
  readonly door: string | null; readonly tijdvak: string; readonly compartiment: string; readonly rekening: Rekening; readonly aanvraag: string | null; readonly opleider: string | null
  readonly bedragCent: number
}

/** The columns of the journal, each with what it holds; the description goes along with the export. */
export const KOLOMMEN = [
  ['regel', 'nummer van de regel, oplopend'],
  ['boeking', 'nummer van de boeking; de regels van een boeking zijn samen nul'],
  ['geboekt_op', 'moment van boeken, UTC'],
  ['soort', 'wat er gebeurde'],
  ['oorzaak', 'waardoor: soort van het document of besluit'],
  ['oorzaak_id', 'welk document of besluit'],
  ['door', 'id van wie het deed; leeg is het systeem'],
  ['tijdvak', 'code van het tijdvak'],
  ['compartiment', 'code van het compartiment'],
  ['rekening', 'rekening van het grootboek'],
  ['aanvraag', 'kenmerk van de aanvraag'],
  ['opleider', 'KvK-nummer van de opleider'],
  ['bedrag', 'euro met twee decimalen; positief is debet, negatief is credit'],
] as const

/** The first line of the journal. */
export const KOP = `${KOLOMMEN.map(([naam]) => naam).join(';')}\r\n`

/** One line of the journal as CSV (RFC 4180 with a semicolon, as Dutch spreadsheets read it). */
export function toCsvRegel(r: JournaalRegel): string {
  return `${[r.regel, r.boeking, r.geboektOp.toISOString(), r.soort, r.oorzaak, r.oorzaakId, r.door ?? '', r.tijdvak, r.compartiment, r.rekening, r.aanvraag ?? '', r.opleider ?? '', toEuro(r.bedragCent)]
    .map((waarde) => quote(String(waarde))).join(';')}\r\n`
}

function toEuro(cents: number): string {
  const absolute = Math.abs(cents)
  return `${cents < 0 ? '-' : ''}${String(Math.floor(absolute / 100))},${String(absolute % 100).padStart(2, '0')}`
}

// A value that a spreadsheet would run as a formula gets a quote in front; a negative amount is a number and stays one.
function quote(tekst: string): string {
  const veilig = /^[=+@\t\r]/.test(tekst) || /^-(?![0-9]+,[0-9]{2}$)/.test(tekst) ? `'${tekst}` : tekst
  return /[";\r\n]/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig
}
