import { apiJson, apiProblem } from '@/lib/platform/api'
import { requireKoppeling } from '@/lib/platform/bearer'
import { withIdempotency } from '@/lib/platform/idempotency'
import { readText } from '@/lib/platform/request-body'
import { API_RIJEN } from '@/lib/vooraanmelding/schema'
import { ontvangAanmeldbewijzen } from '@/lib/vooraanmelding/use-cases/ontvang-aanmeldbewijzen'

const MAX_BYTES = 4 * 1024 * 1024

/**
 * Issues aanmeldbewijzen for the system of an opleider: one row (201, or 422 with what is wrong) or a list (200 with an answer for
 * each row, in their order). With an Idempotency-Key the same request gives the same answer.
 */
export async function POST(request: Request): Promise<Response> {
  const beller = await requireKoppeling('aanmeldbewijs.uitgeven', request)
  if (beller instanceof Response) return beller
  const body = await readText(request, MAX_BYTES)
  if (body === undefined) return apiProblem(413, 'te-groot', { title: 'Uw verzoek is te groot', detail: `Stuur hoogstens ${String(API_RIJEN)} rijen en 4 MB in één verzoek.` }, beller.headers)
  return withIdempotency(request, { beller, body }, async () => {
    const vraag = parse(body)
    if (vraag === undefined) return apiProblem(400, 'geen-json', { title: 'Dit is geen JSON', detail: 'Stuur één aanmeldbewijs als object, of meer als lijst, in JSON.' }, beller.headers)
    if (!Array.isArray(vraag.waarde)) return answerOne(await ontvangAanmeldbewijzen(beller.actor, [vraag.waarde]), beller.headers)
    if (vraag.waarde.length === 0 || vraag.waarde.length > API_RIJEN)
      return apiProblem(422, 'aantal-rijen', { title: 'Het aantal rijen klopt niet', detail: `Stuur 1 tot ${String(API_RIJEN)} rijen in één verzoek.` }, beller.headers)
    return apiJson({ antwoorden: await ontvangAanmeldbewijzen(beller.actor, vraag.waarde) }, { headers: beller.headers })
  })
}

type Antwoorden = Awaited<ReturnType<typeof ontvangAanmeldbewijzen>>

function answerOne([antwoord]: Antwoorden, headers: Readonly<Record<string, string>>): Response {
  if (antwoord === undefined) throw new Error('no answer for the one row')
  if (antwoord.status === 'uitgegeven') return apiJson(antwoord.aanmeldbewijs, { status: 201, headers })
  return apiProblem(422, 'aanmeldbewijs-geweigerd', { title: 'Dit aanmeldbewijs is niet uitgegeven', detail: antwoord.fouten.map(({ reden }) => reden).join(' ') }, headers, { fouten: antwoord.fouten })
}

function parse(body: string): { waarde: unknown } | undefined {
  try {
    const waarde: unknown = JSON.parse(body)
    return { waarde }
  } catch {
    return undefined // The only throw is "this is not JSON".
  }
}
