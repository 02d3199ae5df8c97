import type { IndienReden, Ontvangst } from '@/lib/aanvraag/model'
import { INDIEN_TEKST } from '@/lib/aanvraag/texts'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { isFromThisSite, problem, wantsJson } from '@/lib/platform/problem'
import { requireInRoute } from '@/lib/platform/session'

type Context = { params: Promise<{ kenmerk: string }> }

/**
 * The one thing that remains at the opening (docs/architecture.md). A form is sent on to the receipt or back with the reason;
 * with Accept: application/json the answer is 201 with the receipt, 200 with the same one again, or a problem.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isFromThisSite(request)) return problem(403, 'andere-herkomst', { title: 'Dien in vanaf de website zelf.' })
  const burger = await requireInRoute('aanvraag.indienen', request)
  if (burger instanceof Response) return burger
  if (burger.soort !== 'burger') return problem(403, 'geen-burger', { title: 'Alleen de aanvrager zelf kan indienen.' })

  const asJson = wantsJson(request)
  const { kenmerk } = await params
  const outcome = await dienIn(burger, kenmerk)
  if (outcome.ok) return asJson ? receipt(outcome.value) : seeOther(`/mijn/aanvragen/${outcome.value.kenmerk}/ontvangen`)
  return asJson ? refusal(outcome.redenen) : back(kenmerk, outcome.redenen)
}

function receipt({ kenmerk, volgnummer, ontvangenOp, isNieuw }: Ontvangst): Response {
  return Response.json({ kenmerk, volgnummer, ontvangenOp: ontvangenOp.toISOString() }, { status: isNieuw ? 201 : 200, headers: { 'cache-control': 'no-store' } })
}

function refusal(redenen: readonly IndienReden[]): Response {
  const [reden = 'niet-compleet'] = redenen
  return problem(reden === 'niet-gevonden' ? 404 : 409, reden, { title: INDIEN_TEKST[reden], detail: redenen.map((een) => INDIEN_TEKST[een]).join(' ') })
}

function back(kenmerk: string, redenen: readonly IndienReden[]): Response {
  if (redenen.includes('niet-gevonden')) return new Response(null, { status: 404 })
  return seeOther(`/mijn/aanvragen/${encodeURIComponent(kenmerk)}/indienen?${new URLSearchParams({ reden: redenen.join(',') }).toString()}`)
}

// 303, so that the browser asks for the next page and going back does not send the form again.
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
