import type { PlainDate } from '@/lib/base/date'
import { MAATREGEL_SOORTEN, type Maatregel, type MaatregelSoort } from '@/lib/register/model'

/** Whether this maatregel works on that day. One that was lifted never worked: lifting restores what it touched. */
export function isVanKracht(maatregel: Maatregel, dag: PlainDate): boolean {
  if (maatregel.isOpgeheven || dag < maatregel.ingangsdatum) return false
  return maatregel.einddatum === null || dag < maatregel.einddatum
}

/**
 * The maatregel that counts for one opleiding on a day: the heaviest of those on the opleiding itself and on its opleider.
 * Regeling art. 19 (opleider) and 19a (scholing). `maatregelen` are those of the opleider, on any of its opleidingen.
 */
export function findEffectieveMaatregel(maatregelen: readonly Maatregel[], opleidingId: string, dag: PlainDate): Maatregel | undefined {
  return heaviest(maatregelen.filter((m) => (m.opleidingId === null || m.opleidingId === opleidingId) && isVanKracht(m, dag)))
}

/** The maatregel that counts for the opleider as a whole on a day. */
export function findMaatregelOpOpleider(maatregelen: readonly Maatregel[], dag: PlainDate): Maatregel | undefined {
  return heaviest(maatregelen.filter((m) => m.opleidingId === null && isVanKracht(m, dag)))
}

/** Whether a maatregel takes the opleiding out of search. An opleiding in onderzoek stays, with a label. */
export function hidesFromSearch(soort: MaatregelSoort): boolean {
  return soort !== 'in-onderzoek'
}

function heaviest(maatregelen: readonly Maatregel[]): Maatregel | undefined {
  return [...maatregelen].sort((a, b) => MAATREGEL_SOORTEN.indexOf(b.soort) - MAATREGEL_SOORTEN.indexOf(a.soort))[0]
}
