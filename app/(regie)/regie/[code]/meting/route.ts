import { getRegieStand } from '@/lib/monitoring/views'
import { problem } from '@/lib/platform/problem'
import { requireInRoute } from '@/lib/platform/session'

type Context = { params: Promise<{ code: string }> }

/** How a tijdvak stands, for the page that asks it every two seconds. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireInRoute('regie.lezen', request)
  if (actor instanceof Response) return actor
  const stand = await getRegieStand((await params).code)
  if (stand === undefined) return problem(404, 'onbekend-tijdvak', { title: 'Dit tijdvak bestaat niet' })
  return Response.json(stand, { headers: { 'cache-control': 'no-store' } })
}
