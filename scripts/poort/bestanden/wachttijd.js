// @ts-check
/**
 * What the waiting room tells about a place: used by the pages (scripts/poort/paginas) and, in the browser, by wachtkamer.js.
 * Pure, and plain JavaScript because a browser loads it as it stands here.
 */

/** @typedef {'wel' | 'onzeker' | 'niet' | 'onbekend'} Bereik */
/** @typedef {{ nu: number, perMinuut: number, gemetenMs: number, reiktTot: number | null }} Stand what is known of the queue: a place up to and including `nu` may submit; `gemetenMs` is the legal moment of measuring */
/** @typedef {{ voorU: number, isAanDeBeurt: boolean, minuten: number | null, momentMs: number | null, bereik: Bereik, deel: number }} Wachttijd `minuten` and `momentMs` are null while nothing moves; `deel` runs from 0 to 1 */

const MINUTE_MS = 60_000

// How sure we are: the speed and the amounts that others ask for both vary, the more so the further away.
const WEL = 0.85
const NIET = 1.2

/**
 * Where a place stands.
 * @param {number} plaats from 1
 * @param {Stand} stand
 * @returns {Wachttijd}
 */
export function berekenWachttijd(plaats, { nu, perMinuut, gemetenMs, reiktTot }) {
  const isAanDeBeurt = plaats <= nu
  const minuten = isAanDeBeurt ? 0 : perMinuut > 0 ? (plaats - nu) / perMinuut : null
  return {
    voorU: isAanDeBeurt ? 0 : plaats - nu - 1,
    isAanDeBeurt,
    minuten,
    momentMs: minuten === null ? null : gemetenMs + minuten * MINUTE_MS,
    bereik: beoordeelBereik(plaats, nu, reiktTot),
    deel: isAanDeBeurt ? 1 : Math.min(1, Math.max(0, nu / plaats)),
  }
}

/**
 * Whether the budget will reach a place: honest about what is not sure.
 * @param {number} plaats
 * @param {number} nu
 * @param {number | null} reiktTot the last place that the budget reaches, as far as can be told now
 * @returns {Bereik}
 */
export function beoordeelBereik(plaats, nu, reiktTot) {
  if (reiktTot === null) return 'onbekend'
  const afstand = Math.max(0, plaats - nu)
  const reikwijdte = reiktTot - nu
  if (afstand <= reikwijdte * WEL) return 'wel'
  return afstand > Math.max(0, reikwijdte) * NIET ? 'niet' : 'onzeker'
}

/**
 * "1.240", as people write it here.
 * @param {number} getal a whole number
 */
export function formatGetal(getal) {
  return String(Math.round(getal)).replace(/\B(?=(?:\d{3})+$)/g, '.')
}

/**
 * A number of which only the first two digits are sure: 48.731 becomes 49.000.
 * @param {number} getal
 */
export function rondAf(getal) {
  const eenheid = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, getal))) - 1)
  return Math.round(getal / eenheid) * eenheid
}

/**
 * "€ 1.234.567": cents say nothing about millions.
 * @param {number} bedragCent
 */
export function formatBedragHeel(bedragCent) {
  return `€ ${formatGetal(Math.floor(bedragCent / 100))}`
}

/**
 * "niemand", "1 persoon" or "1.240 mensen".
 * @param {number} aantal
 */
export function formatMensen(aantal) {
  if (aantal <= 0) return 'niemand'
  return aantal === 1 ? '1 persoon' : `${formatGetal(aantal)} mensen`
}

/**
 * How long, no more exact than it can be: "minder dan 1 minuut", "ongeveer 12 minuten", "ongeveer 1 uur en 30 minuten".
 * @param {number} minuten
 */
export function formatDuur(minuten) {
  if (minuten < 1) return 'minder dan 1 minuut'
  const heel = minuten < 20 ? Math.round(minuten) : Math.round(minuten / 5) * 5
  if (heel < 60) return `ongeveer ${String(heel)} ${heel === 1 ? 'minuut' : 'minuten'}`
  const rest = heel % 60
  return `ongeveer ${String(Math.floor(heel / 60))} uur${rest === 0 ? '' : ` en ${String(rest)} minuten`}`
}

const KLOK = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' })
const DAG = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', weekday: 'long', day: 'numeric', month: 'long' })

/**
 * "10.24 uur" in Amsterdam.
 * @param {number} momentMs
 */
export function formatKlok(momentMs) {
  return `${KLOK.format(momentMs).replace(':', '.')} uur`
}

/**
 * "10.24 uur" for today, "woensdag 2 november om 10.24 uur" for another day.
 * @param {number} momentMs
 * @param {number} vandaagMs a moment of today
 */
export function formatMoment(momentMs, vandaagMs) {
  const dag = DAG.format(momentMs)
  return dag === DAG.format(vandaagMs) ? formatKlok(momentMs) : `${dag} om ${formatKlok(momentMs)}`
}

/**
 * The moment of a place, rounded to what can be known: to five minutes when it is far.
 * @param {Wachttijd} wachttijd
 * @param {number} vandaagMs
 */
export function formatVerwachting({ minuten, momentMs }, vandaagMs) {
  if (minuten === null || momentMs === null) return undefined
  const stap = minuten < 20 ? MINUTE_MS : 5 * MINUTE_MS
  return formatMoment(Math.round(momentMs / stap) * stap, vandaagMs)
}

/** The sentence about the budget, for each judgement. */
export const BEREIK_TEKST = {
  wel: { woord: 'waarschijnlijk wel', uitleg: 'Het budget reikt naar verwachting tot ongeveer plaats {tot}. Uw plaats ligt daar ruim voor.' },
  onzeker: { woord: 'onzeker', uitleg: 'Het budget reikt naar verwachting tot ongeveer plaats {tot}. Uw plaats ligt daar dichtbij. Het hangt af van de bedragen die anderen aanvragen.' },
  niet: { woord: 'waarschijnlijk niet', uitleg: 'Het budget reikt naar verwachting tot ongeveer plaats {tot}. Uw plaats ligt daarachter. U mag blijven: als anderen afvallen, kan het toch lukken.' },
  onbekend: { woord: 'nog niet te zeggen', uitleg: 'Dat weten we zodra de eerste aanvragen binnen zijn.' },
}

/**
 * @param {Bereik} bereik
 * @param {number | null} reiktTot
 */
export function beschrijfBereik(bereik, reiktTot) {
  return BEREIK_TEKST[bereik].uitleg.replace('{tot}', formatGetal(rondAf(reiktTot ?? 0)))
}
