import { z } from 'zod'
import type { OpleiderActor } from '@/lib/base/actor'
import { deelnameSchema } from '@/lib/opendata/schema'
import { apiJson, apiProblem } from '@/lib/platform/api'
import { requireKoppeling } from '@/lib/platform/bearer'
import { withIdempotency } from '@/lib/platform/idempotency'
import { readText } from '@/lib/platform/request-body'
import { meldSchema } from '@/lib/verantwoording/schema'
import { MELD_REDEN } from '@/lib/verantwoording/texts'
import { meldDeelname } from '@/lib/verantwoording/use-cases/meld-deelname'

export const dynamic = 'force-dynamic'

const MAX_BYTES = 12 * 1024 * 1024
const MAX_RIJEN = 500

type Antwoord = { kenmerk: string; status: 'gemeld' | 'geweigerd'; fouten: { veld: string; reden: string }[] }

/** Reports how scholingen ended: one row (201, or 422 with what is wrong) or a list (200 with an answer for each row, in their order). */
export async function POST(request: Request): Promise<Response> {
  const beller = await requireKoppeling('deelname.melden', request)
  if (beller instanceof Response) return beller
  const body = await readText(request, MAX_BYTES)
  if (body === undefined) return apiProblem(413, 'te-groot', { title: 'Uw verzoek is te groot', detail: 'Stuur hoogstens 12 MB in één verzoek, in UTF-8. Verdeel de bewijzen over meer verzoeken.' }, beller.headers)
  return withIdempotency(request, { beller, body }, async () => {
    const vraag = parse(body)
    if (vraag === undefined) return apiProblem(400, 'geen-json', { title: 'Dit is geen JSON', detail: 'Stuur één deelname als object, of meer als lijst, in JSON.' }, beller.headers)
    if (!Array.isArray(vraag.waarde)) return answerOne(await meld(beller.actor, vraag.waarde), beller.headers)
    if (vraag.waarde.length === 0 || vraag.waarde.length > MAX_RIJEN)
      return apiProblem(422, 'aantal-rijen', { title: 'Het aantal rijen klopt niet', detail: `Stuur 1 tot ${String(MAX_RIJEN)} rijen in één verzoek.` }, beller.headers)
    const antwoorden: Antwoord[] = []
    for (const rij of vraag.waarde) antwoorden.push(await meld(beller.actor, rij))
    return apiJson({ antwoorden }, { headers: beller.headers })
  })
}

function answerOne(antwoord: Antwoord, headers: Readonly<Record<string, string>>): Response {
  if (antwoord.status === 'gemeld') return apiJson(antwoord, { status: 201, headers })
  return apiProblem(422, 'deelname-geweigerd', { title: 'Deze deelname is niet gemeld', detail: antwoord.fouten.map(({ reden }) => reden).join(' ') }, headers, { fouten: antwoord.fouten })
}

async function meld(opleider: OpleiderActor, rij: unknown): Promise<Antwoord> {
  const gelezen = deelnameSchema.safeParse(rij)
  if (!gelezen.success) return weiger(kenmerkOf(rij), gelezen.error)
  const { bewijs, bewijsBewaard, percentage, ...rest } = gelezen.data
  const invoer = meldSchema.safeParse({ ...rest, ...(bewijsBewaard === true && { bewaard: 'ja' }), ...(percentage === undefined ? {} : { percentage: String(percentage) }), ...(bewijs === undefined ? {} : { bewijs: new File([Buffer.from(bewijs, 'base64')], 'bewijs') }) })
  if (!invoer.success) return weiger(rest.kenmerk, invoer.error)
  const outcome = await meldDeelname(opleider, invoer.data, 'api')
  return outcome.ok ? { kenmerk: rest.kenmerk, status: 'gemeld', fouten: [] } : { kenmerk: rest.kenmerk, status: 'geweigerd', fouten: outcome.redenen.map((reden) => ({ veld: reden, reden: MELD_REDEN[reden] })) }
}

function weiger(kenmerk: string, { issues }: z.ZodError): Antwoord {
  return { kenmerk, status: 'geweigerd', fouten: issues.map(({ path, message }) => ({ veld: path.join('.'), reden: message })) }
}

function kenmerkOf(rij: unknown): string {
  const gevonden = z.object({ kenmerk: z.string().max(40) }).safeParse(rij)
  return gevonden.success ? gevonden.data.kenmerk : ''
}

function parse(body: string): { waarde: unknown } | undefined {
  try {
    const waarde: unknown = JSON.parse(body)
    return { waarde }
  } catch {
    return undefined // The only throw is "this is not JSON".
  }
}
