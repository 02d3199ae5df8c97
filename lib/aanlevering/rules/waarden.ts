import { dateOf, parseDatum, plainDate, addDays, type PlainDate } from '@/lib/base/date'
import { parseBedrag } from '@/lib/base/money'
import { HOOGSTE_PRIJS_CENT } from '@/lib/aanlevering/rules/aanbod'

/** A value that was read, or the sentence that says what is wrong with it and how to mend it. */
export type Gelezen<T> = { ok: true; waarde: T } | { ok: false; reden: string }
const goed = <T>(waarde: T): Gelezen<T> => ({ ok: true, waarde })
const fout = (reden: string): Gelezen<never> => ({ ok: false, reden })

/** What stands in the file, short enough for a sentence. */
export function shown(tekst: string): string {
  const kort = tekst.replace(/\s+/g, ' ').slice(0, 40)
  return `“${kort}${tekst.length > 40 ? '…' : ''}”`
}

/**
 * An amount as people and systems write it: "1.000,00", "939,50", "€ 12,-", "939.50", "1,250.00", and of a workbook "939,5". Where a
 * comma or point can mean two things ("1,000") it is refused, and so is everything that only looks like a number (1e3, 0x10, -0).
 */
export function leesBedrag(tekst: string): Gelezen<number> {
  const kaal = tekst.trim().replace(/^(?:EUR|euro)\s*/i, '').replace(/\s*(?:EUR|euro)$/i, '')
  const bedrag = parseBedrag(toDutch(kaal))
  if (bedrag === undefined) {
    if (/^[0-9]{1,3},[0-9]{3}$/.test(kaal)) return fout(`${shown(tekst)} kan ${kaal.replace(',', '')} euro zijn, of een bedrag met drie cijfers achter de komma. Schrijf 1000 of 1.000,00.`)
    return fout(`${shown(tekst)} is geen bedrag. Schrijf het bedrag in euro’s, bijvoorbeeld 939,50 of 1.000,00.`)
  }
  if (bedrag > HOOGSTE_PRIJS_CENT) return fout(`${shown(tekst)} is meer dan € 100.000. Geef bedragen in euro’s, niet in centen.`)
  return goed(bedrag)
}

/** Point for cents, and one decimal as a workbook gives it, become the Dutch way of writing. */
function toDutch(kaal: string): string {
  if (/^(?:€\s?)?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{2}$/.test(kaal)) return kaal.replaceAll(',', '').replace('.', ',')
  if (/^(?:€\s?)?[0-9]+\.[0-9]{1,2}$/.test(kaal)) return toDutch(kaal.replace('.', ','))
  return /,[0-9]$/.test(kaal) ? `${kaal}0` : kaal
}

const MAANDEN = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'] as const
const EXCEL_DAG_NUL = plainDate('1899-12-30')

/** A day as people and systems write it: 2022-11-01, 1-11-2022, 1/11/2022, 1 november 2022, 20221101, and the day number of Excel (44866). */
export function leesDatum(tekst: string): Gelezen<PlainDate> {
  const kaal = tekst.trim().replace(/[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/, '')
  const dag = parseDatum(kaal.replace(/^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/, '$1-$2-$3')) ?? compact(kaal) ?? inWords(kaal) ?? serial(kaal)
  if (dag !== undefined) return goed(dag)
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/.test(kaal)) return fout(`${shown(tekst)}: schrijf het jaar met vier cijfers, bijvoorbeeld 1-11-2022.`)
  if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(kaal)) return fout(`${shown(tekst)} is geen bestaande datum. Staat de maand voorop? Schrijf eerst de dag, bijvoorbeeld 29-11-2022.`)
  return fout(`${shown(tekst)} is geen bestaande datum. Schrijf de datum als 29-11-2022 of 2022-11-29.`)
}

function compact(kaal: string): PlainDate | undefined {
  const match = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(kaal)
  return match === null ? undefined : parseDatum(`${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`)
}

function inWords(kaal: string): PlainDate | undefined {
  const match = /^(?:[a-z]{2,9},? )?(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})$/i.exec(kaal)
  if (match === null) return undefined
  const naam = (match[2] ?? '').toLowerCase()
  const maand = MAANDEN.findIndex((kort) => naam.startsWith(kort) || (kort === 'mrt' && naam.startsWith('maa')) || (kort === 'okt' && naam === 'oct'))
  return maand === -1 ? undefined : parseDatum(`${match[1] ?? ''}-${String(maand + 1)}-${match[3] ?? ''}`)
}

/** Days between 2000 and 2099 only: a smaller number is no date that anybody delivers. */
function serial(kaal: string): PlainDate | undefined {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(kaal)) return undefined
  const dagen = Number(kaal.slice(0, 5))
  if (dagen < 36_526 || dagen > 73_050) return undefined
  const dag = addDays(EXCEL_DAG_NUL, dagen)
  return dateOf(Number(dag.slice(0, 4)), Number(dag.slice(5, 7)), Number(dag.slice(8, 10)))
}

/** A whole number from 0 up to and including `max`; "16,0" and "16 uur" are 16. */
export function leesGetal(tekst: string, max: number): Gelezen<number> {
  const match = /^([0-9]{1,7})(?:[.,]0+)?(?: ?[a-z]+)?$/i.exec(tekst.trim())
  const getal = match === null ? -1 : Number(match[1])
  return getal < 0 || getal > max ? fout(`${shown(tekst)} is geen heel getal van 0 tot en met ${max.toLocaleString('nl-NL')}. Vul alleen cijfers in.`) : goed(getal)
}

const DAGEN = { dag: 1, dagdeel: 1, week: 7, maand: 30, jaar: 365 } as const

/** A length in days: "3 weken", "1,5 jaar", "10 maanden", "P6W", or a bare number of days. */
export function leesDuur(tekst: string): Gelezen<number> {
  const iso = isoDuurInDagen(tekst.trim())
  if (iso !== undefined) return goed(iso)
  const match = /^([0-9]{1,4}(?:[.,][0-9]{1,2})?)\s*(dag(?:en)?|dagdel?en|dagdeel|we[e]?k(?:en)?|maand(?:en)?|jaar|jaren|uur|uren)?$/i.exec(tekst.trim())
  if (match === null) return fout(`${shown(tekst)} is geen duur. Schrijf bijvoorbeeld “3 weken” of “2 dagen”.`)
  const aantal = Number((match[1] ?? '').replace(',', '.'))
  const eenheid = (match[2] ?? 'dag').toLowerCase()
  if (eenheid.startsWith('u')) return goed(Math.max(1, Math.ceil(aantal / 8)))
  const factor = eenheid.startsWith('dagd') ? 0.5 : DAGEN[eenheid.startsWith('w') ? 'week' : eenheid.startsWith('m') ? 'maand' : eenheid.startsWith('j') ? 'jaar' : 'dag']
  const dagen = Math.max(1, Math.ceil(aantal * factor))
  return aantal === 0 || dagen > 3_650 ? fout(`${shown(tekst)} is geen duur tussen 1 dag en 10 jaar. Schrijf bijvoorbeeld “3 weken”.`) : goed(dagen)
}

/** ISO 8601, as OOAPI writes it: P6M, P10W, P2D, PT16H. */
export function isoDuurInDagen(tekst: string): number | undefined {
  const match = /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/.exec(tekst)
  if (match === null) return undefined
  const [, jaren = '0', maanden = '0', weken = '0', dagen = '0', uren = '0'] = match
  const totaal = Number(jaren) * 365 + Number(maanden) * 30 + Number(weken) * 7 + Number(dagen)
  return totaal > 0 ? totaal : Math.max(1, Math.ceil(Number(uren) / 8))
}

const JA = ['ja', 'j', 'yes', 'y', 'true', 'waar', '1', 'x', 'permission_granted', 'toestemming_verleend']
const NEE = ['nee', 'n', 'no', 'false', 'onwaar', '0', '-', 'permission_not_granted', 'geen_toestemming_verleend']

export function leesJaNee(tekst: string): Gelezen<boolean> {
  const klein = tekst.trim().toLowerCase()
  if (JA.includes(klein)) return goed(true)
  return NEE.includes(klein) ? goed(false) : fout(`${shown(tekst)} is geen ja of nee. Vul “ja” of “nee” in.`)
}

export function leesPostcode(tekst: string): Gelezen<string> {
  const match = /^([1-9][0-9]{3}) ?([A-Z]{2})$/.exec(tekst.trim().toUpperCase())
  return match === null ? fout(`${shown(tekst)} is geen postcode. Schrijf vier cijfers en twee letters, bijvoorbeeld 8011 AA.`) : goed(`${match[1] ?? ''} ${match[2] ?? ''}`)
}

/** Finds the value that a word stands for; `woorden` lists for each value the words people use, in lower case without punctuation. */
export function leesKeuze<T extends string>(tekst: string, waarden: readonly T[], woorden: Partial<Record<T, readonly string[]>>, naam: string): Gelezen<T> {
  const kaal = kaalWoord(tekst)
  const gevonden = waarden.find((waarde) => kaalWoord(waarde) === kaal || (woorden[waarde] ?? []).some((woord) => kaalWoord(woord) === kaal))
  return gevonden === undefined ? fout(`${shown(tekst)} is geen ${naam} dat wij kennen. Kies uit: ${waarden.join(', ')}.`) : goed(gevonden)
}

/** Lower case, without accents, spaces and punctuation: "MBO niveau-4" is "mboniveau4". */
export function kaalWoord(tekst: string): string {
  return tekst.normalize('NFD').replace(/[^\p{L}\p{N}+]/gu, '').toLowerCase()
}
