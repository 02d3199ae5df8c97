import type { Burger } from '@/lib/base/actor'
import { AANVRAAG_PREFIX, type IndienReden, type Ontvangst } from '@/lib/aanvraag/model'
import { INDIEN_TEKST } from '@/lib/aanvraag/texts'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { getOntvangst } from '@/lib/aanvraag/views'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { faultpoint } from '@/lib/platform/faultpoint'
import { tokenFromCookie } from '@/lib/platform/session-store'
import type { Beurt } from '@/lib/wachtkamer/model'
import { beurtVan, leesBeurt, leesBeurtBij, type BeurtBij } from '@/lib/wachtkamer/use-cases/lees-beurt'
import { neemPlaats } from '@/lib/wachtkamer/use-cases/neem-plaats'
import { sendJson, sendProblem, seeOther, wantsJson } from '../answer'
import { beginSubmit, submitsOnderhanden, type GemetenSubmit, type SubmitUitkomst } from '../meting'
import { standOf } from '../stand'
import { makeTicket, ticketCookie } from '../ticket'
import { readOwnForm, requireInPoort, sendRefusal, sendStoring, type Route, type Vraag } from '../vraag'
import { rememberEarly, stillEarlyS } from '../vroeg'

/** Submits that wait in this process at the same time. Who comes after is asked to come again: nobody loses a place by it. */
const MAX_SUBMITS = 2_000

/** A turn that comes within this time is waited for: that is quicker for everybody than coming again. */
const WAIT_FOR_TURN_MS = 2_000
const LOOK_AGAIN_MS = 250

/**
 * The one act that remains at the opening. A form goes on to the receipt; with Accept: application/json the answer is 201 with the
 * receipt, 200 with the same one again, or a problem. Whose turn it is, is read from the database every time: without an answer
 * of the database nobody is let in.
 */
export const indienen: Route = {
  method: 'POST',
  pad: /^\/aanvragen\/([^/]+)\/indienen$/,
  answer: async (vraag) => {
    if (submitsOnderhanden() >= MAX_SUBMITS) {
      vraag.req.resume()
      sendStoring(vraag, 'te-druk', receiptOf(vraag))
      return
    }
    const meting = beginSubmit()
    let uitkomst: SubmitUitkomst = 'fout'
    try {
      uitkomst = await submit(vraag, meting)
    } finally {
      meting.klaar(uitkomst)
    }
  },
}

async function submit(vraag: Vraag, meting: GemetenSubmit): Promise<SubmitUitkomst> {
  const form = await readOwnForm(vraag)
  if (form === undefined) return 'geweigerd'
  const kenmerk = parseKenmerk(AANVRAAG_PREFIX, vraag.delen[0] ?? '')
  const token = tokenFromCookie(vraag.req.headers.cookie)
  const earlyS = token === undefined || kenmerk === undefined || !wantsJson(vraag.req) ? undefined : stillEarlyS(token, kenmerk)
  if (earlyS !== undefined) return sendTooEarly(vraag, earlyS)
  // Who asks and whose turn it is are asked at the same moment; what is found is used only when they belong together.
  const asked = token === undefined || kenmerk === undefined ? Promise.resolve(undefined) : askBeurt(kenmerk)
  const burger = await requireInPoort('aanvraag.indienen', vraag, receiptOf(vraag))
  if (burger === undefined) return 'geweigerd'
  const beurt = burger.soort === 'burger' ? beurtVan(burger.id, await asked) : undefined
  if (burger.soort !== 'burger' || kenmerk === undefined || beurt === undefined) return refuse(vraag, ['niet-gevonden'], undefined)

  const turn = await comeToTurn({ burger, kenmerk, meting }, beurt)
  if (!turn.isTurn && !mayAskDecision(turn.beurt)) {
    // It may have been received before: then the same receipt, whoever's turn it is now.
    const eerder = await getOntvangst(burger, kenmerk)
    return eerder === null ? refuseTurn(vraag, kenmerk, turn.beurt) : receive(vraag, { ...eerder, isNieuw: false })
  }
  // Out of turn, or asked for with as many words: only to get the decision that there is no budget. Judged by the last look: the
  // budget may have gone while the turn was waited for, and then who is not at the turn must not go before who is.
  const isFormeel = !turn.isTurn || (turn.beurt.toestand === 'uitgeput' && form.get('formeel') === 'ja')
  const outcome = await dienIn(burger, kenmerk, { isFormeel })
  await faultpoint('poort.na-commit')
  return outcome.ok ? receive(vraag, outcome.value) : refuse(vraag, outcome.redenen, beurt)
}

/** A fault is for who awaits the answer, and it may be that nobody does. */
function askBeurt(kenmerk: string): Promise<BeurtBij | undefined> {
  const asked = leesBeurtBij(kenmerk)
  asked.catch(() => undefined)
  return asked
}

/** Once the budget is gone anybody may ask for the decision, in turn or not. */
function mayAskDecision({ toestand }: Beurt): boolean {
  return toestand === 'uitgeput'
}

/** Whether it is the turn of this burger. Who has no place yet gets one; a turn that is near is waited for. */
async function comeToTurn({ burger, kenmerk, meting }: { burger: Burger; kenmerk: string; meting: GemetenSubmit }, first: Beurt): Promise<{ isTurn: boolean; beurt: Beurt }> {
  let beurt = first
  // A draw has no turns: everybody who submits in time takes part in the same way.
  if (beurt.modus === 'loting') return { isTurn: true, beurt }
  if (beurt.plaats === undefined && (beurt.toestand === 'open' || beurt.toestand === 'voor')) {
    const taken = await neemPlaats(burger.id, beurt.code)
    if (taken.ok) beurt = { ...beurt, plaats: taken.value }
  }
  const limit = performance.now() + WAIT_FOR_TURN_MS
  while (!isTurn(beurt) && (await isNear(beurt, limit))) {
    await meting.wacht(new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS)))
    beurt = (await leesBeurt({ burgerId: burger.id, kenmerk })) ?? beurt
  }
  return { isTurn: isTurn(beurt), beurt }
}

function isTurn({ toestand, plaats, toegelatenTot }: Beurt): boolean {
  return (toestand === 'open' || toestand === 'uitgeput') && plaats?.plaats != null && plaats.plaats <= toegelatenTot
}

async function isNear({ code, toestand, plaats, toegelatenTot }: Beurt, limit: number): Promise<boolean> {
  if (toestand !== 'open' || plaats?.plaats == null || performance.now() >= limit) return false
  const kept = await standOf(code)
  return kept !== undefined && (plaats.plaats - toegelatenTot) / kept.stand.perMinuut * 60_000 <= WAIT_FOR_TURN_MS
}

function receive(vraag: Vraag, { kenmerk, volgnummer, ontvangenOp, isNieuw }: Ontvangst): SubmitUitkomst {
  if (wantsJson(vraag.req)) sendJson(vraag.res, isNieuw ? 201 : 200, { kenmerk, volgnummer, ontvangenOp: ontvangenOp.toISOString() })
  else seeOther(vraag.res, `/aanvragen/${kenmerk}/ontvangst`)
  return 'bevestigd'
}

async function refuseTurn(vraag: Vraag, kenmerk: string, beurt: Beurt): Promise<SubmitUitkomst> {
  const { code, toestand, plaats, toegelatenTot } = beurt
  const isOpen = toestand === 'open'
  const reden = isOpen ? 'niet-aan-de-beurt' : 'tijdvak-niet-open'
  const headers = plaats === undefined ? {} : { 'set-cookie': ticketCookie(makeTicket({ code, nummer: plaats.nummer, lot: plaats.lot })) }
  if (!wantsJson(vraag.req)) {
    seeOther(vraag.res, `/wachtkamer/${encodeURIComponent(code)}?reden=${reden}`, headers)
    return 'geweigerd'
  }
  vraag.res.setHeaders(new Map(Object.entries(headers)))
  if (!isOpen) {
    sendProblem(vraag.res, 409, reden, { title: 'Het tijdvak is nu niet open', detail: INDIEN_TEKST['tijdvak-niet-open'], retryAfterS: 5 })
    return 'geweigerd'
  }
  const perMinuut = (await standOf(code))?.stand.perMinuut ?? 0
  const secondsAway = plaats?.plaats != null && perMinuut > 0 ? (plaats.plaats - toegelatenTot) / perMinuut * 60 : 5
  const token = tokenFromCookie(vraag.req.headers.cookie)
  if (token !== undefined) rememberEarly(token, kenmerk, beurt, secondsAway)
  return sendTooEarly(vraag, secondsAway)
}

function sendTooEarly({ res }: Vraag, secondsAway: number): SubmitUitkomst {
  sendProblem(res, 409, 'niet-aan-de-beurt', {
    title: 'U bent nog niet aan de beurt', detail: 'Uw plaats blijft van u. Dien in zodra u aan de beurt bent.', retryAfterS: Math.min(Math.max(1, Math.ceil(secondsAway)), 3_600),
  })
  return 'geweigerd'
}

function refuse(vraag: Vraag, redenen: readonly IndienReden[], beurt: Beurt | undefined): SubmitUitkomst {
  const [reden = 'niet-compleet'] = redenen
  if (reden === 'niet-gevonden') {
    sendRefusal(vraag, 404, reden, { titel: 'Wij kennen deze aanvraag niet', tekst: INDIEN_TEKST[reden] })
  } else if (reden === 'te-druk') {
    sendStoring(vraag, 'te-druk', receiptOf(vraag))
    return 'geweigerd'
  } else if (wantsJson(vraag.req)) {
    sendProblem(vraag.res, 409, reden, { title: INDIEN_TEKST[reden], detail: redenen.map((een) => INDIEN_TEKST[een]).join(' ') })
  } else {
    const query = new URLSearchParams({ reden: redenen.join(',') }).toString()
    seeOther(vraag.res, reden === 'tijdvak-niet-open' && beurt?.modus === 'volgorde'
      ? `/wachtkamer/${encodeURIComponent(beurt.code)}?${query}`
      : `/mijn/aanvragen/${encodeURIComponent(vraag.delen[0] ?? '')}/indienen?${query}`)
  }
  return 'geweigerd'
}

/** Where somebody goes who does not know whether it was received. */
function receiptOf({ delen: [kenmerk = ''] }: Vraag): string {
  return `/aanvragen/${encodeURIComponent(kenmerk)}/ontvangst`
}
