import { getOntvangst, getToestand } from '@/lib/aanvraag/views'
import { getEigenLot } from '@/lib/loting/views'
import { sendHtml, sendJson, seeOther, wantsJson } from '../answer'
import { ontvangstPagina } from '../paginas/ontvangst'
import { standOf } from '../stand'
import { requireInPoort, sendRefusal, type Route } from '../vraag'

/** The proof of receipt (Awb 4:3a): a page to keep or print. What was not submitted yet leads to where that can be done. */
export const ontvangst: Route = {
  method: 'GET',
  pad: /^\/aanvragen\/([^/]+)\/ontvangst$/,
  answer: async (vraag) => {
    const { req, res, delen: [kenmerk = ''] } = vraag
    const burger = await requireInPoort('aanvraag.lezen', vraag)
    if (burger === undefined) return
    const bewijs = burger.soort === 'burger' ? await getOntvangst(burger, kenmerk) : null
    if (bewijs !== null && wantsJson(req)) {
      sendJson(res, 200, { kenmerk: bewijs.kenmerk, volgnummer: bewijs.volgnummer, ontvangenOp: bewijs.ontvangenOp.toISOString() })
    } else if (bewijs !== null) {
      const lot = burger.soort === 'burger' && bewijs.tijdvak.modus === 'loting' ? (await getEigenLot(burger.id, kenmerk))?.lot : undefined
      sendHtml(res, 200, ontvangstPagina({ ...bewijs, lot, pauze: await pauzeBericht(bewijs.tijdvak.code) }))
    } else if (burger.soort === 'burger' && !wantsJson(req) && (await getToestand(burger, kenmerk)) !== null) {
      seeOther(res, `/mijn/aanvragen/${encodeURIComponent(kenmerk)}/indienen`)
    } else {
      sendRefusal(vraag, 404, 'niet-gevonden', { titel: 'Wij kennen dit bewijs niet', tekst: 'Ga terug naar uw overzicht.' })
    }
  },
}

/** What is said during a pause; undefined when there is none, or when it is not known: the receipt does not wait for it. */
async function pauzeBericht(code: string): Promise<string | undefined> {
  const kept = await standOf(code).catch(() => undefined)
  return kept?.stand.toestand === 'pauze' ? (kept.stand.melding ?? '') : undefined
}

/** Somebody who opens the address of the button again: to the receipt, which knows what to do. */
export const indienenOpnieuw: Route = {
  method: 'GET',
  pad: /^\/aanvragen\/([^/]+)\/indienen$/,
  answer: ({ res, delen: [kenmerk = ''] }) => { seeOther(res, `/aanvragen/${encodeURIComponent(kenmerk)}/ontvangst`) },
}
