import type { Burger } from '@/lib/base/actor'
import type { IndienReden } from '@/lib/aanvraag/model'
import { INDIEN_TEKST } from '@/lib/aanvraag/texts'
import { getTijdvakAanvraag } from '@/lib/aanvraag/views'
import { leesPlaats } from '@/lib/wachtkamer/use-cases/lees-plaats'
import type { Wachtplaats } from '@/lib/wachtkamer/model'
import { sendHtml } from '../answer'
import { countBezoek } from '../meting'
import { wachtkamerPagina } from '../paginas/wachtkamer'
import type { WachtkamerData } from '../paginas/wachtkamer-data'
import { legalNow, plaatsVan, standOf, type KeptStand } from '../stand'
import { makeTicket, ticketCookie, ticketFromCookie } from '../ticket'
import { tijdvakBlad } from '../tijdvak-blad'
import { sendRefusal, whoAsks, type Route, type Vraag } from '../vraag'

/** The waiting room as a page, complete without JavaScript. Shows the place of who is logged in, or else that of the ticket. */
export const wachtkamer: Route = {
  method: 'GET',
  pad: /^\/wachtkamer\/([^/]+)$/,
  answer: async (vraag) => {
    const { res, query, delen: [code = ''] } = vraag
    countBezoek()
    const kept = await standOf(code)
    const blad = kept && await tijdvakBlad(code)
    if (kept === undefined || blad === undefined) {
      sendRefusal(vraag, 404, 'niet-gevonden', { titel: 'Dit tijdvak kennen wij niet', tekst: 'Controleer het adres.' })
      return
    }
    const actor = await whoAsks(vraag)
    const data = { nu: legalNow(kept), ...blad, stand: kept.stand, geweigerd: readRedenen(query) }
    if (actor?.soort !== 'burger') {
      // Somebody with another role looks as a visitor does.
      sendHtml(res, 200, wachtkamerPagina({ ...data, bezoeker: undefined, plaats: await placeOfTicket(vraag, kept) }))
      return
    }
    const { page, cookie } = await pageOf(actor, vraag, data)
    sendHtml(res, 200, page, cookie === undefined ? {} : { 'set-cookie': cookie })
  },
}

async function pageOf(burger: Burger, { req }: Vraag, data: Omit<WachtkamerData, 'bezoeker' | 'plaats'>) {
  const { code } = data.stand
  const [aanvraag, wachtplaats] = await Promise.all([getTijdvakAanvraag(burger, code), leesPlaats(burger.id, code)])
  const plaats = wachtplaats?.verlatenOp === null ? wachtplaats : undefined
  const page = wachtkamerPagina({ ...data, bezoeker: { wie: 'Ingelogd met DigiD', aanvraag: aanvraag ?? undefined }, plaats, isVerlaten: wachtplaats !== undefined && plaats === undefined })
  return { page, cookie: newCookie(req.headers.cookie, code, plaats) }
}

/** The ticket of this place, when the browser does not have it yet. */
function newCookie(header: string | undefined, code: string, plaats: Wachtplaats | undefined): string | undefined {
  if (plaats === undefined || ticketFromCookie(header, code)?.nummer === plaats.nummer) return undefined
  return ticketCookie(makeTicket({ code, nummer: plaats.nummer, lot: plaats.lot }))
}

async function placeOfTicket({ req }: Vraag, kept: KeptStand): Promise<WachtkamerData['plaats']> {
  const ticket = ticketFromCookie(req.headers.cookie, kept.stand.code)
  return ticket && { nummer: ticket.nummer, lot: ticket.lot, plaats: await plaatsVan(kept, ticket.nummer) }
}

const REDENEN: Readonly<Record<string, string>> = {
  'niet-aan-de-beurt': 'U bent nog niet aan de beurt. Uw plaats blijft van u. Dien in zodra u aan de beurt bent.',
  ...INDIEN_TEKST satisfies Readonly<Record<IndienReden, string>>,
}

function readRedenen(query: URLSearchParams): readonly string[] {
  return (query.get('reden') ?? '').split(',').flatMap((reden) => (Object.hasOwn(REDENEN, reden) ? [REDENEN[reden] ?? ''] : []))
}
