// @ts-check
/**
 * Keeps the waiting room and the receipt up to date while they are open. Without it both are complete: they refresh by themselves.
 * It asks /stand, works out the rest from the place on the page, and asks the page itself again only when the state changed.
 */
import { BEREIK_TEKST, berekenWachttijd, beschrijfBereik, formatBedragHeel, formatDuur, formatGetal, formatKlok, formatMensen, formatVerwachting } from './wachttijd.js'
import { bepaalAankondiging, bepaalWissel, berekenPauze, berekenPauzeNaFout, kiesStraks, leesGelotePlaats, leesStand, vindGelotePlaats } from './peilen.js'

/** @typedef {import('./peilen.js').PubliekeStand} PubliekeStand */
/** @typedef {import('./peilen.js').Aangekondigd} Aangekondigd */

const NAAM = 'STAP-budget'
/** An answer that takes longer counts as no connection. */
const GEDULD_MS = 20_000
/** A page older than this may be of somebody whose session ended: it is asked again when the turn comes. */
const LOGIN_MS = 12 * 60_000

/** @param {string} id */
const element = (id) => document.getElementById(id)

/**
 * Asks again and again: `vraag` gives the milliseconds to the next time, or undefined to stop, and throws when there is no answer.
 * A tab that comes back to the front, a laptop that wakes and a connection that returns ask at once.
 * @param {() => Promise<number | undefined>} vraag
 */
function blijfVragen(vraag) {
  /** @type {number | undefined} */
  let timer
  let fouten = 0
  let bezig = false
  let gestopt = false
  const nu = async () => {
    if (bezig || gestopt) return
    bezig = true
    window.clearTimeout(timer)
    try {
      const pauze = await vraag()
      fouten = 0
      toonVerbinding(true)
      if (pauze === undefined) gestopt = true
      else timer = window.setTimeout(() => void nu(), pauze)
    } catch (fout) {
      fouten += 1
      if (fouten >= 2 || !navigator.onLine) toonVerbinding(false)
      timer = window.setTimeout(() => void nu(), berekenPauzeNaFout(fouten, fout instanceof Wacht ? fout.seconden : 0, Math.random()))
    } finally {
      bezig = false
    }
  }
  // Not all at the same moment: everybody's connection may come back together.
  const straks = () => { window.clearTimeout(timer); if (!gestopt) timer = window.setTimeout(() => void nu(), Math.random() * 1_500) }
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') straks() })
  window.addEventListener('online', straks)
  window.addEventListener('pageshow', (event) => { if (event.persisted) straks() })
  straks()
}

/** The server is there, but asks for patience. */
class Wacht extends Error {
  /** @param {number} seconden */
  constructor(seconden) {
    super('wacht')
    this.seconden = seconden
  }
}

/**
 * @param {string} pad
 * @param {string} accept
 */
async function haal(pad, accept) {
  const antwoord = await fetch(pad, { headers: { accept }, cache: 'no-cache', credentials: 'same-origin', signal: AbortSignal.timeout(GEDULD_MS) })
  if (antwoord.status === 429 || antwoord.status >= 500) throw new Wacht(Number(antwoord.headers.get('retry-after') ?? 0))
  return antwoord
}

/** @param {boolean} isEr */
function toonVerbinding(isEr) {
  const melding = element('verbinding')
  if (melding === null || melding.hidden === isEr) return
  melding.hidden = isEr
  meld(isEr ? 'Er is weer verbinding.' : 'Geen verbinding. Uw plaats blijft van u.')
}

/**
 * Reads a sentence out, once, when nothing else is being said.
 * @param {string | undefined} tekst
 */
function meld(tekst) {
  const regio = element('stand-melding')
  if (tekst !== undefined && regio !== null) regio.textContent = tekst
}

/**
 * Takes the new content of a part of this page. What had the focus keeps it, when it is still there.
 * @param {string} id
 */
async function ververs(id) {
  const antwoord = await haal(window.location.pathname, 'text/html')
  const nieuw = new DOMParser().parseFromString(await antwoord.text(), 'text/html')
  const deel = nieuw.getElementById(id)
  const oud = element(id)
  if (deel === null || oud === null) {
    window.location.reload()
    return
  }
  const straks = nieuw.getElementById('straks')
  element('straks')?.remove()
  if (straks !== null) oud.after(document.importNode(straks, true))
  metBehoud(oud, () => { oud.replaceWith(document.importNode(deel, true)) })
  document.title = nieuw.title
}

/**
 * Changes a part of the page: what was unfolded stays so, and what had the focus keeps it, when they are still there.
 * @param {HTMLElement} deel
 * @param {() => void} wijzig
 */
function metBehoud(deel, wijzig) {
  const focus = focusIn(deel)
  const open = [...deel.querySelectorAll('details[open]')].map((uitklap) => uitklap.id)
  wijzig()
  for (const uitklap of open) element(uitklap)?.setAttribute('open', '')
  if (focus !== undefined) vindFocus(focus)?.focus({ preventScroll: true })
}

/** The id of what has the focus in this part of the page; undefined when it is elsewhere. @param {HTMLElement} deel */
function focusIn(deel) {
  const actief = document.activeElement
  return actief !== null && deel.contains(actief) ? (actief.closest('[id]')?.id ?? '') : undefined
}

/**
 * Goes on with what this page brought along, without asking for a page: after the draw, at the turn and at the end of the budget
 * everybody would do that together. False when it has nothing for this.
 * @param {HTMLElement} kamer
 * @param {PubliekeStand} stand
 */
async function gaZelfVerder(kamer, stand) {
  const pagina = leesPagina(kamer)
  const plaats = pagina.plaats ?? (await zoekGelotePlaats(pagina.nummer, stand))
  const situatie = plaats === undefined ? undefined : kiesStraks(pagina, stand, plaats)
  if (plaats === undefined || situatie === undefined || (situatie === 'beurt' && performance.now() > LOGIN_MS)) return false
  const sjabloon = document.querySelector(`#straks template[data-situatie="${situatie}"]`)
  if (!(sjabloon instanceof HTMLTemplateElement)) return false
  metBehoud(kamer, () => { kamer.replaceChildren(sjabloon.content.cloneNode(true)) })
  Object.assign(kamer.dataset, { situatie, toestand: stand.toestand, geloot: stand.geloot ? 'ja' : 'nee', nu: String(stand.nu), plaats: String(plaats) })
  zet(kamer, 'plaats', formatGetal(plaats))
  zet(kamer, 'toegelaten', totEnMet(stand.nu))
  toonBudget(kamer, stand)
  if (situatie === 'wachten') toonPlaats(kamer, stand, plaats)
  return true
}

/**
 * The drawn place of a nummer, from the public file of the draw. Undefined when it cannot be found that way.
 * @param {number | null} nummer
 * @param {PubliekeStand} stand
 * @returns {Promise<number | undefined>}
 */
async function zoekGelotePlaats(nummer, { geloot, plaatsen }) {
  if (nummer === null || !geloot || plaatsen === null) return undefined
  const gevonden = vindGelotePlaats(nummer, plaatsen)
  if ('plaats' in gevonden) return gevonden.plaats
  // Kept for ever by browsers and by what stands between us: it never changes.
  const antwoord = await fetch(gevonden.pad, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(GEDULD_MS) })
  if (antwoord.status === 429 || antwoord.status >= 500) throw new Wacht(Number(antwoord.headers.get('retry-after') ?? 0))
  return antwoord.ok ? leesGelotePlaats(await antwoord.json(), nummer) : undefined
}

/** @param {number} nu */
function totEnMet(nu) {
  return nu === 0 ? 'nog niemand' : `tot en met plaats ${formatGetal(nu)}`
}

/**
 * What had the focus before the page was renewed; when it is gone the content itself, so that a keyboard goes on from there.
 * @param {string} id
 */
function vindFocus(id) {
  const plek = id === 'wachtkamer' || id === 'ontvangst' ? null : element(id)
  return plek?.querySelector('summary') ?? plek ?? element('inhoud')
}

/**
 * @param {HTMLElement} kamer
 * @param {string} veld
 * @param {string} tekst
 */
function zet(kamer, veld, tekst) {
  for (const plek of kamer.querySelectorAll(`[data-veld="${veld}"]`)) if (plek.textContent !== tekst) plek.textContent = tekst
}

/**
 * @param {Element | null} balk
 * @param {number} deel
 */
function zetBalk(balk, deel) {
  const breedte = `${String(Math.round(deel * 1_000) / 10)}%`
  balk?.querySelector('rect')?.setAttribute('width', breedte)
  const grens = balk?.querySelector('line')
  grens?.setAttribute('x1', breedte)
  grens?.setAttribute('x2', breedte)
}

/**
 * @param {HTMLElement} kamer
 * @param {PubliekeStand} stand
 */
function toonBudget(kamer, stand) {
  for (const regel of kamer.querySelectorAll('[data-compartiment]')) {
    if (!(regel instanceof HTMLElement)) continue
    const over = stand.overCent[regel.dataset['compartiment'] ?? '']
    if (over === undefined) continue
    const bedrag = regel.querySelector('[data-over] .stap-bedrag')
    if (bedrag !== null) bedrag.textContent = formatBedragHeel(Math.max(0, over))
    zetBalk(regel.querySelector('.stap-balk'), Math.max(0, over) / Number(regel.dataset['plafond']))
  }
  zet(kamer, 'gemeten', formatKlok(stand.gemetenMs))
}

/**
 * Shows where the place stands now, without asking anything.
 * @param {HTMLElement} kamer
 * @param {PubliekeStand} stand
 * @param {number} plaats
 */
function toonPlaats(kamer, stand, plaats) {
  const tijd = berekenWachttijd(plaats, stand)
  const moment = formatVerwachting(tijd, stand.gemetenMs)
  zet(kamer, 'voor-u', formatMensen(tijd.voorU))
  zet(kamer, 'verwacht', moment === undefined || tijd.minuten === null ? 'De rij staat even stil' : `rond ${moment}, over ${formatDuur(tijd.minuten)}`)
  zet(kamer, 'voortgang', `Uw plaats is ${formatGetal(plaats)}. Aan de beurt: ${totEnMet(stand.nu)}.`)
  zetBalk(kamer.querySelector('[data-balk="voortgang"]'), tijd.deel)
  const { woord } = BEREIK_TEKST[tijd.bereik]
  zet(kamer, 'bereik', `${woord.charAt(0).toUpperCase()}${woord.slice(1)}.`)
  zet(kamer, 'bereik-uitleg', beschrijfBereik(tijd.bereik, stand.reiktTot))
  zet(kamer, 'snelheid', formatMensen(stand.perMinuut))
  document.title = `Nog ${formatGetal(tijd.voorU)} voor u - ${NAAM}`
  return tijd
}

/** @param {HTMLElement} kamer */
function begin(kamer) {
  /** @type {Aangekondigd} */
  let gezegd = { voorU: null, minuten: null, bereik: null }
  const code = kamer.dataset['code'] ?? ''

  const vraag = async () => {
    const antwoord = await haal(`/wachtkamer/${encodeURIComponent(code)}/stand`, 'application/json')
    const stand = leesStand(await antwoord.json())
    const huidig = element('wachtkamer')
    if (stand === undefined || huidig === null) throw new Error('onleesbaar')
    const pagina = leesPagina(huidig)
    const wissel = bepaalWissel(pagina, stand)
    if (wissel !== undefined) {
      document.title = `${wissel.titel} - ${NAAM}`
      meld(wissel.melding)
      // Everybody sees a draw or the end of the budget together; the page itself may follow a little later.
      await new Promise((klaar) => { window.setTimeout(klaar, wissel.spreidMs * Math.random()) })
      if (!(await gaZelfVerder(huidig, stand))) await ververs('wachtkamer')
      gezegd = { voorU: null, minuten: null, bereik: null }
    } else {
      toonBudget(huidig, stand)
      if (pagina.situatie === 'wachten' && pagina.plaats !== null) {
        const tijd = toonPlaats(huidig, stand, pagina.plaats)
        const aankondiging = bepaalAankondiging(gezegd, tijd)
        if (aankondiging !== undefined) {
          meld(aankondiging.zin)
          gezegd = aankondiging.gezegd
        }
      }
    }
    return berekenPauze(leesPagina(element('wachtkamer') ?? huidig), stand, { isVerborgen: document.visibilityState === 'hidden', toeval: Math.random() })
  }
  blijfVragen(vraag)
}

/** @param {HTMLElement} kamer */
function leesPagina(kamer) {
  const { situatie = '', toestand = '', ronde = '0', geloot, nummer = '', plaats = '', opent = '0', nu = '0' } = kamer.dataset
  return { situatie, toestand, ronde: Number(ronde), geloot: geloot === 'ja', nummer: nummer === '' ? null : Number(nummer), plaats: plaats === '' ? null : Number(plaats), opentMs: Number(opent), nu: Number(nu) }
}

/** The receipt: asks where the aanvraag stands until the outcome is there, and then only once in a while. @param {HTMLElement} ontvangst */
function beginOntvangst(ontvangst) {
  const pad = `/aanvragen/${encodeURIComponent(ontvangst.dataset['kenmerk'] ?? '')}/toestand`
  let keren = 0
  blijfVragen(async () => {
    keren += 1
    const antwoord = await haal(pad, 'application/json')
    // The session ended, or this is somebody else's: what stands here stays true.
    if (!antwoord.ok) return undefined
    /** @type {unknown} */
    const stand = await antwoord.json()
    const huidig = element('ontvangst')
    const toestand = typeof stand === 'object' && stand !== null && 'toestand' in stand ? stand.toestand : undefined
    if (toestand !== undefined && toestand !== huidig?.dataset['toestand']) {
      await ververs('ontvangst')
      meld(element('ontvangst')?.querySelector('.utrecht-alert__content')?.textContent ?? undefined)
    }
    if (element('ontvangst')?.dataset['wacht'] !== 'ja') return undefined
    return (keren < 20 ? 1_500 : 10_000) * (1 + Math.random() / 2)
  })
}

/** An outage: tries again at the moment that the page names. @param {HTMLElement} storing */
function beginStoring(storing) {
  const seconden = Number(storing.dataset['storing'])
  // Not a reload: this page may be the answer to a form, and a form is not sent again unasked.
  window.setTimeout(() => { window.location.assign(storing.dataset['pad'] ?? '/') }, seconden * 1_000 * (1 + Math.random() / 4))
}

const kamer = element('wachtkamer')
const ontvangst = element('ontvangst')
const storing = document.querySelector('[data-storing]')
if (kamer !== null) begin(kamer)
if (ontvangst?.dataset['wacht'] === 'ja') beginOntvangst(ontvangst)
if (storing instanceof HTMLElement) beginStoring(storing)
