import { getToestand } from '@/lib/aanvraag/views'
import { problem } from '@/lib/platform/problem'
import { requireInRoute } from '@/lib/platform/session'

/** Where an aanvraag of the one who is logged in stands, and since when: for a script that asks it again and again. */
export async function GET(request: Request, { params }: { params: Promise<{ kenmerk: string }> }): Promise<Response> {
  const burger = await requireInRoute('aanvraag.lezen', request)
  if (burger instanceof Response) return burger
  const stand = burger.soort === 'burger' ? await getToestand(burger, (await params).kenmerk) : null
  if (stand === null) return problem(404, 'niet-gevonden', { title: 'Wij kennen deze aanvraag niet.' })
  return Response.json({ toestand: stand.toestand, sinds: stand.sinds.toISOString() }, { headers: { 'cache-control': 'no-store' } })
}
