import { within } from '@/lib/platform/batcher'
import { sendJson } from '../answer'
import { isWebAlive } from '../webs'
import { webs } from '../upstream'
import type { Route } from '../vraag'

const KNOWN_WITHIN_MS = 3_000
const DATABASE_HANGS = { status: 'stuk', onderdelen: { database: 'stuk' } } as const

/** For load balancers and for npm start: 200 when every part of the system answers, 503 when one does not. */
export const gezondheid: Route = {
  method: 'GET',
  pad: /^\/api\/v1\/gezondheid$/,
  answer: async ({ res }) => {
    // Loaded when it is first asked: it brings the client of Redis along, and the poort has no other use for that.
    const { readGezondheid } = await import('@/lib/platform/health')
    const [{ status, onderdelen }, web] = await Promise.all([within(KNOWN_WITHIN_MS, readGezondheid()).catch(() => DATABASE_HANGS), isWebAlive(webs)])
    const isOk = status === 'ok' && web
    sendJson(res, isOk ? 200 : 503, { status: isOk ? 'ok' : 'stuk', onderdelen: { ...onderdelen, poort: 'ok', web: web ? 'ok' : 'stuk' } }, { 'api-version': '1.0.0' })
  },
}

/** Whether this process answers, whatever stands behind it: a poort stays in the load balancer when web is away, to say so. */
export const gezondheidPoort: Route = {
  method: 'GET',
  pad: /^\/api\/v1\/gezondheid\/poort$/,
  answer: ({ res }) => { sendJson(res, 200, { status: 'ok' }, { 'api-version': '1.0.0' }) },
}
