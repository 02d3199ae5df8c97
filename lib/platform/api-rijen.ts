import { readJsonText } from '@/lib/base/json-text'
import { apiJson, apiProblem } from '@/lib/platform/api'
import type { Beller } from '@/lib/platform/bearer'
import { withIdempotency } from '@/lib/platform/idempotency'
import { readText } from '@/lib/platform/request-body'

export type RijenVerzoek<Antwoord> = {
  readonly beller: Beller
  /** What one row is called, in a sentence: "één aanmeldbewijs". */
  readonly eenRij: string
  readonly hoogstens: { readonly bytes: number; readonly rijen: number }
  /** An answer for every row, in their order. */
  readonly ontvang: (rijen: readonly unknown[]) => Promise<readonly Antwoord[]>
  /** The answer to a request of one row. */
  readonly answerOne: (antwoord: Antwoord, headers: Beller['headers']) => Response
}

const ONLEESBAAR = {
  'geen-json': { title: 'Dit is geen JSON', detail: (eenRij: string) => `Stuur ${eenRij} als object, of meer als lijst, in JSON.` },
  'te-diep': { title: 'Uw JSON is te diep genest', detail: (eenRij: string) => `Stuur ${eenRij} als object, of meer als lijst, zonder lijsten in lijsten.` },
  'nul-teken': { title: 'Er staat een NUL-teken in uw verzoek', detail: () => 'Haal het teken \\u0000 weg en stuur alles opnieuw. Wij hebben niets van uw verzoek verwerkt.' },
} as const

/** Takes in one row (as an object) or a list of rows (200 with an answer for each, in their order), once per Idempotency-Key. What cannot be read is refused before any row is. */
export async function receiveRijen<Antwoord>(request: Request, { beller, eenRij, hoogstens, ontvang, answerOne }: RijenVerzoek<Antwoord>): Promise<Response> {
  const { headers } = beller
  const body = await readText(request, hoogstens.bytes)
  if (body === undefined) return apiProblem(413, 'te-groot', { title: 'Uw verzoek is te groot', detail: `Stuur hoogstens ${String(hoogstens.rijen)} rijen en ${String(hoogstens.bytes / 1024 / 1024)} MB in één verzoek, in UTF-8.` }, headers)
  return withIdempotency(request, { beller, body }, async () => {
    const gelezen = readJsonText(body)
    if (!gelezen.ok) return apiProblem(400, gelezen.reden, { title: ONLEESBAAR[gelezen.reden].title, detail: ONLEESBAAR[gelezen.reden].detail(eenRij) }, headers)
    if (!Array.isArray(gelezen.waarde)) {
      const [antwoord] = await ontvang([gelezen.waarde])
      if (antwoord === undefined) throw new Error('no answer for the one row')
      return answerOne(antwoord, headers)
    }
    if (gelezen.waarde.length === 0 || gelezen.waarde.length > hoogstens.rijen)
      return apiProblem(422, 'aantal-rijen', { title: 'Het aantal rijen klopt niet', detail: `Stuur 1 tot ${String(hoogstens.rijen)} rijen in één verzoek.` }, headers)
    return apiJson({ antwoorden: await ontvang(gelezen.waarde) }, { headers })
  })
}
