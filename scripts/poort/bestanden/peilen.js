// @ts-check
/** When wachtkamer.js asks again, what it says aloud, and when the page has become another one. Pure. */
import { formatDuur, formatMensen } from './wachttijd.js'

/** @typedef {import('./wachttijd.js').Wachttijd} Wachttijd */
/** @typedef {{ toestand: string, nu: number, perMinuut: number, reiktTot: number | null, gemetenMs: number, overCent: Record<string, number>, ronde: number, geloot: boolean, plaatsen: Plaatsen | null }} PubliekeStand */
/** @typedef {{ pad: string, perBlok: number, aantal: number }} Plaatsen where the drawn places are: who has a nummer above `aantal` came later and has the nummer as place */
/** @typedef {{ situatie: string, toestand: string, ronde: number, geloot: boolean, nummer: number | null, plaats: number | null, opentMs: number, nu: number }} Pagina what the page was made for */
/** @typedef {{ voorU: number | null, minuten: number | null, bereik: string | null }} Aangekondigd the last that was said aloud */
/** @typedef {{ titel: string, melding: string, spreidMs: number }} Wissel */

const SECONDE = 1_000
const MINUUT = 60 * SECONDE

/**
 * Reads an answer of /stand; undefined when it is not one.
 * @param {unknown} antwoord
 * @returns {PubliekeStand | undefined}
 */
export function leesStand(antwoord) {
  if (typeof antwoord !== 'object' || antwoord === null) return undefined
  /** @type {Record<string, unknown>} */
  const velden = { ...antwoord }
  const { toestand, nu, perMinuut, gemetenOp, reiktTot, overCent, ronde, geloot, plaatsen } = velden
  const gemetenMs = typeof gemetenOp === 'string' ? Date.parse(gemetenOp) : NaN
  if (typeof toestand !== 'string' || typeof nu !== 'number' || typeof perMinuut !== 'number' || Number.isNaN(gemetenMs)) return undefined
  return {
    toestand, nu, perMinuut, gemetenMs,
    reiktTot: typeof reiktTot === 'number' ? reiktTot : null,
    overCent: leesBedragen(overCent),
    ronde: typeof ronde === 'number' ? ronde : 1,
    geloot: geloot === true,
    plaatsen: leesVindplaats(plaatsen),
  }
}

/**
 * @param {unknown} waarde
 * @returns {Plaatsen | null}
 */
function leesVindplaats(waarde) {
  if (typeof waarde !== 'object' || waarde === null) return null
  /** @type {Record<string, unknown>} */
  const velden = { ...waarde }
  const { pad, perBlok, aantal } = velden
  // An address on this site and no other.
  const isEigen = typeof pad === 'string' && /^\/wachtkamer\/[^/]/.test(pad)
  return isEigen && typeof perBlok === 'number' && perBlok > 0 && typeof aantal === 'number' ? { pad, perBlok, aantal } : null
}

/**
 * Where the drawn place of a nummer is found: the place itself for who came after the draw, else the address of the file it is in.
 * @param {number} nummer
 * @param {Plaatsen} plaatsen
 * @returns {{ plaats: number } | { pad: string }}
 */
export function vindGelotePlaats(nummer, { pad, perBlok, aantal }) {
  return nummer > aantal ? { plaats: nummer } : { pad: `${pad}/${String(Math.ceil(nummer / perBlok))}` }
}

/**
 * The place of a nummer in such a file; undefined when it is not in it.
 * @param {unknown} bestand
 * @param {number} nummer
 * @returns {number | undefined}
 */
export function leesGelotePlaats(bestand, nummer) {
  if (typeof bestand !== 'object' || bestand === null) return undefined
  /** @type {Record<string, unknown>} */
  const velden = { ...bestand }
  const { van, plaatsen } = velden
  /** @type {unknown} */
  const plaats = typeof van === 'number' && Array.isArray(plaatsen) ? plaatsen[nummer - van] : undefined
  return typeof plaats === 'number' ? plaats : undefined
}

/**
 * What a page that was made for waiting becomes, of what it already has; undefined when it must be asked again.
 * @param {Pagina} pagina
 * @param {PubliekeStand} stand
 * @param {number} plaats
 * @returns {'wachten' | 'beurt' | 'uitgeput' | undefined}
 */
export function kiesStraks(pagina, stand, plaats) {
  if (stand.ronde !== pagina.ronde) return undefined
  if (stand.toestand === 'open') return plaats <= stand.nu ? 'beurt' : 'wachten'
  return stand.toestand === 'uitgeput' && plaats > stand.nu ? 'uitgeput' : undefined
}

/**
 * @param {unknown} bedragen
 * @returns {Record<string, number>}
 */
function leesBedragen(bedragen) {
  /** @type {Record<string, number>} */
  const gelezen = {}
  if (typeof bedragen !== 'object' || bedragen === null) return gelezen
  for (const [code, over] of Object.entries(bedragen)) if (typeof over === 'number') gelezen[code] = over
  return gelezen
}

/**
 * Milliseconds to the next question: seldom when the turn is far, often when it is near. Undefined when nothing more will come.
 * @param {Pagina} pagina
 * @param {PubliekeStand} stand
 * @param {{ isVerborgen: boolean, toeval: number }} omstandigheden `toeval` from 0 to 1, so that people do not ask together
 * @returns {number | undefined}
 */
export function berekenPauze(pagina, stand, { isVerborgen, toeval }) {
  if (pagina.situatie === 'gesloten' || pagina.situatie === 'ingediend') return undefined
  const basis = basisPauze(pagina, stand)
  // A tab that nobody sees may lag, but not when the turn is near: its title tells.
  const pauze = isVerborgen && basis > 10 * SECONDE ? Math.max(basis, MINUUT) : basis
  return Math.round(pauze * (0.85 + 0.3 * toeval))
}

/**
 * @param {Pagina} pagina
 * @param {PubliekeStand} stand
 */
function basisPauze({ situatie, plaats, opentMs }, stand) {
  if (situatie === 'beurt') return 30 * SECONDE
  if (situatie === 'wachten' && plaats !== null && stand.perMinuut > 0) {
    const minuten = (plaats - stand.nu) / stand.perMinuut
    if (minuten > 10) return 30 * SECONDE
    if (minuten > 2) return 10 * SECONDE
    return minuten > 0.3 ? 4 * SECONDE : 2 * SECONDE
  }
  if (stand.toestand === 'voor' || situatie === 'loten') {
    const tot = opentMs - stand.gemetenMs
    if (tot > MINUUT) return Math.min(MINUUT, tot)
    return tot > 0 ? tot + 2 * SECONDE : 3 * SECONDE
  }
  return 30 * SECONDE
}

const LANGSTE_MS = 2 * MINUUT

/**
 * Milliseconds to the next question after one that failed: longer each time, never shorter than was asked for, and spread.
 * @param {number} fouten how many in a row, from 1
 * @param {number} retryAfterS what the server asked for; 0 when it asked nothing
 * @param {number} toeval from 0 to 1
 */
export function berekenPauzeNaFout(fouten, retryAfterS, toeval) {
  const eigen = Math.min(LANGSTE_MS, 4 * SECONDE * 2 ** (fouten - 1))
  const gevraagd = Number.isFinite(retryAfterS) && retryAfterS > 0 ? retryAfterS * SECONDE : 0
  return Math.round(Math.max(eigen, gevraagd) * (1 + toeval / 2))
}

/** @type {Record<string, { titel: string, melding: string }>} */
const WISSELS = {
  voor: { titel: 'De opening is verplaatst', melding: 'De opening van het tijdvak is verplaatst. Uw nummer is bewaard.' },
  open: { titel: 'Het tijdvak is open', melding: 'Het tijdvak is open.' },
  pauze: { titel: 'Even gepauzeerd', melding: 'Het tijdvak staat even stil. Uw plaats blijft van u.' },
  uitgeput: { titel: 'Het budget is op', melding: 'Het budget van dit tijdvak is op. U kunt nu kiezen wat u doet.' },
  gesloten: { titel: 'Tijdvak gesloten', melding: 'Het tijdvak is gesloten.' },
}

/**
 * Whether the page has become another one, and what to say about that; undefined when it is still the same.
 * @param {Pagina} pagina
 * @param {PubliekeStand} stand
 * @returns {Wissel | undefined}
 */
export function bepaalWissel(pagina, stand) {
  if (pagina.situatie === 'loting' || pagina.situatie === 'ingediend') return undefined
  if (stand.toestand !== pagina.toestand) {
    const wissel = WISSELS[stand.toestand]
    // What is announced is announced at once; the page itself follows, and a page that must be asked again takes its time.
    return wissel && { ...wissel, spreidMs: stand.toestand === 'open' || stand.toestand === 'uitgeput' ? 8 * SECONDE : 20 * SECONDE }
  }
  if (stand.ronde !== pagina.ronde) return { titel: 'Wachtkamer', melding: 'De wachtkamer is veranderd.', spreidMs: 8 * SECONDE }
  if (pagina.situatie === 'loten' && stand.geloot) return { titel: 'De plaatsen zijn geloot', melding: 'De plaatsen zijn geloot.', spreidMs: 8 * SECONDE }
  if (pagina.situatie === 'wachten' && pagina.plaats !== null && pagina.plaats <= stand.nu) {
    return { titel: 'Het is uw beurt', melding: 'Het is uw beurt. U kunt nu uw aanvraag indienen.', spreidMs: 0 }
  }
  if (pagina.situatie === 'uitgeput' && pagina.plaats !== null && pagina.plaats > pagina.nu && pagina.plaats <= stand.nu) {
    return { titel: 'Het is uw beurt', melding: 'U kunt nu indienen voor de reservelijst.', spreidMs: 0 }
  }
  return undefined
}

/** Minutes at which the wait is said aloud. */
const STAPPEN = [60, 30, 15, 10, 5, 2, 1]

/**
 * What to say aloud: the first time, at each step towards the turn, and when the chance of budget changes. Undefined when there is nothing new.
 * @param {Aangekondigd} gezegd
 * @param {Wachttijd} tijd
 * @returns {{ zin: string, gezegd: Aangekondigd } | undefined}
 */
export function bepaalAankondiging(gezegd, { voorU, minuten, bereik }) {
  const stap = minuten === null ? null : kleinsteStap(minuten)
  const isEerste = gezegd.voorU === null
  const isDichterbij = stap !== null && (gezegd.minuten === null || stap < gezegd.minuten)
  const isAnders = gezegd.bereik !== null && gezegd.bereik !== bereik && bereik !== 'onbekend'
  if (!isEerste && !isDichterbij && !isAnders) return undefined
  const wacht = minuten === null ? 'De rij staat even stil.' : `U bent over ${formatDuur(minuten)} aan de beurt.`
  const kans = isAnders && bereik === 'niet' ? ' Er is waarschijnlijk geen budget meer als u aan de beurt bent.' : ''
  return { zin: `Voor u: ${formatMensen(voorU)}. ${wacht}${kans}`, gezegd: { voorU, minuten: stap ?? gezegd.minuten, bereik } }
}

/**
 * The smallest step that is not yet passed; infinite above the largest.
 * @param {number} minuten
 */
function kleinsteStap(minuten) {
  return STAPPEN.reduce((kleinste, stap) => (minuten <= stap ? stap : kleinste), Infinity)
}
