import { findAdres, type Methode } from '@/app/edudex/_api/adressen'
import { edudexFout, ongeldig } from '@/app/edudex/_api/antwoord'
import { readJsonText } from '@/lib/base/json-text'
import { requireKoppeling } from '@/lib/platform/bearer'
import { withIdempotency } from '@/lib/platform/idempotency'
import { readText } from '@/lib/platform/request-body'

export const dynamic = 'force-dynamic'

/** As much as the web process lets through: a thousand programs fit in it twice. */
const MAX_BYTES = 12 * 1024 * 1024
const ROOT = '/edudex/v1/'

const ONLEESBAAR = {
  'geen-json': 'Dit is geen JSON. Controleer aanhalingstekens, komma’s en haakjes.',
  'te-diep': 'Dit document is te diep genest. EDU-DEX kent zulke documenten niet.',
  'nul-teken': 'Dit document bevat het teken \\u0000. Haal dat weg.',
} as const

/** The EDU-DEX Data API for opleiders: every address and method of the specification, for who has a token with the scope opleidingen. */
async function answer(request: Request): Promise<Response> {
  const beller = await requireKoppeling('opleiding.beheren', request, edudexFout)
  if (beller instanceof Response) return beller
  const { orgUnitId, headers } = beller
  const pad = readPath(request)
  const adres = pad && findAdres(pad)
  if (adres === undefined) return edudexFout(404, 'not_found', { title: '', detail: 'Dit adres kent de EDU-DEX Data API niet.' }, headers)
  const methods = Object.keys(adres.methoden)
  const handler = adres.methoden[methodOf(request)]
  if (handler === undefined) return edudexFout(405, 'method_not_allowed', { title: '', detail: `Dit adres kent alleen ${methods.join(', ')}.` }, { ...headers, allow: methods.join(', ') })
  if (orgUnitId === null) return edudexFout(403, 'no_organization', { title: '', detail: 'U hebt nog geen orgUnitId van EDU-DEX. Vraag DUO om die vast te leggen.' }, headers)
  if (request.method === 'GET' || request.method === 'DELETE' || request.method === 'HEAD') return handler({ beller, orgUnitId, delen: adres.delen, body: undefined })

  const tekst = await readText(request, MAX_BYTES)
  if (tekst === undefined) return edudexFout(413, 'too_large', { title: '', detail: 'Stuur hoogstens 12 MB in één verzoek, in UTF-8.' }, headers)
  const body = readJsonText(tekst)
  if (!body.ok) return ongeldig(ONLEESBAAR[body.reden], [], headers)
  return withIdempotency(request, { beller, body: tekst, refuse: edudexFout }, () => handler({ beller, orgUnitId, delen: adres.delen, body: body.waarde }))
}

/** The parts of the address, decoded one by one: a program id may hold a slash. Undefined when they cannot be. */
function readPath(request: Request): string[] | undefined {
  const { pathname } = new URL(request.url)
  try {
    return pathname.slice(ROOT.length).replace(/\/$/, '').split('/').map(decodeURIComponent)
  } catch {
    // The only throw is "this is no encoding".
    return undefined
  }
}

function methodOf({ method }: Request): Methode {
  return method === 'POST' || method === 'PUT' || method === 'PATCH' || method === 'DELETE' ? method : 'GET'
}

export { answer as GET, answer as POST, answer as PUT, answer as PATCH, answer as DELETE }
