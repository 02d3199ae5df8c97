import { config } from '@/lib/platform/config'
import { isForReader, ownOriginsOf, refusalOf } from '../web/gate'
import { retryAfterS, sendHtml, sendProblem } from './answer'
import { storingPagina } from './paginas/storing'
import { createProxy } from './proxy'
import { createWebs } from './webs'

const ownOrigins = ownOriginsOf(config)

/** The web processes behind this poort. */
export const webs = createWebs(config.webUrls)

/** Everything that the poort does not answer itself goes through here. */
export const proxy = createProxy({
  webs,
  proto: new URL(config.url).protocol.slice(0, -1),
  isRefused: (req) => refusalOf(req, pathOf(req.url), ownOrigins) !== undefined,
  answerWithoutWeb: (req, res, reason) => {
    const wait = retryAfterS(10)
    const oorzaak = reason === 'te-druk' ? 'te-druk' : 'web'
    if (isForReader(req, pathOf(req.url))) sendHtml(res, 503, storingPagina({ oorzaak, pad: req.method === 'GET' ? (req.url ?? '/') : '/', probeerOverS: wait }), { 'retry-after': String(wait) })
    else sendProblem(res, 503, reason, { title: reason === 'te-druk' ? 'Het is nu te druk.' : 'Dit deel van de site is even niet bereikbaar.', retryAfterS: wait })
  },
})

/** The path of an address, without its query. */
export function pathOf(url = '/'): string {
  const end = url.indexOf('?')
  return end === -1 ? url : url.slice(0, end)
}
