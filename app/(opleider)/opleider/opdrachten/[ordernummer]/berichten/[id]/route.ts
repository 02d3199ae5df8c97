import { getInkoopbericht } from '@/lib/betaling/views/opleider'
import { asDownload } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'

/** The order, a change of it or its end, as a file for the opleider's system. */
export async function GET(request: Request, { params }: { params: Promise<{ ordernummer: string; id: string }> }): Promise<Response> {
  const actor = await requireInRoute('factuur.indienen', request)
  if (actor instanceof Response) return actor
  const { ordernummer, id } = await params
  return asDownload(actor.soort === 'opleider' ? await getInkoopbericht(actor, ordernummer, id) : undefined)
}
