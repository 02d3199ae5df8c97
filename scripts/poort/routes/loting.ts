import { readLoting, streamLoten } from '@/lib/wachtkamer/views'
import { POORT_HEADERS, sendJson } from '../answer'
import { sendRefusal, type Route, type Vraag } from '../vraag'

function rondeOf({ query }: Vraag): number | undefined {
  const text = query.get('ronde')
  return text !== null && /^[1-9][0-9]{0,3}$/.test(text) ? Number(text) : undefined
}

/** Everything with which a stranger replays the draw of the places (docs/adr/0014); `lijst` is where the list of lots is. */
export const loting: Route = {
  method: 'GET',
  pad: /^\/wachtkamer\/([^/]+)\/loting$/,
  answer: async (vraag) => {
    const { res, delen: [code = ''] } = vraag
    const found = await readLoting(code, rondeOf(vraag))
    if (found === undefined) {
      sendRefusal(vraag, 404, 'niet-gevonden', { titel: 'Er is geen loting van dit tijdvak', tekst: 'De wachtkamer van dit tijdvak is nog niet open, of er wordt niet geloot om plaatsen.' })
      return
    }
    const lijst = `/wachtkamer/${encodeURIComponent(code)}/loting/lijst?ronde=${String(found.ronde)}`
    sendJson(res, 200, { ...found, lijst }, { 'cache-control': 'public, max-age=2', 'access-control-allow-origin': '*' })
  },
}

/** The published list: the lots in order of nummer, a line each. Empty before the draw. */
export const lotingLijst: Route = {
  method: 'GET',
  pad: /^\/wachtkamer\/([^/]+)\/loting\/lijst$/,
  answer: async (vraag) => {
    const { res, delen: [code = ''] } = vraag
    const found = await readLoting(code, rondeOf(vraag))
    if (found === undefined) {
      sendRefusal(vraag, 404, 'niet-gevonden', { titel: 'Er is geen loting van dit tijdvak', tekst: 'Controleer het adres.' })
      return
    }
    res.writeHead(200, { ...POORT_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': found.zaad === null ? 'no-store' : 'public, max-age=60', 'access-control-allow-origin': '*' })
    for await (const part of streamLoten(code, found.ronde)) {
      if (res.destroyed) return
      if (!res.write(part)) await new Promise((resolve) => { res.once('drain', resolve).once('close', resolve) })
    }
    res.end()
  },
}
