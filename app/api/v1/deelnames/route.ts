import { z } from 'zod'
import type { OpleiderActor } from '@/lib/base/actor'
import { deelnameSchema } from '@/lib/opendata/schema'
import { apiJson, apiProblem } from '@/lib/platform/api'
import { receiveRijen } from '@/lib/platform/api-rijen'
import { requireKoppeling } from '@/lib/platform/bearer'
import { parseInput, type Fouten } from '@/lib/platform/zod-nl'
import { meldSchema, type MeldInput } from '@/lib/verantwoording/schema'
import { MELD_REDEN } from '@/lib/verantwoording/texts'
import { meldDeelnames } from '@/lib/verantwoording/use-cases/meld-deelname'

export const dynamic = 'force-dynamic'

const MAX_BYTES = 12 * 1024 * 1024
const MAX_RIJEN = 500

type Antwoord = { kenmerk: string; status: 'gemeld' | 'geweigerd'; fouten: { veld: string; reden: string }[] }

/** Reports how scholingen ended: one row (201, or 422 with what is wrong) or a list (200 with an answer for each row, in their order). */
export async function POST(request: Request): Promise<Response> {
  const beller = await requireKoppeling('deelname.melden', request)
  if (beller instanceof Response) return beller
  return receiveRijen(request, {
    beller, eenRij: 'één deelname', hoogstens: { bytes: MAX_BYTES, rijen: MAX_RIJEN }, ontvang: (rijen) => meld(beller.actor, rijen), answerOne,
  })
}

function answerOne(antwoord: Antwoord, headers: Readonly<Record<string, string>>): Response {
  if (antwoord.status === 'gemeld') return apiJson(antwoord, { status: 201, headers })
  return apiProblem(422, 'deelname-geweigerd', { title: 'Deze deelname is niet gemeld', detail: antwoord.fouten.map(({ reden }) => reden).join(' ') }, headers, { fouten: antwoord.fouten })
}

/** An answer for every row, in their order; the rows that are written well are reported together. */
async function meld(opleider: OpleiderActor, rijen: readonly unknown[]): Promise<readonly Antwoord[]> {
  const gelezen = rijen.map(lees)
  const invoeren = gelezen.flatMap((rij) => ('invoer' in rij ? [rij.invoer] : []))
  const uitkomsten = invoeren.length === 0 ? [] : await meldDeelnames(opleider, invoeren, 'api')
  let volgende = 0
  return gelezen.map((rij): Antwoord => {
    if (!('invoer' in rij)) return rij
    const outcome = uitkomsten[volgende++]
    const { kenmerk } = rij.invoer
    return outcome?.ok === true ? { kenmerk, status: 'gemeld', fouten: [] } : { kenmerk, status: 'geweigerd', fouten: (outcome?.redenen ?? []).map((reden) => ({ veld: reden, reden: MELD_REDEN[reden] })) }
  })
}

function lees(rij: unknown): { invoer: MeldInput } | Antwoord {
  const gelezen = parseInput(deelnameSchema, rij)
  if (!gelezen.ok) return weiger(kenmerkOf(rij), gelezen.fouten)
  const { bewijs, bewijsBewaard, percentage, ...rest } = gelezen.value
  const invoer = parseInput(meldSchema, { ...rest, ...(bewijsBewaard === true && { bewaard: 'ja' }), ...(percentage === undefined ? {} : { percentage: String(percentage) }), ...(bewijs === undefined ? {} : { bewijs: new File([Buffer.from(bewijs, 'base64')], 'bewijs') }) })
  return invoer.ok ? { invoer: invoer.value } : weiger(rest.kenmerk, invoer.fouten)
}

function weiger(kenmerk: string, fouten: Fouten): Antwoord {
  return { kenmerk, status: 'geweigerd', fouten: Object.entries(fouten).flatMap(([veld, redenen]) => redenen.map((reden) => ({ veld, reden }))) }
}

function kenmerkOf(rij: unknown): string {
  const gevonden = z.object({ kenmerk: z.string().max(40) }).safeParse(rij)
  return gevonden.success ? gevonden.data.kenmerk : ''
}
