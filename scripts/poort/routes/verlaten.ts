import { verlaatWachtkamer } from '@/lib/wachtkamer/use-cases/verlaat-wachtkamer'
import { sendJson, seeOther, wantsJson } from '../answer'
import { NO_TICKET_COOKIE } from '../ticket'
import { readOwnForm, requireInPoort, type Route } from '../vraag'

/** Gives up the place of who is logged in. Again, or without a place: the same answer. */
export const verlaten: Route = {
  method: 'POST',
  pad: /^\/wachtkamer\/([^/]+)\/verlaten$/,
  answer: async (vraag) => {
    const { req, res, delen: [code = ''] } = vraag
    if ((await readOwnForm(vraag)) === undefined) return
    const kamer = `/wachtkamer/${encodeURIComponent(code)}`
    const burger = await requireInPoort('wachtkamer.plaats', vraag, kamer)
    if (burger === undefined) return
    const outcome = await verlaatWachtkamer(burger.id, code)
    const headers = { 'set-cookie': NO_TICKET_COOKIE }
    if (wantsJson(req)) sendJson(res, 200, { verlaten: outcome.ok }, headers)
    else seeOther(res, kamer, headers)
  },
}
