import { apiJson, apiProblem } from '@/lib/platform/api'
import { receiveRijen } from '@/lib/platform/api-rijen'
import { requireKoppeling } from '@/lib/platform/bearer'
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
  return receiveRijen(request, {
    beller, eenRij: 'één aanmeldbewijs', hoogstens: { bytes: MAX_BYTES, rijen: API_RIJEN }, ontvang: (rijen) => ontvangAanmeldbewijzen(beller.actor, rijen), answerOne,
  })
}

type Antwoord = Awaited<ReturnType<typeof ontvangAanmeldbewijzen>>[number]

function answerOne(antwoord: Antwoord, headers: Readonly<Record<string, string>>): Response {
  if (antwoord.status === 'uitgegeven') return apiJson(antwoord.aanmeldbewijs, { status: 201, headers })
  return apiProblem(422, 'aanmeldbewijs-geweigerd', { title: 'Dit aanmeldbewijs is niet uitgegeven', detail: antwoord.fouten.map(({ reden }) => reden).join(' ') }, headers, { fouten: antwoord.fouten })
}
