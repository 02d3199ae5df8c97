import { calculateMee, type Verslagrij } from '@/lib/financien/rules/jaarverslag'
import { BALANSREKENINGEN, type Rekening } from '@/lib/tijdvak/model'

/** A line of the journal as the accountant gets it. Amounts in cents; debit is more than zero. */
export type JournaalRegel = {
  readonly regel: number; readonly boeking: number; readonly geboektOp: Date; readonly boekjaar: number; readonly soort: string; readonly oorzaak: string; readonly oorzaakId: string
  readonly door: string | null; readonly tijdvak: string; readonly compartiment: string; readonly rekening: Rekening; readonly aanvraag: string | null; readonly opleider: string | null
  readonly bedragCent: number
}

/** The columns of the journal, each with what it holds; the description goes along with the export. */
export const KOLOMMEN = [
  ['regel', 'nummer van de regel, oplopend'],
  ['boeking', 'nummer van de boeking; de regels van een boeking zijn samen nul'],
  ['geboekt_op', 'moment van boeken, UTC'],
  ['boekjaar', 'jaar waar de boeking bij hoort'],
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
  return `${[r.regel, r.boeking, r.geboektOp.toISOString(), r.boekjaar, r.soort, r.oorzaak, r.oorzaakId, r.door ?? '', r.tijdvak, r.compartiment, r.rekening, r.aanvraag ?? '', r.opleider ?? '', toEuro(r.bedragCent)]
    .map((waarde) => quote(String(waarde))).join(';')}\r\n`
}

/** Euros with two decimals, after a comma or what `teken` says. */
export function toEuro(cents: number, teken = ','): string {
  const absolute = Math.abs(cents)
  return `${cents < 0 ? '-' : ''}${String(Math.floor(absolute / 100))}${teken}${String(absolute % 100).padStart(2, '0')}`
}

/** A value of a CSV file. What a spreadsheet would run as a formula gets a quote in front; a negative amount is a number and stays one. */
export function quote(tekst: string): string {
  const veilig = /^[=+@\t\r]/.test(tekst) || /^-(?![0-9]+,[0-9]{2}$)/.test(tekst) ? `'${tekst}` : tekst
  return /[";\r\n]/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig
}

/** The first line of the report of a year. */
export const VERSLAG_KOP = `${['tijdvak', 'compartiment', 'begin', 'budget', 'besteed', 'rente', ...BALANSREKENINGEN.map((rekening) => `mee_${rekening}`), 'mee_vrij', 'mee_totaal', 'teruggevallen'].join(';')}\r\n`

/** One compartiment of the report of a year, as CSV. */
export function toVerslagCsv(rij: Verslagrij): string {
  const bedragen = [rij.beginCent, rij.budgetCent, rij.besteedCent, rij.renteCent, ...BALANSREKENINGEN.map((rekening) => rij.mee[rekening]), rij.vrijMeeCent, calculateMee(rij), rij.terugCent]
  return `${[rij.tijdvak, rij.compartiment, ...bedragen.map((centen) => toEuro(centen))].map(quote).join(';')}\r\n`
}
