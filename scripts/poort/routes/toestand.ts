import { getToestand } from '@/lib/aanvraag/views'
import { sendJson } from '../answer'
import { requireInPoort, sendRefusal, type Route } from '../vraag'

/** Where an aanvraag of the one who is logged in stands, and since when: for a page or a script that asks it again and again. */
export const toestand: Route = {
  method: 'GET',
  pad: /^\/aanvragen\/([^/]+)\/toestand$/,
  answer: async (vraag) => {
    const { res, delen: [kenmerk = ''] } = vraag
    const burger = await requireInPoort('aanvraag.lezen', vraag)
    if (burger === undefined) return
    const found = burger.soort === 'burger' ? await getToestand(burger, kenmerk) : null
    if (found === null) sendRefusal(vraag, 404, 'niet-gevonden', { titel: 'Wij kennen deze aanvraag niet', tekst: 'Ga terug naar uw overzicht.' })
    else sendJson(res, 200, { toestand: found.toestand, sinds: found.sinds.toISOString() })
  },
}
